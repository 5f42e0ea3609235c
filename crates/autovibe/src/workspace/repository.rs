//! A git repository of this computer, and bare ones that end with the command.

use std::path::{Path, PathBuf};

use super::error::WorkspaceError;
use super::git::{Git, HostGit};
use super::shell_word::shell_word;
use super::terminal_text::one_line;

/// A repository of the user.
#[derive(Debug, Clone)]
pub struct Repository {
    pub(super) host: HostGit,
    /// Git in the work tree, or in the repository itself when it has none.
    pub(super) git: Git,
    /// The folder of this work tree's own git files.
    pub(super) git_folder: PathBuf,
    /// The work tree.
    pub(super) work_tree: Option<PathBuf>,
    objects: PathBuf,
    format: String,
    shallow: bool,
}

impl Repository {
    /// Finds the repository that a folder is in.
    ///
    /// # Errors
    /// [`WorkspaceError::SourceUnusable`] when there is none.
    pub async fn open(host: &HostGit, folder: &Path) -> Result<Repository, WorkspaceError> {
        if !folder.is_dir() {
            return Err(WorkspaceError::SourceUnusable(format!("{} is no folder", folder.display())));
        }
        let git = host.at(folder);
        let arguments = [
            "rev-parse",
            "--path-format=absolute",
            "--absolute-git-dir",
            "--git-path",
            "objects",
            "--is-inside-work-tree",
            "--is-shallow-repository",
            "--show-object-format",
        ];
        let answer = git.call("look at the repository", arguments).accept(&[0, 128]).run().await?;
        if answer.code != 0 {
            return Err(WorkspaceError::SourceUnusable(no_repository(folder, &answer.words)));
        }
        let lines: Vec<String> = answer.lines().collect();
        let [git_folder, objects, inside, shallow, format] = lines.as_slice() else {
            return Err(WorkspaceError::GitTooOld { what: "reading a repository", least: "2.31" });
        };
        let work_tree = match inside.as_str() {
            "true" => {
                let top = git.call("find the work tree", ["rev-parse", "--show-toplevel"]).text().await?;
                Some(PathBuf::from(top))
            }
            _ => None,
        };
        let git_folder = PathBuf::from(git_folder);
        Ok(Repository {
            host: host.clone(),
            git: host.at(work_tree.as_deref().unwrap_or(&git_folder)),
            git_folder,
            work_tree,
            objects: PathBuf::from(objects),
            format: format.clone(),
            shallow: shallow == "true",
        })
    }

    /// The folder that people know it by.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.git.folder()
    }

    /// Its history was cut off when it was cloned.
    pub(super) fn is_shallow(&self) -> bool {
        self.shallow
    }

    /// Files of its history are only fetched when somebody looks at them.
    pub(super) async fn is_partial(&self) -> Result<bool, WorkspaceError> {
        let arguments = ["config", "--get-regexp", r"^remote\..*\.promisor$", "true"];
        self.git.call("look at the remotes", arguments).holds().await
    }

    /// Whether a commit is here with its history's beginning.
    ///
    /// # Errors
    /// When git cannot be asked.
    pub async fn has_commit(&self, commit: &str) -> Result<bool, WorkspaceError> {
        has_commit(&self.git, commit).await
    }

    /// The commit of a name; `None` when there is none.
    pub(super) async fn resolve(&self, name: &str) -> Result<Option<String>, WorkspaceError> {
        resolve(&self.git, name).await
    }

    /// The branch that HEAD is on; `None` when it is detached.
    pub(super) async fn current_branch(&self) -> Result<Option<String>, WorkspaceError> {
        let answer = self
            .git
            .call("find the branch", ["symbolic-ref", "--quiet", "--short", "HEAD"])
            .accept(&[0, 1])
            .run()
            .await?;
        let name = String::from_utf8_lossy(&answer.out).trim().to_owned();
        Ok((answer.code == 0 && !name.is_empty()).then_some(name))
    }

    /// Makes a bare repository that also sees the objects of this one; what is written to it stays there.
    pub(super) async fn annex(&self, folder: &Path) -> Result<Git, WorkspaceError> {
        bare(&self.host, folder, &self.format, &self.alternates()?).await
    }

    /// The object folders; git follows relative ones only from the first to the second.
    fn alternates(&self) -> Result<Vec<PathBuf>, WorkspaceError> {
        let mut folders = vec![self.objects.clone()];
        let list = self.objects.join("info/alternates");
        if list.exists() {
            let text =
                fs_err::read_to_string(&list).map_err(WorkspaceError::file("read the object folders"))?;
            folders.extend(
                text.lines()
                    .filter(|line| !line.is_empty() && !line.starts_with(['#', '"']))
                    .map(|line| self.objects.join(line)),
            );
        }
        if folders.iter().any(|folder| folder.as_os_str().as_encoded_bytes().contains(&b'\n')) {
            return Err(WorkspaceError::SourceUnusable(
                "the path of the repository holds a line end, which git cannot refer to".to_owned(),
            ));
        }
        Ok(folders)
    }
}

fn no_repository(folder: &Path, words: &str) -> String {
    let folder = shell_word(&folder.to_string_lossy());
    if words.contains("dubious ownership") {
        return format!(
            "{folder} belongs to another user, and git does not trust it; \
             if you do: git config --global --add safe.directory {folder}"
        );
    }
    if words.contains("not a git repository") {
        return format!(
            "{folder} is not in a git repository; make one: \
             git init {folder} && git -C {folder} add -A && git -C {folder} commit -m start"
        );
    }
    format!("git cannot read {folder}: {}", one_line(words))
}

/// Makes a bare repository with our configuration.
pub(super) async fn bare(
    host: &HostGit,
    folder: &Path,
    format: &str,
    alternates: &[PathBuf],
) -> Result<Git, WorkspaceError> {
    let failed = || WorkspaceError::file("make a temporary repository");
    fs_err::create_dir_all(folder).map_err(failed())?;
    let git = host.sealed(folder);
    let format = format!("--object-format={format}");
    git.call("make a temporary repository", ["init", "--quiet", "--bare", "--template=", &format, "."])
        .run()
        .await?;
    if !alternates.is_empty() {
        let info = folder.join("objects/info");
        fs_err::create_dir_all(&info).map_err(failed())?;
        let mut text = Vec::new();
        for path in alternates {
            text.extend_from_slice(path.as_os_str().as_encoded_bytes());
            text.push(b'\n');
        }
        fs_err::write(info.join("alternates"), text).map_err(failed())?;
    }
    Ok(git)
}

/// Whether a commit is in a repository.
pub(super) async fn has_commit(git: &Git, commit: &str) -> Result<bool, WorkspaceError> {
    if !is_object_name(commit) {
        return Ok(false);
    }
    let name = format!("{commit}^{{commit}}");
    let answer = git.call("look for a commit", ["cat-file", "-e", &name]).accept(&[0, 1, 128]).run().await?;
    Ok(answer.code == 0)
}

/// The commit of a name; `None` when there is none.
pub(super) async fn resolve(git: &Git, name: &str) -> Result<Option<String>, WorkspaceError> {
    let name = format!("{name}^{{commit}}");
    let answer = git
        .call("look for a commit", ["rev-parse", "--quiet", "--verify", "--end-of-options", &name])
        .accept(&[0, 1, 128])
        .run()
        .await?;
    let text = String::from_utf8_lossy(&answer.out).trim().to_owned();
    Ok((answer.code == 0 && is_object_name(&text)).then_some(text))
}

/// Whether the older commit is in the history of the newer one.
pub(super) async fn is_ancestor(git: &Git, older: &str, newer: &str) -> Result<bool, WorkspaceError> {
    git.call("compare histories", ["merge-base", "--is-ancestor", older, newer]).holds().await
}

/// The number of commits that one history has and the other lacks.
pub(super) async fn count_commits(git: &Git, without: &str, with: &str) -> Result<u64, WorkspaceError> {
    let range = format!("{without}..{with}");
    let text = git.call("count commits", ["rev-list", "--count", &range, "--"]).text().await?;
    Ok(text.trim().parse().unwrap_or_default())
}

/// The full name of an object: 40 or 64 lower-case hexadecimal digits.
pub(super) fn is_object_name(text: &str) -> bool {
    matches!(text.len(), 40 | 64) && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

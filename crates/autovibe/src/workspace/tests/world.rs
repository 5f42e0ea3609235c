//! A user's computer with repositories, and a Machine that works on a copy.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use autovibe_proto::v1::WorkspaceSource;

use crate::workspace::{
    HostGit, Origin, Outgoing, OutgoingOptions, PackOptions, PackedSource, Repository, WorkspaceError, pack,
};

/// A folder with a git configuration of its own.
pub(super) struct World {
    folder: tempfile::TempDir,
    pub(super) host: HostGit,
}

impl World {
    pub(super) fn new() -> World {
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("gitconfig");
        let text = "[user]\nname = User\nemail = user@example.org\n[init]\ndefaultBranch = main\n\
                    [protocol \"file\"]\nallow = always\n[commit]\ngpgSign = false\n";
        std::fs::write(&config, text).unwrap();
        let variable = |name: &str, value: &Path| (OsString::from(name), value.as_os_str().to_owned());
        let environment = vec![
            variable("HOME", folder.path()),
            variable("XDG_CONFIG_HOME", folder.path()),
            variable("GIT_CONFIG_GLOBAL", &config),
            variable("GIT_CONFIG_NOSYSTEM", Path::new("1")),
            variable("GIT_TERMINAL_PROMPT", Path::new("0")),
        ];
        World { folder, host: HostGit { environment, shows_progress: false } }
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A repository with one commit.
    pub(super) fn repository(&self, name: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(&path).unwrap();
        self.git(&path, &["init", "--quiet"]);
        write(&path, "readme", "one\ntwo\nthree\n");
        self.commit(&path, "start");
        path
    }

    pub(super) fn commit(&self, folder: &Path, subject: &str) -> String {
        self.git(folder, &["add", "--all"]);
        self.git(folder, &["commit", "--quiet", "--allow-empty", "-m", subject]);
        self.git(folder, &["rev-parse", "HEAD"])
    }

    /// Runs git and expects success.
    pub(super) fn git(&self, folder: &Path, arguments: &[&str]) -> String {
        self.git_with_input(folder, arguments, b"")
    }

    pub(super) fn git_with_input(&self, folder: &Path, arguments: &[&str], input: &[u8]) -> String {
        use std::io::Write as _;
        let mut child = Command::new("git")
            .current_dir(folder)
            .envs(self.host.environment.clone())
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        let output = child.wait_with_output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "git {arguments:?}: {errors}");
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    pub(super) async fn pack(
        &self,
        folder: &Path,
        options: &PackOptions,
    ) -> Result<PackedSource, WorkspaceError> {
        pack(&self.host, &Origin::Folder(folder.to_owned()), options).await
    }

    /// What a Machine makes of a packed repository.
    pub(super) fn machine(&self, packed: &PackedSource) -> Machine<'_> {
        let folder = self.path(&format!("machine-{}", packed.digest.get(..8).unwrap()));
        std::fs::create_dir_all(&folder).unwrap();
        let format = if packed.source.base_commit.len() == 64 { "sha256" } else { "sha1" };
        self.git(&folder, &["init", "--quiet", &format!("--object-format={format}")]);
        let bundle = packed.bundle.to_string_lossy();
        self.git(&folder, &["fetch", "--quiet", "--no-tags", &bundle, "+refs/*:refs/autovibe/source/*"]);
        self.git(&folder, &["checkout", "--quiet", "-B", "autovibe/worker", &packed.source.base_commit]);
        Machine { world: self, folder, source: packed.source.clone() }
    }

    /// Everything of a repository that a delivery or a pack must not change.
    pub(super) fn state(&self, folder: &Path) -> (String, String, String, Vec<u8>) {
        (
            self.git(folder, &["for-each-ref"]),
            std::fs::read_to_string(folder.join(".git/HEAD")).unwrap(),
            self.git(folder, &["--no-optional-locks", "status", "--porcelain", "--ignored"]),
            std::fs::read(folder.join(".git/index")).unwrap(),
        )
    }
}

/// A Machine's workspace.
pub(super) struct Machine<'a> {
    world: &'a World,
    pub(super) folder: PathBuf,
    pub(super) source: WorkspaceSource,
}

impl Machine<'_> {
    pub(super) fn commit(&self, subject: &str) -> String {
        self.world.commit(&self.folder, subject)
    }

    /// A bundle of this commit, as the guest program writes it.
    pub(super) fn bundle_of(&self, commit: &str) -> PathBuf {
        self.world.git(&self.folder, &["update-ref", "refs/autovibe/outgoing", commit]);
        let path = self.folder.with_extension("bundle");
        let since = format!("^{}", self.source.head_commit);
        let target = path.to_string_lossy();
        let mut arguments = vec!["bundle", "create", "--quiet", &target, "refs/autovibe/outgoing"];
        if since.len() > 1 {
            arguments.push(&since);
        }
        self.world.git(&self.folder, &arguments);
        path
    }

    /// What the guest program does with files that are not committed.
    pub(super) fn snapshot(&self) -> String {
        self.world.git(&self.folder, &["add", "--all"]);
        let tree = self.world.git(&self.folder, &["write-tree"]);
        self.world.git(&self.folder, &["commit-tree", &tree, "-p", "HEAD", "-m", "Work not yet committed"])
    }

    pub(super) fn head(&self) -> String {
        self.world.git(&self.folder, &["rev-parse", "HEAD"])
    }

    pub(super) async fn open(&self, into: &Path, tip: &str) -> Result<Option<Outgoing>, WorkspaceError> {
        self.open_with(into, tip, OutgoingOptions::default()).await
    }

    pub(super) async fn open_with(
        &self,
        into: &Path,
        tip: &str,
        options: OutgoingOptions,
    ) -> Result<Option<Outgoing>, WorkspaceError> {
        let repository = Repository::open(&self.world.host, into).await?;
        let options = OutgoingOptions {
            machine_id: "mch_1".to_owned(),
            machine_name: "worker".to_owned(),
            guest_head: Some(self.head()),
            ..options
        };
        Outgoing::open(&repository, &self.bundle_of(tip), Some(&self.source), &options).await
    }
}

pub(super) fn write(folder: &Path, name: &str, text: impl AsRef<[u8]>) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

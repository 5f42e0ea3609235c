//! `autovibe deliver`: work comes out.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use autovibe_proto::hub::v1::{GetMachineRequest, GetProjectRequest};
use autovibe_proto::v1::{Machine, WorkspaceSource};
use autovibe_proto::{ErrorKind, Failure};
use clap::{ArgGroup, Args};

use super::context::Context;
use super::delivery_report::DeliveryReport;
use super::error::CliError;
use super::guest_program::{EXIT_NOTHING, run_workspace, workspace_status};
use super::output::print_json;
use super::sheet::SheetArguments;
use super::transfer::{BundleFile, host_git, interruptible};
use crate::client::Hub;
use crate::workspace::{
    BranchOptions, HostGit, Outgoing, OutgoingOptions, ReceiveLimits, Repository, ScratchFolder,
    WorkspaceError, merge_outlook, one_line, push, shell_word, update_branch,
};

/// The codes that a script may want to tell apart.
const EXIT_CODES: &str = "Ends with code 4 when there is nothing to deliver, and with code 5 when the branch or the \
    remote has commits of its own, or when the work is refused. \
    Work tree, index and current branch of the repository stay as they are.";

/// Brings the work of a Machine into a repository here: a branch, a patch or a push.
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
#[command(group(ArgGroup::new("target").args(["branch", "patch", "push"]).required(true).multiple(true)))]
pub(crate) struct DeliverArguments {
    /// The Machine.
    machine: String,
    /// Puts the work on this branch; a branch that exists goes on when its commits are part of the work.
    #[arg(long, short)]
    branch: Option<String>,
    /// Writes the work as one patch; "-" is standard output.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["branch", "push", "force"])]
    patch: Option<PathBuf>,
    /// Pushes the branch with your own git; without --branch it is autovibe/NAME-OF-THE-MACHINE.
    #[arg(long, value_name = "REMOTE", num_args = 0..=1, default_missing_value = "")]
    push: Option<String>,
    /// The repository; without it the one of the current folder, or the one that the Project was made from.
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
    /// Subject of the commit with what the coding agent has not committed.
    #[arg(long, short)]
    message: Option<String>,
    /// Sets the branch, and pushes it, even when it has commits of its own.
    #[arg(long, short)]
    force: bool,
    /// Takes symbolic links that lead out of the repository.
    #[arg(long)]
    allow_symlinks: bool,
    #[command(flatten)]
    sheet: SheetArguments,
}

pub(crate) async fn deliver(context: &Context, arguments: DeliverArguments) -> Result<(), CliError> {
    let mut hub = context.connect().await?;
    let request = GetMachineRequest { machine: arguments.machine.clone(), wait: None };
    let machine = hub.get_machine(request).await?.into_inner();
    let request = GetProjectRequest { project: machine.project_id.clone() };
    let source = hub.get_project(request).await?.into_inner().source;
    let host = host_git();
    let repository = repository(&host, arguments.into.as_deref(), source.as_ref()).await?;
    let outgoing =
        Box::pin(interruptible(fetch(&mut hub, &machine, &repository, source.as_ref(), &arguments))).await?;
    let branch_of_source = source.map(|source| source.branch).unwrap_or_default();
    if let Some(path) = &arguments.patch {
        return write_patch(context, &outgoing, path, arguments.sheet).await;
    }
    let branch = arguments.branch.clone().unwrap_or_else(|| format!("autovibe/{}", machine.name));
    let options = BranchOptions { force: arguments.force };
    let update = update_branch(&repository, &outgoing, &branch, &options).await?;
    let outlook = merge_outlook(&repository, &outgoing, &branch_of_source).await?;
    let mut report = DeliveryReport::new(&machine, &repository, &outgoing, &update, outlook);
    let mut pushed = Ok(());
    if let Some(remote) = &arguments.push {
        let remote = Some(remote.as_str()).filter(|remote| !remote.is_empty());
        match push(&repository, &branch, &branch_of_source, remote, arguments.force).await {
            Ok(remote) => report.pushed_to = Some(remote),
            // The branch is there all the same, and that is told first.
            Err(error) => pushed = Err(error.into()),
        }
    }
    if context.is_json() {
        print_json(&report)?;
    } else {
        for line in report.sentences() {
            println!("{line}");
        }
    }
    pushed
}

/// The repository that the work goes to.
async fn repository(
    host: &HostGit,
    into: Option<&Path>,
    source: Option<&WorkspaceSource>,
) -> Result<Repository, CliError> {
    if let Some(folder) = into {
        return Ok(Repository::open(host, folder).await.map_err(missing)?);
    }
    let mut folders = vec![std::env::current_dir()?];
    if let Some(source) = source.filter(|source| source.origin.starts_with('/')) {
        folders.push(PathBuf::from(&source.origin));
    }
    for folder in folders {
        let repository = match Repository::open(host, &folder).await {
            Ok(repository) => repository,
            Err(WorkspaceError::SourceUnusable(_)) => continue,
            Err(error) => return Err(error.into()),
        };
        match source {
            Some(source) if !repository.has_commit(&source.head_commit).await? => {}
            _ => return Ok(repository),
        }
    }
    let text = match source {
        Some(source) => format!(
            "neither the current folder nor {} is a repository with the commit {} that the work began with; \
             name one with --into",
            source.origin,
            source.head_commit.get(..12).unwrap_or_default()
        ),
        None => "the current folder is in no git repository; name one with --into".to_owned(),
    };
    Err(WorkspaceError::RepositoryMissing(text).into())
}

fn missing(error: WorkspaceError) -> WorkspaceError {
    match error {
        WorkspaceError::SourceUnusable(text) => WorkspaceError::RepositoryMissing(text),
        other => other,
    }
}

async fn fetch(
    hub: &mut Hub,
    machine: &Machine,
    repository: &Repository,
    source: Option<&WorkspaceSource>,
    arguments: &DeliverArguments,
) -> Result<Outgoing, CliError> {
    let limits = ReceiveLimits { allows_links: arguments.allow_symlinks, ..ReceiveLimits::default() };
    let scratch = ScratchFolder::create()?;
    let path = scratch.join("work.bundle");
    let mut words = vec!["bundle"];
    if let Some(source) = source {
        // From the commit that the user has: what was not committed then is only in the Machine.
        words.extend(["--since", &source.head_commit]);
    }
    let mut file = BundleFile::create(&path, limits.bundle_bytes_max)?;
    let code = run_workspace(hub, &machine.id, &words, |bytes| file.add(bytes).map(|()| true)).await?;
    if code == EXIT_NOTHING {
        return Err(nothing(machine));
    }
    file.finish()?;
    let status = workspace_status(hub, &machine.id).await?;
    let options = OutgoingOptions {
        machine_id: machine.id.clone(),
        machine_name: machine.name.clone(),
        message: arguments.message.clone(),
        guest_head: Some(status.head),
        limits,
    };
    Outgoing::open(repository, &path, source, &options).await?.ok_or_else(|| nothing(machine))
}

fn nothing(machine: &Machine) -> CliError {
    let text = format!("{} has changed nothing; there is nothing to deliver", machine.name);
    Failure::new(ErrorKind::NotFound, "NOTHING_TO_DELIVER", text).into()
}

async fn write_patch(
    context: &Context,
    outgoing: &Outgoing,
    path: &Path,
    sheet: SheetArguments,
) -> Result<(), CliError> {
    if path.as_os_str() == "-" {
        let mut sheet = sheet.open();
        let mut failure = None;
        let shown = outgoing
            .patch(|piece| match sheet.write(piece) {
                Ok(true) => Ok(()),
                other => {
                    failure = Some(other.err());
                    Err(WorkspaceError::GitFailed {
                        what: "show the patch".to_owned(),
                        text: "ended".to_owned(),
                    })
                }
            })
            .await;
        sheet.finish()?;
        return match failure {
            Some(None) => Ok(()),
            Some(Some(error)) => Err(error),
            None => Ok(shown?),
        };
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let scratch = folder.join(format!(".autovibe-patch-{}", std::process::id()));
    let result = async {
        let mut file = fs_err::File::create(&scratch)?;
        let failed = |source| WorkspaceError::File { what: "write the patch", source };
        outgoing.patch(|piece| file.write_all(piece).map_err(failed)).await?;
        file.sync_all()?;
        fs_err::rename(&scratch, path)?;
        Ok::<(), CliError>(())
    }
    .await;
    if result.is_err() {
        let _ = fs_err::remove_file(&scratch);
    }
    result?;
    if context.is_json() {
        return print_json(&serde_json::json!({ "patch": path, "commit": outgoing.tip }));
    }
    let name = path.to_string_lossy();
    println!("{} holds the work; apply it with: git apply --index {}", one_line(&name), shell_word(&name));
    Ok(())
}

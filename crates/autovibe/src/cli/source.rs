//! `autovibe project create --from`: a repository goes in.

use autovibe_proto::Failure;
use autovibe_proto::hub::v1::{CreateProjectRequest, DeleteProjectRequest, SourceHeader};
use autovibe_proto::v1::Project;
use clap::Args;

use super::context::Context;
use super::error::CliError;
use super::output::size;
use super::transfer::{host_git, interruptible, upload};
use crate::client::Hub;
use crate::workspace::{Origin, PackOptions, PackedSource, one_line, pack};

/// Files that a notice names.
const NAMED_FILES: usize = 8;

/// The repository that Machines of a new Project start from.
#[derive(Debug, Args)]
pub(crate) struct SourceArguments {
    /// A folder in a git repository, or the address of one; each Machine gets a clone on a branch of its own.
    #[arg(long, value_name = "DIR|GIT_URL")]
    from: Option<String>,
    /// The branch to start from; without it the one that is checked out, or the default one.
    #[arg(long, requires = "from")]
    branch: Option<String>,
    /// Leaves out what is not committed.
    #[arg(long, requires = "from")]
    committed_only: bool,
    /// Accepts empty folders in the place of submodules.
    #[arg(long, requires = "from")]
    without_submodules: bool,
    /// Accepts pointer files in the place of files that git LFS keeps.
    #[arg(long, requires = "from")]
    without_lfs: bool,
}

/// Makes a Project; its repository is packed before, so that a refusal leaves nothing behind.
pub(crate) async fn create_with_source(
    context: &Context,
    hub: &mut Hub,
    request: CreateProjectRequest,
    arguments: SourceArguments,
) -> Result<Project, CliError> {
    let Some(from) = &arguments.from else {
        return Ok(hub.create_project(request).await?.into_inner());
    };
    let origin = Origin::parse(from)?;
    let options = PackOptions {
        branch: arguments.branch.clone(),
        committed_only: arguments.committed_only,
        without_submodules: arguments.without_submodules,
        without_lfs: arguments.without_lfs,
        ..PackOptions::default()
    };
    let host = host_git();
    let packed = Box::pin(interruptible(async { Ok(pack(&host, &origin, &options).await?) })).await?;
    tell(&packed);
    let project = hub.create_project(request).await?.into_inner();
    let mut workspaces = context.connect_workspaces().await?;
    let header = SourceHeader {
        project: project.id.clone(),
        source: Some(packed.source.clone()),
        digest: packed.digest.clone(),
        size_bytes: packed.source.size_bytes,
    };
    match Box::pin(interruptible(upload(&mut workspaces, header, &packed.bundle))).await {
        Ok(project) => Ok(project),
        Err(error) => {
            let removed = hub.delete_project(DeleteProjectRequest { project: project.id.clone() }).await;
            if let Err(status) = removed {
                let failure = Failure::from(status);
                eprintln!("the project {} stays without a repository: {failure}", project.name);
            }
            Err(error)
        }
    }
}

/// Tells what goes along besides the history.
fn tell(packed: &PackedSource) {
    for note in &packed.notes {
        eprintln!("{note}");
    }
    let count = packed.uncommitted.len();
    if count == 0 {
        return;
    }
    let mut names: Vec<String> =
        packed.uncommitted.iter().take(NAMED_FILES).map(|change| one_line(&change.path)).collect();
    if count > NAMED_FILES {
        names.push(format!("and {} more", count - NAMED_FILES));
    }
    let files = if count == 1 { "1 file" } else { &format!("{count} files") };
    eprintln!(
        "{files} not committed here: they go along as one commit ({}); --committed-only leaves them out",
        names.join(", ")
    );
}

/// Prints where a Project's work began.
pub(crate) fn print_source(project: &Project) {
    let Some(source) = &project.source else { return };
    println!("  from     {}", one_line(&source.origin));
    println!("  branch   {}", if source.branch.is_empty() { "-" } else { &source.branch });
    println!("  commit   {}", source.head_commit);
    if source.base_commit != source.head_commit {
        println!("  with     {} (what was not committed)", source.base_commit);
    }
    println!("  bundle   {}", size(source.size_bytes));
}

//! `autovibe project …`

use autovibe_proto::hub::v1::{
    CreateProjectRequest, DeleteProjectRequest, GetProjectRequest, ListProjectsRequest,
};
use clap::Subcommand;

use super::context::Context;
use super::error::CliError;
use super::output::{instant, print_json, print_table};
use super::source::{SourceArguments, create_with_source, print_source};

/// Makes, lists and removes Projects.
#[derive(Debug, Subcommand)]
pub(crate) enum ProjectCommand {
    /// Makes a Project.
    Create {
        /// Name: lower-case letters, digits and hyphens.
        name: String,
        /// What it is about.
        #[arg(long, default_value = "")]
        description: String,
        #[command(flatten)]
        source: SourceArguments,
    },
    /// Lists Projects.
    List,
    /// Shows a Project.
    Show {
        /// Identifier or name.
        project: String,
    },
    /// Deletes a Project that has no Machines.
    Delete {
        /// Identifier or name.
        project: String,
    },
}

pub(crate) async fn project(context: &Context, command: ProjectCommand) -> Result<(), CliError> {
    let mut hub = context.connect().await?;
    match command {
        ProjectCommand::Create { name, description, source } => {
            let request = CreateProjectRequest { name, description };
            let project = Box::pin(create_with_source(context, &mut hub, request, source)).await?;
            if context.is_json() {
                return print_json(&project);
            }
            println!("{}  {}", project.id, project.name);
            print_source(&project);
        }
        ProjectCommand::List => {
            let mut projects = Vec::new();
            let mut page_token = String::new();
            loop {
                let page =
                    hub.list_projects(ListProjectsRequest { page_size: 0, page_token }).await?.into_inner();
                projects.extend(page.projects);
                page_token = page.next_page_token;
                if page_token.is_empty() {
                    break;
                }
            }
            if context.is_json() {
                return print_json(&projects);
            }
            let rows: Vec<_> = projects
                .into_iter()
                .map(|project| {
                    [project.id, project.name, instant(project.create_time.as_ref()), project.description]
                })
                .collect();
            print_table(["ID", "NAME", "CREATED", "DESCRIPTION"], &rows);
        }
        ProjectCommand::Show { project } => {
            let project = hub.get_project(GetProjectRequest { project }).await?.into_inner();
            if context.is_json() {
                return print_json(&project);
            }
            println!("{}  {}  {}", project.id, project.name, project.description);
            print_source(&project);
        }
        ProjectCommand::Delete { project } => {
            hub.delete_project(DeleteProjectRequest { project: project.clone() }).await?;
            if !context.is_json() {
                println!("deleted {project}");
            }
        }
    }
    Ok(())
}

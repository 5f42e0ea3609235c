//! Calls about Projects.

use autovibe_proto::hub::v1::{
    CreateProjectRequest, DeleteProjectRequest, DeleteProjectResponse, GetProjectRequest,
    ListProjectsRequest, ListProjectsResponse,
};
use autovibe_proto::v1::{Machine, Project, Secret};
use autovibe_proto::{ErrorKind, Failure, ProjectId};

use super::access::{Access, Caller};
use super::control::ControlApi;
use super::locate::find_project;
use super::name::{check_name, quoted};
use super::page::page;
use crate::database::{CommitBuilder, Page};
use crate::secret::secrets_of;

const DESCRIPTION_LENGTH_MAX: usize = 4096;

impl ControlApi {
    pub(super) async fn create_project(
        &self,
        caller: &Caller,
        request: CreateProjectRequest,
    ) -> Result<Project, Failure> {
        caller.check_global(Access::Change)?;
        check_name("project name", &request.name)?;
        if request.description.len() > DESCRIPTION_LENGTH_MAX {
            let text = format!("a description has at most {DESCRIPTION_LENGTH_MAX} bytes");
            return Err(Failure::invalid(text).with("field", "description"));
        }
        let project = Project {
            id: ProjectId::generate().into_string(),
            name: request.name,
            description: request.description,
            ..Project::default()
        };
        self.database().commit(CommitBuilder::new().insert(&project)).await.map_err(
            |failure| match failure.kind {
                ErrorKind::AlreadyExists => Failure::new(
                    failure.kind,
                    "PROJECT_EXISTS",
                    format!("there is a project {:?} already", project.name),
                ),
                _ => failure,
            },
        )?;
        self.database().require(&project.id).await
    }

    pub(super) async fn get_project(
        &self,
        caller: &Caller,
        request: GetProjectRequest,
    ) -> Result<Project, Failure> {
        let project = find_project(self.database(), &request.project).await?;
        caller.check(Access::View, &project.id)?;
        Ok(project)
    }

    pub(super) async fn list_projects(
        &self,
        caller: &Caller,
        request: ListProjectsRequest,
    ) -> Result<ListProjectsResponse, Failure> {
        caller.check_global(Access::View)?;
        let filter =
            caller.project_id.as_deref().map(|id| format!("id = {}", quoted(id))).unwrap_or_default();
        let page = page(request.page_size, &request.page_token)?;
        let listed = self.database().list(&filter, "name", page).await?;
        Ok(ListProjectsResponse { projects: listed.rows, next_page_token: listed.next_page_token })
    }

    pub(super) async fn delete_project(
        &self,
        caller: &Caller,
        request: DeleteProjectRequest,
    ) -> Result<DeleteProjectResponse, Failure> {
        let project = find_project(self.database(), &request.project).await?;
        caller.check_global(Access::Change)?;
        caller.check(Access::Change, &project.id)?;
        let filter = format!("project_id = {}", quoted(&project.id));
        let machines = self.database().list::<Machine>(&filter, "", Page::first(1)).await?.rows;
        if let Some(machine) = machines.first() {
            return Err(Failure::new(
                ErrorKind::WrongState,
                "PROJECT_NOT_EMPTY",
                format!(
                    "project {} still has machines, as {}: delete them first",
                    project.name, machine.name
                ),
            )
            .with("project_id", project.id.clone()));
        }
        let mut commit = CommitBuilder::new().delete::<Project>(&project.id, "");
        // A Project's row is only marked as deleted, so nothing else would take its Secrets away.
        for secret in secrets_of(self.database(), &project.id).await? {
            commit = commit.delete::<Secret>(&secret.id, "");
        }
        self.database().commit(commit).await?;
        Ok(DeleteProjectResponse {})
    }
}

//! Finds the Project or Machine that a caller names by id or name.

use autovibe_proto::v1::{Checkpoint, Machine, Project, Turn};
use autovibe_proto::{CheckpointId, ErrorKind, Failure, MachineId, ProjectId, TurnId};

use super::name::quoted;
use crate::database::{Database, Page};

/// The live Project with this id or name.
pub(crate) async fn find_project(database: &Database, text: &str) -> Result<Project, Failure> {
    if text.is_empty() {
        return Err(Failure::invalid("name a project").with("field", "project"));
    }
    check_length(text)?;
    let found = if text.parse::<ProjectId>().is_ok() {
        database.get::<Project>(text).await?
    } else {
        let filter = format!("name = {}", quoted(text));
        database.list::<Project>(&filter, "", Page::first(1)).await?.rows.into_iter().next()
    };
    found.filter(|project| project.delete_time.is_none()).ok_or_else(|| {
        Failure::new(
            ErrorKind::NotFound,
            "PROJECT_NOT_FOUND",
            format!("there is no project {:?}", shown(text)),
        )
        .with("project", shown(text))
    })
}

/// The Machine with this id, this PROJECT/NAME, or this NAME when no other Project has it.
///
/// `scope` is the only Project that is looked at when a bare name is given. A Machine named by its id may be
/// deleted already.
pub(crate) async fn find_machine(
    database: &Database,
    text: &str,
    scope: Option<&str>,
) -> Result<Machine, Failure> {
    if text.is_empty() {
        return Err(Failure::invalid("name a machine").with("field", "machine"));
    }
    check_length(text)?;
    if text.parse::<MachineId>().is_ok() {
        return database.get::<Machine>(text).await?.ok_or_else(|| machine_not_found(text));
    }
    let (name, project_id) = match text.split_once('/') {
        Some((project, name)) => (name, Some(find_project(database, project).await?.id)),
        None => (text, scope.map(str::to_owned)),
    };
    let mut filter = format!("name = {}", quoted(name));
    if let Some(project_id) = &project_id {
        filter.push_str(&format!(" AND project_id = {}", quoted(project_id)));
    }
    let mut rows = database.list::<Machine>(&filter, "", Page::first(2)).await?.rows;
    match rows.len() {
        0 => Err(machine_not_found(text)),
        1 => Ok(rows.remove(0)),
        _ => Err(Failure::new(
            ErrorKind::InvalidArgument,
            "MACHINE_NAME_AMBIGUOUS",
            format!("several projects have a machine {name:?}: write PROJECT/{name} or its id"),
        )),
    }
}

/// The Checkpoint with this id.
pub(crate) async fn find_checkpoint(database: &Database, id: &str) -> Result<Checkpoint, Failure> {
    id.parse::<CheckpointId>()
        .map_err(|error| Failure::invalid(error.to_string()).with("field", "checkpoint_id"))?;
    let found = database.get::<Checkpoint>(id).await?;
    found.filter(|checkpoint| checkpoint.delete_time.is_none()).ok_or_else(|| {
        Failure::new(ErrorKind::NotFound, "CHECKPOINT_NOT_FOUND", format!("there is no checkpoint {id}"))
    })
}

/// The Turn with this id; `None` while it has not begun.
pub(crate) async fn find_turn(database: &Database, id: &str) -> Result<Option<Turn>, Failure> {
    id.parse::<TurnId>().map_err(|error| Failure::invalid(error.to_string()).with("field", "turn_id"))?;
    database.get::<Turn>(id).await
}

fn machine_not_found(text: &str) -> Failure {
    Failure::new(ErrorKind::NotFound, "MACHINE_NOT_FOUND", format!("there is no machine {:?}", shown(text)))
        .with("machine", shown(text))
}

/// PROJECT/NAME is the longest way to name something.
fn check_length(text: &str) -> Result<(), Failure> {
    const LENGTH_MAX: usize = 128;
    if text.len() > LENGTH_MAX || text.contains('\0') {
        return Err(Failure::invalid(format!("an id or name has at most {LENGTH_MAX} bytes")));
    }
    Ok(())
}

/// What a caller wrote, short enough for a message.
fn shown(text: &str) -> String {
    text.chars().take(128).collect()
}

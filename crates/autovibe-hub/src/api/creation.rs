//! Accepts a new Machine: finds it a free name and commits its row with its first Message.

use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{CreateMessage, Machine, MachineGoal, MachineState, Usage};
use autovibe_proto::{ErrorKind, Failure, MachineId, ProjectId, partition_of};

use super::name::{check_name, numbered_name, quoted};
use crate::budget::first_spend;
use crate::clock::now_micros;
use crate::database::{CommitBuilder, Page};
use crate::hub::Hub;
use crate::mailbox::NewMessage;

/// Names that are tried for a Machine that states none.
const NAME_TRIES: u32 = 10_000;
/// Races with others who take the same name.
const COMMIT_TRIES: u32 = 8;

/// The name of a new Machine.
#[derive(Debug, Clone, Copy)]
pub(crate) enum WantedName<'a> {
    /// This one, or none.
    Exactly(&'a str),
    /// The first free one of `stem-1`, `stem-2`, ….
    Numbered(&'a str),
}

/// Accepts a Machine, or returns the one that an earlier call with the same id made.
///
/// Of `draft`, everything that describes the Machine must be set; name, state and partition are set here.
pub(crate) async fn accept_machine(
    hub: &Hub,
    draft: Machine,
    name: WantedName<'_>,
    sender: &str,
) -> Result<Machine, Failure> {
    let id: MachineId =
        draft.id.parse().map_err(|error| Failure::internal(format!("machine id: {error}")))?;
    let project_id: ProjectId =
        draft.project_id.parse().map_err(|error| Failure::internal(format!("project id: {error}")))?;
    let create = CreateMessage { checkpoint_id: draft.origin_checkpoint_id.clone() };
    let new = NewMessage::new(id.clone(), sender, Kind::Create(create)).with_request_id("create");
    let mut machine = Machine {
        partition: partition_of(&id),
        state: MachineState::Pending.into(),
        goal: MachineGoal::Running.into(),
        usage: Some(Usage::default()),
        ..draft
    };
    for _ in 0..COMMIT_TRIES {
        if let Some(earlier) = hub.database().get::<Machine>(id.as_str()).await? {
            return Ok(earlier);
        }
        machine.name = match name {
            WantedName::Exactly(name) => {
                check_name("machine name", name)?;
                name.to_owned()
            }
            WantedName::Numbered(stem) => free_name(hub, &machine.project_id, stem).await?,
        };
        let (message, entry) = new.rows(&project_id, now_micros());
        let spend = first_spend(hub.database(), &machine).await?;
        let commit = CommitBuilder::new().insert(&machine).insert(&message).insert(&entry);
        // Its lineage is found while its parent is surely there.
        let commit = commit.insert_if_absent(&spend);
        match hub.commit(commit).await {
            Ok(_) => return hub.database().require(id.as_str()).await,
            Err(failure) if failure.kind == ErrorKind::AlreadyExists => {
                let is_taken = is_name_taken(hub, &machine.project_id, &machine.name).await?;
                if is_taken && matches!(name, WantedName::Exactly(_)) {
                    // A call with the same id may have been faster.
                    let earlier = hub.database().get::<Machine>(id.as_str()).await?;
                    return earlier.ok_or_else(|| name_taken(&machine.name));
                }
            }
            Err(failure) => return Err(failure),
        }
    }
    Err(Failure::new(ErrorKind::Conflict, "CONFLICT", "others took the same names; try again"))
}

fn name_taken(name: &str) -> Failure {
    let text = format!("the project has a machine {name:?} already; choose another name or leave it out");
    Failure::new(ErrorKind::AlreadyExists, "MACHINE_EXISTS", text).with("field", "name")
}

async fn free_name(hub: &Hub, project_id: &str, stem: &str) -> Result<String, Failure> {
    for number in 1..=NAME_TRIES {
        let name = numbered_name(stem, number);
        check_name("name prefix", &name)?;
        if !is_name_taken(hub, project_id, &name).await? {
            return Ok(name);
        }
    }
    Err(Failure::new(ErrorKind::LimitExceeded, "NAMES_EXHAUSTED", format!("all names {stem}-… are taken")))
}

async fn is_name_taken(hub: &Hub, project_id: &str, name: &str) -> Result<bool, Failure> {
    let filter = format!("project_id = {} AND name = {}", quoted(project_id), quoted(name));
    Ok(!hub.database().list::<Machine>(&filter, "", Page::first(1)).await?.rows.is_empty())
}

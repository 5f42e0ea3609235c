//! Checkpoints of Machines that stand still or are gone, and what a comparison with the node finds.

use autovibe_hub::database::CommitBuilder;
use autovibe_hub::mailbox::NewMessage;
use autovibe_proto::hub::v1::hub_service_client::HubServiceClient;
use autovibe_proto::hub::v1::telemetry_service_client::TelemetryServiceClient;
use autovibe_proto::hub::v1::{
    DeleteCheckpointRequest, GetMachineStatsRequest, ListOrphansRequest, VerifyCheckpointRequest,
};
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{
    Checkpoint, CheckpointMessage, CheckpointState, GoalMessage, Machine, MachineGoal, MachineState,
    MailboxEntry, PromptMessage,
};
use autovibe_proto::{CheckpointId, ErrorKind, Failure, ImageId, MachineId, partition_of};

use crate::fleet::Fleet;
use crate::node::NODE_ID;

async fn post(fleet: &Fleet, machine: &MachineId, kind: Kind) {
    fleet.hub.post(NewMessage::new(machine.clone(), "user/tok_a", kind)).await.unwrap();
}

async fn reach(fleet: &Fleet, machine: &MachineId, goal: MachineGoal, state: MachineState) {
    post(fleet, machine, Kind::Goal(GoalMessage { goal: goal.into(), grace_ms: 0 })).await;
    fleet.wait_for_state(machine, state).await;
}

/// Saves a Machine that is off; no guest has to answer.
async fn save(fleet: &Fleet, machine: &MachineId) -> CheckpointId {
    let id = CheckpointId::generate();
    let body = CheckpointMessage { checkpoint_id: id.to_string(), label: String::new() };
    post(fleet, machine, Kind::Checkpoint(body)).await;
    wait_for_checkpoint(fleet, &id, CheckpointState::Ready).await;
    id
}

async fn wait_for_checkpoint(fleet: &Fleet, id: &CheckpointId, state: CheckpointState) -> Checkpoint {
    let reached = |row: Option<&Checkpoint>| row.is_some_and(|row| row.state() == state);
    fleet.wait_for::<Checkpoint>(id.as_str(), reached).await.unwrap()
}

async fn wait_until_gone(fleet: &Fleet, id: &CheckpointId) {
    let gone = |row: Option<&Checkpoint>| row.is_none_or(|row| row.delete_time.is_some());
    fleet.wait_for::<Checkpoint>(id.as_str(), gone).await;
}

/// A fork that has not begun: its partition's Machine waits for a node that never hears of it.
async fn plant_fork(fleet: &Fleet, checkpoint: &CheckpointId) -> MachineId {
    let id = MachineId::generate();
    let row = Machine {
        id: id.to_string(),
        project_id: fleet.project_id.to_string(),
        name: "fork".to_owned(),
        image_id: ImageId::derive(&["fa4e"]).into_string(),
        node_id: NODE_ID.to_owned(),
        partition: partition_of(&id),
        origin_checkpoint_id: Some(checkpoint.to_string()),
        state: MachineState::Pending.into(),
        goal: MachineGoal::Running.into(),
        ..Machine::default()
    };
    fleet.hub.commit(CommitBuilder::new().insert(&row)).await.unwrap();
    id
}

async fn end_fork(fleet: &Fleet, id: &MachineId) {
    let mut row = fleet.hub.database().require::<Machine>(id.as_str()).await.unwrap();
    row.set_state(MachineState::Failed);
    let token = fleet.hub.leases().token_for(id).unwrap();
    fleet.hub.commit(CommitBuilder::new().lease(token).update(&row, &["state"])).await.unwrap();
}

#[tokio::test]
async fn a_machine_that_is_off_is_saved_and_stays_off() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    reach(&fleet, &machine, MachineGoal::Stopped, MachineState::Stopped).await;
    save(&fleet, &machine).await;
    let row = fleet.hub.database().require::<Machine>(machine.as_str()).await.unwrap();
    assert_eq!(row.state(), MachineState::Stopped);
    assert!(fleet.guests.commands.lock().unwrap().is_empty(), "no guest was asked");
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_checkpoint_that_outlived_its_machine_can_be_removed_once_no_fork_needs_it() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    reach(&fleet, &machine, MachineGoal::Stopped, MachineState::Stopped).await;
    let checkpoint = save(&fleet, &machine).await;
    let fork = plant_fork(&fleet, &checkpoint).await;
    reach(&fleet, &machine, MachineGoal::Deleted, MachineState::Deleted).await;
    wait_for_checkpoint(&fleet, &checkpoint, CheckpointState::Ready).await;

    let mut client = fleet.client().await;
    let request = || DeleteCheckpointRequest { checkpoint_id: checkpoint.to_string() };
    let refused = Failure::from(client.delete_checkpoint(request()).await.unwrap_err());
    assert_eq!((refused.kind, refused.reason.as_str()), (ErrorKind::WrongState, "WRONG_STATE"));
    end_fork(&fleet, &fork).await;
    // Away: the wish is durable and the next comparison fulfils it.
    fleet.node.fail_next(tonic::Status::unavailable("away"));
    assert!(client.delete_checkpoint(request()).await.is_err());
    wait_for_checkpoint(&fleet, &checkpoint, CheckpointState::Deleting).await;
    client.delete_checkpoint(request()).await.unwrap();
    wait_until_gone(&fleet, &checkpoint).await;
    assert!(fleet.node.checkpoints().is_empty());
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn the_end_of_the_last_fork_releases_a_checkpoint_of_a_deleted_machine() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    reach(&fleet, &machine, MachineGoal::Stopped, MachineState::Stopped).await;
    let checkpoint = save(&fleet, &machine).await;
    let fork = plant_fork(&fleet, &checkpoint).await;
    reach(&fleet, &machine, MachineGoal::Deleted, MachineState::Deleted).await;
    let fleet = fleet.restart().await;
    wait_for_checkpoint(&fleet, &checkpoint, CheckpointState::Ready).await;
    end_fork(&fleet, &fork).await;
    // Each Hub compares when it greets the node.
    let fleet = fleet.restart().await;
    wait_until_gone(&fleet, &checkpoint).await;
    assert!(fleet.node.checkpoints().is_empty());
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_comparison_finds_what_the_node_lost_and_what_nobody_knows() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    reach(&fleet, &machine, MachineGoal::Stopped, MachineState::Stopped).await;
    let (kept, lost) = (save(&fleet, &machine).await, save(&fleet, &machine).await);
    fleet.node.lose_checkpoint(lost.as_str());
    let unknown = CheckpointId::generate();
    fleet.node.plant_checkpoint(unknown.as_str(), MachineId::generate().as_str());
    let fleet = fleet.restart().await;
    let row = wait_for_checkpoint(&fleet, &lost, CheckpointState::Failed).await;
    assert!(row.failure.contains("the node has nothing"), "{}", row.failure);
    wait_for_checkpoint(&fleet, &kept, CheckpointState::Ready).await;
    let machine = fleet.hub.database().require::<Machine>(machine.as_str()).await.unwrap();
    assert_eq!(machine.checkpoint_id, None, "nothing goes back to what is lost");

    let (router, bearer) = fleet.control().await;
    let mut hub_client = HubServiceClient::with_interceptor(router.clone(), bearer.clone());
    let mut client = TelemetryServiceClient::with_interceptor(router, bearer);
    // The comparison ends a moment after it has told the actor.
    let mut orphans = Vec::new();
    for _ in 0..400 {
        orphans = client.list_orphans(ListOrphansRequest {}).await.unwrap().into_inner().orphans;
        if !orphans.is_empty() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    let ids: Vec<&str> = orphans.iter().map(|orphan| orphan.id.as_str()).collect();
    assert_eq!(ids, [unknown.as_str()]);
    assert_eq!(fleet.node.checkpoints().len(), 2, "nothing is removed unasked");
    let request = || DeleteCheckpointRequest { checkpoint_id: unknown.to_string() };
    hub_client.delete_checkpoint(request()).await.unwrap();
    assert_eq!(fleet.node.checkpoints(), [kept.as_str()]);
    assert!(client.list_orphans(ListOrphansRequest {}).await.unwrap().into_inner().orphans.is_empty());
    let gone = Failure::from(hub_client.delete_checkpoint(request()).await.unwrap_err());
    assert_eq!(gone.kind, ErrorKind::NotFound);
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_machine_is_measured_and_a_checkpoint_verified_on_request() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    reach(&fleet, &machine, MachineGoal::Stopped, MachineState::Stopped).await;
    let checkpoint = save(&fleet, &machine).await;
    let (router, bearer) = fleet.control().await;
    let mut client = TelemetryServiceClient::with_interceptor(router, bearer);
    let stats = client.get_machine_stats(GetMachineStatsRequest { machine: "worker".to_owned() });
    let stats = stats.await.unwrap().into_inner();
    assert_eq!((stats.machine_id.as_str(), stats.heartbeat), (machine.as_str(), None));
    let measured = stats.node.unwrap();
    assert_eq!((measured.cpu_time_ms, measured.memory_bytes, measured.disk_bytes), (5, 6, 7));
    let verify = VerifyCheckpointRequest { checkpoint_id: checkpoint.to_string() };
    let found = client.verify_checkpoint(verify).await.unwrap().into_inner();
    assert_eq!((found.difference.as_str(), found.full), ("one byte", true));
    let missing = client.get_machine_stats(GetMachineStatsRequest { machine: "nobody".to_owned() });
    assert_eq!(Failure::from(missing.await.unwrap_err()).kind, ErrorKind::NotFound);
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn nothing_waits_in_the_mailbox_for_a_turn_that_ended() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    let waiting = || async {
        let filter = format!("machine_id = \"{machine}\"");
        fleet.hub.database().list_all::<MailboxEntry>(&filter, "", 100).await.unwrap().len()
    };
    // The limit of the greeting.
    let before = waiting().await;
    post(&fleet, &machine, Kind::Prompt(PromptMessage { text: "a".to_owned(), ..Default::default() })).await;
    let row = fleet.wait_for_state(&machine, MachineState::Working).await;
    fleet.obey(&machine).await;
    fleet.end_turn(&machine, &row.turn_id.unwrap()).await;
    fleet.wait_for_state(&machine, MachineState::Ready).await;
    for _ in 0..400 {
        if waiting().await == before {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    assert_eq!(waiting().await, before);
    fleet.hub.shutdown().await;
}

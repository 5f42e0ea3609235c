//! Commit: everything or nothing, under guards, once.

use autovibe_proto::ErrorKind;
use autovibe_proto::db::v1::{
    CommitRequest, GetMachineRequest, GetProjectRequest, ListMachinesRequest, RevisionGuard, guard,
};
use autovibe_proto::v1::{AgentEvent, Machine, MachineEvent, MailboxEntry, Project};
use autovibe_proto::{AgentEventId, MachineEventId, MachineId, MessageId};
use prost::Message as _;

use crate::database::{
    Clients, TestDatabase, delete, guard_of, insert, insert_if_absent, key, new_machine, new_project, update,
};

fn entry(machine: &Machine) -> MailboxEntry {
    MailboxEntry {
        id: MessageId::generate().into_string(),
        project_id: machine.project_id.clone(),
        machine_id: machine.id.clone(),
        ..MailboxEntry::default()
    }
}

async fn machine_count(hub: &mut Clients) -> usize {
    hub.machines.list_machines(ListMachinesRequest::default()).await.unwrap().into_inner().machines.len()
}

#[tokio::test]
async fn one_refused_write_undoes_all_others() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    let project = hub.project().await;
    let machine = new_machine(&project);
    let clash = Machine { name: machine.name.clone(), ..new_machine(&project) };
    let failed = hub.commit(vec![insert("Machine", &machine), insert("Machine", &clash)]).await.unwrap_err();
    assert_eq!(failed.kind, ErrorKind::AlreadyExists);
    assert_eq!(failed.metadata.get("fields").map(String::as_str), Some("project_id, name"));
    assert_eq!(machine_count(&mut hub).await, 0);
}

#[tokio::test]
async fn rows_may_be_written_before_those_they_refer_to() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    let project = new_project();
    let machine = new_machine(&project);
    hub.commit(vec![insert("Machine", &machine), insert("Project", &project)]).await.unwrap();
    let orphan = Machine { project_id: new_project().id, ..new_machine(&project) };
    let failed = hub.commit(vec![insert("Machine", &orphan)]).await.unwrap_err();
    assert_eq!((failed.kind, failed.reason.as_str()), (ErrorKind::WrongState, "REFERENCE_MISSING"));
    assert_eq!(failed.metadata.get("field").map(String::as_str), Some("project_id"));
}

#[tokio::test]
async fn guards_decide_before_the_first_write() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    let project = hub.project().await;
    let exists = |id: &str| guard_of(guard::Condition::Exists(key("Project", id)));
    let absent = |id: &str| guard_of(guard::Condition::Absent(key("Project", id)));
    let revision = |revision| {
        let key = Some(key("Project", &project.id));
        guard_of(guard::Condition::Revision(RevisionGuard { key, revision }))
    };
    let other = new_project();
    for (guards, reason) in [
        (vec![exists(&other.id)], "GUARD_FAILED"),
        (vec![absent(&project.id)], "GUARD_FAILED"),
        (vec![revision(2)], "STALE_REVISION"),
    ] {
        let failed = hub.commit_if(guards, vec![insert("Project", &other)]).await.unwrap_err();
        assert_eq!((failed.kind, failed.reason.as_str()), (ErrorKind::Conflict, reason));
    }
    let guards = vec![exists(&project.id), absent(&other.id), revision(1)];
    hub.commit_if(guards, vec![insert("Project", &other)]).await.unwrap();
}

#[tokio::test]
async fn a_key_returns_the_first_answer_and_writes_once() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    let project = hub.project().await;
    let request = |machine: &Machine| CommitRequest {
        writes: vec![insert("Machine", machine)],
        idempotency_key: "step-1".into(),
        ..CommitRequest::default()
    };
    let machine = new_machine(&project);
    let first = hub.database.commit(request(&machine)).await.unwrap().into_inner();
    let mut again = hub.database.commit(request(&new_machine(&project))).await.unwrap().into_inner();
    assert!(again.repeated_call && !first.repeated_call);
    again.repeated_call = false;
    assert_eq!(again, first);
    assert_eq!(machine_count(&mut hub).await, 1);
    // After a week the key is free.
    database.clock.advance(8 * 24 * 3600 * 1_000_000);
    let late = hub.database.commit(request(&new_machine(&project))).await.unwrap().into_inner();
    assert!(!late.repeated_call);
    assert_eq!(machine_count(&mut hub).await, 2);
}

#[tokio::test]
async fn an_existing_row_is_left_alone_where_absence_is_asked_for() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    let project = hub.project().await;
    let renamed = Project { name: "renamed".into(), ..project.clone() };
    let response = hub.commit(vec![insert_if_absent("Project", &renamed)]).await.unwrap();
    let stored = Project::decode(response.rows[0].value.as_slice()).unwrap();
    assert_eq!((stored.name, stored.revision), (project.name, 1));
}

#[tokio::test]
async fn sequences_grow_in_commit_order_without_gaps() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    let project = hub.project().await;
    let machine = new_machine(&project);
    hub.commit(vec![insert("Machine", &machine)]).await.unwrap();
    let mut numbers = Vec::new();
    for round in 0..3 {
        let (first, second) = (entry(&machine), entry(&machine));
        if round == 1 {
            let orphan = MailboxEntry { machine_id: MachineId::generate().into_string(), ..entry(&machine) };
            hub.commit(vec![insert("MailboxEntry", &first), insert("MailboxEntry", &orphan)])
                .await
                .unwrap_err();
        }
        let response =
            hub.commit(vec![insert("MailboxEntry", &first), insert("MailboxEntry", &second)]).await.unwrap();
        for row in response.rows {
            numbers.push(MailboxEntry::decode(row.value.as_slice()).unwrap().sequence);
        }
    }
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6]);
}

#[tokio::test]
async fn append_only_rows_and_immutable_fields_do_not_change() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    let project = hub.project().await;
    let machine = new_machine(&project);
    let event = MachineEvent {
        id: MachineEventId::generate().into_string(),
        machine_id: machine.id.clone(),
        project_id: project.id.clone(),
        sequence: 1,
        ..MachineEvent::default()
    };
    hub.commit(vec![insert("Machine", &machine), insert("MachineEvent", &event)]).await.unwrap();
    let failed = hub.commit(vec![update("MachineEvent", &event, &[], 0)]).await.unwrap_err();
    assert_eq!(failed.kind, ErrorKind::InvalidArgument);
    let lease = hub.lease(0).await;
    let moved = Machine { project_id: hub.project().await.id, ..machine.clone() };
    let failed = hub.commit_if(lease, vec![update("Machine", &moved, &["project_id"], 0)]).await.unwrap_err();
    assert_eq!(failed.metadata.get("field").map(String::as_str), Some("project_id"));
    for path in ["revision", "id", "update_time", "no_such_field", "spec.cpu_count"] {
        let failed = hub.commit(vec![update("Machine", &machine, &[path], 0)]).await.unwrap_err();
        assert_eq!(failed.kind, ErrorKind::InvalidArgument, "{path}");
    }
}

#[tokio::test]
async fn state_and_telemetry_do_not_share_a_commit() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    let event = AgentEvent {
        id: AgentEventId::generate().into_string(),
        machine_id: MachineId::generate().into_string(),
        ..AgentEvent::default()
    };
    let both = vec![insert("AgentEvent", &event), insert("Project", &new_project())];
    assert_eq!(hub.commit(both).await.unwrap_err().kind, ErrorKind::InvalidArgument);
    let response = hub.commit(vec![insert("AgentEvent", &event)]).await.unwrap();
    assert_eq!(AgentEvent::decode(response.rows[0].value.as_slice()).unwrap().number, 1);
}

#[tokio::test]
async fn deleting_marks_or_removes_and_reaches_what_depends() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    let project = hub.project().await;
    let machine = new_machine(&project);
    let mail = entry(&machine);
    hub.commit(vec![insert("Machine", &machine), insert("MailboxEntry", &mail)]).await.unwrap();

    // A soft delete keeps the row, frees its unique name and touches nothing else.
    let lease = hub.lease(0).await;
    hub.commit_if(lease.clone(), vec![delete("Machine", &machine.id)]).await.unwrap();
    let request = GetMachineRequest { id: machine.id.clone() };
    let deleted = hub.machines.get_machine(request).await.unwrap().into_inner();
    assert!(deleted.delete_time.is_some());
    assert_eq!(machine_count(&mut hub).await, 0);
    let all = ListMachinesRequest { show_deleted: true, ..ListMachinesRequest::default() };
    assert_eq!(hub.machines.list_machines(all).await.unwrap().into_inner().machines.len(), 1);
    hub.commit(vec![insert("Machine", &Machine { name: machine.name.clone(), ..new_machine(&project) })])
        .await
        .unwrap();
    let both = vec![delete("Machine", &machine.id), delete("MailboxEntry", &mail.id)];
    hub.commit_if(lease, both).await.unwrap();
    hub.commit(vec![delete("MailboxEntry", &mail.id)]).await.unwrap();
    hub.commit(vec![delete("Project", &project.id)]).await.unwrap();
    let request = GetProjectRequest { id: project.id };
    assert!(hub.projects.get_project(request).await.unwrap().into_inner().delete_time.is_some());
}

//! Leases: one owner at a time, and a late one is fenced.

use autovibe_proto::db::v1::{AcquireLeasesRequest, ReleaseLeasesRequest, RenewLeasesRequest, guard};
use autovibe_proto::v1::{AgentEvent, LeaseToken, Machine, MailboxEntry, Turn};
use autovibe_proto::{AgentEventId, ErrorKind, MessageId, TurnId};
use pbjson_types::Duration;

use crate::database::{Clients, TestDatabase, delete, guard_of, insert, new_machine, new_project, update};

fn seconds(seconds: i64) -> Option<Duration> {
    Some(Duration { seconds, nanos: 0 })
}

async fn acquire(
    hub: &mut Clients,
    owner: &str,
    partitions: &[i32],
    duration: Option<Duration>,
) -> Vec<LeaseToken> {
    let request = AcquireLeasesRequest {
        owner: owner.into(),
        address: format!("{owner}.example:1"),
        partitions: partitions.to_vec(),
        duration,
    };
    hub.database.acquire_leases(request).await.unwrap().into_inner().tokens
}

async fn renew(hub: &mut Clients, tokens: &[LeaseToken]) -> Vec<LeaseToken> {
    let request = RenewLeasesRequest { tokens: tokens.to_vec(), duration: seconds(3) };
    hub.database.renew_leases(request).await.unwrap().into_inner().tokens
}

#[tokio::test]
async fn a_lease_ends_by_the_databases_clock_and_its_owner_is_fenced() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    let first = acquire(&mut hub, "one", &[7], seconds(3)).await;
    assert_eq!(first, [LeaseToken { partition: 7, epoch: 1, owner: "one".into() }]);
    assert_eq!(acquire(&mut hub, "two", &[7], seconds(3)).await, []);

    database.clock.advance(2_000_000);
    assert_eq!(renew(&mut hub, &first).await, first);
    database.clock.advance(2_000_000);
    let held = |token: &LeaseToken| vec![guard_of(guard::Condition::Lease(token.clone()))];
    hub.commit_if(held(&first[0]), vec![insert("Project", &new_project())]).await.unwrap();

    database.clock.advance(1_000_000);
    let failed = hub.commit_if(held(&first[0]), vec![insert("Project", &new_project())]).await.unwrap_err();
    assert_eq!((failed.kind, failed.reason.as_str()), (ErrorKind::WrongState, "LEASE_FENCED"));
    assert_eq!(failed.metadata.get("partition").map(String::as_str), Some("7"));
    assert_eq!(renew(&mut hub, &first).await, []);

    let second = acquire(&mut hub, "two", &[7], seconds(3)).await;
    assert_eq!(second[0].epoch, 2);
    hub.commit_if(held(&second[0]), vec![insert("Project", &new_project())]).await.unwrap();
    let event = AgentEvent { id: AgentEventId::generate().into_string(), ..AgentEvent::default() };
    let failed = hub.commit_if(held(&first[0]), vec![insert("AgentEvent", &event)]).await.unwrap_err();
    assert_eq!(failed.reason, "LEASE_FENCED");
    hub.commit_if(held(&second[0]), vec![insert("AgentEvent", &event)]).await.unwrap();
}

#[tokio::test]
async fn a_lease_without_end_takes_what_former_owners_held() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    assert_eq!(acquire(&mut hub, "one", &[], None).await.len(), 64);
    let tokens = acquire(&mut hub, "two", &[], None).await;
    assert_eq!(tokens.len(), 64);
    assert!(tokens.iter().all(|token| token.epoch == 2));
    database.clock.advance(365 * 24 * 3600 * 1_000_000);
    let held = vec![guard_of(guard::Condition::Lease(tokens[63].clone()))];
    hub.commit_if(held, vec![insert("Project", &new_project())]).await.unwrap();
}

#[tokio::test]
async fn a_released_lease_is_free_at_once() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    let first = acquire(&mut hub, "one", &[3, 4], seconds(3)).await;
    let request = ReleaseLeasesRequest { tokens: first[..1].to_vec() };
    hub.database.release_leases(request).await.unwrap();
    assert_eq!(renew(&mut hub, &first).await, first[1..]);
    let second = acquire(&mut hub, "two", &[3, 4], seconds(3)).await;
    assert_eq!(second, [LeaseToken { partition: 3, epoch: 2, owner: "two".into() }]);
}

#[tokio::test]
async fn guarded_rows_change_only_under_the_lease_of_their_partition() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    let (own, other) = (hub.lease(5).await, hub.lease(6).await);
    let project = hub.project().await;
    let machine = Machine { partition: 5, ..new_machine(&project) };
    let mail = MailboxEntry {
        id: MessageId::generate().into_string(),
        project_id: project.id.clone(),
        machine_id: machine.id.clone(),
        partition: 5,
        ..MailboxEntry::default()
    };
    let turn = Turn {
        id: TurnId::generate().into_string(),
        project_id: project.id.clone(),
        machine_id: machine.id.clone(),
        ..Turn::default()
    };
    // Whoever accepts a Message need not hold a Lease.
    hub.commit(vec![insert("Machine", &machine), insert("MailboxEntry", &mail), insert("Turn", &turn)])
        .await
        .unwrap();
    let writes = || {
        // What the caller says about the partition counts for nothing.
        let lie = Machine { partition: 6, ..machine.clone() };
        [
            update("Machine", &lie, &["failure"], 0),
            update("MailboxEntry", &mail, &["attempt_count"], 0),
            delete("MailboxEntry", &mail.id),
        ]
    };
    for guards in [Vec::new(), other.clone()] {
        for write in writes() {
            let refused = hub.commit_if(guards.clone(), vec![write]).await.unwrap_err();
            let found = (refused.kind, refused.reason.as_str());
            assert_eq!(found, (ErrorKind::PermissionDenied, "LEASE_REQUIRED"));
        }
    }
    // Without a partition any Lease will do.
    let ends = || vec![update("Turn", &turn, &["state"], 0)];
    assert_eq!(hub.commit(ends()).await.unwrap_err().reason, "LEASE_REQUIRED");
    hub.commit_if(other, ends()).await.unwrap();
    for write in writes() {
        hub.commit_if(own.clone(), vec![write]).await.unwrap();
    }
}

#[tokio::test]
async fn orders_that_cannot_be_right_are_refused() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    for (owner, partition, duration) in
        [("", 1, 3), ("one", 64, 3), ("one", -1, 3), ("one", 1, 0), ("one", 1, 9999)]
    {
        let request = AcquireLeasesRequest {
            owner: owner.into(),
            partitions: vec![partition],
            duration: seconds(duration),
            ..AcquireLeasesRequest::default()
        };
        let status = hub.database.acquire_leases(request).await.unwrap_err();
        assert_eq!(status.code(), tonic::Code::InvalidArgument, "{owner} {partition} {duration}");
    }
}

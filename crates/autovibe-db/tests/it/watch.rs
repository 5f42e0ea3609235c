//! Watch: every change, in order, across reconnects.

use std::collections::HashMap;

use autovibe_proto::db::v1::{ChangeKind, WatchPosition, WatchRequest, WatchResponse};
use autovibe_proto::failure_of;
use autovibe_proto::v1::Project;
use prost::Message as _;
use tonic::Streaming;

use crate::database::{Clients, TestDatabase, delete, insert, new_machine, new_project, update};

async fn watch(
    hub: &mut Clients,
    after: Option<WatchPosition>,
    entities: &[&str],
) -> Streaming<WatchResponse> {
    let entities = entities.iter().map(|name| format!("autovibe.v1.{name}")).collect();
    hub.database.watch(WatchRequest { after, entities }).await.unwrap().into_inner()
}

async fn next(stream: &mut Streaming<WatchResponse>) -> WatchResponse {
    stream.message().await.unwrap().expect("the stream ended")
}

#[tokio::test]
async fn changes_come_in_order_and_with_the_row() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    let mut stream = watch(&mut hub, None, &["Project"]).await;
    let start = next(&mut stream).await;
    assert_eq!((start.kind(), start.key), (ChangeKind::Unspecified, None));

    let project = hub.project().await;
    let renamed = Project { description: "new".into(), ..project.clone() };
    hub.commit(vec![update("Project", &renamed, &["description"], 0)]).await.unwrap();
    hub.commit(vec![delete("Project", &project.id)]).await.unwrap();
    let mut seen = Vec::new();
    for _ in 0..3 {
        let change = next(&mut stream).await;
        let row = Project::decode(change.value.as_slice()).unwrap();
        seen.push((change.kind(), row.revision, row.description, row.delete_time.is_some()));
    }
    let expected = [
        (ChangeKind::Insert, 1, String::new(), false),
        (ChangeKind::Update, 2, "new".into(), false),
        (ChangeKind::Update, 3, "new".into(), true),
    ];
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn a_watch_resumes_inside_a_commit_without_loss() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    let mut stream = watch(&mut hub, None, &[]).await;
    let start = next(&mut stream).await.position;
    let project = new_project();
    let machine = new_machine(&project);
    hub.commit(vec![insert("Project", &project), insert("Machine", &machine)]).await.unwrap();
    let first = next(&mut stream).await;
    assert_eq!(first.key.unwrap().id, project.id);
    // Only the last change of a Commit reaches its number, so the second one is not lost.
    assert_eq!(first.position, start);
    drop(stream);
    let mut stream = watch(&mut hub, first.position, &["Machine"]).await;
    next(&mut stream).await;
    let second = next(&mut stream).await;
    assert_eq!(second.key.unwrap().id, machine.id);
    assert_eq!(second.position, Some(database.engine.position()));
}

#[tokio::test]
async fn nothing_is_lost_under_many_writers_and_reconnects() {
    const WRITERS: usize = 8;
    const ROUNDS: usize = 40;
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    let mut stream = watch(&mut hub, None, &["Project"]).await;
    let mut position = next(&mut stream).await.position;

    let writers: Vec<_> = (0..WRITERS)
        .map(|_| {
            let mut hub = hub.clone();
            tokio::spawn(async move {
                let mut project = hub.project().await;
                for round in 1..ROUNDS {
                    project.description = round.to_string();
                    hub.commit(vec![update("Project", &project, &["description"], 0)]).await.unwrap();
                    // A refused Commit must leave no trace in the feed.
                    hub.commit(vec![insert("Project", &project)]).await.unwrap_err();
                }
            })
        })
        .collect();
    let mut revisions: HashMap<String, i64> = HashMap::new();
    let mut count = 0;
    while count < WRITERS * ROUNDS {
        let change = next(&mut stream).await;
        position = change.position.clone();
        let Some(key) = change.key else { continue };
        let row = Project::decode(change.value.as_slice()).unwrap();
        let last = revisions.insert(key.id, row.revision).unwrap_or(0);
        assert_eq!(row.revision, last + 1, "a change was lost or doubled");
        count += 1;
        if count % 57 == 0 {
            stream = watch(&mut hub, position.clone(), &["Project"]).await;
        }
    }
    for writer in writers {
        writer.await.unwrap();
    }
    assert!(revisions.values().all(|revision| *revision == ROUNDS as i64));
    assert_eq!(position, Some(database.engine.position()));
}

#[tokio::test]
async fn positions_that_are_gone_or_foreign_are_refused() {
    let database = TestDatabase::open_keeping(5);
    let mut hub = database.hub().await;
    let mut stream = watch(&mut hub, None, &[]).await;
    let start = next(&mut stream).await.position.unwrap();
    drop(stream);
    for _ in 0..30 {
        hub.project().await;
    }
    let mut refused = async |after: WatchPosition| {
        let request = WatchRequest { after: Some(after), entities: Vec::new() };
        failure_of(&hub.database.watch(request).await.unwrap_err()).reason
    };
    assert_eq!(refused(start.clone()).await, "POSITION_TOO_OLD");
    let foreign = WatchPosition { database: "another".into(), ..start.clone() };
    assert_eq!(refused(foreign).await, "POSITION_TOO_OLD");
    assert_eq!(refused(WatchPosition { counter: 31, ..start.clone() }).await, "INVALID_ARGUMENT");
    let kept = WatchPosition { counter: 27, ..start };
    let mut stream = watch(&mut hub, Some(kept), &[]).await;
    for counter in 27..=30 {
        assert_eq!(next(&mut stream).await.position.unwrap().counter, counter);
    }
}

#[tokio::test]
async fn closing_ends_watches_and_refuses_writes() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    let mut stream = watch(&mut hub, None, &[]).await;
    next(&mut stream).await;
    database.engine.close();
    let ended = stream.message().await.unwrap_err();
    assert_eq!(failure_of(&ended).reason, "DATABASE_CLOSED");
    let refused = hub.commit(vec![insert("Project", &new_project())]).await.unwrap_err();
    assert_eq!(refused.reason, "DATABASE_CLOSED");
}

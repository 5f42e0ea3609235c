//! What was acknowledged is there after the database ended in any way.

use std::sync::Arc;

use autovibe_db::{DatabaseError, Engine};
use autovibe_proto::db::v1::{CommitRequest, CommitResponse};
use autovibe_proto::v1::Project;
use tempfile::TempDir;

use crate::database::{TestDatabase, config, insert, new_project};

async fn store(engine: &Engine, project: &Project, key: &str) -> CommitResponse {
    let writes = vec![insert("Project", project)];
    engine
        .commit(CommitRequest { writes, idempotency_key: key.into(), ..CommitRequest::default() })
        .await
        .unwrap()
}

#[tokio::test]
async fn a_folder_belongs_to_one_engine_at_a_time() {
    let database = TestDatabase::open();
    let second = Engine::open(config(database.folder.path()));
    assert!(matches!(second, Err(DatabaseError::FolderInUse)));
    let TestDatabase { engine, folder, .. } = database;
    drop(engine);
    Engine::open(config(folder.path())).unwrap();
}

#[tokio::test]
async fn rows_keys_and_positions_survive_the_end() {
    let folder = TempDir::new().unwrap();
    let project = new_project();
    let engine = Engine::open(config(folder.path())).unwrap();
    let first = store(&engine, &project, "once").await;
    drop(engine);
    let engine = Arc::new(Engine::open(config(folder.path())).unwrap());
    assert_eq!(Some(engine.position()), first.position);
    let mut again = store(&engine, &project, "once").await;
    assert!(again.repeated_call);
    again.repeated_call = false;
    assert_eq!(again, first);
}

#[tokio::test]
async fn a_copy_of_the_files_taken_while_writing_holds_every_acknowledged_row() {
    // A crash leaves the files as they are at that moment; a copy of a live database is such a state.
    let folder = TempDir::new().unwrap();
    let engine = Arc::new(Engine::open(config(folder.path())).unwrap());
    let writer = {
        let engine = engine.clone();
        tokio::spawn(async move {
            for _ in 0..200 {
                store(&engine, &new_project(), "").await;
            }
        })
    };
    let mut acknowledged = Vec::new();
    for _ in 0..20 {
        let project = new_project();
        store(&engine, &project, "").await;
        acknowledged.push(project.id);
    }
    let copy = TempDir::new().unwrap();
    std::fs::create_dir(copy.path().join("data")).unwrap();
    // The log is copied before the file would be, were it checkpointed meanwhile: 220 small rows stay below that.
    for name in ["state.db", "state.db-wal"] {
        let from = folder.path().join("data").join(name);
        std::fs::copy(from, copy.path().join("data").join(name)).unwrap();
    }
    writer.await.unwrap();
    let reopened = Engine::open(config(copy.path())).unwrap();
    let projects = reopened.schema().entity_of("autovibe.v1.Project").unwrap();
    for id in acknowledged {
        reopened.get(projects, &id).unwrap();
    }
}

#[tokio::test]
async fn callers_that_went_away_leave_the_others_unharmed() {
    let database = TestDatabase::open();
    let engine = database.engine.clone();
    let mut calls = Vec::new();
    for place in 0..200 {
        let engine = engine.clone();
        let call = tokio::spawn(async move {
            let project = new_project();
            store(&engine, &project, "").await;
            project.id
        });
        if place % 3 == 0 {
            call.abort();
        } else {
            calls.push(call);
        }
    }
    let projects = engine.schema().entity_of("autovibe.v1.Project").unwrap();
    for call in calls {
        engine.get(projects, &call.await.unwrap()).unwrap();
    }
}

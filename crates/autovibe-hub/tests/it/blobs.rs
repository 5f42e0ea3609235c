//! Bodies that nothing names go; all others stay.

use autovibe_hub::database::{CommitBuilder, Entity};
use autovibe_proto::hub::v1::SendPromptRequest;
use autovibe_proto::v1::{
    AgentEvent, Blob, Checkpoint, DeadLetter, Effect, EffectBody, Message, MessageBody, MessageLane,
    PrepareWorkspaceEffect, Project, PromptMessage, WorkspaceSnapshot, WorkspaceSource, effect_body,
    message_body,
};
use autovibe_proto::{
    AgentEventId, BlobId, CheckpointId, DeadLetterId, EffectId, MachineId, MessageId, ProjectId,
};
use object_store::ObjectStoreExt as _;
use object_store::path::Path;

use crate::fleet::Fleet;

const DAY: i64 = 24 * 3600;

/// A body with its object, older than the grace.
async fn old_blob(fleet: &Fleet, name: &str, digest: &str) -> String {
    let blob = Blob {
        id: BlobId::derive(&[name]).into_string(),
        project_id: fleet.project_id.to_string(),
        digest: digest.to_owned(),
        ..Blob::default()
    };
    fleet.hub.blobs().put(&path(digest), "body".into()).await.unwrap();
    fleet.hub.commit(CommitBuilder::new().insert(&blob)).await.unwrap();
    fleet.database.age(Blob::NAME, &blob.id, DAY + 60);
    blob.id
}

fn path(digest: &str) -> Path {
    Path::from(format!("{}/{digest}", &digest[..2]))
}

fn prompt(blob_id: &str) -> Option<MessageBody> {
    let prompt = PromptMessage { blob_id: Some(blob_id.to_owned()), ..PromptMessage::default() };
    Some(MessageBody { kind: Some(message_body::Kind::Prompt(prompt)) })
}

#[tokio::test]
async fn only_old_bodies_that_nothing_names_are_removed() {
    let fleet = Fleet::start().await;
    let project_id = fleet.project_id.to_string();
    let machine_id = MachineId::generate().into_string();
    let named: Vec<String> = {
        let mut ids = Vec::new();
        for name in ["message", "letter", "event", "project", "checkpoint", "effect"] {
            ids.push(old_blob(&fleet, name, &format!("{name}-digest")).await);
        }
        ids
    };
    let workspace = PrepareWorkspaceEffect { blob_id: named[5].clone(), ..Default::default() };
    let commit = CommitBuilder::new()
        .insert(&Message {
            id: MessageId::generate().into_string(),
            machine_id: machine_id.clone(),
            lane: MessageLane::Normal.into(),
            body: prompt(&named[0]),
            ..Message::default()
        })
        .insert(&DeadLetter {
            id: DeadLetterId::generate().into_string(),
            machine_id: machine_id.clone(),
            body: prompt(&named[1]),
            ..DeadLetter::default()
        })
        .insert(&AgentEvent {
            id: AgentEventId::generate().into_string(),
            machine_id: machine_id.clone(),
            raw_blob_id: named[2].clone(),
            ..AgentEvent::default()
        })
        .insert(&Project {
            id: ProjectId::generate().into_string(),
            name: "with-source".to_owned(),
            source: Some(WorkspaceSource { blob_id: named[3].clone(), ..WorkspaceSource::default() }),
            ..Project::default()
        })
        .insert(&Checkpoint {
            id: CheckpointId::generate().into_string(),
            machine_id: machine_id.clone(),
            workspace: Some(WorkspaceSnapshot { blob_id: named[4].clone(), ..WorkspaceSnapshot::default() }),
            ..Checkpoint::default()
        })
        .insert(&Effect {
            id: EffectId::generate().into_string(),
            machine_id,
            project_id,
            body: Some(EffectBody { kind: Some(effect_body::Kind::PrepareWorkspace(workspace)) }),
            ..Effect::default()
        });
    fleet.hub.database().commit(commit).await.unwrap();
    let lost = old_blob(&fleet, "lost", "lost-digest").await;
    let shared = old_blob(&fleet, "shared", "message-digest").await;
    let young = old_blob(&fleet, "young", "young-digest").await;
    fleet.database.age(Blob::NAME, &young, -DAY);

    assert_eq!(fleet.hub.sweep_blobs().await.unwrap(), 2);
    for id in named.iter().chain([&young]) {
        assert!(fleet.hub.database().get::<Blob>(id).await.unwrap().is_some(), "{id} is named or young");
    }
    for id in [&lost, &shared] {
        assert!(fleet.hub.database().get::<Blob>(id).await.unwrap().is_none());
    }
    assert!(fleet.hub.blobs().head(&path("lost-digest")).await.is_err());
    let kept = fleet.hub.blobs().head(&path("message-digest")).await;
    assert!(kept.is_ok(), "another row names the same body");
    assert_eq!(fleet.hub.sweep_blobs().await.unwrap(), 0);
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_body_that_is_stored_again_is_young_again() {
    let fleet = Fleet::start().await;
    fleet.machine("worker").await;
    let mut client = fleet.client().await;
    let send = SendPromptRequest {
        machine: "worker".to_owned(),
        text: "x".repeat(100 * 1024),
        ..SendPromptRequest::default()
    };
    client.send_prompt(send.clone()).await.unwrap();
    let blobs = || async { fleet.hub.database().list_all::<Blob>("", "", 10).await.unwrap() };
    let first = blobs().await.pop().unwrap();
    fleet.database.age(Blob::NAME, &first.id, DAY + 60);
    fleet.hub.blobs().delete(&path(&first.digest)).await.unwrap();
    client.send_prompt(send).await.unwrap();
    let again = blobs().await;
    assert_eq!((again.len(), &again[0].id), (1, &first.id));
    assert!(again[0].create_time.unwrap().seconds >= first.create_time.unwrap().seconds);
    assert!(fleet.hub.blobs().head(&path(&first.digest)).await.is_ok(), "the body is there for certain");
    fleet.hub.shutdown().await;
}

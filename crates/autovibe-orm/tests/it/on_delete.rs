//! What happens to rows whose reference is deleted.

use autovibe_orm::DatabaseError;
use autovibe_proto::db::v1::{ChangeKind, WatchRequest, write::Operation};
use bytes::Bytes;

use crate::sources::{Store, compile, entity, id};

fn schema() -> Bytes {
    let reference = |target: &str, on_delete: &str| {
        format!(
            "[(autovibe.orm.v1.column) = {{references: {{entity: \"test.{target}\" on_delete: {on_delete}}}}}]"
        )
    };
    compile(
        &[
            entity("Root", "roots", "", ""),
            entity(
                "Owned",
                "owneds",
                "",
                &format!("string up = 2 {};", reference("Root", "ON_DELETE_CASCADE")),
            ),
            entity(
                "Deep",
                "deeps",
                "",
                &format!("string up = 2 {};", reference("Owned", "ON_DELETE_CASCADE")),
            ),
            entity(
                "Loose",
                "looses",
                "",
                &format!("optional string up = 2 {};", reference("Root", "ON_DELETE_SET_NULL")),
            ),
            entity(
                "Firm",
                "firms",
                "",
                &format!("string up = 2 {};", reference("Owned", "ON_DELETE_RESTRICT")),
            ),
        ]
        .concat(),
    )
}

async fn filled(folder: &std::path::Path) -> Store {
    let store = Store::open(folder, &schema()).unwrap();
    let row = |number: u8, up: u8| format!("{{\"id\": \"{}\", \"up\": \"{}\"}}", id(number), id(up));
    store.insert("Root", &format!("{{\"id\": \"{}\"}}", id(1))).await.unwrap();
    store.insert("Owned", &row(2, 1)).await.unwrap();
    store.insert("Deep", &row(3, 2)).await.unwrap();
    store.insert("Loose", &row(4, 1)).await.unwrap();
    store
}

#[tokio::test]
async fn rows_go_or_let_go_and_the_change_feed_tells() {
    let folder = tempfile::tempdir().unwrap();
    let store = filled(folder.path()).await;
    let mut watcher = store.engine.watch(WatchRequest::default()).await.unwrap();
    watcher.next().await.unwrap();
    store.delete("Root", &id(1)).await.unwrap();
    for (entity, number) in [("Root", 1), ("Owned", 2), ("Deep", 3)] {
        assert!(matches!(store.get(entity, &id(number)), Err(DatabaseError::NotFound { .. })), "{entity}");
    }
    assert_eq!(store.get("Loose", &id(4)).unwrap(), serde_json::json!({"revision": "2"}));
    let mut seen = Vec::new();
    for _ in 0..4 {
        let change = watcher.next().await.unwrap();
        seen.push((change.key.clone().unwrap().id, change.kind(), change.value.is_empty()));
    }
    seen.sort();
    let expected = [
        (id(1), ChangeKind::Delete, true),
        (id(2), ChangeKind::Delete, true),
        (id(3), ChangeKind::Delete, true),
        (id(4), ChangeKind::Update, false),
    ];
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn a_firm_reference_anywhere_below_refuses_the_whole_delete() {
    let folder = tempfile::tempdir().unwrap();
    let store = filled(folder.path()).await;
    store.insert("Firm", &format!("{{\"id\": \"{}\", \"up\": \"{}\"}}", id(5), id(2))).await.unwrap();
    let failed = store.delete("Root", &id(1)).await.unwrap_err();
    let DatabaseError::StillReferenced { entity, source_entity, .. } = failed else {
        panic!("another error: {failed}");
    };
    assert_eq!((entity.as_str(), source_entity.as_str()), ("Owned", "Firm"));
    store.get("Deep", &id(3)).unwrap();
    assert_eq!(store.get("Loose", &id(4)).unwrap()["up"], id(1));

    // In one Commit the order of the deletes does not matter.
    let delete = |entity: &str, number| {
        Operation::Delete(autovibe_proto::db::v1::Key { entity: format!("test.{entity}"), id: id(number) })
    };
    store.commit(vec![delete("Root", 1), delete("Firm", 5)]).await.unwrap();
    assert!(store.get("Owned", &id(2)).is_err());
}

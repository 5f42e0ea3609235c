//! Tables that follow the schema: by additions and renames, else not at all.

use autovibe_orm::DatabaseError;

use crate::sources::{Store, compile, entity, id};

fn schema(options: &str, fields: &str) -> bytes::Bytes {
    compile(&format!("{} message Inner {{ string text = 1; }}", entity("A", "as", options, fields)))
}

#[tokio::test]
async fn added_and_renamed_fields_keep_the_rows() {
    let folder = tempfile::tempdir().unwrap();
    let index = |name: &str| format!("indexes: [{{fields: [\"{name}\"]}}]");
    let store = Store::open(folder.path(), &schema(&index("name"), "string name = 2;")).unwrap();
    store.insert("A", &format!("{{\"id\": \"{}\", \"name\": \"x\"}}", id(1))).await.unwrap();
    drop(store);

    let fields = "string title = 2; int64 n = 3; optional string o = 4; double d = 5; Inner inner = 6;
        bytes b = 7; repeated int32 r = 8;";
    let wider = schema(&index("title"), fields);
    for _ in 0..2 {
        let store = Store::open(folder.path(), &wider).unwrap();
        assert_eq!(store.get("A", &id(1)).unwrap(), serde_json::json!({"title": "x", "revision": "1"}));
    }
    let store = Store::open(folder.path(), &wider).unwrap();
    let full = format!(
        "{{\"id\": \"{}\", \"n\": \"-3\", \"o\": \"\", \"d\": 0.5, \"inner\": {{}}, \"r\": [1, -2]}}",
        id(2)
    );
    store.insert("A", &full).await.unwrap();
    let expected =
        serde_json::json!({"n": "-3", "o": "", "d": 0.5, "inner": {}, "r": [1, -2], "revision": "1"});
    assert_eq!(store.get("A", &id(2)).unwrap(), expected);
}

#[tokio::test]
async fn anything_else_is_refused_by_name_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let unique = "indexes: [{fields: [\"name\"] unique: true}]";
    let first = schema(unique, "string name = 2; int64 n = 3;");
    let store = Store::open(folder.path(), &first).unwrap();
    store.insert("A", &format!("{{\"id\": \"{}\", \"name\": \"x\"}}", id(1))).await.unwrap();
    drop(store);
    for (options, fields, expected) in [
        (unique, "string name = 2; reserved 3;", "\"n\" (field 3) left the schema"),
        (unique, "string name = 2; string n = 3;", "type or presence of column \"n\""),
        (unique, "string name = 2; optional int64 n = 3;", "type or presence of column \"n\""),
        ("", "string name = 2; int64 n = 3;", "unique index \"as__name\" left the schema"),
        ("indexes: [{fields: [\"name\"]}]", "string name = 2; int64 n = 3;", "index \"as__name\" changed"),
    ] {
        let Err(error) = Store::open(folder.path(), &schema(options, fields)) else {
            panic!("opened with {fields}");
        };
        assert!(matches!(error, DatabaseError::SchemaDrift { .. }), "{error}");
        assert!(error.to_string().contains(expected), "{error} does not tell {expected}");
    }
    let moved = compile(&entity("A", "others", "", "string name = 2; int64 n = 3;"));
    assert!(
        Store::open(folder.path(), &moved).is_err_and(|error| error.to_string().contains("was named \"as\""))
    );
    let store = Store::open(folder.path(), &first).unwrap();
    assert_eq!(store.get("A", &id(1)).unwrap()["name"], "x");
}

#[tokio::test]
async fn a_table_that_was_changed_by_hand_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let set = schema("", "string name = 2;");
    drop(Store::open(folder.path(), &set).unwrap());
    let connection = rusqlite::Connection::open(folder.path().join("state.db")).unwrap();
    connection.execute_batch("ALTER TABLE \"as\" RENAME COLUMN name TO label").unwrap();
    drop(connection);
    let Err(error) = Store::open(folder.path(), &set) else { panic!("opened") };
    assert!(error.to_string().contains("column \"name\" is gone"), "{error}");
}

//! Schemas that cannot be kept are refused with the place and the reason.

use autovibe_orm::DatabaseError;
use autovibe_orm::schema::{Schema, Storage};

use crate::sources::{compile, entity};

fn refused(messages: &str) -> String {
    match Schema::read(&compile(messages)) {
        Ok(_) => panic!("the schema was accepted: {messages}"),
        Err(error @ DatabaseError::Schema { .. }) => error.to_string(),
        Err(error) => panic!("another error: {error}"),
    }
}

fn reference(on_delete: &str) -> String {
    format!("[(autovibe.orm.v1.column) = {{references: {{entity: \"test.A\" {on_delete}}}}}]")
}

#[test]
fn the_real_schema_is_accepted() {
    let schema = Schema::read(autovibe_proto::DESCRIPTOR_SET).unwrap();
    let machine = &schema.entities[schema.entity_of("autovibe.v1.Machine").unwrap()];
    assert_eq!(machine.table, "machines");
    assert!(machine.columns.iter().all(|column| column.number != 90 || column.storage == Storage::Timestamp));
    assert!(machine.referenced_by.len() >= 3);
    assert_eq!(schema.digest.len(), 64);
}

#[test]
fn each_mistake_is_named() {
    let a = entity("A", "as", "", "");
    let b = |field: &str| format!("{a} {}", entity("B", "bs", "", field));
    let times = "google.protobuf.Timestamp create_time = 90;";
    let head = |options: &str| format!("option (autovibe.orm.v1.entity) = {{table: \"cs\" {options}}};");
    let id = "string id = 1 [(autovibe.orm.v1.column) = {primary_key: true}];";
    let full = "id_prefix: \"tst\" writers: [WRITER_HUB]";
    let cases = [
        (b(&format!("string a_id = 2 {};", reference(""))), "test.B: field \"a_id\": on_delete is mandatory"),
        (
            b(&format!("string a_id = 2 {};", reference("on_delete: ON_DELETE_SET_NULL"))),
            "needs an optional field",
        ),
        (
            b("int64 n = 2 [(autovibe.orm.v1.column) = {references: {entity: \"test.A\"}}];"),
            "must be a string",
        ),
        (
            b("string x = 2 [(autovibe.orm.v1.column) = {references: {entity: \"test.X\"}}];"),
            "unknown entity",
        ),
        (b("string n = 2 [(autovibe.orm.v1.column) = {generated: GENERATED_SEQUENCE}];"), "must be an int64"),
        (b("uint64 n = 2 [(autovibe.orm.v1.column) = {index: true}];"), "cannot be indexed"),
        (entity("A", "as", "indexes: [{fields: [\"nothing\"]}]", ""), "unknown field"),
        (entity("A", "as", "soft_delete: true", ""), "belongs to soft_delete"),
        (entity("A", "as", "store: STORE_TELEMETRY", ""), "must be unwatched"),
        (entity("A", "as", "lease_guarded: true api: API_CRUD", ""), "lease_guarded"),
        (entity("A", "as", "lease_guarded: true", "string partition = 2;"), "int32"),
        (entity("A", "autovibe_as", "", ""), "table name"),
        (entity("A", "As", "", ""), "table name"),
        (format!("{a} {}", entity("B", "as", "", "")), "same table"),
        (
            format!("message C {{ {} {id} {times} }}", head("writers: [WRITER_HUB] append_only: true")),
            "id_prefix",
        ),
        (format!("message C {{ {} {id} {times} }}", head("id_prefix: \"c\" append_only: true")), "writers"),
        (format!("message C {{ {} string id = 1; {times} }}", head(full)), "primary key"),
        (
            format!("message C {{ {} {id} {times} }}", head(full)),
            "\"update_time\": a mutable entity needs it",
        ),
        (format!("message C {{ {} {id} }}", head(full)), "\"create_time\""),
        (
            entity("A", "as", "", &format!("string a_id = 2 {};", reference("on_delete: ON_DELETE_CASCADE"))),
            "cascades in a cycle",
        ),
    ];
    for (messages, expected) in cases {
        let error = refused(&messages);
        assert!(error.contains(expected), "{error:?} does not tell {expected:?}");
    }
}

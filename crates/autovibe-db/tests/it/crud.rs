//! The generated services: one row at a time.

use autovibe_proto::ErrorKind;
use autovibe_proto::db::v1::{
    CreateTemplateRequest, DeleteTemplateRequest, GetMachineRequest, GetTemplateRequest,
    UpdateTemplateRequest,
};
use autovibe_proto::v1::{MachineSpec, MachineState, Template};
use pbjson_types::{FieldMask, Timestamp};

use crate::database::{TestDatabase, failure, insert, new_machine};

fn create(name: &str) -> CreateTemplateRequest {
    let template = Template { name: name.into(), memory_bytes_min: 4, ..Template::default() };
    CreateTemplateRequest { template: Some(template), idempotency_key: String::new() }
}

#[tokio::test]
async fn a_row_is_created_read_changed_and_deleted() {
    let database = TestDatabase::open();
    let mut templates = database.hub().await.templates;

    let created = templates.create_template(create("standard")).await.unwrap().into_inner();
    assert!(created.id.starts_with("tpl_"), "{}", created.id);
    assert_eq!(created.revision, 1);
    assert_eq!(created.create_time, Some(Timestamp { seconds: 1_700_000_000, nanos: 0 }));

    database.clock.advance(1_500);
    let mut changed = created.clone();
    changed.memory_bytes_min = 8;
    changed.name = "left alone by the mask".into();
    let request = UpdateTemplateRequest {
        template: Some(changed.clone()),
        update_mask: Some(FieldMask { paths: vec!["memory_bytes_min".into()] }),
        revision: 1,
    };
    let updated = templates.update_template(request).await.unwrap().into_inner();
    assert_eq!((updated.name.as_str(), updated.memory_bytes_min, updated.revision), ("standard", 8, 2));
    assert_eq!(updated.update_time, Some(Timestamp { seconds: 1_700_000_000, nanos: 1_500_000 }));
    assert_eq!(updated.create_time, created.create_time);

    let stale = UpdateTemplateRequest { template: Some(changed), update_mask: None, revision: 1 };
    let failed = failure(templates.update_template(stale).await);
    assert_eq!((failed.kind, failed.reason.as_str()), (ErrorKind::Conflict, "STALE_REVISION"));

    let get = GetTemplateRequest { id: created.id.clone() };
    assert_eq!(templates.get_template(get.clone()).await.unwrap().into_inner(), updated);
    let gone = DeleteTemplateRequest { id: created.id.clone(), revision: 2 };
    templates.delete_template(gone.clone()).await.unwrap();
    assert_eq!(failure(templates.get_template(get).await).kind, ErrorKind::NotFound);
    assert_eq!(failure(templates.delete_template(gone).await).kind, ErrorKind::NotFound);
}

#[tokio::test]
async fn a_unique_field_is_named_when_it_clashes() {
    let database = TestDatabase::open();
    let mut templates = database.hub().await.templates;
    templates.create_template(create("standard")).await.unwrap();
    let failed = failure(templates.create_template(create("standard")).await);
    assert_eq!(failed.kind, ErrorKind::AlreadyExists);
    assert_eq!(failed.metadata.get("fields").map(String::as_str), Some("name"));
}

#[tokio::test]
async fn a_repeated_create_gives_the_first_answer() {
    let database = TestDatabase::open();
    let mut templates = database.hub().await.templates;
    let request = CreateTemplateRequest { idempotency_key: "once".into(), ..create("standard") };
    let first = templates.create_template(request.clone()).await.unwrap().into_inner();
    assert_eq!(templates.create_template(request).await.unwrap().into_inner(), first);
}

#[tokio::test]
async fn refused_values_name_their_field() {
    let database = TestDatabase::open();
    let mut templates = database.hub().await.templates;
    let failed = failure(templates.create_template(create("a\0b")).await);
    assert_eq!((failed.kind, failed.reason.as_str()), (ErrorKind::InvalidArgument, "INVALID_FIELD"));
    assert_eq!(failed.metadata.get("field").map(String::as_str), Some("name"));
    let failed = failure(templates.create_template(create(&"x".repeat((1 << 20) + 1))).await);
    assert_eq!(failed.metadata.get("field").map(String::as_str), Some("name"));
    let mut request = create("standard");
    if let Some(template) = &mut request.template {
        template.id = "mch_01h455vb4pex5vsknk084sn02q".into();
    }
    assert_eq!(failure(templates.create_template(request).await).kind, ErrorKind::InvalidArgument);
}

#[tokio::test]
async fn what_is_stored_is_what_is_read() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    let project = hub.project().await;
    let mut machine = new_machine(&project);
    machine.state = MachineState::Ready as i32;
    machine.parent_id = Some(String::new());
    machine.spec = Some(MachineSpec::default());
    machine.handle = vec![0, 255, 1];
    machine.incarnation = i64::MIN;
    machine.create_time = Some(Timestamp { seconds: 1, nanos: 1 });
    let stored = hub.commit(vec![insert("Machine", &machine)]).await.unwrap();
    let request = GetMachineRequest { id: machine.id.clone() };
    let read = hub.machines.get_machine(request).await.unwrap().into_inner();
    assert_eq!(prost::Message::encode_to_vec(&read), stored.rows[0].value);
    machine.create_time = read.create_time;
    machine.update_time = read.update_time;
    machine.revision = 1;
    assert_eq!(read, machine);
}

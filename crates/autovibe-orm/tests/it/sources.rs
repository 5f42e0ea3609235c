//! Small schemas written for one test, compiled as the real ones are.

use std::path::Path;
use std::sync::Arc;

use autovibe_orm::DatabaseError;
use autovibe_orm::{Engine, EngineConfig};
use autovibe_proto::db::v1::{CommitRequest, CommitResponse, Key, Row, Write, write};
use bytes::Bytes;
use prost_reflect::prost::Message as _;
use prost_reflect::{DescriptorPool, DynamicMessage};

/// The encoded descriptor set of messages in the package `test`.
pub(crate) fn compile(messages: &str) -> Bytes {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("test.proto");
    let head = "syntax = \"proto3\"; package test;
        import \"autovibe/orm/v1/options.proto\"; import \"google/protobuf/timestamp.proto\";";
    std::fs::write(&path, format!("{head}\n{messages}")).unwrap();
    let proto = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../proto");
    let mut compiler = protox::Compiler::new([folder.path(), &proto]).unwrap();
    compiler.include_imports(true).open_file(&path).unwrap();
    compiler.encode_file_descriptor_set().into()
}

/// A mutable entity with an id, times and a revision; `fields` start at number 2.
pub(crate) fn entity(name: &str, table: &str, options: &str, fields: &str) -> String {
    format!(
        "message {name} {{
            option (autovibe.orm.v1.entity) = {{
                table: \"{table}\" id_prefix: \"tst\" writers: [WRITER_HUB] {options}
            }};
            string id = 1 [(autovibe.orm.v1.column) = {{primary_key: true immutable: true}}];
            {fields}
            google.protobuf.Timestamp create_time = 90;
            google.protobuf.Timestamp update_time = 91;
            int64 revision = 92;
        }}"
    )
}

/// A database over a schema of its own, spoken to in text format.
pub(crate) struct Store {
    pub(crate) engine: Arc<Engine>,
    pool: DescriptorPool,
}

impl Store {
    pub(crate) fn open(folder: &Path, descriptor_set: &Bytes) -> Result<Store, DatabaseError> {
        let config = EngineConfig { descriptor_set: descriptor_set.clone(), ..EngineConfig::new(folder) };
        let pool = DescriptorPool::decode(descriptor_set.as_ref()).unwrap();
        Ok(Store { engine: Arc::new(Engine::open(config)?), pool })
    }

    /// A new row from "name: value" in Protobuf JSON.
    pub(crate) fn row(&self, entity: &str, json: &str) -> Row {
        let entity = format!("test.{entity}");
        let descriptor = self.pool.get_message_by_name(&entity).unwrap();
        let mut json = serde_json::Deserializer::from_str(json);
        let message = DynamicMessage::deserialize(descriptor, &mut json).unwrap();
        Row { value: message.encode_to_vec(), entity }
    }

    pub(crate) async fn insert(&self, entity: &str, json: &str) -> Result<CommitResponse, DatabaseError> {
        self.commit(vec![write::Operation::Insert(self.row(entity, json))]).await
    }

    pub(crate) async fn delete(&self, entity: &str, id: &str) -> Result<CommitResponse, DatabaseError> {
        let key = Key { entity: format!("test.{entity}"), id: id.to_owned() };
        self.commit(vec![write::Operation::Delete(key)]).await
    }

    pub(crate) async fn commit(
        &self,
        writes: Vec<write::Operation>,
    ) -> Result<CommitResponse, DatabaseError> {
        let writes = writes.into_iter().map(|operation| Write { operation: Some(operation) }).collect();
        self.engine.commit(CommitRequest { writes, ..CommitRequest::default() }).await
    }

    /// A stored row as Protobuf JSON, without what the service sets, or the kind of failure.
    pub(crate) fn get(&self, entity: &str, id: &str) -> Result<serde_json::Value, DatabaseError> {
        let place = self.engine.schema().entity_of(&format!("test.{entity}")).unwrap();
        let bytes = self.engine.get(place, id)?;
        let descriptor = self.pool.get_message_by_name(&format!("test.{entity}")).unwrap();
        let message = DynamicMessage::decode(descriptor, bytes).unwrap();
        let mut json = serde_json::to_value(&message).unwrap();
        for given in ["createTime", "updateTime", "id"] {
            json.as_object_mut().unwrap().remove(given);
        }
        Ok(json)
    }
}

/// An id of the test entities.
pub(crate) fn id(number: u8) -> String {
    format!("tst_{:026}", number)
}

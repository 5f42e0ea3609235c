//! Plans: the bytes of a row are the bytes that prost writes.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use autovibe_orm::plan::{Value, decode, encode};
use autovibe_orm::schema::Schema;
use autovibe_proto::db::v1::{Row, write::Operation};
use autovibe_proto::v1;
use bytes::{Bytes, BytesMut};
use proptest::prelude::*;
use prost::Message;
use prost_reflect::DescriptorPool;

use crate::random::{Random, is_filled};
use crate::sources::{Store, compile, entity, id};

struct Checks {
    schema: Schema,
    pool: DescriptorPool,
}

static CHECKS: LazyLock<Checks> = LazyLock::new(Checks::new);

impl Checks {
    fn new() -> Checks {
        Checks {
            schema: Schema::read(autovibe_proto::DESCRIPTOR_SET).unwrap(),
            pool: DescriptorPool::decode(autovibe_proto::DESCRIPTOR_SET).unwrap(),
        }
    }

    fn through_plan(&self, name: &str, bytes: &Bytes) -> Option<Vec<u8>> {
        let entity = &self.schema.entities[self.schema.entity_of(name).unwrap()];
        let values: Vec<Value> = decode(&self.schema, entity, bytes).ok()?;
        let mut out = BytesMut::new();
        encode(entity, |place| Ok(values[place].cell()), &mut out).unwrap();
        Some(out.to_vec())
    }

    fn random<M: Message + Default>(&self, name: &str, random: &mut Random) -> M {
        let descriptor = self.pool.get_message_by_name(name).unwrap();
        let message = loop {
            let message = random.message(&descriptor, 0);
            if is_filled(&message) {
                break message;
            }
        };
        M::decode(prost_reflect::prost::Message::encode_to_vec(&message).as_slice()).unwrap()
    }

    fn check<M: Message + Default + PartialEq + std::fmt::Debug>(&self, name: &str, random: &mut Random) {
        let message: M = self.random(name, random);
        let bytes = Bytes::from(message.encode_to_vec());
        assert_eq!(self.through_plan(name, &bytes).as_deref(), Some(bytes.as_ref()), "{name}: {message:?}");

        // Two messages one behind the other are their merger, and fields of newer callers are passed over.
        let mut joined = self.random::<M>(name, random).encode_to_vec();
        joined.extend_from_slice(&[0xfa, 0xff, 0x07, 0x02, 0x01, 0x02, 0xf8, 0xff, 0x07, 0x05]);
        joined.extend_from_slice(&bytes);
        let merged = M::decode(joined.as_slice()).unwrap();
        let stored = self.through_plan(name, &Bytes::from(joined)).unwrap();
        assert_eq!(M::decode(stored.as_slice()).unwrap(), merged, "{name}");

        // What is cut off or changed is refused, or at least nothing that prost could not read is stored.
        let cut = bytes.slice(..random.below(bytes.len() + 1));
        let mut changed = bytes.to_vec();
        if !changed.is_empty() {
            let place = random.below(changed.len());
            changed[place] ^= 1 << random.below(8);
        }
        for damaged in [cut, Bytes::from(changed)] {
            if let Some(stored) = self.through_plan(name, &damaged) {
                assert!(M::decode(damaged.as_ref()).is_ok(), "{name} {damaged:?}");
                assert!(M::decode(stored.as_slice()).is_ok(), "{name} {damaged:?}");
            }
        }
    }
}

macro_rules! every_entity {
    ($($name:ident),+ $(,)?) => {
        const NAMES: &[&str] = &[$(concat!("autovibe.v1.", stringify!($name))),+];

        fn check_all(checks: &Checks, seed: u64) {
            $(checks.check::<v1::$name>(concat!("autovibe.v1.", stringify!($name)), &mut Random(seed));)+
        }
    };
}

every_entity!(
    AgentEvent,
    ApiToken,
    AuditRecord,
    Blob,
    Budget,
    Checkpoint,
    DeadLetter,
    Effect,
    EgressRule,
    Hub,
    Image,
    Lease,
    Machine,
    MachineEvent,
    MailboxEntry,
    Message,
    Node,
    Project,
    Secret,
    Spend,
    TelemetrySample,
    Template,
    Turn,
);

#[test]
fn the_list_above_names_every_entity() {
    let schema = Schema::read(autovibe_proto::DESCRIPTOR_SET).unwrap();
    let entities: BTreeSet<&str> = schema.entities.iter().map(|entity| entity.full_name.as_str()).collect();
    assert_eq!(entities, NAMES.iter().copied().collect());
}

/// An entity with a field of every kind.
fn every_kind() -> Bytes {
    let fields = "bool a = 2; int32 b = 3; sint32 c = 4; uint32 d = 5; fixed32 e = 6; sfixed32 f = 7; int64 g = 8;
        sint64 h = 9; uint64 i = 10; fixed64 j = 11; sfixed64 k = 12; float l = 13; double m = 14; string n = 15;
        bytes o = 16; optional int32 p = 17; optional string q = 18; optional bool r = 19; optional double s = 20;
        repeated sint64 t = 21; repeated string u = 22; map<string, int64> v = 23; Inner w = 24;
        oneof x { string x1 = 25; int64 x2 = 30; Inner x3 = 27; } int32 y = 28; Kind z = 29;";
    let rest = "message Inner { Inner inner = 1; string text = 2; repeated fixed32 numbers = 3; }
        enum Kind { KIND_UNSPECIFIED = 0; KIND_ONE = 1; KIND_LESS = -1; }";
    compile(&format!("{} {rest}", entity("All", "alls", "", fields)))
}

#[tokio::test]
async fn every_kind_of_field_is_read_as_it_was_stored() {
    let folder = tempfile::tempdir().unwrap();
    let set = every_kind();
    let store = Store::open(folder.path(), &set).unwrap();
    let descriptor = DescriptorPool::decode(set.as_ref()).unwrap().get_message_by_name("test.All").unwrap();
    for seed in 0..60_u8 {
        let mut message = Random(seed.into()).message(&descriptor, 0);
        message.set_field_by_name("id", prost_reflect::Value::String(id(seed)));
        let value = prost_reflect::prost::Message::encode_to_vec(&message);
        store.commit(vec![Operation::Insert(Row { entity: "test.All".into(), value })]).await.unwrap();
        let mut json = serde_json::to_value(message).unwrap();
        let fields = json.as_object_mut().unwrap();
        for given in ["id", "createTime", "updateTime"] {
            fields.remove(given);
        }
        fields.insert("revision".into(), "1".into());
        assert_eq!(store.get("All", &id(seed)).unwrap(), json, "seed {seed}");
    }
}

#[test]
fn every_kind_of_field_survives() {
    let set = every_kind();
    let checks =
        Checks { schema: Schema::read(&set).unwrap(), pool: DescriptorPool::decode(set.as_ref()).unwrap() };
    let descriptor = checks.pool.get_message_by_name("test.All").unwrap();
    for seed in 0..2000 {
        let message = Random(seed).message(&descriptor, 0);
        let bytes = Bytes::from(prost_reflect::prost::Message::encode_to_vec(&message));
        let stored = checks.through_plan("test.All", &bytes).unwrap();
        let read = prost_reflect::DynamicMessage::decode(descriptor.clone(), stored.as_slice()).unwrap();
        // The comparison of dynamic messages does not end for types that hold themselves.
        let json = |message| serde_json::to_value(message).unwrap();
        assert_eq!(json(&read), json(&message), "seed {seed}");
    }
}

#[test]
fn values_that_no_database_keeps_are_refused_at_any_depth() {
    let checks = Checks::new();
    let refused =
        |name: &str, bytes: Vec<u8>| assert_eq!(checks.through_plan(name, &bytes.into()), None, "{name}");
    let sample = |value| v1::TelemetrySample { value, ..v1::TelemetrySample::default() }.encode_to_vec();
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        refused("autovibe.v1.TelemetrySample", sample(value));
    }
    assert!(checks.through_plan("autovibe.v1.TelemetrySample", &sample(f64::MAX).into()).is_some());
    let actor = v1::MachineActor { guest_version: "a\0".into(), ..v1::MachineActor::default() };
    refused(
        "autovibe.v1.Machine",
        v1::Machine { actor: Some(actor), ..v1::Machine::default() }.encode_to_vec(),
    );
    let time = pbjson_types::Timestamp { seconds: i64::MAX, nanos: 0 };
    refused("autovibe.v1.Hub", v1::Hub { seen_time: Some(time), ..v1::Hub::default() }.encode_to_vec());
    // A text that is not UTF-8, inside a message and outside.
    refused("autovibe.v1.Machine", vec![0x1a, 0x01, 0xff]);
    refused("autovibe.v1.Machine", vec![0xba, 0x01, 0x03, 0x3a, 0x01, 0xff]);
}

#[test]
fn times_are_cut_to_microseconds() {
    let checks = Checks::new();
    let seen = |nanos| {
        let seen_time = Some(pbjson_types::Timestamp { seconds: -1, nanos });
        v1::Hub { seen_time, ..v1::Hub::default() }.encode_to_vec()
    };
    let stored = checks.through_plan("autovibe.v1.Hub", &seen(123_456_789).into());
    assert_eq!(stored, Some(seen(123_456_000)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn plan_bytes_are_prost_bytes(seed in any::<u64>()) {
        check_all(&CHECKS, seed);
    }

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
        for name in NAMES {
            let _ = CHECKS.through_plan(name, &Bytes::from(bytes.clone()));
        }
    }
}

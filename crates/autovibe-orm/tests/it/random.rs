//! Random messages of any type, from a seed.

use prost_reflect::{
    DynamicMessage, FieldDescriptor, Kind, MapKey, MessageDescriptor, ReflectMessage as _, Value,
};

/// Messages inside messages stop here.
const DEPTH_MAX: usize = 4;

/// A small generator of numbers; the quality of SplitMix64 is enough for tests.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.number() % end as u64).unwrap()
    }

    /// Numbers at the borders more often than others.
    fn bits(&mut self) -> u64 {
        match self.below(6) {
            0 => 0,
            1 => 1,
            2 => u64::MAX,
            3 => i64::MIN.cast_unsigned(),
            4 => i64::MAX.cast_unsigned(),
            _ => self.number() >> self.below(64),
        }
    }

    fn text(&mut self) -> String {
        let letters = ['a', 'Z', '\'', '"', '\\', '%', 'ß', '漢', '🦀', '\n'];
        (0..self.below(12)).map(|_| letters[self.below(letters.len())]).collect()
    }

    fn bytes(&mut self) -> Vec<u8> {
        (0..self.below(12)).map(|_| self.number().to_le_bytes()[0]).collect()
    }

    pub(crate) fn message(&mut self, descriptor: &MessageDescriptor, depth: usize) -> DynamicMessage {
        let mut message = DynamicMessage::new(descriptor.clone());
        if descriptor.full_name() == "google.protobuf.Timestamp" {
            let seconds = i64::try_from(self.number() % 315_537_897_600).unwrap() - 62_135_596_800;
            let nanos = i32::try_from(self.number() % 1_000_000).unwrap() * 1000;
            message.set_field_by_name("seconds", Value::I64(seconds));
            message.set_field_by_name("nanos", Value::I32(nanos));
            return message;
        }
        for field in descriptor.fields() {
            if self.below(3) == 0 || (depth >= DEPTH_MAX && matches!(field.kind(), Kind::Message(_))) {
                continue;
            }
            let value = self.field(&field, depth);
            message.set_field(&field, value);
        }
        message
    }

    fn field(&mut self, field: &FieldDescriptor, depth: usize) -> Value {
        if field.is_list() {
            return Value::List((0..self.below(4)).map(|_| self.single(&field.kind(), depth)).collect());
        }
        if field.is_map() {
            let kind = field.kind();
            let entry = kind.as_message().unwrap();
            let (key, value) = (entry.map_entry_key_field(), entry.map_entry_value_field());
            let entries = (0..self.below(4)).map(|_| {
                let key = match self.single(&key.kind(), depth) {
                    Value::String(text) => MapKey::String(text),
                    Value::I64(number) => MapKey::I64(number),
                    Value::I32(number) => MapKey::I32(number),
                    other => panic!("a map key of another kind: {other:?}"),
                };
                (key, self.single(&value.kind(), depth))
            });
            return Value::Map(entries.collect());
        }
        self.single(&field.kind(), depth)
    }

    #[expect(clippy::cast_possible_truncation, reason = "any bits do")]
    fn single(&mut self, kind: &Kind, depth: usize) -> Value {
        match kind {
            Kind::Bool => Value::Bool(self.below(2) == 0),
            Kind::Int32 | Kind::Sint32 | Kind::Sfixed32 => Value::I32(self.bits() as i32),
            Kind::Uint32 | Kind::Fixed32 => Value::U32(self.bits() as u32),
            Kind::Int64 | Kind::Sint64 | Kind::Sfixed64 => Value::I64(self.bits().cast_signed()),
            Kind::Uint64 | Kind::Fixed64 => Value::U64(self.bits()),
            Kind::Float => Value::F32(self.bits().cast_signed() as f32 / 3.0),
            Kind::Double => Value::F64(self.bits().cast_signed() as f64 / 3.0),
            Kind::String => Value::String(self.text()),
            Kind::Bytes => Value::Bytes(self.bytes().into()),
            Kind::Enum(values) => {
                let known: Vec<i32> = values.values().map(|value| value.number()).collect();
                // Unknown numbers of newer callers survive.
                Value::EnumNumber(if self.below(5) == 0 { 4711 } else { known[self.below(known.len())] })
            }
            Kind::Message(descriptor) => Value::Message(self.message(descriptor, depth + 1)),
        }
    }
}

/// Names the messages that hold others, to be sure that the random ones are not all empty.
pub(crate) fn is_filled(message: &DynamicMessage) -> bool {
    message.fields().count() * 3 > message.descriptor().fields().count()
}

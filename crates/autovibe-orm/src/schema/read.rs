//! Reads the schema from a descriptor set whose messages carry the storage options.

use std::collections::HashMap;

use autovibe_proto::orm::v1 as options;
use prost::Message as _;
use prost_reflect::{DescriptorPool, ExtensionDescriptor, FieldDescriptor, Kind, MessageDescriptor};
use sha2::{Digest as _, Sha256};

use super::validate::validate;
use super::{
    BackReference, Column, Entity, FieldKind, IndexOf, ReferenceTo, ScalarKind, Shape, ShapeField, Storage,
};
use crate::DatabaseError;

/// Longest accepted value where the column states no limit: larger bodies belong into blobs.
const LENGTH_MAX_DEFAULT: usize = 1 << 20;

/// Every entity, and the form of the messages they hold.
#[derive(Debug, Clone)]
pub struct Schema {
    /// Entities by full name.
    pub entities: Vec<Entity>,
    /// Forms of nested messages.
    pub shapes: Vec<Shape>,
    /// SHA-256 of the descriptor set in hexadecimal.
    pub digest: String,
    by_name: HashMap<String, usize>,
}

impl Schema {
    /// Reads and checks the schema of an encoded descriptor set.
    ///
    /// # Errors
    /// [`DatabaseError::Schema`] names the entity, the field and the reason.
    pub fn read(descriptor_set: &[u8]) -> Result<Schema, DatabaseError> {
        let pool = DescriptorPool::decode(descriptor_set)
            .map_err(|error| problem("", "", format!("the descriptor set cannot be read: {error}")))?;
        let entity_option = extension(&pool, "autovibe.orm.v1.entity")?;
        let column_option = extension(&pool, "autovibe.orm.v1.column")?;
        let mut found: Vec<(MessageDescriptor, options::Entity)> = Vec::new();
        for message in pool.all_messages() {
            let value = message.options();
            if value.has_extension(&entity_option) {
                let value = value.get_extension(&entity_option);
                found.push((message.clone(), typed(&value, message.full_name(), "")?));
            }
        }
        found.sort_by(|left, right| left.0.full_name().cmp(right.0.full_name()));
        let by_name: HashMap<String, usize> = found
            .iter()
            .enumerate()
            .map(|(index, (message, _))| (message.full_name().to_owned(), index))
            .collect();

        let mut reader =
            Reader { shapes: Vec::new(), known: HashMap::new(), column_option, by_name: &by_name };
        let mut entities = Vec::with_capacity(found.len());
        for (message, option) in &found {
            entities.push(reader.entity(message, option)?);
        }
        let shapes = reader.shapes;
        for index in 0..entities.len() {
            let references: Vec<(usize, BackReference)> = entities[index]
                .columns
                .iter()
                .enumerate()
                .filter_map(|(column, field)| {
                    let reference = field.reference?;
                    let back = BackReference { entity: index, column, on_delete: reference.on_delete };
                    Some((reference.entity, back))
                })
                .collect();
            for (target, back) in references {
                entities[target].referenced_by.push(back);
            }
        }
        validate(&entities)?;
        let digest = Sha256::digest(descriptor_set);
        Ok(Schema { entities, shapes, digest: data_encoding::HEXLOWER.encode(&digest), by_name })
    }

    /// Place of an entity by its full name.
    ///
    /// # Errors
    /// [`DatabaseError::InvalidRequest`] for a name that is no entity.
    pub fn entity_of(&self, full_name: &str) -> Result<usize, DatabaseError> {
        self.by_name.get(full_name).copied().ok_or_else(|| {
            DatabaseError::request(format!("{:?} is no entity", full_name.get(..80).unwrap_or(full_name)))
        })
    }
}

struct Reader<'a> {
    shapes: Vec<Shape>,
    known: HashMap<String, usize>,
    column_option: ExtensionDescriptor,
    by_name: &'a HashMap<String, usize>,
}

impl Reader<'_> {
    fn entity(
        &mut self,
        message: &MessageDescriptor,
        option: &options::Entity,
    ) -> Result<Entity, DatabaseError> {
        let full_name = message.full_name().to_owned();
        let mut keys = Vec::new();
        let mut columns = Vec::new();
        let mut fields: Vec<FieldDescriptor> = message.fields().collect();
        fields.sort_by_key(FieldDescriptor::number);
        for field in fields {
            let value = field.options();
            let stated: options::Column = if value.has_extension(&self.column_option) {
                typed(&value.get_extension(&self.column_option), &full_name, field.name())?
            } else {
                options::Column::default()
            };
            if stated.primary_key {
                keys.push(columns.len());
            }
            columns.push(self.column(message, &field, &stated)?);
        }
        let place = |name: &str| columns.iter().position(|column: &Column| column.name == name);
        let &[key] = keys.as_slice() else {
            return Err(problem(&full_name, "", "exactly one field must be the primary key"));
        };
        let create_time = place("create_time")
            .ok_or_else(|| problem(&full_name, "create_time", "every entity needs it"))?;
        let table = if option.table.is_empty() {
            format!("{}s", message.name().to_ascii_lowercase())
        } else {
            option.table.clone()
        };
        let indexes = indexes(&full_name, &table, option, &columns, key)?;
        let mut wire_columns: Vec<usize> = (0..columns.len()).collect();
        wire_columns.sort_by_key(|&index| columns[index].wire_order);
        Ok(Entity {
            name: message.name().to_owned(),
            id_prefix: option.id_prefix.clone(),
            append_only: option.append_only,
            soft_delete: option.soft_delete,
            store: option.store(),
            api: option.api(),
            writers: option.writers().collect(),
            watched: !option.unwatched,
            lease_guarded: option.lease_guarded,
            update_time: place("update_time"),
            revision: place("revision"),
            delete_time: place("delete_time"),
            partition: place("partition"),
            key,
            create_time,
            wire_columns,
            indexes,
            columns,
            table,
            full_name,
            referenced_by: Vec::new(),
        })
    }

    fn column(
        &mut self,
        message: &MessageDescriptor,
        field: &FieldDescriptor,
        stated: &options::Column,
    ) -> Result<Column, DatabaseError> {
        let entity = message.full_name();
        let kind = self.kind(&field.kind());
        let storage = match (field.is_list() || field.is_map(), kind, field.kind()) {
            (true, kind, _) => Storage::Repeated(kind),
            (false, FieldKind::Scalar(scalar), _) => Storage::Scalar(scalar),
            (false, FieldKind::Message(_), Kind::Message(inner))
                if inner.full_name() == "google.protobuf.Timestamp" =>
            {
                Storage::Timestamp
            }
            (false, FieldKind::Message(shape), _) => Storage::Message(shape),
        };
        let reference = match &stated.references {
            None => None,
            Some(reference) => {
                let target = self.by_name.get(&reference.entity).copied();
                Some(ReferenceTo {
                    entity: target
                        .ok_or_else(|| problem(entity, field.name(), "refers to an unknown entity"))?,
                    on_delete: reference.on_delete(),
                })
            }
        };
        let oneof = field.containing_oneof().filter(|oneof| !oneof.is_synthetic());
        let first = oneof.as_ref().and_then(|oneof| oneof.fields().map(|member| member.number()).min());
        let enum_values = match field.kind() {
            Kind::Enum(values) => {
                values.values().map(|value| (value.name().to_owned(), value.number())).collect()
            }
            _ => Vec::new(),
        };
        Ok(Column {
            number: field.number(),
            name: field.name().to_owned(),
            nullable: !matches!(storage, Storage::Scalar(_)) || field.supports_presence(),
            storage,
            wire_order: first.unwrap_or_else(|| field.number()),
            oneof: oneof.map(|oneof| usize::try_from(oneof.path().last().copied().unwrap_or(0)).unwrap_or(0)),
            immutable: stated.immutable || stated.primary_key,
            unique: stated.unique,
            index: stated.index || reference.is_some(),
            sensitive: stated.sensitive,
            max_length: match usize::try_from(stated.max_length) {
                Ok(0) | Err(_) => LENGTH_MAX_DEFAULT,
                Ok(length) => length,
            },
            reference,
            is_sequence: stated.generated() == options::Generated::Sequence,
            enum_values,
        })
    }

    fn kind(&mut self, kind: &Kind) -> FieldKind {
        match (ScalarKind::of(kind), kind) {
            (Some(scalar), _) => FieldKind::Scalar(scalar),
            (None, Kind::Message(message)) => FieldKind::Message(self.shape(message)),
            (None, _) => FieldKind::Scalar(ScalarKind::Bytes),
        }
    }

    fn shape(&mut self, message: &MessageDescriptor) -> usize {
        if let Some(&index) = self.known.get(message.full_name()) {
            return index;
        }
        let index = self.shapes.len();
        // The place is taken first, because a message may hold itself.
        self.known.insert(message.full_name().to_owned(), index);
        self.shapes.push(Shape::default());
        let mut fields: Vec<ShapeField> = message
            .fields()
            .map(|field| ShapeField {
                number: field.number(),
                name: field.name().to_owned(),
                kind: self.kind(&field.kind()),
                repeated: field.is_list() || field.is_map(),
            })
            .collect();
        fields.sort_by_key(|field| field.number);
        self.shapes[index] = Shape { full_name: message.full_name().to_owned(), fields };
        index
    }
}

fn indexes(
    entity: &str,
    table: &str,
    option: &options::Entity,
    columns: &[Column],
    key: usize,
) -> Result<Vec<IndexOf>, DatabaseError> {
    let mut found: Vec<IndexOf> = Vec::new();
    let mut add = |places: Vec<usize>, unique: bool, live_only: bool| {
        let names: Vec<&str> = places.iter().map(|&place| columns[place].name.as_str()).collect();
        let index =
            IndexOf { name: format!("{table}__{}", names.join("__")), columns: places, unique, live_only };
        if !found.iter().any(|other| other.name == index.name) {
            found.push(index);
        }
    };
    for index in &option.indexes {
        let mut places = Vec::new();
        for name in &index.fields {
            let place = columns.iter().position(|column| column.name == *name);
            places.push(place.ok_or_else(|| problem(entity, name, "an index names an unknown field"))?);
        }
        if places.is_empty() {
            return Err(problem(entity, "", "an index names no field"));
        }
        add(places, index.unique, index.live_only);
    }
    for (place, column) in columns.iter().enumerate() {
        if place != key && (column.unique || column.index) {
            add(vec![place], column.unique, false);
        }
    }
    Ok(found)
}

fn extension(pool: &DescriptorPool, name: &str) -> Result<ExtensionDescriptor, DatabaseError> {
    pool.get_extension_by_name(name).ok_or_else(|| problem("", "", format!("option {name} is not defined")))
}

/// Reads an option as its generated type.
fn typed<M: prost::Message + Default>(
    value: &prost_reflect::Value,
    entity: &str,
    field: &str,
) -> Result<M, DatabaseError> {
    let message = value.as_message().ok_or_else(|| problem(entity, field, "the option is no message"))?;
    M::decode(message.encode_to_vec().as_slice())
        .map_err(|error| problem(entity, field, format!("the option cannot be read: {error}")))
}

pub(super) fn problem(entity: &str, field: &str, problem: impl Into<String>) -> DatabaseError {
    DatabaseError::Schema { entity: entity.to_owned(), field: field.to_owned(), problem: problem.into() }
}

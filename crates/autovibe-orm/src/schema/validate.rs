//! Refuses schemas that could not be stored as they promise.

use std::collections::HashSet;

use autovibe_proto::orm::v1::{Api, OnDelete, Store, Writer};

use super::read::problem;
use super::{Column, Entity, ScalarKind, Storage};
use crate::DatabaseError;

/// Checks every entity by itself and in its relations.
pub(super) fn validate(entities: &[Entity]) -> Result<(), DatabaseError> {
    let mut tables = HashSet::new();
    for entity in entities {
        if !tables.insert(entity.table.to_ascii_lowercase()) {
            return Err(problem(&entity.full_name, "", "another entity has the same table"));
        }
        validate_entity(entity)?;
        for column in &entity.columns {
            validate_column(entities, entity, column)?;
        }
    }
    for start in 0..entities.len() {
        refuse_cascade_cycle(entities, start, start, &mut HashSet::new())?;
    }
    Ok(())
}

fn validate_entity(entity: &Entity) -> Result<(), DatabaseError> {
    let refuse = |field: &str, text: &str| Err(problem(&entity.full_name, field, text));
    if !is_name(&entity.table) || entity.table.starts_with("autovibe_") || entity.table.starts_with("sqlite_")
    {
        return refuse("", "the table name must be snake_case and neither start with autovibe_ nor sqlite_");
    }
    if entity.id_prefix.is_empty() || !entity.id_prefix.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return refuse("", "id_prefix must be lower-case letters");
    }
    if entity.writers.is_empty() || entity.writers.contains(&Writer::Unspecified) {
        return refuse("", "writers must name the roles that write");
    }
    if !entity.append_only {
        if entity.update_time.is_none() {
            return refuse("update_time", "a mutable entity needs it");
        }
        if entity.revision.is_none() {
            return refuse("revision", "a mutable entity needs it");
        }
    }
    if entity.soft_delete != entity.delete_time.is_some() {
        return refuse("delete_time", "it belongs to soft_delete: neither goes without the other");
    }
    if entity.soft_delete && entity.append_only {
        return refuse("", "an append-only entity cannot mark rows as deleted");
    }
    if entity.store == Store::Telemetry && entity.watched {
        return refuse("", "entities of the telemetry store must be unwatched");
    }
    if entity.lease_guarded {
        if entity.append_only || entity.api == Api::Crud || entity.store == Store::Telemetry {
            return refuse("", "lease_guarded is for mutable state that only a Commit writes");
        }
        if let Some(place) = entity.partition
            && entity.columns[place].storage != Storage::Scalar(ScalarKind::Int32)
        {
            return refuse("partition", "a lease guard needs it to be an int32");
        }
    }
    let times = [Some(entity.create_time), entity.update_time, entity.delete_time];
    for place in times.into_iter().flatten() {
        if entity.columns[place].storage != Storage::Timestamp {
            return refuse(&entity.columns[place].name, "it must be a google.protobuf.Timestamp");
        }
    }
    if let Some(place) = entity.revision
        && entity.columns[place].storage != Storage::Scalar(ScalarKind::Int64)
    {
        return refuse("revision", "it must be an int64");
    }
    if entity.columns[entity.key].storage != Storage::Scalar(ScalarKind::Text) {
        return refuse(&entity.columns[entity.key].name, "the primary key must be a string");
    }
    let mut names = HashSet::new();
    for column in &entity.columns {
        if !is_name(&column.name) || !names.insert(column.name.to_ascii_lowercase()) {
            return refuse(&column.name, "the name is not snake_case or clashes with another one");
        }
    }
    for index in &entity.indexes {
        if index.live_only && !entity.soft_delete {
            return refuse("", "live_only needs soft_delete");
        }
        for &place in &index.columns {
            if !entity.columns[place].storage.is_ordered() {
                return refuse(&entity.columns[place].name, "a field of this type cannot be indexed");
            }
        }
    }
    Ok(())
}

fn validate_column(entities: &[Entity], entity: &Entity, column: &Column) -> Result<(), DatabaseError> {
    let refuse = |text: &str| Err(problem(&entity.full_name, &column.name, text));
    if column.is_sequence && column.storage != Storage::Scalar(ScalarKind::Int64) {
        return refuse("a generated sequence must be an int64");
    }
    let Some(reference) = column.reference else {
        return Ok(());
    };
    if column.storage != Storage::Scalar(ScalarKind::Text) {
        return refuse("a reference must be a string");
    }
    match reference.on_delete {
        OnDelete::Unspecified => return refuse("on_delete is mandatory"),
        OnDelete::SetNull if !column.nullable => return refuse("ON_DELETE_SET_NULL needs an optional field"),
        OnDelete::SetNull if column.immutable => return refuse("ON_DELETE_SET_NULL needs a mutable field"),
        OnDelete::Restrict | OnDelete::Cascade | OnDelete::SetNull => {}
    }
    if entities[reference.entity].store != entity.store {
        return refuse("a reference cannot leave its store");
    }
    Ok(())
}

fn refuse_cascade_cycle(
    entities: &[Entity],
    start: usize,
    at: usize,
    seen: &mut HashSet<usize>,
) -> Result<(), DatabaseError> {
    for back in entities[at].referenced_by.iter().filter(|back| back.on_delete == OnDelete::Cascade) {
        if back.entity == start {
            let entity = &entities[back.entity];
            return Err(problem(&entity.full_name, &entity.columns[back.column].name, "cascades in a cycle"));
        }
        if seen.insert(back.entity) {
            refuse_cascade_cycle(entities, start, back.entity, seen)?;
        }
    }
    Ok(())
}

fn is_name(text: &str) -> bool {
    text.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

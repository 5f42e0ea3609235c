//! Which role may do what; whatever is not named here is refused.

use autovibe_orm::DatabaseError;
use autovibe_orm::schema::{Entity, Schema};
use autovibe_proto::db::v1::{CommitRequest, WatchRequest, write::Operation};
use autovibe_proto::orm::v1::{Api, Writer};
use autovibe_proto::{CallerIdentity, CallerRole};

/// May the caller read rows of this entity?
///
/// # Errors
/// [`DatabaseError::PermissionDenied`].
pub fn may_read(caller: &CallerIdentity, entity: &Entity) -> Result<(), DatabaseError> {
    match caller.role {
        CallerRole::Hub => Ok(()),
        // Even filters and orders would tell what such a column holds, so the whole entity is out of reach.
        CallerRole::Service if entity.is_sensitive() => refuse(caller, &format!("read {}", entity.name)),
        CallerRole::Service => Ok(()),
        CallerRole::Node | CallerRole::Db => refuse(caller, "read rows"),
    }
}

/// The change feed as far as the caller may follow it: of all entities means of all that it may read.
///
/// # Errors
/// [`DatabaseError::PermissionDenied`], or [`DatabaseError::InvalidRequest`] for an unknown entity.
pub fn watchable(
    caller: &CallerIdentity,
    schema: &Schema,
    mut request: WatchRequest,
) -> Result<WatchRequest, DatabaseError> {
    if request.entities.is_empty() {
        let readable = |entity: &&Entity| entity.watched && may_read(caller, entity).is_ok();
        request.entities =
            schema.entities.iter().filter(readable).map(|entity| entity.full_name.clone()).collect();
        if request.entities.is_empty() {
            refuse(caller, "follow changes")?;
        }
        return Ok(request);
    }
    for name in &request.entities {
        may_read(caller, &schema.entities[schema.entity_of(name)?])?;
    }
    Ok(request)
}

/// May the caller use the generated methods that write this entity?
///
/// # Errors
/// [`DatabaseError::PermissionDenied`].
pub fn may_write(caller: &CallerIdentity, entity: &Entity) -> Result<(), DatabaseError> {
    let is_named = match caller.role {
        CallerRole::Hub => entity.writers.contains(&Writer::Hub),
        CallerRole::Service => entity.writers.contains(&Writer::Service),
        CallerRole::Node | CallerRole::Db => false,
    };
    if is_named && entity.api == Api::Crud {
        return Ok(());
    }
    refuse(caller, &format!("write {}", entity.name))
}

/// May the caller apply this Commit?
///
/// # Errors
/// [`DatabaseError::PermissionDenied`], or [`DatabaseError::InvalidRequest`] for an unknown entity.
pub fn may_commit(
    caller: &CallerIdentity,
    schema: &Schema,
    request: &CommitRequest,
) -> Result<(), DatabaseError> {
    if caller.role != CallerRole::Hub {
        return refuse(caller, "commit");
    }
    for write in &request.writes {
        let name = match &write.operation {
            Some(Operation::Insert(row) | Operation::InsertIfAbsent(row)) => &row.entity,
            Some(Operation::Update(update)) => match &update.row {
                Some(row) => &row.entity,
                None => continue,
            },
            Some(Operation::Delete(key)) => &key.entity,
            None => continue,
        };
        let entity = &schema.entities[schema.entity_of(name)?];
        if !entity.writers.contains(&Writer::Hub) {
            return refuse(caller, &format!("write {}", entity.name));
        }
    }
    Ok(())
}

/// May the caller take, renew and release Leases?
///
/// # Errors
/// [`DatabaseError::PermissionDenied`].
pub fn may_lease(caller: &CallerIdentity) -> Result<(), DatabaseError> {
    match caller.role {
        CallerRole::Hub => Ok(()),
        CallerRole::Service | CallerRole::Node | CallerRole::Db => refuse(caller, "hold leases"),
    }
}

fn refuse(caller: &CallerIdentity, action: &str) -> Result<(), DatabaseError> {
    Err(DatabaseError::PermissionDenied { role: caller.role.as_str(), action: action.to_owned() })
}

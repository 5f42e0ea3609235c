//! Atomic writes: checks what needs no row, then hands the rest to the writer.

use autovibe_proto::TemplateId;
use autovibe_proto::db::v1::{CommitRequest, CommitResponse, Guard, Key, Update, Write, guard, write};
use autovibe_proto::orm::v1::Store;
use bytes::Bytes;

use super::Engine;
use crate::DatabaseError;
use crate::plan::{Value, decode};
use crate::schema::Entity;
use crate::store::sqlite::{PreparedCommit, PreparedGuard, PreparedWrite, Reply, is_held};

/// Writes of one Commit.
const WRITES_MAX: usize = 1000;
/// Guards of one Commit.
const GUARDS_MAX: usize = 100;
/// Bytes of an idempotency key.
const KEY_LENGTH_MAX: usize = 200;

impl Engine {
    /// Applies a set of writes atomically under guards; the answer means that they are durable.
    ///
    /// # Errors
    /// [`DatabaseError::LeaseFenced`], [`DatabaseError::StaleRevision`] and [`DatabaseError::GuardFailed`] when a
    /// guard does not hold; then, as with every error, nothing was written.
    pub async fn commit(&self, request: CommitRequest) -> Result<CommitResponse, DatabaseError> {
        if request.writes.len() > WRITES_MAX || request.guards.len() > GUARDS_MAX {
            return Err(DatabaseError::request(format!(
                "a commit holds at most {WRITES_MAX} writes and {GUARDS_MAX} guards"
            )));
        }
        let key = prefixed_key("commit", &request.idempotency_key)?;
        let writes =
            request.writes.into_iter().map(|write| self.prepare_write(write)).collect::<Result<_, _>>()?;
        let guards =
            request.guards.into_iter().map(|guard| self.prepare_guard(guard)).collect::<Result<_, _>>()?;
        self.apply(PreparedCommit { guards, writes, idempotency_key: key }).await
    }

    /// Stores a new row and returns it as stored; an empty id is given by the service.
    ///
    /// # Errors
    /// [`DatabaseError::AlreadyExists`] names the fields that clash.
    pub async fn create(&self, entity: usize, row: Bytes, key: &str) -> Result<Bytes, DatabaseError> {
        let described = self.described(entity)?;
        let mut values = decode(&self.catalog.schema, described, &row)?;
        if values[described.key].as_text() == Some("") {
            let new = TemplateId::generate().into_string();
            let random = new.split_once('_').map_or("", |(_, random)| random);
            values[described.key] = Value::text(&format!("{}_{random}", described.id_prefix));
        }
        check_id(described, values[described.key].as_text().unwrap_or_default())?;
        let write = PreparedWrite::Insert { entity, values, if_absent: false };
        let idempotency_key = prefixed_key(&described.full_name, key)?;
        self.apply_one(PreparedCommit { guards: Vec::new(), writes: vec![write], idempotency_key }).await
    }

    /// Changes fields of a row and returns it as stored; no paths mean all fields that can change.
    ///
    /// # Errors
    /// [`DatabaseError::NotFound`], or [`DatabaseError::StaleRevision`] when `revision` is neither 0 nor the stored one.
    pub async fn update(
        &self,
        entity: usize,
        row: Bytes,
        paths: &[String],
        revision: i64,
    ) -> Result<Bytes, DatabaseError> {
        let write = self.prepare_update(entity, &row, paths, revision)?;
        self.apply_one(PreparedCommit { writes: vec![write], ..PreparedCommit::default() }).await
    }

    /// Deletes a row.
    ///
    /// # Errors
    /// [`DatabaseError::NotFound`], [`DatabaseError::StaleRevision`] or [`DatabaseError::StillReferenced`].
    pub async fn delete(&self, entity: usize, id: &str, revision: i64) -> Result<(), DatabaseError> {
        check_id(self.described(entity)?, id)?;
        let write = PreparedWrite::Delete { entity, id: id.to_owned(), revision, must_exist: true };
        self.apply(PreparedCommit { writes: vec![write], ..PreparedCommit::default() }).await.map(|_| ())
    }

    async fn apply_one(&self, commit: PreparedCommit) -> Result<Bytes, DatabaseError> {
        let response = self.apply(commit).await?;
        let row = response.rows.into_iter().next();
        row.map(|row| Bytes::from(row.value)).ok_or(DatabaseError::Closed)
    }

    async fn apply(&self, mut commit: PreparedCommit) -> Result<CommitResponse, DatabaseError> {
        self.check_open()?;
        let store = self.store_of(&commit)?;
        if store == Store::Unspecified {
            return committed(self.state.write(move |tx| tx.commit(commit).map(Reply::Committed)).await?);
        }
        // Leases live in the other file, so here they are looked at just before and not in the same transaction:
        // a fenced owner may still append some telemetry, but never state.
        let (leases, guards): (Vec<_>, Vec<_>) =
            commit.guards.into_iter().partition(|guard| matches!(guard, PreparedGuard::Lease(_)));
        commit.guards = guards;
        let position = self.position();
        let now = self.clock.now_micros();
        for guard in leases {
            if let PreparedGuard::Lease(token) = guard
                && !self.state.read(|connection| is_held(connection, &token, now))?
            {
                return Err(DatabaseError::LeaseFenced { partition: token.partition });
            }
        }
        let reply = self.telemetry.write(move |tx| tx.commit(commit).map(Reply::Committed)).await?;
        let mut response = committed(reply)?;
        response.position = Some(position);
        Ok(response)
    }

    /// The one store that a Commit touches.
    fn store_of(&self, commit: &PreparedCommit) -> Result<Store, DatabaseError> {
        let writes = commit.writes.iter().map(|write| match write {
            PreparedWrite::Insert { entity, .. }
            | PreparedWrite::Update { entity, .. }
            | PreparedWrite::Delete { entity, .. } => *entity,
        });
        let guards = commit.guards.iter().filter_map(|guard| match guard {
            PreparedGuard::Exists { entity, .. }
            | PreparedGuard::Absent { entity, .. }
            | PreparedGuard::Revision { entity, .. } => Some(*entity),
            PreparedGuard::Lease(_) => None,
        });
        let mut stores = writes.chain(guards).map(|entity| self.catalog.schema.entities[entity].store);
        let first = stores.next().unwrap_or(Store::Unspecified);
        if stores.any(|store| store != first) {
            // Two files cannot be made durable in one step.
            return Err(DatabaseError::request("a commit cannot touch state and telemetry at once"));
        }
        Ok(first)
    }

    fn prepare_write(&self, write: Write) -> Result<PreparedWrite, DatabaseError> {
        let operation =
            write.operation.ok_or_else(|| DatabaseError::request("a write names no operation"))?;
        match operation {
            write::Operation::Insert(row) => self.prepare_insert(&row.entity, row.value.into(), false),
            write::Operation::InsertIfAbsent(row) => self.prepare_insert(&row.entity, row.value.into(), true),
            write::Operation::Update(Update { row, mask, revision }) => {
                let row = row.ok_or_else(|| DatabaseError::request("an update holds no row"))?;
                let entity = self.catalog.schema.entity_of(&row.entity)?;
                let paths = mask.map(|mask| mask.paths).unwrap_or_default();
                self.prepare_update(entity, &row.value.into(), &paths, revision)
            }
            write::Operation::Delete(key) => {
                let (entity, id) = self.prepare_key(key)?;
                Ok(PreparedWrite::Delete { entity, id, revision: 0, must_exist: false })
            }
        }
    }

    fn prepare_insert(
        &self,
        entity: &str,
        row: Bytes,
        if_absent: bool,
    ) -> Result<PreparedWrite, DatabaseError> {
        let entity = self.catalog.schema.entity_of(entity)?;
        let described = self.described(entity)?;
        let values = decode(&self.catalog.schema, described, &row)?;
        check_id(described, values[described.key].as_text().unwrap_or_default())?;
        Ok(PreparedWrite::Insert { entity, values, if_absent })
    }

    fn prepare_update(
        &self,
        entity: usize,
        row: &Bytes,
        paths: &[String],
        revision: i64,
    ) -> Result<PreparedWrite, DatabaseError> {
        let described = self.described(entity)?;
        if described.append_only {
            return Err(DatabaseError::request(format!("{} is append-only", described.name)));
        }
        let values = decode(&self.catalog.schema, described, row)?;
        check_id(described, values[described.key].as_text().unwrap_or_default())?;
        let all = paths.is_empty() || paths.iter().any(|path| path == "*");
        let columns = if all {
            // Deleted rows come back only when the mask names the time.
            let free = |&place: &usize| {
                place != described.key
                    && !described.is_given_by_service(place)
                    && Some(place) != described.delete_time
            };
            (0..described.columns.len()).filter(free).collect()
        } else {
            masked(described, paths)?
        };
        Ok(PreparedWrite::Update { entity, values, columns, strict: !all, revision })
    }

    fn prepare_key(&self, key: Key) -> Result<(usize, String), DatabaseError> {
        let entity = self.catalog.schema.entity_of(&key.entity)?;
        check_id(self.described(entity)?, &key.id)?;
        Ok((entity, key.id))
    }

    fn prepare_guard(&self, guard: Guard) -> Result<PreparedGuard, DatabaseError> {
        let condition =
            guard.condition.ok_or_else(|| DatabaseError::request("a guard names no condition"))?;
        Ok(match condition {
            guard::Condition::Exists(key) => {
                let (entity, id) = self.prepare_key(key)?;
                PreparedGuard::Exists { entity, id }
            }
            guard::Condition::Absent(key) => {
                let (entity, id) = self.prepare_key(key)?;
                PreparedGuard::Absent { entity, id }
            }
            guard::Condition::Revision(revision) => {
                let key = revision.key.ok_or_else(|| DatabaseError::request("a guard holds no key"))?;
                let (entity, id) = self.prepare_key(key)?;
                PreparedGuard::Revision { entity, id, revision: revision.revision }
            }
            guard::Condition::Lease(token) => PreparedGuard::Lease(token),
        })
    }
}

fn committed(reply: Reply) -> Result<CommitResponse, DatabaseError> {
    match reply {
        Reply::Committed(response) => Ok(response),
        Reply::Tokens(_) | Reply::Done => Err(DatabaseError::System {
            operation: "read the writer's answer",
            cause: "it answers another request".to_owned(),
        }),
    }
}

/// The columns that a mask names.
fn masked(entity: &Entity, paths: &[String]) -> Result<Vec<usize>, DatabaseError> {
    let refuse = |path: &str, problem: &str| DatabaseError::InvalidField {
        entity: entity.name.clone(),
        field: path.chars().take(64).collect(),
        problem: problem.to_owned(),
    };
    let mut columns = Vec::with_capacity(paths.len());
    for path in paths {
        if path.contains('.') {
            return Err(refuse(path, "lies inside a field: masks name whole fields"));
        }
        let place = entity.column_of(path).ok_or_else(|| refuse(path, "is no field"))?;
        if place == entity.key || entity.is_given_by_service(place) {
            return Err(refuse(path, "is given by the service"));
        }
        columns.push(place);
    }
    columns.sort_unstable();
    columns.dedup();
    Ok(columns)
}

/// Refuses ids that are not of the form `mch_` and 26 characters.
fn check_id(entity: &Entity, id: &str) -> Result<(), DatabaseError> {
    let rest = id.strip_prefix(entity.id_prefix.as_str()).and_then(|rest| rest.strip_prefix('_'));
    // The prefix is checked above, so any typed id can check the rest.
    let is_id =
        rest.is_some_and(|rest| format!("{}_{rest}", TemplateId::PREFIX).parse::<TemplateId>().is_ok());
    if is_id {
        return Ok(());
    }
    Err(DatabaseError::InvalidField {
        entity: entity.name.clone(),
        field: entity.columns[entity.key].name.clone(),
        problem: format!("is not of the form {}_ followed by 26 characters", entity.id_prefix),
    })
}

fn prefixed_key(scope: &str, key: &str) -> Result<String, DatabaseError> {
    if key.len() > KEY_LENGTH_MAX {
        return Err(DatabaseError::request(format!(
            "an idempotency key holds at most {KEY_LENGTH_MAX} bytes"
        )));
    }
    Ok(if key.is_empty() { String::new() } else { format!("{scope}:{key}") })
}

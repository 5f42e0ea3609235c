//! A stand-in for the database service: everything in memory, over the real gRPC paths.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::{SystemTime, UNIX_EPOCH};

use autovibe_proto::db::v1::guard::Condition;
use autovibe_proto::db::v1::write::Operation;
use autovibe_proto::db::v1::{
    AcquireLeasesResponse, CommitRequest, CommitResponse, Guard, ReleaseLeasesResponse, RenewLeasesRequest,
    RenewLeasesResponse, Row, Write,
};
use autovibe_proto::v1::LeaseToken;
use autovibe_proto::{DESCRIPTOR_SET, ErrorKind, Failure};
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::response::Response;
use bytes::{BufMut as _, Bytes, BytesMut};
use http_body_util::{BodyExt as _, Full};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::service::TowerToHyperService;
use prost::Message as _;
use prost_reflect::{DescriptorPool, DynamicMessage, ReflectMessage as _, Value};
use tonic::transport::{Channel, Endpoint};

type Rows = BTreeMap<(String, String), DynamicMessage>;

/// Rows of all entities.
#[derive(Debug, Clone)]
pub(crate) struct MemoryDatabase {
    pool: DescriptorPool,
    rows: Arc<Mutex<(Rows, i64)>>,
    failing_steps: Arc<Mutex<u32>>,
}

impl MemoryDatabase {
    pub(crate) fn new() -> MemoryDatabase {
        let pool = DescriptorPool::decode(DESCRIPTOR_SET).unwrap();
        MemoryDatabase { pool, rows: Arc::default(), failing_steps: Arc::default() }
    }

    /// The next Commits in which a Message is handled find the database away.
    pub(crate) fn fail_steps(&self, count: u32) {
        *self.failing_steps.lock().unwrap() = count;
    }

    fn fail_step(&self, request: &CommitRequest) -> Result<(), Failure> {
        let is_taken = |write: &Write| matches!(&write.operation, Some(Operation::Delete(key)) if key.entity == "autovibe.v1.MailboxEntry");
        let mut failing = self.failing_steps.lock().unwrap();
        if *failing == 0 || !request.writes.iter().any(is_taken) {
            return Ok(());
        }
        *failing -= 1;
        Err(Failure::new(ErrorKind::Unavailable, "UNAVAILABLE", "the database is away"))
    }

    /// A channel to this database over memory pipes.
    pub(crate) fn channel(&self) -> Channel {
        let router = axum::Router::new().fallback(serve).with_state(self.clone());
        Endpoint::from_static("http://database").connect_with_connector_lazy(tower::service_fn(move |_| {
            let router = router.clone();
            async move {
                let (near, far) = tokio::io::duplex(1 << 20);
                tokio::spawn(
                    hyper::server::conn::http2::Builder::new(TokioExecutor::new())
                        .serve_connection(TokioIo::new(far), TowerToHyperService::new(router)),
                );
                Ok::<_, std::io::Error>(TokioIo::new(near))
            }
        }))
    }

    /// Makes a row older than it is.
    pub(crate) fn age(&self, entity: &str, id: &str, seconds: i64) {
        let mut state = self.rows.lock().unwrap();
        let row = state.0.get_mut(&(entity.to_owned(), id.to_owned())).unwrap();
        let Value::Message(mut time) = value(row, "create_time") else { panic!("a row has a time") };
        let made = value(&time.clone(), "seconds").as_i64().unwrap();
        time.set_field_by_name("seconds", Value::I64(made - seconds));
        row.set_field_by_name("create_time", Value::Message(time));
    }

    fn answer(&self, path: &str, message: &[u8]) -> Result<Vec<u8>, Failure> {
        let bad = |error: prost::DecodeError| Failure::invalid(error.to_string());
        let (service, method) = path.trim_start_matches("/autovibe.db.v1.").split_once('/').unwrap();
        match method {
            "Commit" => Ok(self.commit(CommitRequest::decode(message).map_err(bad)?)?.encode_to_vec()),
            "AcquireLeases" => {
                let token = |partition| LeaseToken { partition, epoch: 1, owner: "owner".to_owned() };
                Ok(AcquireLeasesResponse { tokens: (0..64).map(token).collect() }.encode_to_vec())
            }
            "RenewLeases" => {
                let tokens = RenewLeasesRequest::decode(message).map_err(bad)?.tokens;
                Ok(RenewLeasesResponse { tokens }.encode_to_vec())
            }
            "ReleaseLeases" => Ok(ReleaseLeasesResponse {}.encode_to_vec()),
            _ if method.starts_with("Get") || method.starts_with("List") => {
                let entity = format!("autovibe.v1.{}", service.trim_end_matches("Service"));
                let request =
                    self.pool.get_message_by_name(&format!("autovibe.db.v1.{method}Request")).unwrap();
                let request = DynamicMessage::decode(request, message).map_err(bad)?;
                if method.starts_with("Get") {
                    self.get(&entity, &request)
                } else {
                    self.list(&entity, method, &request)
                }
            }
            _ => Err(Failure::new(ErrorKind::Unsupported, "UNSUPPORTED", path)),
        }
    }

    fn get(&self, entity: &str, request: &DynamicMessage) -> Result<Vec<u8>, Failure> {
        let key = (entity.to_owned(), text(request, "id"));
        let rows = self.rows.lock().unwrap();
        rows.0.get(&key).map(DynamicMessage::encode_to_vec).ok_or_else(|| Failure::not_found(key.1))
    }

    fn list(&self, entity: &str, method: &str, request: &DynamicMessage) -> Result<Vec<u8>, Failure> {
        let filter = text(request, "filter");
        let conditions: Vec<&str> = filter.split(" AND ").filter(|text| !text.is_empty()).collect();
        let state = self.rows.lock().unwrap();
        let mut found: Vec<&DynamicMessage> = state
            .0
            .iter()
            .filter(|((name, _), row)| name == entity && !is_deleted(row))
            .map(|(_, row)| row)
            .filter(|row| conditions.iter().all(|condition| holds(row, condition)))
            .collect();
        let order = text(request, "order_by");
        let fields: Vec<(&str, bool)> = order
            .split(", ")
            .filter(|field| !field.is_empty())
            .map(|field| field.strip_suffix(" desc").map_or((field, false), |field| (field, true)))
            .collect();
        found.sort_by(|one, other| {
            let by_fields = fields.iter().map(|&(field, is_falling)| {
                let order = compare(&value(one, field), &value(other, field));
                if is_falling { order.reverse() } else { order }
            });
            by_fields
                .fold(Ordering::Equal, Ordering::then)
                .then_with(|| text(one, "id").cmp(&text(other, "id")))
        });
        let size = request.get_field_by_name("page_size").and_then(|size| size.as_i32()).unwrap_or(0);
        found.truncate(if size == 0 { 100 } else { usize::try_from(size).unwrap() });
        let response = self.pool.get_message_by_name(&format!("autovibe.db.v1.{method}Response")).unwrap();
        let mut response = DynamicMessage::new(response);
        let rows = found.into_iter().map(|row| Value::Message(row.clone())).collect();
        response.set_field_by_number(1, Value::List(rows));
        Ok(response.encode_to_vec())
    }

    fn commit(&self, request: CommitRequest) -> Result<CommitResponse, Failure> {
        self.fail_step(&request)?;
        let mut state = self.rows.lock().unwrap();
        let (mut rows, mut counter) = state.clone();
        let is_leased = |guard: &Guard| matches!(guard.condition, Some(Condition::Lease(_)));
        if !request.guards.iter().any(is_leased) && request.writes.iter().any(needs_lease) {
            return Err(Failure::new(ErrorKind::PermissionDenied, "LEASE_REQUIRED", "no lease guard"));
        }
        for guard in request.guards {
            let key = |key: autovibe_proto::db::v1::Key| (key.entity, key.id);
            let is_met = match guard.condition.unwrap() {
                Condition::Exists(wanted) => rows.get(&key(wanted)).is_some_and(|row| !is_deleted(row)),
                Condition::Absent(unwanted) => !rows.contains_key(&key(unwanted)),
                Condition::Revision(wanted) => {
                    let row = rows.get(&key(wanted.key.unwrap()));
                    row.is_some_and(|row| value(row, "revision").as_i64() == Some(wanted.revision))
                }
                Condition::Lease(_) => true,
            };
            if !is_met {
                return Err(Failure::new(ErrorKind::WrongState, "GUARD_FAILED", "a guard failed"));
            }
        }
        let mut answer = CommitResponse::default();
        for write in request.writes {
            let written = match write.operation.unwrap() {
                Operation::Insert(row) => Some(self.insert(&mut rows, &mut counter, row, false)?),
                Operation::InsertIfAbsent(row) => Some(self.insert(&mut rows, &mut counter, row, true)?),
                Operation::Update(update) => {
                    let mask = update.mask.unwrap_or_default().paths;
                    Some(self.update(&mut rows, update.row.unwrap(), &mask, update.revision)?)
                }
                Operation::Delete(key) => {
                    delete(&mut rows, (key.entity, key.id));
                    None
                }
            };
            answer.rows.extend(written);
        }
        *state = (rows, counter);
        Ok(answer)
    }

    fn insert(&self, rows: &mut Rows, counter: &mut i64, row: Row, is_silent: bool) -> Result<Row, Failure> {
        let descriptor = self.pool.get_message_by_name(&row.entity).unwrap();
        let mut message = DynamicMessage::decode(descriptor, row.value.as_ref()).unwrap();
        let key = (row.entity.clone(), text(&message, "id"));
        let is_same_name = |other: &DynamicMessage| match row.entity.as_str() {
            "autovibe.v1.Machine" => {
                text(other, "project_id") == text(&message, "project_id")
                    && text(other, "name") == text(&message, "name")
            }
            "autovibe.v1.Project" | "autovibe.v1.ApiToken" | "autovibe.v1.Template" => {
                text(other, "name") == text(&message, "name")
            }
            _ => false,
        };
        if rows.contains_key(&key) && is_silent {
            return Ok(row);
        }
        let is_taken = rows
            .iter()
            .any(|((entity, _), other)| *entity == row.entity && !is_deleted(other) && is_same_name(other));
        if rows.contains_key(&key) || is_taken {
            return Err(Failure::new(ErrorKind::AlreadyExists, "ALREADY_EXISTS", "the row exists"));
        }
        *counter += 1;
        let numbered = match row.entity.as_str() {
            "autovibe.v1.AgentEvent" => Some("number"),
            "autovibe.v1.MailboxEntry" => Some("sequence"),
            _ => None,
        };
        if let Some(field) = numbered {
            message.set_field_by_name(field, Value::I64(*counter));
        }
        if message.descriptor().get_field_by_name("revision").is_some() {
            message.set_field_by_name("revision", Value::I64(1));
        }
        self.stamp(&mut message, "create_time");
        let value = message.encode_to_vec();
        rows.insert(key, message);
        Ok(Row { entity: row.entity, value })
    }

    fn update(&self, rows: &mut Rows, row: Row, mask: &[String], revision: i64) -> Result<Row, Failure> {
        let descriptor = self.pool.get_message_by_name(&row.entity).unwrap();
        let new = DynamicMessage::decode(descriptor, row.value.as_ref()).unwrap();
        let id = text(&new, "id");
        let stored = rows.get_mut(&(row.entity.clone(), id.clone())).ok_or_else(|| Failure::not_found(id))?;
        let present = value(stored, "revision").as_i64().unwrap_or(0);
        if revision != 0 && revision != present {
            return Err(Failure::new(ErrorKind::Conflict, "STALE_REVISION", "the row changed"));
        }
        for path in mask {
            match new.has_field_by_name(path) {
                true => stored.set_field_by_name(path, new.get_field_by_name(path).unwrap().into_owned()),
                false => stored.clear_field_by_name(path),
            }
        }
        stored.set_field_by_name("revision", Value::I64(present + 1));
        self.stamp(stored, "update_time");
        Ok(Row { entity: row.entity, value: stored.encode_to_vec() })
    }

    fn stamp(&self, message: &mut DynamicMessage, field: &str) {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        let mut time =
            DynamicMessage::new(self.pool.get_message_by_name("google.protobuf.Timestamp").unwrap());
        time.set_field_by_name("seconds", Value::I64(i64::try_from(since.as_secs()).unwrap()));
        time.set_field_by_name("nanos", Value::I32(i32::try_from(since.subsec_nanos()).unwrap()));
        message.set_field_by_name(field, Value::Message(time));
    }
}

/// The entities of the Hub whose rows only change under a Lease.
fn needs_lease(write: &Write) -> bool {
    let entity = match write.operation.as_ref().unwrap() {
        Operation::Insert(_) | Operation::InsertIfAbsent(_) => return false,
        Operation::Update(update) => &update.row.as_ref().unwrap().entity,
        Operation::Delete(key) => &key.entity,
    };
    ["Machine", "Effect", "MailboxEntry", "Turn", "Checkpoint"]
        .contains(&entity.strip_prefix("autovibe.v1.").unwrap())
}

fn delete(rows: &mut Rows, key: (String, String)) {
    let is_soft = |row: &DynamicMessage| row.descriptor().get_field_by_name("delete_time").is_some();
    match rows.get_mut(&key) {
        Some(row) if is_soft(row) => {
            let time = value(row, "create_time");
            row.set_field_by_name("delete_time", time);
        }
        _ => drop(rows.remove(&key)),
    }
}

fn is_deleted(row: &DynamicMessage) -> bool {
    row.descriptor().get_field_by_name("delete_time").is_some() && row.has_field_by_name("delete_time")
}

fn value(message: &DynamicMessage, field: &str) -> Value {
    message.get_field_by_name(field).unwrap_or_else(|| panic!("no field {field}")).into_owned()
}

fn text(message: &DynamicMessage, field: &str) -> String {
    value(message, field).as_str().unwrap_or_default().to_owned()
}

fn holds(row: &DynamicMessage, condition: &str) -> bool {
    let mut words = condition.splitn(3, ' ');
    let (field, operator, wanted) = (words.next().unwrap(), words.next().unwrap(), words.next().unwrap());
    let wanted = match wanted.strip_prefix('"') {
        Some(text) => Value::String(text.trim_end_matches('"').to_owned()),
        None => Value::I64(wanted.parse().unwrap()),
    };
    let order = compare(&value(row, field), &wanted);
    match operator {
        "=" => order == Ordering::Equal,
        "!=" => order != Ordering::Equal,
        ">" => order == Ordering::Greater,
        "<" => order == Ordering::Less,
        ">=" => order != Ordering::Less,
        "<=" => order != Ordering::Greater,
        _ => panic!("{condition}"),
    }
}

fn compare(one: &Value, other: &Value) -> Ordering {
    let number = |value: &Value| match value {
        Value::I32(number) | Value::EnumNumber(number) => i128::from(*number),
        Value::I64(number) => i128::from(*number),
        Value::Message(time) => {
            let part = |field| {
                time.get_field_by_name(field).map_or(0, |value| match *value {
                    Value::I64(number) => i128::from(number),
                    Value::I32(number) => i128::from(number),
                    _ => 0,
                })
            };
            part("seconds") * 1_000_000_000 + part("nanos")
        }
        Value::String(text) => {
            let time = serde_json::from_value::<pbjson_types::Timestamp>(text.clone().into());
            time.map_or(0, |time| i128::from(time.seconds) * 1_000_000_000 + i128::from(time.nanos))
        }
        _ => 0,
    };
    match (one.as_str(), other.as_str()) {
        (Some(one), Some(other)) => one.cmp(other),
        _ => number(one).cmp(&number(other)),
    }
}

async fn serve(State(database): State<MemoryDatabase>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let body = to_bytes(request.into_body(), 64 << 20).await.unwrap();
    match database.answer(&path, &body[5..]) {
        Ok(message) => {
            let mut framed = BytesMut::new();
            framed.put_u8(0);
            framed.put_u32(u32::try_from(message.len()).unwrap());
            framed.extend_from_slice(&message);
            let mut trailers = http::HeaderMap::new();
            trailers.insert("grpc-status", http::HeaderValue::from_static("0"));
            let body = Full::new(Bytes::from(framed)).with_trailers(std::future::ready(Some(Ok(trailers))));
            Response::builder().header("content-type", "application/grpc").body(Body::new(body)).unwrap()
        }
        Err(failure) => tonic::Status::from(failure).into_http(),
    }
}

//! The client of the database service: generic over entities, with a time limit on every call.

use std::time::Duration;

use autovibe_proto::Failure;
use autovibe_proto::db::v1::database_service_client::DatabaseServiceClient;
use autovibe_proto::db::v1::{CommitResponse, WatchRequest, WatchResponse};
use tonic::codegen::http::uri::PathAndQuery;
use tonic::transport::Channel;
use tonic::{Code, Request, Streaming};

use super::{CommitBuilder, Entity, Listed, Page};

/// A call that takes longer is given up; the service's own limits are well below it.
const CALL_LIMIT: Duration = Duration::from_secs(10);
const ANSWER_BYTES_MAX: usize = 16 * 1024 * 1024;

/// Typed access to the database service.
#[derive(Debug, Clone)]
pub struct Database {
    channel: Channel,
}

/// The request of every generated Get method.
#[derive(Clone, PartialEq, prost::Message)]
struct GetRequest {
    #[prost(string, tag = "1")]
    id: String,
}

/// The request of every generated List method.
#[derive(Clone, PartialEq, prost::Message)]
struct ListRequest {
    #[prost(int32, tag = "1")]
    page_size: i32,
    #[prost(string, tag = "2")]
    page_token: String,
    #[prost(string, tag = "3")]
    filter: String,
    #[prost(string, tag = "4")]
    order_by: String,
    #[prost(bool, tag = "5")]
    show_deleted: bool,
}

/// The answer of every generated List method; the rows stay encoded until their type is known.
#[derive(Clone, PartialEq, prost::Message)]
struct ListResponse {
    #[prost(bytes = "bytes", repeated, tag = "1")]
    rows: Vec<bytes::Bytes>,
    #[prost(string, tag = "2")]
    next_page_token: String,
}

impl Database {
    /// Uses a channel to the database service.
    #[must_use]
    pub fn new(channel: Channel) -> Database {
        Database { channel }
    }

    /// Reads one row; `None` when it does not exist.
    ///
    /// # Errors
    /// What the service answered, or `Unavailable`.
    pub async fn get<E: Entity>(&self, id: &str) -> Result<Option<E>, Failure> {
        match self.call::<_, E>(E::GET_PATH, GetRequest { id: id.to_owned() }).await {
            Ok(row) => Ok(Some(row)),
            Err(status) if status.code() == Code::NotFound => Ok(None),
            Err(status) => Err(status.into()),
        }
    }

    /// Reads one row that must exist.
    ///
    /// # Errors
    /// `NotFound` without the row, else as [`Database::get`].
    pub async fn require<E: Entity>(&self, id: &str) -> Result<E, Failure> {
        let name = E::NAME.rsplit('.').next().unwrap_or(E::NAME);
        self.get(id).await?.ok_or_else(|| Failure::not_found(format!("there is no {name} {id:?}")))
    }

    /// Reads one page of rows.
    ///
    /// # Errors
    /// `InvalidArgument` for a filter or order the service does not know, or what else it answered.
    pub async fn list<E: Entity>(
        &self,
        filter: &str,
        order_by: &str,
        page: Page,
    ) -> Result<Listed<E>, Failure> {
        let request = ListRequest {
            page_size: page.size,
            page_token: page.token,
            filter: filter.to_owned(),
            order_by: order_by.to_owned(),
            show_deleted: page.show_deleted,
        };
        let response: ListResponse = self.call(E::LIST_PATH, request).await?;
        let rows =
            response.rows.into_iter().map(E::decode).collect::<Result<Vec<E>, _>>().map_err(|error| {
                Failure::internal(format!("a row of {} cannot be read: {error}", E::NAME))
            })?;
        Ok(Listed { rows, next_page_token: response.next_page_token })
    }

    /// Reads the rows of all pages, at most `limit`.
    ///
    /// # Errors
    /// As [`Database::list`].
    pub async fn list_all<E: Entity>(
        &self,
        filter: &str,
        order_by: &str,
        limit: usize,
    ) -> Result<Vec<E>, Failure> {
        let mut rows = Vec::new();
        let mut token = String::new();
        loop {
            let page = self.list::<E>(filter, order_by, Page::after(1000, token)).await?;
            rows.extend(page.rows);
            if page.next_page_token.is_empty() || rows.len() >= limit {
                rows.truncate(limit);
                return Ok(rows);
            }
            token = page.next_page_token;
        }
    }

    /// Applies a Commit.
    ///
    /// # Errors
    /// What the service answered; nothing was written unless the kind is `Unavailable`, `DeadlineExceeded`
    /// or `Internal`, after which nobody knows.
    pub async fn commit(&self, commit: CommitBuilder) -> Result<CommitResponse, Failure> {
        let mut request = Request::new(commit.into_request());
        request.set_timeout(CALL_LIMIT);
        let mut client = self.service();
        match tokio::time::timeout(CALL_LIMIT, client.commit(request)).await {
            Ok(answer) => Ok(answer.map_err(Failure::from)?.into_inner()),
            Err(_) => {
                Err(Failure::from(tonic::Status::deadline_exceeded("the database did not answer in time")))
            }
        }
    }

    /// Opens the change feed.
    ///
    /// # Errors
    /// What the service answered.
    pub async fn watch(&self, request: WatchRequest) -> Result<Streaming<WatchResponse>, Failure> {
        Ok(self.service().watch(request).await.map_err(Failure::from)?.into_inner())
    }

    /// The client of the service's own methods.
    #[must_use]
    pub fn service(&self) -> DatabaseServiceClient<Channel> {
        DatabaseServiceClient::new(self.channel.clone()).max_decoding_message_size(ANSWER_BYTES_MAX)
    }

    async fn call<Q, A>(&self, path: &'static str, request: Q) -> Result<A, tonic::Status>
    where
        Q: prost::Message + Send + Sync + 'static,
        A: prost::Message + Default + Send + Sync + 'static,
    {
        let mut client =
            tonic::client::Grpc::new(self.channel.clone()).max_decoding_message_size(ANSWER_BYTES_MAX);
        let codec = tonic_prost::ProstCodec::<Q, A>::default();
        let mut request = Request::new(request);
        request.set_timeout(CALL_LIMIT);
        let exchange = async {
            client.ready().await.map_err(|error| tonic::Status::unavailable(error.to_string()))?;
            client.unary(request, PathAndQuery::from_static(path), codec).await
        };
        match tokio::time::timeout(CALL_LIMIT, exchange).await {
            Ok(answer) => Ok(answer?.into_inner()),
            Err(_) => Err(tonic::Status::deadline_exceeded("the database did not answer in time")),
        }
    }
}

//! The generated services of all entities as one service over wire bytes.

use std::collections::HashMap;
use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use autovibe_orm::{DatabaseError, Engine, ListOrder};
use bytes::Bytes;
use prost::Message;
use tonic::body::Body;
use tonic::server::{Grpc, UnaryService};
use tonic::{Request, Response, Status};

use crate::caller::caller_of;
use crate::codec::WireCodec;
use crate::fault::refused;
use crate::form::{CreateForm, DeleteForm, GetForm, ListAnswer, ListForm, UpdateForm};
use crate::method::{Method, Verb, methods};
use crate::policy;
use crate::routes::MESSAGE_BYTES_MAX;

/// Serves every generated method by its path.
#[derive(Debug, Clone)]
pub(crate) struct EntityService {
    engine: Arc<Engine>,
    methods: Arc<HashMap<String, Method>>,
}

impl EntityService {
    pub(crate) fn new(engine: Arc<Engine>) -> EntityService {
        let methods = Arc::new(methods(engine.schema()));
        EntityService { engine, methods }
    }
}

impl<B> tower::Service<http::Request<B>> for EntityService
where
    B: http_body::Body + Send + 'static,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>> + Send,
{
    type Response = http::Response<Body>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<http::Response<Body>, Infallible>> + Send>>;

    fn poll_ready(&mut self, _context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<B>) -> Self::Future {
        let method = self.methods.get(request.uri().path()).copied();
        let Some(method) = method else {
            let path = request.uri().path().chars().take(200).collect();
            let status = refused(&DatabaseError::UnknownMethod { path });
            return Box::pin(async move { Ok(status.into_http()) });
        };
        let handler = EntityHandler { engine: self.engine.clone(), method };
        Box::pin(async move {
            let mut grpc = Grpc::new(WireCodec)
                .max_decoding_message_size(MESSAGE_BYTES_MAX)
                .max_encoding_message_size(MESSAGE_BYTES_MAX);
            Ok(grpc.unary(handler, request).await)
        })
    }
}

/// One call of one method.
struct EntityHandler {
    engine: Arc<Engine>,
    method: Method,
}

impl UnaryService<Bytes> for EntityHandler {
    type Response = Bytes;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Bytes>, Status>> + Send>>;

    fn call(&mut self, request: Request<Bytes>) -> Self::Future {
        let (engine, method) = (self.engine.clone(), self.method);
        Box::pin(async move {
            let caller = caller_of(request.extensions()).map_err(|error| refused(&error))?;
            let entity = &engine.schema().entities[method.entity];
            let allowed = if method.verb.is_write() {
                policy::may_write(&caller, entity)
            } else {
                policy::may_read(&caller, entity)
            };
            let answer = match allowed {
                Ok(()) => answer(&engine, method, request.into_inner()).await,
                Err(error) => Err(error),
            };
            answer.map(Response::new).map_err(|error| refused(&error))
        })
    }
}

async fn answer(engine: &Engine, method: Method, body: Bytes) -> Result<Bytes, DatabaseError> {
    match method.verb {
        Verb::Get => {
            let form: GetForm = read(body)?;
            // Reads never wait for anything, so a loop of them must give way by itself.
            tokio::task::coop::consume_budget().await;
            engine.get(method.entity, &form.id)
        }
        Verb::List => {
            let form: ListForm = read(body)?;
            let order = ListOrder {
                page_size: form.page_size,
                page_token: form.page_token,
                filter: form.filter,
                order_by: form.order_by,
                show_deleted: form.show_deleted,
            };
            let page = engine.list(method.entity, order).await?;
            let answer = ListAnswer { rows: page.rows, next_page_token: page.next_page_token };
            Ok(answer.encode_to_vec().into())
        }
        Verb::Create => {
            let form: CreateForm = read(body)?;
            engine.create(method.entity, form.row, &form.idempotency_key).await
        }
        Verb::Update => {
            let form: UpdateForm = read(body)?;
            let paths = form.update_mask.map(|mask| mask.paths).unwrap_or_default();
            engine.update(method.entity, form.row, &paths, form.revision).await
        }
        Verb::Delete => {
            let form: DeleteForm = read(body)?;
            engine.delete(method.entity, &form.id, form.revision).await.map(|()| Bytes::new())
        }
    }
}

fn read<M: Message + Default>(body: Bytes) -> Result<M, DatabaseError> {
    M::decode(body)
        .map_err(|_| DatabaseError::InvalidRequest { problem: "the request is not well-formed".to_owned() })
}

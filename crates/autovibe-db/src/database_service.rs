//! Commit, Watch, Leases and the schema over gRPC.

use std::pin::Pin;
use std::sync::Arc;

use autovibe_orm::{DatabaseError, Engine};
use autovibe_proto::CallerIdentity;
use autovibe_proto::db::v1::database_service_server::DatabaseService;
use autovibe_proto::db::v1::{
    AcquireLeasesRequest, AcquireLeasesResponse, CommitRequest, CommitResponse, GetSchemaRequest,
    GetSchemaResponse, ReleaseLeasesRequest, ReleaseLeasesResponse, RenewLeasesRequest, RenewLeasesResponse,
    WatchRequest, WatchResponse,
};
use futures::Stream;
use tonic::{Request, Response, Status};

use crate::caller::caller_of;
use crate::fault::refused;
use crate::policy;

/// Serves what is not derived from entities.
#[derive(Debug, Clone)]
pub(crate) struct DatabaseServer {
    engine: Arc<Engine>,
}

impl DatabaseServer {
    pub(crate) fn new(engine: Arc<Engine>) -> DatabaseServer {
        DatabaseServer { engine }
    }
}

/// Checks the caller, then does the work.
async fn serve<Q, A>(
    request: Request<Q>,
    allow: impl FnOnce(&CallerIdentity, &Q) -> Result<(), DatabaseError>,
    work: impl AsyncFnOnce(Q) -> Result<A, DatabaseError>,
) -> Result<Response<A>, Status> {
    let caller = caller_of(request.extensions());
    let request = request.into_inner();
    let answer = match caller.and_then(|caller| allow(&caller, &request)) {
        Ok(()) => work(request).await,
        Err(error) => Err(error),
    };
    answer.map(Response::new).map_err(|error| refused(&error))
}

#[tonic::async_trait]
impl DatabaseService for DatabaseServer {
    async fn commit(&self, request: Request<CommitRequest>) -> Result<Response<CommitResponse>, Status> {
        let schema = self.engine.schema();
        let allow =
            |caller: &CallerIdentity, request: &CommitRequest| policy::may_commit(caller, schema, request);
        serve(request, allow, async |request| self.engine.commit(request).await).await
    }

    type WatchStream = Pin<Box<dyn Stream<Item = Result<WatchResponse, Status>> + Send>>;

    async fn watch(&self, request: Request<WatchRequest>) -> Result<Response<Self::WatchStream>, Status> {
        let caller = caller_of(request.extensions());
        let allowed = caller
            .and_then(|caller| policy::watchable(&caller, self.engine.schema(), request.into_inner()))
            .map_err(|error| refused(&error))?;
        let watcher = self.engine.watch(allowed).await.map_err(|error| refused(&error))?;
        let stream = futures::stream::unfold(Some(watcher), async |watcher| {
            let mut watcher = watcher?;
            match watcher.next().await {
                Ok(response) => Some((Ok(response), Some(watcher))),
                Err(error) => Some((Err(refused(&error)), None)),
            }
        });
        Ok(Response::new(Box::pin(stream)))
    }

    async fn acquire_leases(
        &self,
        request: Request<AcquireLeasesRequest>,
    ) -> Result<Response<AcquireLeasesResponse>, Status> {
        let allow = |caller: &CallerIdentity, _: &AcquireLeasesRequest| policy::may_lease(caller);
        serve(request, allow, async |request| self.engine.acquire_leases(request).await).await
    }

    async fn renew_leases(
        &self,
        request: Request<RenewLeasesRequest>,
    ) -> Result<Response<RenewLeasesResponse>, Status> {
        let allow = |caller: &CallerIdentity, _: &RenewLeasesRequest| policy::may_lease(caller);
        serve(request, allow, async |request| self.engine.renew_leases(request).await).await
    }

    async fn release_leases(
        &self,
        request: Request<ReleaseLeasesRequest>,
    ) -> Result<Response<ReleaseLeasesResponse>, Status> {
        let allow = |caller: &CallerIdentity, _: &ReleaseLeasesRequest| policy::may_lease(caller);
        serve(request, allow, async |request| self.engine.release_leases(request).await).await
    }

    async fn get_schema(
        &self,
        request: Request<GetSchemaRequest>,
    ) -> Result<Response<GetSchemaResponse>, Status> {
        // Every authenticated role may know with whom it speaks.
        serve(request, |_, _| Ok(()), async |_| Ok(self.engine.describe())).await
    }
}

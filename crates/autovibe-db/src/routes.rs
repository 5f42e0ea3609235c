//! Every service of the database as routes for any transport.

use std::sync::Arc;

use autovibe_orm::Engine;
use autovibe_proto::db::v1::database_service_server::DatabaseServiceServer;
use autovibe_proto::orm::v1::Api;
use tonic::service::Routes;

use crate::database_service::DatabaseServer;
use crate::entity_service::EntityService;
use crate::method::service_name;

/// Longest request and answer: a full page of rows with room to spare.
pub const MESSAGE_BYTES_MAX: usize = 16 << 20;

/// Makes the routes of `DatabaseService` and of the generated service of each entity.
///
/// Requests must carry a [`autovibe_proto::CallerIdentity`] in their extensions, which the transport puts there;
/// one without is answered with UNAUTHENTICATED.
#[must_use]
pub fn routes(engine: Arc<Engine>) -> Routes {
    let database = DatabaseServiceServer::new(DatabaseServer::new(engine.clone()))
        .max_decoding_message_size(MESSAGE_BYTES_MAX)
        .max_encoding_message_size(MESSAGE_BYTES_MAX);
    let entities = EntityService::new(engine.clone());
    let mut router = Routes::new(database).into_axum_router();
    for entity in engine.schema().entities.iter().filter(|entity| entity.api != Api::None) {
        router = router.route_service(&format!("/{}/{{*method}}", service_name(entity)), entities.clone());
    }
    Routes::from(router)
}

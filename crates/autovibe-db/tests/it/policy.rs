//! Roles: whatever is not allowed is refused.

use autovibe_proto::CallerRole;
use autovibe_proto::db::v1::api_token_service_client::ApiTokenServiceClient;
use autovibe_proto::db::v1::{
    AcquireLeasesRequest, CommitRequest, CreateTemplateRequest, GetSchemaRequest, ListProjectsRequest,
    WatchRequest,
};
use autovibe_proto::db::v1::{GetApiTokenRequest, ListApiTokensRequest};
use autovibe_proto::v1::{ApiToken, Lease, Template};
use autovibe_proto::{ApiTokenId, ErrorKind, LeaseId};
use tonic::Code;

use crate::database::{Clients, TestDatabase, failure, insert, new_project};

/// The codes of: read, watch, commit, lease, create, schema.
async fn codes(database: &TestDatabase, role: Option<CallerRole>) -> [Code; 6] {
    let mut caller = Clients::new(database.connect(role).await);
    let code = |result: Result<(), tonic::Status>| result.err().map_or(Code::Ok, |status| status.code());
    let template = Template { name: format!("{role:?}"), ..Template::default() };
    let create = CreateTemplateRequest { template: Some(template), ..CreateTemplateRequest::default() };
    let commit =
        CommitRequest { writes: vec![insert("Project", &new_project())], ..CommitRequest::default() };
    let lease = AcquireLeasesRequest { owner: "x".into(), ..AcquireLeasesRequest::default() };
    [
        code(caller.projects.list_projects(ListProjectsRequest::default()).await.map(|_| ())),
        code(caller.database.watch(WatchRequest::default()).await.map(|_| ())),
        code(caller.database.commit(commit).await.map(|_| ())),
        code(caller.database.acquire_leases(lease).await.map(|_| ())),
        code(caller.templates.create_template(create).await.map(|_| ())),
        code(caller.database.get_schema(GetSchemaRequest {}).await.map(|_| ())),
    ]
}

#[tokio::test]
async fn each_role_may_do_what_the_table_says() {
    let database = TestDatabase::open();
    let (yes, no) = (Code::Ok, Code::PermissionDenied);
    assert_eq!(codes(&database, Some(CallerRole::Hub)).await, [yes; 6]);
    // Templates are written by the Hub alone.
    assert_eq!(codes(&database, Some(CallerRole::Service)).await, [yes, yes, no, no, no, yes]);
    assert_eq!(codes(&database, Some(CallerRole::Node)).await, [no, no, no, no, no, yes]);
    assert_eq!(codes(&database, Some(CallerRole::Db)).await, [no, no, no, no, no, yes]);
    assert_eq!(codes(&database, None).await, [Code::Unauthenticated; 6]);
}

#[tokio::test]
async fn leases_are_not_written_by_commit() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    let lease = Lease { id: LeaseId::generate().into_string(), owner: "thief".into(), ..Lease::default() };
    let failed = hub.commit(vec![insert("Lease", &lease)]).await.unwrap_err();
    assert_eq!(failed.kind, ErrorKind::PermissionDenied);
}

#[tokio::test]
async fn services_never_see_what_is_sensitive() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    let token = ApiToken {
        id: ApiTokenId::generate().into_string(),
        name: "admin".into(),
        digest: "5ec4e7".into(),
        ..ApiToken::default()
    };
    let channel = database.connect(Some(CallerRole::Service)).await;
    let mut tokens = ApiTokenServiceClient::new(channel.clone());
    let mut service = Clients::new(channel);
    let entities = vec!["autovibe.v1.ApiToken".to_owned()];
    let refused = failure(service.database.watch(WatchRequest { entities, after: None }).await);
    assert_eq!(refused.kind, ErrorKind::PermissionDenied);
    let mut feed = service.database.watch(WatchRequest::default()).await.unwrap().into_inner();
    feed.message().await.unwrap();

    let project = new_project();
    hub.commit(vec![insert("ApiToken", &token)]).await.unwrap();
    hub.commit(vec![insert("Project", &project)]).await.unwrap();
    let refused = failure(tokens.get_api_token(GetApiTokenRequest { id: token.id.clone() }).await);
    assert_eq!(refused.kind, ErrorKind::PermissionDenied);
    let listed =
        ListApiTokensRequest { filter: "name = \"admin\"".into(), ..ListApiTokensRequest::default() };
    assert_eq!(failure(tokens.list_api_tokens(listed).await).kind, ErrorKind::PermissionDenied);
    loop {
        let change = feed.message().await.unwrap().unwrap();
        assert!(!String::from_utf8_lossy(&change.value).contains("5ec4e7"));
        let Some(key) = change.key else { continue };
        assert_eq!(key.id, project.id, "the change of the token is passed over");
        break;
    }
    let mut own = ApiTokenServiceClient::new(database.connect(Some(CallerRole::Hub)).await);
    let read = own.get_api_token(GetApiTokenRequest { id: token.id }).await.unwrap().into_inner();
    assert_eq!(read.digest, "5ec4e7");
}

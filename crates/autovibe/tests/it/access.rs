//! Who may call: tokens outside, certificates inside.

use anyhow::{Result, ensure};
use autovibe::client::{Endpoint, connect};
use autovibe::cluster::{Credentials, service_name};
use autovibe::transport::mtls_channel;
use autovibe_proto::db::v1::GetSchemaRequest;
use autovibe_proto::db::v1::database_service_client::DatabaseServiceClient;
use autovibe_proto::db::v1::{AcquireLeasesRequest, CommitRequest};
use autovibe_proto::hub::v1::GetStatusRequest;
use autovibe_proto::node::v1::ListMachinesRequest;
use autovibe_proto::node::v1::node_service_client::NodeServiceClient;
use autovibe_proto::{CallerRole, ErrorKind, Failure};
use autovibe_testkit::{Layout, System};
use std::os::unix::fs::PermissionsExt as _;
use tonic::Code;
use tonic::transport::{Certificate, Channel, ClientTlsConfig, Endpoint as Target};

#[tokio::test(flavor = "multi_thread")]
async fn every_call_without_a_token_is_refused() -> Result<()> {
    let system = System::start(Layout::OneProcess)?;
    let endpoint = Endpoint::load(&system.data())?;
    let mut hub = connect(&endpoint, "avt_wrong").await?;
    let refused = hub.get_status(GetStatusRequest {}).await.expect_err("a wrong token was accepted");
    ensure!(Failure::from(refused).kind == ErrorKind::Unauthenticated, "not the right kind");

    let plain = Target::from_shared(endpoint.url.clone())?.connect().await?;
    let mut bare = autovibe_proto::hub::v1::hub_service_client::HubServiceClient::new(plain);
    let refused = bare.get_status(GetStatusRequest {}).await.expect_err("no token was accepted");
    ensure!(refused.code() == Code::Unauthenticated, "{refused:?}");

    let called = system.call(&["--token", "avt_wrong", "machine", "list"])?;
    ensure!(called.code == 3, "exit code {}: {}", called.code, called.err);
    let mode = std::fs::metadata(system.data().join("admin.token"))?.permissions().mode() & 0o777;
    ensure!(mode == 0o600, "mode {mode:o}");
    ensure!(system.call(&["status"])?.code == 0, "the first token does not work");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn inner_services_refuse_callers_without_the_right_certificate() -> Result<()> {
    let system = System::start(Layout::ThreeProcesses)?;
    let command_line = |name: &str| -> Result<String> {
        let own = system.folder().to_string_lossy().into_owned();
        for pid in autovibe_testkit::process::processes_below(system.folder()) {
            let line =
                String::from_utf8_lossy(&std::fs::read(format!("/proc/{pid}/cmdline"))?).replace('\0', " ");
            if line.contains(&own) && line.contains(&format!(" {name} serve")) {
                let after = line.split("--listen ").nth(1).unwrap_or_default();
                return Ok(after.split(' ').next().unwrap_or_default().to_owned());
            }
        }
        anyhow::bail!("no {name} process")
    };
    let (db, node) = (command_line("db")?, command_line("node")?);

    let service = Credentials::load(&system.folder().join("service"))?;
    let mut wrong_role = DatabaseServiceClient::new(mtls_channel(&db, CallerRole::Db, &service)?);
    let refused = wrong_role.commit(CommitRequest::default()).await.expect_err("a service may commit");
    ensure!(refused.code() == Code::PermissionDenied, "{refused:?}");
    let refused =
        wrong_role.acquire_leases(AcquireLeasesRequest::default()).await.expect_err("a service may lease");
    ensure!(refused.code() == Code::PermissionDenied, "{refused:?}");
    let mut wrong_role = NodeServiceClient::new(mtls_channel(&node, CallerRole::Node, &service)?);
    let refused =
        wrong_role.list_machines(ListMachinesRequest {}).await.expect_err("a service may steer a node");
    ensure!(refused.code() == Code::PermissionDenied, "{refused:?}");

    let node_credentials = Credentials::load(&system.folder().join("node"))?;
    let mut wrong_role = DatabaseServiceClient::new(mtls_channel(&db, CallerRole::Db, &node_credentials)?);
    let refused = wrong_role.commit(CommitRequest::default()).await.expect_err("a node may commit");
    ensure!(refused.code() == Code::PermissionDenied, "{refused:?}");

    // With the Hub's certificate both answer, so what is refused below is refused for the lack of one.
    let hub = Credentials::load(&system.folder().join("hub"))?;
    let bare = |address: &str, role| -> Result<Channel> {
        let trusted = Certificate::from_pem(&service.ca_pem);
        let tls = ClientTlsConfig::new().ca_certificate(trusted).domain_name(service_name(role));
        Ok(Target::from_shared(format!("https://{address}"))?.tls_config(tls)?.connect_lazy())
    };
    let schema =
        |channel| async { DatabaseServiceClient::new(channel).get_schema(GetSchemaRequest {}).await };
    let machines =
        |channel| async { NodeServiceClient::new(channel).list_machines(ListMachinesRequest {}).await };
    schema(mtls_channel(&db, CallerRole::Db, &hub)?).await?;
    machines(mtls_channel(&node, CallerRole::Node, &hub)?).await?;
    let refused =
        schema(bare(&db, CallerRole::Db)?).await.expect_err("db answers a caller without a certificate");
    ensure!(refused.code() != Code::Ok && refused.code() != Code::Internal, "{refused:?}");
    let refused = machines(bare(&node, CallerRole::Node)?)
        .await
        .expect_err("node answers a caller without a certificate");
    ensure!(refused.code() != Code::Ok && refused.code() != Code::Internal, "{refused:?}");

    for address in [&db, &node] {
        let plain = Target::from_shared(format!("http://{address}"))?.connect().await;
        let answered = match plain {
            Err(_) => false,
            Ok(channel) => DatabaseServiceClient::new(channel).get_schema(GetSchemaRequest {}).await.is_ok(),
        };
        ensure!(!answered, "{address} answers without a certificate");
    }
    let other = tempfile::tempdir()?;
    let stranger = autovibe::cluster::Authority::init(&other.path().join("ca"), "test")?
        .issue(CallerRole::Hub, "one")?;
    let stranger = Credentials { ca_pem: service.ca_pem.clone(), ca: service.ca.clone(), ..stranger };
    let mut foreign = DatabaseServiceClient::new(mtls_channel(&db, CallerRole::Db, &stranger)?);
    ensure!(foreign.get_schema(GetSchemaRequest {}).await.is_err(), "a foreign authority is trusted");
    Ok(())
}

//! A Hub as a role, and as a part of `up`.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result};
use async_trait::async_trait;
use autovibe_hub::api::{ControlConfig, control_router, ensure_admin_token, ensure_templates};
use autovibe_hub::budget::BudgetGate;
use autovibe_hub::egress::{Egress, EgressConfig};
use autovibe_hub::gateway::{Gateway, GatewayConfig, Secret};
use autovibe_hub::guest::{GuestRegistry, GuestServer};
use autovibe_hub::guest_secret::GuestSecrets;
use autovibe_hub::lease::LeaseMode;
use autovibe_hub::node::NodeLink;
use autovibe_hub::secret::{EgressAuthority, SecretInterception, SecretVault, UpstreamTrust};
use autovibe_hub::{Hub, HubConfig, UPLOADS_FOLDER};
use autovibe_proto::{CallerRole, Failure, HubId};
use axum::Router;
use object_store::local::LocalFileSystem;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_rustls::TlsAcceptor;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tonic::transport::Channel;
use tracing::{debug, info, warn};

use super::data_folder::DataFolder;
use super::database::load_credentials;
use super::role::Role;
use super::settings::{EgressSettings, ModelProvider, ModelSettings, RetentionSettings, SecretSettings};
use super::usage::{UsageRecorder, write_usage};
use crate::client::{Endpoint, TOKEN_FILE};
use crate::cluster::{
    Credentials, SecretsKeyCommand, SecretsKeyFile, guest_key, open_egress_authority, service_name,
    write_private,
};
use crate::transport::{
    ControlListener, mtls_channel, mtls_server_config, peer_identity, serve_control, server_config,
};

/// Where guests dial under the local driver. Source: the driver's forwarded address.
const GUEST_HUB_ADDRESS: &str = "10.0.2.100:8443";

/// Connections of nodes for their guests at once.
const GUEST_CONNECTIONS_MAX: usize = 12_000;

/// Guests take no more than twice as much, with the Hub's own authority.
const AUTHORITIES_LENGTH_MAX: usize = 12 * 1024;

/// `autovibe hub serve`.
#[derive(Debug)]
pub struct HubRole {
    /// Data folder.
    pub data: PathBuf,
    /// Address of the control API.
    pub listen: SocketAddr,
    /// Address at which nodes bring in the connections of guests.
    pub guest_listen: SocketAddr,
    /// Address of the database service.
    pub db: String,
    /// Addresses of nodes.
    pub nodes: Vec<String>,
    /// Folder with the Hub's credentials.
    pub credentials: PathBuf,
    /// How model requests are answered.
    pub model: ModelSettings,
    /// How the values of Secrets are sealed.
    pub secrets: SecretSettings,
    /// The way out of Machines.
    pub egress: EgressSettings,
    /// How long what is stored is kept.
    pub retention: RetentionSettings,
}

/// What a Hub is put together from, wherever its parts run.
pub(super) struct HubParts {
    pub(super) folder: Arc<DataFolder>,
    pub(super) listen: SocketAddr,
    pub(super) database: Channel,
    pub(super) nodes: Vec<NodeLink>,
    pub(super) credentials: Credentials,
    pub(super) guest_key: [u8; 32],
    pub(super) lease: LeaseMode,
    pub(super) model: ModelSettings,
    pub(super) secrets: Arc<SecretVault>,
    pub(super) egress: EgressSettings,
    pub(super) retention: RetentionSettings,
    /// Cancelled when the Hub has ended: what it needs to end well must outlive it.
    pub(super) ended: CancellationToken,
}

/// The certificates of further authorities for Machines, one after the other.
fn read_authorities(files: &[PathBuf]) -> Result<String> {
    let mut all = String::new();
    for file in files {
        let text = fs_err::read_to_string(file)?;
        let text = text.trim();
        if !text.starts_with("-----BEGIN CERTIFICATE-----") || !text.ends_with("-----END CERTIFICATE-----") {
            let text = format!("{} holds no certificate in PEM", file.display());
            return Err(Failure::invalid(text).into());
        }
        all.push_str(text);
        all.push('\n');
    }
    if all.len() > AUTHORITIES_LENGTH_MAX {
        let text = format!("the authorities for Machines have more than {AUTHORITIES_LENGTH_MAX} bytes");
        return Err(Failure::invalid(text).into());
    }
    Ok(all)
}

/// Removes what a former process was taking in when it ended; this one has begun nothing, and holds the folder.
fn remove_unended_uploads(blobs: &Path) -> Result<()> {
    match fs_err::remove_dir_all(blobs.join(UPLOADS_FOLDER)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Starts a Hub with its control API; gives the server for guests' connections.
pub(super) async fn start_hub(
    parts: HubParts,
    tasks: &TaskTracker,
    stop: &CancellationToken,
) -> Result<GuestServer> {
    let listener =
        TcpListener::bind(parts.listen).await.with_context(|| format!("listen at {}", parts.listen))?;
    let address = listener.local_addr()?;
    let blobs = parts.folder.join("blobs");
    fs_err::create_dir_all(&blobs)?;
    remove_unended_uploads(&blobs)?;
    let guests = GuestRegistry::new();
    let hub = Hub::start(HubConfig {
        hub_id: HubId::generate(),
        name: "hub".to_owned(),
        address: address.to_string(),
        database: parts.database,
        nodes: parts.nodes,
        guest_secrets: GuestSecrets::new(parts.guest_key),
        guest_link: guests.clone(),
        ca_certificate: parts.credentials.ca.to_vec(),
        hub_name: service_name(CallerRole::Hub).to_owned(),
        guest_hub_address: GUEST_HUB_ADDRESS.to_owned(),
        lease: parts.lease,
        blobs: Arc::new(LocalFileSystem::new_with_prefix(&blobs)?.with_fsync(true)),
        secrets: parts.secrets,
        guest_authorities: read_authorities(&parts.egress.guest_authorities)?,
        blob_grace: std::time::Duration::from_secs(parts.retention.blob_grace_hours * 3600),
    })
    .await
    .context("start the Hub")?;
    let (usage, queue) = UsageRecorder::new();
    tasks.spawn(write_usage(queue, hub.database().clone()));
    let gateway = Gateway::new(gateway_config(&parts.model)?, Arc::new(usage))?;
    let gateway = Arc::new(gateway.with_gate(Arc::new(BudgetGate::new(Arc::clone(&hub)))));
    let mut guest_tls = Arc::unwrap_or_clone(server_config(&parts.credentials)?);
    guest_tls.alpn_protocols = vec![b"h2".to_vec()];
    let interception = SecretInterception::new(Arc::clone(&hub), &UpstreamTrust::system())
        .context("set up TLS to the hosts of secrets")?;
    let egress = Egress::start(
        &hub,
        EgressConfig {
            test_resolve: parts.egress.test_resolve.into_iter().collect(),
            interception: Arc::new(interception),
            ..EgressConfig::default()
        },
    );
    let server = GuestServer::new(Arc::clone(&hub), Arc::clone(&guests), Arc::new(guest_tls), gateway)
        .with_egress(egress);

    ensure_templates(hub.database()).await?;
    keep_first_token(&hub, &parts.folder).await?;
    let router = control_router(ControlConfig {
        hub: Arc::clone(&hub),
        guests,
        model_provider: provider_name(&parts.model).to_owned(),
    });
    serve(listener, router, &parts.credentials, &parts.folder, tasks, stop)?;
    let (stop, folder, ended) = (stop.clone(), parts.folder, parts.ended);
    tasks.spawn(async move {
        stop.cancelled().await;
        hub.shutdown().await;
        ended.cancel();
        drop(folder);
    });
    Ok(server)
}

/// Serves the control API and leaves its address for clients on this machine.
fn serve(
    listener: TcpListener,
    router: Router,
    credentials: &Credentials,
    folder: &DataFolder,
    tasks: &TaskTracker,
    stop: &CancellationToken,
) -> Result<()> {
    let address = listener.local_addr()?;
    // Tokens must not cross a network in the clear.
    let (tls, endpoint) = if address.ip().is_loopback() {
        (None, Endpoint { url: format!("http://{address}"), ca_file: None })
    } else {
        let ca_file = folder.join("hub-ca.pem");
        fs_err::write(&ca_file, &credentials.ca_pem)?;
        // The certificate holds loopback and the service's name; the bound address is shown to other hosts.
        let host =
            if address.ip().is_unspecified() { "127.0.0.1".to_owned() } else { address.ip().to_string() };
        let url = format!("https://{host}:{}", address.port());
        (Some(server_config(credentials)?), Endpoint { url, ca_file: Some(ca_file) })
    };
    tasks.spawn(serve_control(ControlListener { listener, tls }, router, stop.clone()));
    endpoint.save(folder.path())?;
    info!(url = %endpoint.url, data = %folder.path().display(), "the Hub listens");
    Ok(())
}

/// Makes the first token at the first start; only its owner may read the file.
async fn keep_first_token(hub: &Hub, folder: &DataFolder) -> Result<()> {
    let file = folder.join(TOKEN_FILE);
    let target = file.clone();
    let made = ensure_admin_token(hub.database(), move |secret| {
        write_private(&target, format!("{secret}\n").as_bytes())
            .map_err(|error| Failure::internal(format!("{:#}", anyhow::Error::from(error))))
    })
    .await?;
    if made {
        info!(file = %file.display(), "wrote the first token");
    }
    Ok(())
}

fn provider_name(settings: &ModelSettings) -> &'static str {
    match settings.provider {
        ModelProvider::Scripted => "scripted",
        ModelProvider::Anthropic => "anthropic",
    }
}

fn gateway_config(settings: &ModelSettings) -> Result<GatewayConfig> {
    match settings.provider {
        ModelProvider::Scripted => Ok(GatewayConfig::scripted()),
        ModelProvider::Anthropic => {
            let key = match &settings.anthropic_key_file {
                Some(path) => fs_err::read_to_string(path)?,
                None => std::env::var("ANTHROPIC_API_KEY").map_err(|_| {
                    Failure::invalid("the provider anthropic needs ANTHROPIC_API_KEY or --anthropic-key-file")
                })?,
            };
            Ok(GatewayConfig::anthropic(&settings.anthropic_url, Secret::new(key.trim())))
        }
    }
}

#[async_trait]
impl Role for HubRole {
    async fn start(self, tasks: &TaskTracker, stop: &CancellationToken) -> Result<()> {
        let folder = Arc::new(DataFolder::open(&self.data, "hub")?);
        let credentials = load_credentials(&self.credentials, CallerRole::Hub)?;
        let nodes = self
            .nodes
            .iter()
            .map(|address| {
                let channel = mtls_channel(address, CallerRole::Node, &credentials)?;
                Ok(NodeLink { name: address.clone(), channel })
            })
            .collect::<Result<Vec<_>>>()?;
        let guests = TcpListener::bind(self.guest_listen)
            .await
            .with_context(|| format!("listen at {}", self.guest_listen))?;
        let parts = HubParts {
            folder,
            listen: self.listen,
            database: mtls_channel(&self.db, CallerRole::Db, &credentials)?,
            nodes,
            guest_key: read_guest_key(&self.credentials)?,
            lease: LeaseMode::Timed { address: self.listen.to_string() },
            model: self.model,
            secrets: role_vault(&self.secrets, &self.credentials)?,
            egress: self.egress,
            retention: self.retention,
            credentials: credentials.clone(),
            ended: CancellationToken::new(),
        };
        let server = start_hub(parts, tasks, stop).await?;
        tasks.spawn(accept_guests(guests, mtls_server_config(&credentials)?, server, stop.clone()));
        Ok(())
    }
}

/// Seals with the key of the settings' command, or that of a file.
pub(super) fn secret_vault(
    settings: &SecretSettings,
    file: SecretsKeyFile,
    authority: Option<EgressAuthority>,
) -> Arc<SecretVault> {
    match &settings.secrets_key_command {
        Some(command) => SecretVault::new(Arc::new(SecretsKeyCommand(command.clone())), authority),
        None => SecretVault::new(Arc::new(file), authority),
    }
}

/// Every Hub of a cluster must have the same key and authority, so they are never made here.
fn role_vault(settings: &SecretSettings, folder: &Path) -> Result<Arc<SecretVault>> {
    let authority = open_egress_authority(folder)?;
    if authority.is_none() {
        warn!(
            folder = %folder.display(),
            "no secret is filled in without egress-ca.crt; issue the Hub's certificate again to have it"
        );
    }
    Ok(secret_vault(settings, SecretsKeyFile::kept_in(folder), authority))
}

/// Every Hub of a cluster must have the same key, so it is never made here.
fn read_guest_key(folder: &Path) -> Result<[u8; 32]> {
    if !folder.join("guest.key").exists() {
        return Err(Failure::invalid(format!(
            "{} holds no guest.key; issue the Hub's certificate with `autovibe cert issue --role hub`",
            folder.display()
        ))
        .into());
    }
    Ok(guest_key(folder)?)
}

/// Takes the connections that nodes bring in for their guests.
async fn accept_guests(
    listener: TcpListener,
    tls: Arc<rustls::ServerConfig>,
    server: GuestServer,
    stop: CancellationToken,
) {
    let mut tls = Arc::unwrap_or_clone(tls);
    // Inside runs the guest's own TLS, which speaks HTTP/2; this layer carries bytes.
    tls.alpn_protocols.clear();
    let acceptor = TlsAcceptor::from(Arc::new(tls));
    let places = Arc::new(Semaphore::new(GUEST_CONNECTIONS_MAX));
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = stop.cancelled() => return,
        };
        let Ok((connection, peer)) = accepted else {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            continue;
        };
        let Ok(place) = Arc::clone(&places).try_acquire_owned() else { continue };
        let _ = connection.set_nodelay(true);
        let (acceptor, server, stop) = (acceptor.clone(), server.clone(), stop.clone());
        tokio::spawn(async move {
            let _place = place;
            let accepting =
                tokio::time::timeout(std::time::Duration::from_secs(10), acceptor.accept(connection));
            let Ok(Ok(connection)) = accepting.await else {
                debug!(%peer, "TLS handshake of a node refused");
                return;
            };
            let is_node =
                peer_identity(connection.get_ref().1).is_some_and(|peer| peer.role == CallerRole::Node);
            if !is_node {
                debug!(%peer, "only nodes bring in guests");
                return;
            }
            serve_guest(&server, connection, &stop).await;
        });
    }
}

/// Serves one guest's connection until it ends or the Hub stops.
pub(super) async fn serve_guest<C>(server: &GuestServer, connection: C, stop: &CancellationToken)
where
    C: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin + Send + 'static,
{
    tokio::select! {
        served = server.serve_connection(connection) => {
            if let Err(error) = served {
                debug!(error = %format!("{:#}", anyhow::Error::from(error)), "a guest's connection was not served");
            }
        }
        () = stop.cancelled() => {}
    }
}

//! `autovibe up`: database service, node and Hub in one process.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;
use async_trait::async_trait;
use autovibe_hub::guest::GuestServer;
use autovibe_hub::lease::LeaseMode;
use autovibe_hub::node::NodeLink;
use autovibe_proto::CallerRole;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::data_folder::DataFolder;
use super::database::open_database;
use super::hub::{HubParts, secret_vault, serve_guest, start_hub};
use super::node::{keep_node, open_node};
use super::role::Role;
use super::settings::{EgressSettings, ModelSettings, NodeSettings, RetentionSettings, SecretSettings};
use crate::cluster::{Authority, Credentials, SecretsKeyFile, egress_authority, guest_key};
use crate::transport::{MemoryListener, memory_pipe, serve_memory};

/// `autovibe up`.
#[derive(Debug)]
pub struct Up {
    /// Data folder.
    pub data: PathBuf,
    /// Address of the control API.
    pub listen: SocketAddr,
    /// How model requests are answered.
    pub model: ModelSettings,
    /// How the values of Secrets are sealed.
    pub secrets: SecretSettings,
    /// The way out of Machines.
    pub egress: EgressSettings,
    /// How long what is stored is kept.
    pub retention: RetentionSettings,
    /// How Machines are run.
    pub node: NodeSettings,
}

#[async_trait]
impl Role for Up {
    async fn start(self, tasks: &TaskTracker, stop: &CancellationToken) -> Result<()> {
        // The Hub gives its Leases back when it ends, so database and node end after it.
        let hub_ended = CancellationToken::new();
        let started = self.start_parts(tasks, stop, &hub_ended).await;
        if started.is_err() {
            hub_ended.cancel();
        }
        started
    }
}

impl Up {
    async fn start_parts(
        self,
        tasks: &TaskTracker,
        stop: &CancellationToken,
        hub_ended: &CancellationToken,
    ) -> Result<()> {
        let folder = Arc::new(DataFolder::open(&self.data, "up")?);
        let authority = Authority::open_or_init(&folder.join("cluster"), "local")?;
        let credentials = hub_credentials(&authority)?;
        let guest_key = guest_key(authority.folder())?;
        let egress_authority = egress_authority(authority.folder(), authority.cluster())?;
        let secrets_key = SecretsKeyFile::made_in(authority.folder());
        let secrets = secret_vault(&self.secrets, secrets_key, Some(egress_authority));
        // In one process there is one caller inside: this Hub.
        let caller = credentials.identity.clone();

        let (database, listener) = memory_pipe();
        let router = open_database(folder.path(), tasks, hub_ended).await?;
        tasks.spawn(serve_memory(listener, router, caller.clone(), hub_ended.clone()));

        let (guests, guest_listener) = memory_pipe();
        let files = folder.join("nodes").join(&self.node.node_name);
        let node = open_node(&self.node, &files, Arc::new(guests)).await?;
        let (node_connector, listener) = memory_pipe();
        tasks.spawn(serve_memory(listener, node.routes().into_axum_router(), caller, hub_ended.clone()));
        keep_node(node, tasks, hub_ended);

        let parts = HubParts {
            folder,
            listen: self.listen,
            database: database.channel(),
            nodes: vec![NodeLink { name: self.node.node_name.clone(), channel: node_connector.channel() }],
            credentials,
            guest_key,
            lease: LeaseMode::Embedded,
            model: self.model,
            secrets,
            egress: self.egress,
            retention: self.retention,
            ended: hub_ended.clone(),
        };
        let server = start_hub(parts, tasks, stop).await?;
        tasks.spawn(accept_guests(guest_listener, server, stop.clone()));
        Ok(())
    }
}

/// The Hub's certificate, kept so that guests see the same one after a restart.
fn hub_credentials(authority: &Authority) -> Result<Credentials> {
    let folder = authority.folder().join("hub");
    if let Ok(credentials) = Credentials::load(&folder) {
        return Ok(credentials);
    }
    let credentials = authority.issue(CallerRole::Hub, "local")?;
    credentials.save(&folder)?;
    Ok(credentials)
}

async fn accept_guests(mut listener: MemoryListener, server: GuestServer, stop: CancellationToken) {
    loop {
        let connection = tokio::select! {
            connection = listener.accept() => connection,
            () = stop.cancelled() => None,
        };
        let Some(connection) = connection else { return };
        let (server, stop) = (server.clone(), stop.clone());
        tokio::spawn(async move { serve_guest(&server, connection, &stop).await });
    }
}

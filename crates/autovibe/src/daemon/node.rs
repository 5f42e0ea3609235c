//! A node as a role, and as a part of `up`.

use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result};
use async_trait::async_trait;
use autovibe_drivers::qemu::{AcceleratorChoice as QemuAccelerator, QemuConfig, QemuDriver, RelayCommand};
use autovibe_hypervisor::HypervisorDriver;
use autovibe_node::{GuestStream, GuestUplink, NodeConfig, NodeServer};
use autovibe_proto::CallerRole;
use rustls_pki_types::ServerName;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsConnector;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::info;

use super::data_folder::DataFolder;
use super::database::load_credentials;
use super::role::{Role, announce};
use super::settings::{AcceleratorChoice, NodeSettings};
use crate::cluster::service_name;
use crate::transport::{MemoryConnector, mtls_client_config, mtls_server_config, serve_mtls};

/// `autovibe node serve`.
#[derive(Debug)]
pub struct NodeRole {
    /// Data folder.
    pub data: PathBuf,
    /// Address of the service.
    pub listen: SocketAddr,
    /// Where the Hub takes the connections of guests.
    pub hub_guest: String,
    /// Folder with the service's credentials.
    pub credentials: PathBuf,
    /// How Machines are run.
    pub node: NodeSettings,
}

/// Guests' connections inside one process.
#[async_trait]
impl GuestUplink for MemoryConnector {
    async fn connect(&self) -> io::Result<Box<dyn GuestStream>> {
        Ok(Box::new(MemoryConnector::connect(self).await?))
    }
}

/// Guests' connections to a Hub in another process; the node proves itself first.
#[derive(Clone)]
struct TlsUplink {
    address: String,
    connector: TlsConnector,
}

impl std::fmt::Debug for TlsUplink {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("TlsUplink").field("address", &self.address).finish_non_exhaustive()
    }
}

#[async_trait]
impl GuestUplink for TlsUplink {
    async fn connect(&self) -> io::Result<Box<dyn GuestStream>> {
        let stream = TcpStream::connect(&self.address).await?;
        stream.set_nodelay(true)?;
        let name = ServerName::try_from(service_name(CallerRole::Hub)).map_err(io::Error::other)?;
        Ok(Box::new(self.connector.connect(name, stream).await?))
    }
}

/// Opens the driver that the settings ask for, with its files in `folder`.
///
/// # Errors
/// When QEMU is missing, or the accelerator asked for is not proven.
pub async fn open_driver(settings: &NodeSettings, folder: &Path) -> Result<Arc<dyn HypervisorDriver>> {
    let relay = RelayCommand {
        program: std::env::current_exe().context("find this program")?,
        arguments: vec!["relay".to_owned()],
    };
    let store = settings.images.clone().unwrap_or_else(crate::image::default_store);
    let mut config = QemuConfig::new(folder.to_path_buf(), std::path::absolute(store)?, relay);
    config.accelerator = match settings.accelerator {
        AcceleratorChoice::Auto => QemuAccelerator::Auto,
        AcceleratorChoice::Kvm => QemuAccelerator::Kvm,
        AcceleratorChoice::Tcg => QemuAccelerator::Tcg,
    };
    let driver = QemuDriver::open(config).await.map_err(|error| anyhow::Error::from(error.failure()))?;
    Ok(Arc::new(driver))
}

/// Starts a node with its files in `folder`.
pub(super) async fn open_node(
    settings: &NodeSettings,
    folder: &Path,
    hub_guest: Arc<dyn GuestUplink>,
) -> Result<NodeServer> {
    fs_err::create_dir_all(folder)?;
    let driver = open_driver(settings, folder).await.context("open the QEMU driver")?;
    let config =
        NodeConfig { folder: folder.to_path_buf(), name: settings.node_name.clone(), driver, hub_guest };
    NodeServer::start(config).await.context("start the node")
}

/// Serves until told to stop, then gives the folder back; Machines go on.
pub(super) fn keep_node(node: NodeServer, tasks: &TaskTracker, stop: &CancellationToken) {
    let stop = stop.clone();
    tasks.spawn(async move {
        stop.cancelled().await;
        node.shutdown().await;
    });
}

#[async_trait]
impl Role for NodeRole {
    async fn start(self, tasks: &TaskTracker, stop: &CancellationToken) -> Result<()> {
        let folder = DataFolder::open(&self.data, "node")?;
        let credentials = load_credentials(&self.credentials, CallerRole::Node)?;
        let uplink = TlsUplink {
            address: self.hub_guest.clone(),
            connector: TlsConnector::from(mtls_client_config(&credentials)?),
        };
        let listener =
            TcpListener::bind(self.listen).await.with_context(|| format!("listen at {}", self.listen))?;
        let address = listener.local_addr()?;
        let tls = mtls_server_config(&credentials)?;
        let files = folder.join("nodes").join(&self.node.node_name);
        let node = open_node(&self.node, &files, Arc::new(uplink)).await?;
        announce(folder.path(), "node", &address.to_string())?;
        let router = node.routes().into_axum_router();
        keep_node(node, tasks, stop);
        let stop = stop.clone();
        tasks.spawn(async move {
            serve_mtls(listener, tls, router, stop).await;
            drop(folder);
        });
        info!(%address, "node listens");
        Ok(())
    }
}

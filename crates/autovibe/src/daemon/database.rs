//! The database service as a role, and as a part of `up`.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result};
use async_trait::async_trait;
use autovibe_db::{Engine, EngineConfig, routes};
use autovibe_proto::{CallerRole, Failure};
use axum::Router;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::info;

use super::data_folder::DataFolder;
use super::role::{Role, announce};
use crate::cluster::Credentials;
use crate::transport::{mtls_server_config, serve_mtls};

/// `autovibe db serve`.
#[derive(Debug)]
pub struct DbRole {
    /// Data folder.
    pub data: PathBuf,
    /// Address of the service.
    pub listen: SocketAddr,
    /// Folder with the service's credentials.
    pub credentials: PathBuf,
}

/// Opens the database of a data folder and makes its routes; `stop` closes it.
pub(super) async fn open_database(
    folder: &Path,
    tasks: &TaskTracker,
    stop: &CancellationToken,
) -> Result<Router> {
    let config = EngineConfig::new(folder);
    // Opening reads files and may bring the schema up to date, so it must not hold up other tasks.
    let engine = tokio::task::spawn_blocking(move || Engine::open(config))
        .await?
        .map_err(|error| anyhow::Error::from(error.failure()))
        .context("open the database")?;
    let engine = Arc::new(engine);
    let (closing, stop) = (Arc::clone(&engine), stop.clone());
    tasks.spawn(async move {
        stop.cancelled().await;
        closing.close();
    });
    Ok(routes(engine).into_axum_router())
}

#[async_trait]
impl Role for DbRole {
    async fn start(self, tasks: &TaskTracker, stop: &CancellationToken) -> Result<()> {
        let folder = DataFolder::open(&self.data, "db")?;
        let credentials = load_credentials(&self.credentials, CallerRole::Db)?;
        let router = open_database(folder.path(), tasks, stop).await?;
        let listener =
            TcpListener::bind(self.listen).await.with_context(|| format!("listen at {}", self.listen))?;
        let address = listener.local_addr()?;
        let tls = mtls_server_config(&credentials)?;
        let stop = stop.clone();
        announce(folder.path(), "db", &address.to_string())?;
        tasks.spawn(async move {
            serve_mtls(listener, tls, router, stop).await;
            drop(folder);
        });
        info!(%address, "database service listens");
        Ok(())
    }
}

/// Loads credentials and refuses those of another role.
pub(super) fn load_credentials(folder: &Path, role: CallerRole) -> Result<Credentials> {
    let credentials = Credentials::load(folder)?;
    if credentials.identity.role != role {
        return Err(Failure::invalid(format!(
            "{} holds the certificate of {}, but this is a {}; issue one with `autovibe cert issue --role {}`",
            folder.display(),
            credentials.identity,
            role.as_str(),
            role.as_str()
        ))
        .into());
    }
    Ok(credentials)
}

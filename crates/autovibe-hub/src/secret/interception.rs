//! Opens up connections to hosts that have a Secret in the Project, and no others.

use std::io;
use std::sync::Arc;

use async_trait::async_trait;
use http::request::Parts;
use rustls::ClientConfig;
use tokio::net::TcpStream;

use super::audit::{self, FillDecision};
use super::connection::{Ends, Intercepted};
use super::fill::{FillDenied, met_in_head};
use super::host::is_matched;
use super::store::secrets_of;
use super::trust::UpstreamTrust;
use crate::egress::{ByteStream, Interception};
use crate::hub::Hub;

/// Fills Secrets into requests on their way out.
pub struct SecretInterception {
    hub: Arc<Hub>,
    upstream_tls: Arc<ClientConfig>,
}

impl std::fmt::Debug for SecretInterception {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("SecretInterception")
    }
}

impl SecretInterception {
    /// Fills the Secrets of a Hub's vault in; hosts must be certified by `trust`.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new(hub: Arc<Hub>, trust: &UpstreamTrust) -> Result<SecretInterception, rustls::Error> {
        Ok(SecretInterception { hub, upstream_tls: trust.client_config()? })
    }
}

#[async_trait]
impl Interception for SecretInterception {
    async fn wanted(&self, project_id: &str, host: &str) -> bool {
        if self.hub.secrets().authority().is_none() {
            return false;
        }
        match secrets_of(self.hub.database(), project_id).await {
            Ok(secrets) => secrets.iter().any(|secret| is_matched(&secret.hosts, host)),
            Err(failure) => {
                // Left closed, the connection carries placeholders at most.
                tracing::warn!(error = failure.message, "the secrets of a project cannot be read");
                false
            }
        }
    }

    async fn run(
        &self,
        project_id: &str,
        machine_id: &str,
        host: &str,
        port: u16,
        client: Box<dyn ByteStream>,
        upstream: TcpStream,
    ) -> io::Result<()> {
        let ends = Ends { client, upstream, tls: Arc::clone(&self.upstream_tls) };
        let hub = Arc::clone(&self.hub);
        Box::pin(Intercepted::new(hub, project_id, machine_id, host, port).run(ends)).await
    }

    async fn plain_request(&self, project_id: &str, machine_id: &str, host: &str, head: &Parts) {
        let Ok(secrets) = secrets_of(self.hub.database(), project_id).await else { return };
        let placeholders: Vec<&str> = secrets.iter().map(|secret| secret.placeholder.as_str()).collect();
        let decisions: Vec<FillDecision<'_>> = met_in_head(head, &placeholders)
            .into_iter()
            .map(|place| FillDecision {
                project_id,
                machine_id,
                secret_id: &secrets[place].id,
                secret_name: &secrets[place].name,
                host,
                denied: Some(FillDenied::Unprotected.text()),
            })
            .collect();
        audit::record(self.hub.database(), &decisions).await;
    }
}

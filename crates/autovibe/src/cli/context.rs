//! What every command knows: the data folder, the Hub and the form of output.

use std::path::PathBuf;
use std::time::Duration;

use autovibe_proto::hub::v1::budget_service_client::BudgetServiceClient;
use autovibe_proto::hub::v1::egress_service_client::EgressServiceClient;
use autovibe_proto::hub::v1::secret_service_client::SecretServiceClient;
use autovibe_proto::hub::v1::telemetry_service_client::TelemetryServiceClient;
use autovibe_proto::hub::v1::workspace_service_client::WorkspaceServiceClient;
use autovibe_proto::{Failure, duration_from_std};
use clap::{Args, ValueEnum};

use crate::client::{Endpoint, Hub, HubChannel, connect, connect_channel};

use super::error::CliError;

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub struct Context {
    /// Configuration file [default: config.toml of the data folder, else /etc/autovibe/config.toml].
    #[arg(long, global = true, env = "AUTOVIBE_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    /// Data folder [default: ~/.local/share/autovibe].
    #[arg(long, global = true, env = "AUTOVIBE_DATA", value_name = "DIR")]
    data: Option<PathBuf>,
    /// URL of the Hub; without it the Hub of the data folder.
    #[arg(long, global = true, env = "AUTOVIBE_HUB", value_name = "URL")]
    hub: Option<String>,
    /// Token; without it the first token of the data folder.
    #[arg(long, global = true, env = "AUTOVIBE_TOKEN", value_name = "TOKEN", hide_env_values = true)]
    token: Option<String>,
    /// CA certificate of an https Hub.
    #[arg(long, global = true, env = "AUTOVIBE_CA", value_name = "FILE")]
    ca: Option<PathBuf>,
    /// Form of the output.
    #[arg(long, global = true, value_enum, default_value = "text")]
    pub output: OutputForm,
}

/// Form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum OutputForm {
    /// For people.
    Text,
    /// Canonical Protobuf JSON.
    Json,
}

/// The data folder when none is named.
pub(super) fn default_data() -> Option<PathBuf> {
    let base = std::env::var_os("XDG_DATA_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".local/share")))?;
    Some(base.join("autovibe"))
}

impl Context {
    /// The data folder.
    pub fn data(&self) -> Result<PathBuf, CliError> {
        if let Some(folder) = &self.data {
            return Ok(std::path::absolute(folder)?);
        }
        default_data().ok_or_else(|| {
            let text = "neither HOME nor XDG_DATA_HOME is set; name the data folder with --data";
            Failure::invalid(text).into()
        })
    }

    /// Connects to the Hub.
    pub async fn connect(&self) -> Result<Hub, CliError> {
        let (endpoint, token) = self.endpoint()?;
        Ok(connect(&endpoint, &token).await?)
    }

    /// Connects to the Hub's secret service.
    pub(crate) async fn connect_secrets(&self) -> Result<SecretServiceClient<HubChannel>, CliError> {
        let (endpoint, token) = self.endpoint()?;
        Ok(SecretServiceClient::new(connect_channel(&endpoint, &token).await?))
    }

    /// Connects to the Hub's service for Budgets.
    pub(crate) async fn connect_budgets(&self) -> Result<BudgetServiceClient<HubChannel>, CliError> {
        let (endpoint, token) = self.endpoint()?;
        Ok(BudgetServiceClient::new(connect_channel(&endpoint, &token).await?))
    }

    /// Connects to the Hub's service for workspaces.
    pub(crate) async fn connect_workspaces(&self) -> Result<WorkspaceServiceClient<HubChannel>, CliError> {
        let (endpoint, token) = self.endpoint()?;
        Ok(WorkspaceServiceClient::new(connect_channel(&endpoint, &token).await?))
    }

    /// Connects to the Hub's egress service.
    pub(crate) async fn connect_egress(&self) -> Result<EgressServiceClient<HubChannel>, CliError> {
        let (endpoint, token) = self.endpoint()?;
        Ok(EgressServiceClient::new(connect_channel(&endpoint, &token).await?))
    }

    /// Connects to the measurements of the Hub.
    pub(crate) async fn connect_telemetry(&self) -> Result<TelemetryServiceClient<HubChannel>, CliError> {
        let (endpoint, token) = self.endpoint()?;
        Ok(TelemetryServiceClient::new(connect_channel(&endpoint, &token).await?))
    }

    /// Where the Hub is, and the token for it.
    fn endpoint(&self) -> Result<(Endpoint, String), CliError> {
        let folder = self.data()?;
        let endpoint = match &self.hub {
            Some(url) => Endpoint { url: url.clone(), ca_file: self.ca.clone() },
            None => Endpoint::load(&folder).map_err(|error| {
                Failure::new(autovibe_proto::ErrorKind::Unavailable, "HUB_UNREACHABLE", error.to_string())
            })?,
        };
        let token = match &self.token {
            Some(token) => token.clone(),
            None => Endpoint::load_token(&folder).map_err(|error| {
                Failure::new(
                    autovibe_proto::ErrorKind::Unauthenticated,
                    "UNAUTHENTICATED",
                    format!("{error}; give a token with --token or AUTOVIBE_TOKEN"),
                )
            })?,
        };
        Ok((endpoint, token))
    }

    /// The output is JSON.
    pub fn is_json(&self) -> bool {
        self.output == OutputForm::Json
    }
}

/// How long commands wait for slow things.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Wait {
    /// Longest wait in seconds; 0 returns at once.
    #[arg(long, default_value_t = 300, value_name = "SECONDS")]
    wait: u64,
}

impl Wait {
    /// Returns at once.
    pub(crate) fn none() -> Wait {
        Wait { wait: 0 }
    }

    /// As the API has it.
    pub(crate) fn duration(self) -> Option<pbjson_types::Duration> {
        Some(duration_from_std(Duration::from_secs(self.wait)))
    }
}

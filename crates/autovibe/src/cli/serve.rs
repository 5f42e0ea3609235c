//! `autovibe up`, `autovibe db serve`, `autovibe hub serve` and `autovibe node serve`.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::context::Context;
use super::error::CliError;
use crate::daemon::{
    self, DbRole, EgressSettings, HubRole, ModelSettings, NodeRole, NodeSettings, RetentionSettings,
    SecretSettings, Up,
};

/// Runs Hub, database service and one node in this process.
#[derive(Debug, Args)]
pub(crate) struct UpArguments {
    /// Address of the control API; other than loopback it speaks TLS.
    #[arg(long, default_value = "127.0.0.1:7070", env = "AUTOVIBE_LISTEN")]
    listen: SocketAddr,
    #[command(flatten)]
    model: ModelSettings,
    #[command(flatten)]
    secrets: SecretSettings,
    #[command(flatten)]
    egress: EgressSettings,
    #[command(flatten)]
    retention: RetentionSettings,
    #[command(flatten)]
    node: NodeSettings,
}

/// The database service.
#[derive(Debug, Subcommand)]
pub(crate) enum DbCommand {
    /// Runs the database service.
    Serve {
        /// Address of the service.
        #[arg(long, default_value = "127.0.0.1:7071", env = "AUTOVIBE_DB_LISTEN")]
        listen: SocketAddr,
        /// Folder with ca.pem, cert.pem and key.pem of role db.
        #[arg(long, env = "AUTOVIBE_CREDENTIALS", value_name = "DIR")]
        credentials: PathBuf,
    },
}

/// The Hub.
#[derive(Debug, Subcommand)]
pub(crate) enum HubCommand {
    /// Runs a Hub.
    Serve {
        /// Address of the control API; other than loopback it speaks TLS.
        #[arg(long, default_value = "127.0.0.1:7070", env = "AUTOVIBE_LISTEN")]
        listen: SocketAddr,
        /// Address at which nodes bring in the connections of guests.
        #[arg(long, default_value = "127.0.0.1:7073", env = "AUTOVIBE_GUEST_LISTEN")]
        guest_listen: SocketAddr,
        /// Address of the database service.
        #[arg(long, default_value = "127.0.0.1:7071", env = "AUTOVIBE_DB")]
        db: String,
        /// Address of a node; may be repeated, or several with commas between them.
        #[arg(long = "node", required = true, env = "AUTOVIBE_NODES", value_delimiter = ',')]
        nodes: Vec<String>,
        /// Folder with ca.pem, cert.pem, key.pem and guest.key of role hub.
        #[arg(long, env = "AUTOVIBE_CREDENTIALS", value_name = "DIR")]
        credentials: PathBuf,
        #[command(flatten)]
        model: ModelSettings,
        #[command(flatten)]
        secrets: SecretSettings,
        #[command(flatten)]
        egress: EgressSettings,
        #[command(flatten)]
        retention: RetentionSettings,
    },
}

/// A node.
#[derive(Debug, Subcommand)]
pub(crate) enum NodeCommand {
    /// Runs a node.
    Serve {
        /// Address of the service.
        #[arg(long, default_value = "127.0.0.1:7072", env = "AUTOVIBE_NODE_LISTEN")]
        listen: SocketAddr,
        /// Address at which the Hub takes the connections of guests.
        #[arg(long, default_value = "127.0.0.1:7073", env = "AUTOVIBE_HUB_GUEST")]
        hub_guest: String,
        /// Folder with ca.pem, cert.pem and key.pem of role node.
        #[arg(long, env = "AUTOVIBE_CREDENTIALS", value_name = "DIR")]
        credentials: PathBuf,
        #[command(flatten)]
        node: NodeSettings,
    },
}

pub(crate) async fn up(context: &Context, arguments: UpArguments) -> Result<(), CliError> {
    let UpArguments { listen, model, secrets, egress, retention, node } = arguments;
    let up = Up { data: context.data()?, listen, model, secrets, egress, retention, node };
    Ok(daemon::run_until_signal(up).await?)
}

pub(crate) async fn db(context: &Context, command: DbCommand) -> Result<(), CliError> {
    let DbCommand::Serve { listen, credentials } = command;
    Ok(daemon::run_until_signal(DbRole { data: context.data()?, listen, credentials }).await?)
}

pub(crate) async fn hub(context: &Context, command: HubCommand) -> Result<(), CliError> {
    let HubCommand::Serve { listen, guest_listen, db, nodes, credentials, model, secrets, egress, retention } =
        command;
    let role = HubRole {
        data: context.data()?,
        listen,
        guest_listen,
        db,
        nodes,
        credentials,
        model,
        secrets,
        egress,
        retention,
    };
    Ok(daemon::run_until_signal(role).await?)
}

pub(crate) async fn node(context: &Context, command: NodeCommand) -> Result<(), CliError> {
    let NodeCommand::Serve { listen, hub_guest, credentials, node } = command;
    Ok(daemon::run_until_signal(NodeRole { data: context.data()?, listen, hub_guest, credentials, node })
        .await?)
}

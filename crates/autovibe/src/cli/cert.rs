//! `autovibe cert …`

use std::path::PathBuf;

use autovibe_proto::CallerRole;
use clap::{Subcommand, ValueEnum};

use super::context::Context;
use super::error::CliError;
use super::output::print_json;
use crate::cluster::{Authority, guest_key, share_egress_authority, share_guest_key, share_secrets_key};

/// Makes the cluster's certificates.
#[derive(Debug, Subcommand)]
pub(crate) enum CertCommand {
    /// Makes the certificate authority of a new cluster.
    Init {
        /// Folder for the authority; keep it safe.
        folder: PathBuf,
        /// Name of the cluster.
        #[arg(long, default_value = "autovibe")]
        cluster: String,
    },
    /// Makes the certificate and key of a service.
    Issue {
        /// Folder of the authority.
        folder: PathBuf,
        /// What the service is.
        #[arg(long, value_enum)]
        role: Role,
        /// Name within the role.
        #[arg(long)]
        id: String,
        /// Folder to write ca.pem, cert.pem and key.pem to.
        #[arg(long)]
        out: PathBuf,
    },
}

/// What a service is.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Role {
    /// Supervises Machines.
    Hub,
    /// The database service.
    Db,
    /// Runs Machines.
    Node,
    /// Any other service.
    Service,
}

impl Role {
    fn caller(self) -> CallerRole {
        match self {
            Role::Hub => CallerRole::Hub,
            Role::Db => CallerRole::Db,
            Role::Node => CallerRole::Node,
            Role::Service => CallerRole::Service,
        }
    }
}

pub(crate) fn cert(context: &Context, command: CertCommand) -> Result<(), CliError> {
    let local = |error: crate::cluster::ClusterError| CliError::Local(error.into());
    match command {
        CertCommand::Init { folder, cluster } => {
            let authority = Authority::init(&folder, &cluster).map_err(local)?;
            guest_key(&folder).map_err(local)?;
            if context.is_json() {
                let made = serde_json::json!({"cluster": authority.cluster(), "folder": folder});
                return print_json(&made);
            }
            println!("certificate authority of cluster {} in {}", authority.cluster(), folder.display());
        }
        CertCommand::Issue { folder, role, id, out } => {
            let authority = Authority::open(&folder).map_err(local)?;
            let credentials = authority.issue(role.caller(), &id).map_err(local)?;
            credentials.save(&out).map_err(local)?;
            if matches!(role, Role::Hub) {
                share_guest_key(&folder, &out).map_err(local)?;
                share_secrets_key(&folder, &out).map_err(local)?;
                share_egress_authority(&folder, &out, authority.cluster()).map_err(local)?;
            }
            if context.is_json() {
                let made = serde_json::json!({"identity": credentials.identity.to_string(), "folder": out});
                return print_json(&made);
            }
            println!("{} in {}", credentials.identity, out.display());
        }
    }
    Ok(())
}

//! Settings that several roles share: flags, environment, defaults.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Who answers the coding agents' model requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ModelProvider {
    /// The built-in provider that follows scripts in the prompts; needs no key.
    Scripted,
    /// Anthropic, with the key of ANTHROPIC_API_KEY.
    Anthropic,
}

/// How model requests are answered.
#[derive(Debug, Clone, Args)]
pub struct ModelSettings {
    /// Who answers model requests.
    #[arg(long, value_enum, default_value = "scripted", env = "AUTOVIBE_PROVIDER")]
    pub provider: ModelProvider,
    /// Base URL of the Anthropic API.
    #[arg(long, default_value = "https://api.anthropic.com", env = "AUTOVIBE_ANTHROPIC_URL")]
    pub anthropic_url: String,
    /// File that holds the Anthropic key; without it ANTHROPIC_API_KEY.
    #[arg(long, env = "AUTOVIBE_ANTHROPIC_KEY_FILE", value_name = "FILE")]
    pub anthropic_key_file: Option<PathBuf>,
}

/// How the values of Secrets are sealed.
#[derive(Debug, Clone, Default, Args)]
pub struct SecretSettings {
    /// Shell command that prints the key of the Secrets, 32 bytes in base64; without it a key file is used.
    #[arg(long, env = "AUTOVIBE_SECRETS_KEY_COMMAND", value_name = "COMMAND", hide_env_values = true)]
    pub secrets_key_command: Option<String>,
}

/// The way out of Machines.
#[derive(Debug, Clone, Default, Args)]
pub struct EgressSettings {
    /// Certificates in PEM of further authorities that Machines are to trust, as a company's own; may be repeated.
    #[arg(long = "guest-ca", env = "AUTOVIBE_GUEST_CA", value_name = "FILE", value_delimiter = ',')]
    pub guest_authorities: Vec<PathBuf>,
    /// FOR TESTS ONLY: connections to NAME go to IP, even inside this host, and to PORT if there is one.
    #[arg(long = "egress-test-resolve", value_name = "NAME=IP[:PORT]", hide = true, value_parser = test_resolve)]
    pub test_resolve: Vec<(String, SocketAddr)>,
}

fn test_resolve(text: &str) -> Result<(String, SocketAddr), String> {
    let (name, address) = text.split_once('=').ok_or("write NAME=IP[:PORT]")?;
    // The port 0 keeps the one that is asked for.
    let alone = address.parse::<IpAddr>().map(|ip| SocketAddr::new(ip, 0));
    let address = alone.or_else(|_| address.parse()).map_err(|_| format!("{address:?} is no IP[:PORT]"))?;
    Ok((name.to_ascii_lowercase(), address))
}

/// How a Hub keeps what it stores.
#[derive(Debug, Clone, Copy, Args)]
pub struct RetentionSettings {
    /// A stored body that nothing names any more is kept for so many hours.
    #[arg(long, default_value_t = 24, value_name = "HOURS", env = "AUTOVIBE_BLOB_GRACE_HOURS",
        value_parser = clap::value_parser!(u64).range(2..=24 * 365))]
    pub blob_grace_hours: u64,
}

/// Which accelerator Machines use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AcceleratorChoice {
    /// KVM if a guest is proven to run under it, else software emulation.
    Auto,
    /// KVM or nothing.
    Kvm,
    /// Software emulation.
    Tcg,
}

/// How Machines are run.
#[derive(Debug, Clone, Args)]
pub struct NodeSettings {
    /// Where Images are kept [default: the user's cache folder].
    #[arg(long, env = "AUTOVIBE_IMAGES", value_name = "DIR")]
    pub images: Option<PathBuf>,
    /// Which accelerator Machines use.
    #[arg(long, value_enum, default_value = "auto", env = "AUTOVIBE_ACCELERATOR")]
    pub accelerator: AcceleratorChoice,
    /// Name of the node.
    #[arg(long, default_value = "local", env = "AUTOVIBE_NODE_NAME")]
    pub node_name: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_address_may_keep_the_port_that_is_asked_for() {
        let read = |text| test_resolve(text).map(|(name, address)| format!("{name} {address}"));
        assert_eq!(read("Up.example=127.0.0.1:8080").unwrap(), "up.example 127.0.0.1:8080");
        assert_eq!(read("up.example=127.0.0.1").unwrap(), "up.example 127.0.0.1:0");
        assert_eq!(read("up.example=[::1]:80").unwrap(), "up.example [::1]:80");
        assert!(read("up.example").is_err() && read("up.example=localhost:80").is_err());
    }
}

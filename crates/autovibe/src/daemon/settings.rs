//! Settings that several roles share: flags, environment, defaults.

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

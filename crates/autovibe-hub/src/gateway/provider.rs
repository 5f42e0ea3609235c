//! Who answers for the model: configuration only.

use super::limits::GatewayLimits;
use super::secret::Secret;

/// The configuration of the gateway.
#[derive(Debug, Clone)]
pub struct GatewayConfig {
    /// Who answers.
    pub provider: ProviderConfig,
    /// How much and how long.
    pub limits: GatewayLimits,
}

/// Who answers the calls.
#[derive(Debug, Clone)]
pub enum ProviderConfig {
    /// The built-in model that does what scripts in prompts say; it needs no key.
    Scripted,
    /// A provider that speaks the Anthropic Messages interface.
    Anthropic {
        /// Its address without `/v1`, as `https://api.anthropic.com`.
        base_url: String,
        /// The key that the Hub puts on each request.
        key: Secret,
    },
}

impl GatewayConfig {
    /// The scripted provider with the usual limits.
    pub fn scripted() -> Self {
        Self { provider: ProviderConfig::Scripted, limits: GatewayLimits::default() }
    }

    /// An Anthropic provider with the usual limits.
    pub fn anthropic(base_url: &str, key: Secret) -> Self {
        let provider = ProviderConfig::Anthropic { base_url: base_url.to_owned(), key };
        Self { provider, limits: GatewayLimits::default() }
    }
}

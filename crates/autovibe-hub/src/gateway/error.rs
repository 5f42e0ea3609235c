//! Why a gateway cannot be set up.

/// An error in the configuration of the gateway.
#[derive(Debug, thiserror::Error)]
pub enum GatewayError {
    /// The address of the provider cannot be read.
    #[error("read the base address of the model provider")]
    BaseUrl(#[source] http::uri::InvalidUri),
    /// The key would travel unprotected.
    #[error(
        "the base address of the model provider must begin with https:// unless it is a loopback address"
    )]
    Unprotected,
    /// The key is empty or cannot stand in a header.
    #[error("the key of the model provider is empty or holds characters that no key has")]
    Key,
    /// TLS cannot be set up.
    #[error("set up TLS for the model provider")]
    Tls(#[source] rustls::Error),
}

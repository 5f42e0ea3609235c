//! Opens an authenticated channel to a Hub.

use std::time::Duration;

use autovibe_proto::hub::v1::hub_service_client::HubServiceClient;
use autovibe_proto::{CallerRole, ErrorKind, Failure};
use tonic::metadata::{Ascii, MetadataValue};
use tonic::service::Interceptor;
use tonic::service::interceptor::InterceptedService;
use tonic::transport::{Certificate, Channel, ClientTlsConfig};
use tonic::{Request, Status};

use super::endpoint::Endpoint;
use crate::cluster::service_name;

/// Largest answer that is accepted, in bytes.
const MESSAGE_BYTES_MAX: usize = 32 * 1024 * 1024;

/// A channel to a Hub that puts the token on every call.
pub type HubChannel = InterceptedService<Channel, Bearer>;

/// An authenticated Hub client.
pub type Hub = HubServiceClient<HubChannel>;

/// Puts the token on every call.
#[derive(Clone)]
pub struct Bearer(MetadataValue<Ascii>);

impl std::fmt::Debug for Bearer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Bearer")
    }
}

impl Interceptor for Bearer {
    fn call(&mut self, mut request: Request<()>) -> Result<Request<()>, Status> {
        request.metadata_mut().insert("authorization", self.0.clone());
        Ok(request)
    }
}

/// Connects to a Hub.
///
/// # Errors
/// `Unavailable` when nothing answers at the address.
pub async fn connect(endpoint: &Endpoint, token: &str) -> Result<Hub, Failure> {
    let channel = connect_channel(endpoint, token).await?;
    Ok(HubServiceClient::new(channel).max_decoding_message_size(MESSAGE_BYTES_MAX))
}

/// Connects to a Hub, for the client of any of its services.
///
/// # Errors
/// As [`connect`].
pub async fn connect_channel(endpoint: &Endpoint, token: &str) -> Result<HubChannel, Failure> {
    let refuse = |text: String| {
        Failure::new(
            ErrorKind::Unavailable,
            "HUB_UNREACHABLE",
            format!("reach the Hub at {}: {text}", endpoint.url),
        )
    };
    let mut target = Channel::from_shared(endpoint.url.clone())
        .map_err(|_| {
            Failure::invalid(format!("{:?} is not a URL of the form http://HOST:PORT", endpoint.url))
        })?
        .tcp_nodelay(true)
        .connect_timeout(Duration::from_secs(5));
    if endpoint.url.starts_with("https://") {
        let mut tls = ClientTlsConfig::new();
        if let Some(path) = &endpoint.ca_file {
            let pem = fs_err::read(path).map_err(|error| Failure::invalid(error.to_string()))?;
            // A Hub of the cluster proves its role; its certificate cannot know every address it is reached by.
            tls = tls.ca_certificate(Certificate::from_pem(pem)).domain_name(service_name(CallerRole::Hub));
        }
        target = target.tls_config(tls).map_err(|error| refuse(error.to_string()))?;
    }
    let channel = target.connect().await.map_err(|error| {
        let cause = std::error::Error::source(&error).map_or_else(|| error.to_string(), ToString::to_string);
        refuse(format!("{cause}; is `autovibe up` running?"))
    })?;
    let bearer = format!("Bearer {token}")
        .parse()
        .map_err(|_| Failure::invalid("the token holds characters that no token has"))?;
    Ok(InterceptedService::new(channel, Bearer(bearer)))
}

//! The socket inside the Machine, over which programs ask for other Machines: one JSON line each way.

use std::convert::Infallible;
use std::os::unix::fs::PermissionsExt as _;
use std::sync::Arc;
use std::time::Duration;

use http::Method;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::Semaphore;

use crate::config::GuestConfig;
use crate::error::GuestError;
use crate::hub::HubLink;

const MAX_LINE_BYTES: u64 = 256 * 1024;
const MAX_CONNECTIONS: usize = 32;
/// A caller that says nothing does not keep its place.
const READ_LIMIT: Duration = Duration::from_secs(10);
/// Longer than the longest wait that a call may ask of the Hub.
const CALL_LIMIT: Duration = Duration::from_secs(90);

/// What a program asks: one of the Hub's calls that are open to it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct LocalRequest {
    /// Path and query of the call.
    pub(crate) path: String,
    /// Its body; a call without one is a GET.
    pub(crate) body: Option<Value>,
}

/// The answer.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct LocalReply {
    /// HTTP status; 0 when the Hub could not be reached.
    pub(crate) status: u16,
    /// The Hub's answer.
    pub(crate) body: Value,
    /// What went wrong.
    pub(crate) error: String,
}

/// Listens; ends never once it listens.
///
/// # Errors
/// [`GuestError::File`] when the socket cannot be made.
pub(crate) async fn run_local(config: &GuestConfig, link: Arc<HubLink>) -> Result<Infallible, GuestError> {
    let path = config.socket_path();
    // A socket of an earlier run has no listener any more.
    let _ = fs_err::remove_file(&path);
    let listener = UnixListener::bind(&path).map_err(GuestError::file("make the local socket"))?;
    fs_err::set_permissions(&path, std::fs::Permissions::from_mode(0o666))
        .map_err(GuestError::file("open the local socket to everybody"))?;
    let places = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { continue };
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        let link = Arc::clone(&link);
        tokio::spawn(async move {
            if let Err(error) = serve(stream, &link).await {
                tracing::debug!(%error, "local call");
            }
            drop(place);
        });
    }
}

async fn serve(stream: UnixStream, link: &HubLink) -> Result<(), std::io::Error> {
    let (input, mut output) = stream.into_split();
    let mut line = String::new();
    let mut reader = BufReader::new(input.take(MAX_LINE_BYTES));
    tokio::time::timeout(READ_LIMIT, reader.read_line(&mut line)).await??;
    let reply = match serde_json::from_str::<LocalRequest>(&line) {
        Ok(request) => answer(request, link).await,
        Err(error) => LocalReply { status: 400, body: Value::Null, error: error.to_string() },
    };
    let mut bytes = serde_json::to_vec(&reply)?;
    bytes.push(b'\n');
    output.write_all(&bytes).await
}

async fn answer(request: LocalRequest, link: &HubLink) -> LocalReply {
    let refused = |status, error: String| LocalReply { status, body: Value::Null, error };
    if !is_open_call(&request) {
        return refused(403, "this call is not open to programs inside the machine".to_owned());
    }
    let method = if request.body.is_some() { Method::POST } else { Method::GET };
    let called = async {
        link.session(Duration::from_secs(30))
            .await?
            .call(method, &request.path, request.body.as_ref(), CALL_LIMIT)
            .await
    };
    match called.await {
        Ok(body) => LocalReply { status: 200, body, error: String::new() },
        Err(GuestError::Refused { status, text, .. }) => refused(status, text),
        Err(error) => refused(0, error.chain()),
    }
}

/// Everything else would let any program speak for the guest.
fn is_open_call(request: &LocalRequest) -> bool {
    match (&request.body, request.path.as_str()) {
        (Some(_), "/guest/v1/machines" | "/guest/v1/messages") => true,
        (None, path) => path.strip_prefix("/guest/v1/turns/").is_some_and(|rest| {
            let id = rest.split('?').next().unwrap_or_default();
            !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        }),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_calls_between_machines_are_open() {
        let request = |path: &str, body: Option<Value>| LocalRequest { path: path.into(), body };
        assert!(is_open_call(&request("/guest/v1/machines", Some(Value::Null))));
        assert!(is_open_call(&request("/guest/v1/turns/trn_1?wait_ms=5", None)));
        assert!(!is_open_call(&request("/guest/v1/turns/../commands", None)));
        assert!(!is_open_call(&request("/guest/v1/commands", None)));
        assert!(!is_open_call(&request("/guest/v1/turn-results", Some(Value::Null))));
    }
}

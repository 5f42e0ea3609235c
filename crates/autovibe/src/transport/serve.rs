//! Serves a router over accepted connections and says who calls.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::CallerIdentity;
use axum::Router;
use axum::body::Body;
use http::Request;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_rustls::TlsAcceptor;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt as _;
use tracing::debug;

use super::memory::MemoryListener;
use super::tls::peer_identity;

/// Connections served at once per listener.
const CONNECTIONS_MAX: usize = 1024;

/// Time for a TLS handshake.
const HANDSHAKE_LIMIT: Duration = Duration::from_secs(10);

/// Where people, tools and browsers call.
#[derive(Debug)]
pub struct ControlListener {
    /// The bound socket.
    pub listener: TcpListener,
    /// TLS; plain HTTP only on a loopback address.
    pub tls: Option<Arc<rustls::ServerConfig>>,
}

/// Serves callers inside the process; each of them is `identity`.
pub async fn serve_memory(
    mut listener: MemoryListener,
    router: Router,
    identity: CallerIdentity,
    stop: CancellationToken,
) {
    loop {
        let connection = tokio::select! {
            connection = listener.accept() => connection,
            () = stop.cancelled() => None,
        };
        let Some(connection) = connection else { return };
        tokio::spawn(serve_connection(connection, router.clone(), Some(identity.clone()), stop.clone()));
    }
}

/// Serves callers that prove their identity with a certificate of the cluster.
pub async fn serve_mtls(
    listener: TcpListener,
    tls: Arc<rustls::ServerConfig>,
    router: Router,
    stop: CancellationToken,
) {
    let acceptor = TlsAcceptor::from(tls);
    let places = Arc::new(Semaphore::new(CONNECTIONS_MAX));
    while let Some((connection, peer)) = accept(&listener, &stop).await {
        let Ok(place) = Arc::clone(&places).try_acquire_owned() else { continue };
        let (acceptor, router, stop) = (acceptor.clone(), router.clone(), stop.clone());
        tokio::spawn(async move {
            let _place = place;
            match tokio::time::timeout(HANDSHAKE_LIMIT, acceptor.accept(connection)).await {
                Ok(Ok(connection)) => {
                    let identity = peer_identity(connection.get_ref().1);
                    serve_connection(connection, router, identity, stop).await;
                }
                Ok(Err(error)) => debug!(%peer, %error, "TLS handshake refused"),
                Err(_) => debug!(%peer, "TLS handshake took too long"),
            }
        });
    }
}

/// Serves the control API; its callers carry tokens.
pub async fn serve_control(control: ControlListener, router: Router, stop: CancellationToken) {
    let places = Arc::new(Semaphore::new(CONNECTIONS_MAX));
    let acceptor = control.tls.map(TlsAcceptor::from);
    while let Some((connection, peer)) = accept(&control.listener, &stop).await {
        let Ok(place) = Arc::clone(&places).try_acquire_owned() else { continue };
        let (acceptor, router, stop) = (acceptor.clone(), router.clone(), stop.clone());
        tokio::spawn(async move {
            let _place = place;
            match acceptor {
                None => serve_connection(connection, router, None, stop).await,
                Some(acceptor) => {
                    match tokio::time::timeout(HANDSHAKE_LIMIT, acceptor.accept(connection)).await {
                        Ok(Ok(connection)) => serve_connection(connection, router, None, stop).await,
                        Ok(Err(error)) => debug!(%peer, %error, "TLS handshake refused"),
                        Err(_) => debug!(%peer, "TLS handshake took too long"),
                    }
                }
            }
        });
    }
}

/// Accepts the next connection; `None` when told to stop.
async fn accept(
    listener: &TcpListener,
    stop: &CancellationToken,
) -> Option<(tokio::net::TcpStream, SocketAddr)> {
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = stop.cancelled() => return None,
        };
        match accepted {
            Ok((connection, peer)) => {
                // Small messages must not wait for larger ones.
                let _ = connection.set_nodelay(true);
                return Some((connection, peer));
            }
            Err(error) => {
                debug!(%error, "accept failed");
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
}

async fn serve_connection<C>(
    connection: C,
    router: Router,
    identity: Option<CallerIdentity>,
    stop: CancellationToken,
) where
    C: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let service = hyper::service::service_fn(move |mut request: Request<Incoming>| {
        if let Some(identity) = &identity {
            request.extensions_mut().insert(identity.clone());
        }
        let router = router.clone();
        async move {
            Ok::<_, Infallible>(
                router.oneshot(request.map(Body::new)).await.unwrap_or_else(|never| match never {}),
            )
        }
    });
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(Duration::from_secs(30));
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(Duration::from_secs(20))
        .keep_alive_timeout(Duration::from_secs(20))
        .max_concurrent_streams(1024);
    let serving = builder.serve_connection_with_upgrades(TokioIo::new(connection), service);
    tokio::pin!(serving);
    let ended = tokio::select! {
        ended = serving.as_mut() => ended,
        () = stop.cancelled() => {
            serving.as_mut().graceful_shutdown();
            tokio::time::timeout(Duration::from_secs(2), serving).await.unwrap_or(Ok(()))
        }
    };
    if let Err(error) = ended {
        debug!(%error, "connection ended");
    }
}

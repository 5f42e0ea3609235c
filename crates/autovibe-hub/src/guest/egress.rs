//! A guest's connection to the way out: bytes of one TCP connection in both directions, unframed.

use std::io;

use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use bytes::{Bytes, BytesMut};
use futures::{Stream, StreamExt as _, stream};
use http::{HeaderValue, Request, header};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, DuplexStream, ReadHalf, WriteHalf};
use tokio_util::sync::{CancellationToken, DropGuard};

use super::router::GuestCall;
use crate::egress::{Activity, EgressCaller};

/// Held in each direction between the HTTP/2 stream and the proxy.
const BUFFER_BYTES: usize = 32 * 1024;

pub(crate) async fn egress(State(call): State<GuestCall>, request: Request<Body>) -> Response {
    let connection = &call.connection;
    // Ends with the guest's connection, with the program's, and with the proxy's.
    let closing = connection.closing.child_token();
    let caller = EgressCaller {
        machine_id: connection.machine_id.to_string(),
        project_id: connection.project_id.clone(),
        allowance: std::sync::Arc::clone(&connection.allowance),
        closing: closing.clone(),
    };
    let (near, far) = tokio::io::duplex(BUFFER_BYTES);
    let (from_proxy, to_proxy) = tokio::io::split(far);
    let tasks = call.parts.hub.tasks();
    let (cut, body) = (closing.clone(), request.into_body());
    tasks.spawn("egress upload", async move {
        tokio::select! {
            () = cut.cancelled() => {}
            passed = upload(body, to_proxy) => {
                if passed.is_err() {
                    cut.cancel();
                }
            }
        }
    });
    let (cut, egress) = (closing.clone(), std::sync::Arc::clone(&call.parts.egress));
    let activity = Activity::new();
    let watched = activity.clone();
    tasks.spawn("egress connection", async move {
        Box::pin(egress.serve(caller, near, watched)).await;
        cut.cancel();
    });
    let mut response = Response::new(Body::from_stream(download(from_proxy, closing, activity)));
    let media_type = HeaderValue::from_static("application/octet-stream");
    response.headers_mut().insert(header::CONTENT_TYPE, media_type);
    response
}

/// Passes the program's bytes on; the end of the body is the end of one direction only.
async fn upload(body: Body, mut to_proxy: WriteHalf<DuplexStream>) -> io::Result<()> {
    let mut pieces = body.into_data_stream();
    while let Some(piece) = pieces.next().await {
        to_proxy.write_all(&piece.map_err(io::Error::other)?).await?;
    }
    to_proxy.shutdown().await
}

/// The bytes for the program. They end in an error where the connection was cut off, so that the program sees a
/// reset and not an end.
fn download(
    reader: ReadHalf<DuplexStream>,
    closing: CancellationToken,
    activity: Activity,
) -> impl Stream<Item = io::Result<Bytes>> + Send + 'static {
    // Dropped with the answer when the guest lets go of it.
    let guard = Some(closing.clone().drop_guard());
    stream::unfold(Download { reader, closing, activity, guard }, Download::next)
}

struct Download {
    reader: ReadHalf<DuplexStream>,
    closing: CancellationToken,
    activity: Activity,
    guard: Option<DropGuard>,
}

impl Download {
    async fn next(mut self) -> Option<(io::Result<Bytes>, Download)> {
        let guard = self.guard.take()?;
        let mut piece = BytesMut::with_capacity(BUFFER_BYTES);
        let read = tokio::select! {
            // What the proxy wrote before it ended still belongs to the program.
            biased;
            read = self.reader.read_buf(&mut piece) => read,
            () = self.closing.cancelled() => Ok(0),
        };
        match read {
            Ok(0) if self.activity.has_ended() => {
                // An orderly end of this direction; the other one may go on.
                guard.disarm();
                None
            }
            Ok(0) => Some((Err(io::ErrorKind::ConnectionAborted.into()), self)),
            Ok(_) => {
                self.guard = Some(guard);
                Some((Ok(piece.freeze()), self))
            }
            Err(error) => Some((Err(error), self)),
        }
    }
}

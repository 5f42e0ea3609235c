//! A guest's end of a stream: frames in both directions, with backpressure, until one side ends it.

use std::convert::Infallible;

use autovibe_proto::guest::v1::StreamFrame;
use autovibe_proto::guest::v1::stream_frame::Kind;
use autovibe_proto::{ErrorKind, Failure};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::Response;
use futures::StreamExt as _;
use http::{HeaderValue, Request, header};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

use super::pending_stream::GuestStream;
use super::router::GuestCall;
use super::stream_frames::{FrameReader, encode_frame, is_from_guest};
use crate::api::problem;

/// Frames on their way in one direction; each holds at most 1 MiB.
const FRAME_COUNT_MAX: usize = 16;

pub(crate) async fn stream(
    State(call): State<GuestCall>,
    Path(stream_id): Path<String>,
    request: Request<Body>,
) -> Response {
    let (machine_id, incarnation) = (&call.connection.machine_id, call.connection.incarnation);
    let Some(opened) = call.parts.registry.claim_stream(&stream_id, machine_id, incarnation) else {
        return problem(&Failure::new(
            ErrorKind::NotFound,
            "STREAM_NOT_FOUND",
            "nobody waits for this stream",
        ));
    };
    let (to_guest, outgoing) = mpsc::channel(FRAME_COUNT_MAX);
    let (incoming, from_guest) = mpsc::channel(FRAME_COUNT_MAX);
    if opened.send(GuestStream { to_guest, from_guest }).is_err() {
        return problem(&Failure::new(ErrorKind::NotFound, "STREAM_NOT_FOUND", "the caller went away"));
    }
    let closing = call.connection.closing.clone();
    call.parts.hub.tasks().spawn("stream output", async move {
        tokio::select! {
            () = closing.cancelled() => {}
            () = pump_output(request.into_body(), incoming) => {}
        }
    });
    let frames =
        ReceiverStream::new(outgoing).map(|frame: StreamFrame| Ok::<_, Infallible>(encode_frame(&frame)));
    let mut response = Response::new(Body::from_stream(frames));
    let media_type = HeaderValue::from_static("application/octet-stream");
    response.headers_mut().insert(header::CONTENT_TYPE, media_type);
    response
}

/// Passes a guest's frames on until the end, or until nobody takes them.
async fn pump_output(body: Body, incoming: mpsc::Sender<StreamFrame>) {
    let mut pieces = body.into_data_stream();
    let mut reader = FrameReader::default();
    loop {
        let piece = tokio::select! {
            () = incoming.closed() => return,
            piece = pieces.next() => piece,
        };
        let Some(Ok(piece)) = piece else { return };
        reader.push(&piece);
        loop {
            let frame = match reader.next_frame() {
                Ok(Some(frame)) => frame,
                Ok(None) => break,
                Err(denied) => {
                    tracing::warn!(error = %denied, "a guest's stream is malformed");
                    return;
                }
            };
            let is_end = matches!(frame.kind, Some(Kind::End(_)));
            if !is_from_guest(&frame) || incoming.send(frame).await.is_err() || is_end {
                return;
            }
        }
    }
}

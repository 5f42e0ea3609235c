//! Bodies on their way through: nothing is collected, and one that stands still is broken off.

use std::future::Future as _;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures::StreamExt as _;
use http_body::{Body, Frame, SizeHint};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt as _, BodyStream, Full, StreamBody};
use hyper::body::Incoming;
use tokio::time::{Instant, Sleep};

use super::scrub::ScrubStream;

/// Long answers come in pieces; a host that is silent for longer will not go on.
const SILENCE_MAX: Duration = Duration::from_secs(300);

/// A body that was broken off.
pub(super) type BodyError = Box<dyn std::error::Error + Send + Sync>;

/// A body in either direction.
pub(super) type PassedBody = UnsyncBoxBody<Bytes, BodyError>;

/// A body that is at hand.
pub(super) fn whole_body(text: impl Into<Bytes>) -> PassedBody {
    Full::new(text.into()).map_err(|never| match never {}).boxed_unsync()
}

/// Passes a body on as it is, with its length.
pub(super) fn passed_body(body: Incoming) -> PassedBody {
    WatchedBody { body, silence: Box::pin(tokio::time::sleep(SILENCE_MAX)) }.boxed_unsync()
}

/// Passes a body on with the values in it replaced; its length is not known, and it has no trailers.
pub(super) fn scrubbed_body(body: Incoming, scrub: ScrubStream) -> PassedBody {
    let pieces = BodyStream::new(passed_body(body)).map(Some).chain(futures::stream::once(async { None }));
    let scrubbed = pieces.scan(scrub, |scrub, piece| {
        let passed = match piece {
            Some(Ok(frame)) => Ok(frame.into_data().map(|data| scrub.push_bytes(&data)).unwrap_or_default()),
            Some(Err(error)) => Err(error),
            None => Ok(Bytes::from(scrub.finish())),
        };
        std::future::ready(Some(passed))
    });
    let full =
        scrubbed.filter(|piece| std::future::ready(piece.as_ref().map_or(true, |data| !data.is_empty())));
    StreamBody::new(full.map(|piece| piece.map(Frame::data))).boxed_unsync()
}

/// Breaks off a body that stands still.
struct WatchedBody {
    body: Incoming,
    silence: Pin<Box<Sleep>>,
}

impl Body for WatchedBody {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(context) {
            self.silence.as_mut().reset(Instant::now() + SILENCE_MAX);
            return Poll::Ready(frame.map(|frame| frame.map_err(BodyError::from)));
        }
        ready!(self.silence.as_mut().poll(context));
        Poll::Ready(Some(Err("the body stood still for too long".into())))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

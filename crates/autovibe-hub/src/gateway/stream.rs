//! The bodies of answers: played with their pace, metered and watched as they pass.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures::stream;
use http_body::{Body, Frame, SizeHint};
use http_body_util::{Full, StreamBody};
use tokio::time::{Instant, Sleep, sleep};

use super::body::{BodyError, BoxBody, boxed_body};
use super::caller::ModelCaller;
use super::charge::Charge;
use super::limits::GatewayLimits;
use super::meter::UsageMeter;
use super::scripted::AnswerBody;
use super::slot::Slot;
use super::usage::UsageSink;

/// Why an answer broke off inside the gateway.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AnswerBroken {
    /// A script asked for it.
    #[error("the script cuts the answer here")]
    Cut,
    /// The provider said nothing for too long.
    #[error("the model provider was silent for too long")]
    Silent,
    /// The provider said too much.
    #[error("the answer of the model provider is too large")]
    TooLarge,
}

/// Plays an answer of the scripted provider.
pub(crate) fn timed_body(body: AnswerBody) -> BoxBody {
    let (parts, is_cut) = match body {
        AnswerBody::Whole(bytes) => return boxed_body(Full::new(bytes)),
        AnswerBody::Timed { parts, is_cut } => (parts, is_cut),
    };
    let state = (parts.into_iter(), is_cut);
    boxed_body(StreamBody::new(stream::unfold(state, |(mut parts, is_cut)| async move {
        match parts.next() {
            Some(part) => {
                if !part.pause.is_zero() {
                    sleep(part.pause).await;
                }
                Some((Ok(Frame::data(part.bytes)), (parts, is_cut)))
            }
            None if is_cut => Some((Err(BodyError::from(AnswerBroken::Cut)), (parts, false))),
            None => None,
        }
    })))
}

/// The meter of one answer, with those who are to know.
pub(crate) struct UsageReport {
    meter: UsageMeter,
    charge: Charge,
    caller: ModelCaller,
    sink: Arc<dyn UsageSink>,
}

impl UsageReport {
    pub(crate) fn new(
        meter: UsageMeter,
        charge: Charge,
        caller: ModelCaller,
        sink: Arc<dyn UsageSink>,
    ) -> Self {
        Self { meter, charge, caller, sink }
    }

    fn send(self) {
        let usage = self.meter.finish();
        self.charge.settle(usage.clone());
        self.sink.record(&self.caller, usage);
    }
}

/// A body that counts what passes, holds the place of its request, and ends when it is silent or too large.
///
/// The report goes out once: at the end, at a failure, or when the Machine hangs up and this is dropped.
pub(crate) struct MeteredBody {
    inner: BoxBody,
    report: Option<UsageReport>,
    silence: Pin<Box<Sleep>>,
    silence_max: Duration,
    bytes_left: usize,
    _slot: Slot,
}

impl MeteredBody {
    pub(crate) fn new(
        inner: BoxBody,
        report: Option<UsageReport>,
        slot: Slot,
        limits: &GatewayLimits,
    ) -> Self {
        let silence_max = limits.silence_max;
        let silence = Box::pin(sleep(silence_max));
        Self { inner, report, silence, silence_max, bytes_left: limits.answer_bytes_max, _slot: slot }
    }

    fn finish(&mut self) {
        if let Some(report) = self.report.take() {
            report.send();
        }
    }

    fn poll_inner(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let Poll::Ready(next) = Pin::new(&mut self.inner).poll_frame(context) else {
            ready!(self.silence.as_mut().poll(context));
            return Poll::Ready(Some(Err(AnswerBroken::Silent.into())));
        };
        if let Some(Ok(frame)) = &next {
            self.silence.as_mut().reset(Instant::now() + self.silence_max);
            if let Some(data) = frame.data_ref() {
                match self.bytes_left.checked_sub(data.len()) {
                    Some(left) => self.bytes_left = left,
                    None => return Poll::Ready(Some(Err(AnswerBroken::TooLarge.into()))),
                }
                if let Some(report) = &mut self.report {
                    report.meter.observe(data);
                }
            }
        }
        Poll::Ready(next)
    }
}

impl Body for MeteredBody {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let next = ready!(self.poll_inner(context));
        if !matches!(next, Some(Ok(_))) || self.inner.is_end_stream() {
            self.finish();
        }
        Poll::Ready(next)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

impl Drop for MeteredBody {
    fn drop(&mut self) {
        self.finish();
    }
}

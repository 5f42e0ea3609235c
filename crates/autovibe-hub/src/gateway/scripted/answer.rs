//! An answer of the scripted provider, as a value: status, headers, and bytes with their pace.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde_json::Value;

/// What the scripted provider answers to one HTTP request.
#[derive(Debug, Clone)]
pub(crate) struct ScriptedAnswer {
    /// 200, or what a script or a bad request asks for.
    pub(crate) status: StatusCode,
    /// Says at least what the body is.
    pub(crate) headers: HeaderMap,
    /// The bytes.
    pub(crate) body: AnswerBody,
    /// What the answer costs, in millionths of a US dollar.
    pub(crate) cost_micros: i64,
}

/// The body of an answer.
#[derive(Debug, Clone)]
pub(crate) enum AnswerBody {
    /// Sent at once.
    Whole(Bytes),
    /// Sent part by part.
    Timed {
        /// In their order.
        parts: Vec<TimedPart>,
        /// True when the connection breaks after the last part.
        is_cut: bool,
    },
}

/// Bytes of a stream with the pause before them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TimedPart {
    /// Zero for most parts.
    pub(crate) pause: Duration,
    /// One or more whole events.
    pub(crate) bytes: Bytes,
}

impl ScriptedAnswer {
    /// A JSON document.
    pub(crate) fn json(status: StatusCode, document: &Value) -> Self {
        let body = AnswerBody::Whole(Bytes::from(document.to_string()));
        Self { status, headers: content_type("application/json"), body, cost_micros: 0 }
    }

    /// A stream of server-sent events.
    pub(crate) fn events(parts: Vec<TimedPart>, is_cut: bool, cost_micros: i64) -> Self {
        let mut headers = content_type("text/event-stream; charset=utf-8");
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        let body = AnswerBody::Timed { parts, is_cut };
        Self { status: StatusCode::OK, headers, body, cost_micros }
    }

    /// True for a stream of events.
    pub(crate) fn is_stream(&self) -> bool {
        matches!(self.body, AnswerBody::Timed { .. })
    }

    /// An answer without a body.
    pub(crate) fn empty(status: StatusCode) -> Self {
        let body = AnswerBody::Whole(Bytes::new());
        Self { status, headers: HeaderMap::new(), body, cost_micros: 0 }
    }
}

fn content_type(value: &'static str) -> HeaderMap {
    HeaderMap::from_iter([(header::CONTENT_TYPE, HeaderValue::from_static(value))])
}

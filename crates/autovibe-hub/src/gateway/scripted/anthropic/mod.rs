//! The Anthropic wire format: reads requests into conversations, renders replies as JSON or event streams.
//!
//! Source: recorded requests of Claude Code 2.1.330 and the public description of the Messages API.

mod render;
mod request;
mod route;

pub(crate) use route::{AnthropicRequest, answer};

//! The scripted provider: plays the model for the real coding agents in demos and tests, without any key.
//!
//! It is pure and keeps nothing: a request goes in, a `ScriptedAnswer` comes out. What the model does stands
//! in the prompt, in the language that the module `script` describes. Each wire format of a model provider is
//! a sibling of `anthropic`; it reads a request into a conversation and renders a reply, and nothing else.

mod answer;
mod anthropic;
mod conversation;
mod reply;
mod script;
mod tool;

pub(crate) use answer::AnswerBody;
pub(crate) use anthropic::{AnthropicRequest, answer};

//! Durable mailboxes: accepting Messages, how many may wait, and what becomes of those that cannot be handled.

mod dead_letter;
mod depth;
mod new_message;
mod post;

pub use dead_letter::dead_letter_id;
pub use new_message::NewMessage;
pub use post::Mailboxes;

pub(crate) use dead_letter::dead_letter;

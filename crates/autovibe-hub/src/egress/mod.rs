//! The way out of a Machine.

mod interception;

pub use interception::{ByteStream, Interception, NoInterception};

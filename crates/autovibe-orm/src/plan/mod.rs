//! From wire bytes to the cells of a row and back, by flat tables and without structs.

mod check;
mod decode;
mod encode;
mod statement;
mod value;
mod wire;

pub use decode::decode;
pub use encode::encode;
pub use statement::Plan;
pub(crate) use statement::select_all;
pub use value::{Cell, Value};

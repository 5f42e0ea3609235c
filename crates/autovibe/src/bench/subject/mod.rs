//! Our own system as it is measured: a daemon of its own, used through the control API.

mod daemon;
mod fleet;

pub(super) use fleet::Fleet;

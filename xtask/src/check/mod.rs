//! `cargo xtask check`: everything that can be said about the code without running it.

mod buf;
mod run;

pub(crate) use run::{CheckArguments, check_all, run};

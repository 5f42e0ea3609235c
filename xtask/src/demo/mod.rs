//! `cargo xtask demo`: the whole line from a bare computer to three forks with three results.

mod cli;
mod daemon;
mod report;
mod repository;
mod run;
mod story;
mod surroundings;
mod tour;

pub(crate) use run::{DemoArguments, run};

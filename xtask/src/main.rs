//! The only automation entry point of the workspace.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "automation speaks to people")]

mod bench;
mod binaries;
mod check;
mod codegen;
mod demo;
mod image;
mod interrupt;
mod leftover;
mod program;
mod setup;
mod test;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Automation for people and CI alike.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Shows the whole line: work, checkpoint, restore and fork, in real Machines.
    Demo(demo::DemoArguments),
    /// Runs all checks and all tests.
    Test(test::TestArguments),
    /// Checks form, lints, schemas, generated code and tidiness.
    Check(check::CheckArguments),
    /// Generates Rust code and the descriptor set from the Protobuf schemas.
    Codegen(codegen::CodegenArguments),
    /// Builds the shipped Image.
    Image,
    /// Measures this computer.
    Bench(bench::BenchArguments),
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<()> {
    interrupt::install()?;
    match task {
        Task::Demo(arguments) => demo::run(&arguments),
        Task::Test(arguments) => test::run(&arguments),
        Task::Check(arguments) => check::run(&arguments),
        Task::Codegen(arguments) => codegen::run(&arguments),
        Task::Image => image::run(),
        Task::Bench(arguments) => bench::run(&arguments),
    }
}

//! The only automation entry point of the workspace.

mod codegen;

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
    /// Generates Rust code and the descriptor set from the Protobuf schemas.
    Codegen(codegen::CodegenArguments),
}

fn main() -> Result<()> {
    match Arguments::parse().task {
        Task::Codegen(arguments) => codegen::run(&arguments),
    }
}

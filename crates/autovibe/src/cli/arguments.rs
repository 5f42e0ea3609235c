//! The commands and where each of them leads.

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use super::attach::{AttachArguments, attach};
use super::budget::{BudgetCommand, budget};
use super::cert::{CertCommand, cert};
use super::checkpoint::{CheckpointCommand, checkpoint};
use super::config_file::configure;
use super::context::Context;
use super::dead_letter::{DeadLetterCommand, dead_letter};
use super::deliver::{DeliverArguments, deliver};
use super::diff::{DiffArguments, diff};
use super::egress::{EgressCommand, egress};
use super::error::CliError;
use super::exec::{ShellArguments, shell};
use super::fork::{ForkArguments, fork};
use super::image::{ImageCommand, image};
use super::machine::{MachineCommand, machine};
use super::mailbox::{MailboxArguments, mailbox};
use super::port_forward::{PortForwardArguments, port_forward};
use super::project::{ProjectCommand, project};
use super::run::{RunArguments, SendArguments, run, send};
use super::secret::{SecretCommand, secret};
use super::serve::{DbCommand, HubCommand, NodeCommand, UpArguments, db, hub, node, up};
use super::status::status;
use super::token::{TokenCommand, token};

use crate::bench::{BenchArguments, bench};
use crate::doctor::{DoctorArguments, doctor};
use crate::relay::relay;

/// Coding agents in virtual machines of their own: checkpoint, go back, fork, compare.
#[derive(Debug, Parser)]
#[command(name = "autovibe", version, disable_help_subcommand = true)]
pub struct Arguments {
    #[command(flatten)]
    context: Context,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Runs everything in one process.
    Up(UpArguments),
    /// Tells what this host can do, what is missing and the command that adds it.
    Doctor(DoctorArguments),
    /// Measures this computer beside bare QEMU.
    Bench(BenchArguments),
    /// Tells about the Hub and its nodes.
    Status,
    /// Gives a coding agent work and shows how it goes.
    Run(RunArguments),
    /// Shows the Turn of a Machine, from its beginning to its end.
    Attach(AttachArguments),
    /// Puts a prompt into a Machine's mailbox.
    Send(SendArguments),
    /// Makes, lists and removes Projects.
    #[command(subcommand)]
    Project(ProjectCommand),
    /// Makes, steers and removes Machines.
    #[command(subcommand)]
    Machine(MachineCommand),
    /// Shows what a Machine has changed in its repository.
    Diff(DiffArguments),
    /// Brings the work of a Machine into a repository here: a branch, a patch or a push.
    Deliver(DeliverArguments),
    /// Opens a shell inside a Machine.
    Shell(ShellArguments),
    /// Makes a port of a Machine reachable here.
    PortForward(PortForwardArguments),
    /// Makes, lists, restores and removes Checkpoints.
    #[command(subcommand)]
    Checkpoint(CheckpointCommand),
    /// Makes Machines from a Checkpoint or a running Machine.
    Fork(ForkArguments),
    /// Shows what a Machine has not handled yet.
    Mailbox(MailboxArguments),
    /// Messages that could not be handled.
    #[command(subcommand, name = "deadletter")]
    DeadLetter(DeadLetterCommand),
    /// Keeps values that Machines use without holding them.
    #[command(subcommand)]
    Secret(SecretCommand),
    /// Says what the Machines of a Project may reach, and shows what they tried.
    #[command(subcommand)]
    Egress(EgressCommand),
    /// Builds and lists Images.
    /// Builds, moves and lists Images.
    #[command(subcommand)]
    Image(ImageCommand),
    /// Limits what may be spent, and shows what was.
    #[command(subcommand)]
    Budget(BudgetCommand),
    /// Makes, lists and revokes tokens.
    #[command(subcommand)]
    Token(TokenCommand),
    /// Makes the cluster's certificates.
    #[command(subcommand)]
    Cert(CertCommand),
    /// The database service.
    #[command(subcommand)]
    Db(DbCommand),
    /// The Hub.
    #[command(subcommand)]
    Hub(HubCommand),
    /// A node.
    #[command(subcommand)]
    Node(NodeCommand),
    /// Joins standard input and output with a Unix socket; started by QEMU for each connection of a guest.
    #[command(hide = true)]
    Relay {
        /// The socket.
        socket: std::path::PathBuf,
    },
}

impl Arguments {
    /// Reads the command line, with the configuration file and the environment behind it.
    ///
    /// Ends the program for `--help`, `--version` and a command line that cannot be read.
    ///
    /// # Errors
    /// What is wrong with the configuration file.
    pub fn read() -> Result<Arguments, CliError> {
        let words: Vec<std::ffi::OsString> = std::env::args_os().collect();
        let command = configure(Arguments::command(), &words)?;
        let matches = command.get_matches_from(words);
        Ok(Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit()))
    }
}

/// Runs the command.
///
/// # Errors
/// As the command says; the exit code follows from it.
pub async fn dispatch(arguments: Arguments) -> Result<(), CliError> {
    let context = &arguments.context;
    match arguments.command {
        Command::Up(arguments) => up(context, arguments).await,
        Command::Doctor(arguments) => doctor(context, arguments).await,
        Command::Bench(arguments) => bench(context, arguments).await,
        Command::Status => status(context).await,
        Command::Run(arguments) => run(context, arguments).await,
        Command::Attach(arguments) => attach(context, arguments).await,
        Command::Send(arguments) => send(context, arguments).await,
        Command::Project(command) => project(context, command).await,
        Command::Machine(command) => machine(context, command).await,
        Command::Diff(arguments) => diff(context, arguments).await,
        Command::Deliver(arguments) => deliver(context, arguments).await,
        Command::Shell(arguments) => shell(context, arguments).await,
        Command::PortForward(arguments) => port_forward(context, arguments).await,
        Command::Checkpoint(command) => checkpoint(context, command).await,
        Command::Fork(arguments) => fork(context, arguments).await,
        Command::Mailbox(arguments) => mailbox(context, arguments).await,
        Command::DeadLetter(command) => dead_letter(context, command).await,
        Command::Secret(command) => secret(context, command).await,
        Command::Egress(command) => egress(context, command).await,
        Command::Image(command) => image(context, command).await,
        Command::Budget(command) => budget(context, command).await,
        Command::Token(command) => token(context, command).await,
        Command::Cert(command) => cert(context, command),
        Command::Db(command) => db(context, command).await,
        Command::Hub(command) => hub(context, command).await,
        Command::Node(command) => node(context, command).await,
        Command::Relay { socket } => Ok(relay(&socket)?),
    }
}

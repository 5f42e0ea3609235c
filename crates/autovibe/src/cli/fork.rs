//! `autovibe fork`.

use autovibe_proto::hub::v1::{ForkMachineRequest, ForkMailbox};
use clap::{Args, ValueEnum};

use super::context::{Context, Wait};
use super::error::CliError;
use super::machine::refuse_failed;
use super::output::{machine_state, print_json, print_table};
use super::progress::waiting;

/// Makes Machines from a Checkpoint or a running Machine.
#[derive(Debug, Args)]
pub(crate) struct ForkArguments {
    /// A Machine or a Checkpoint.
    source: String,
    /// How many.
    #[arg(long, default_value_t = 1)]
    count: i32,
    /// What the forks find in their mailboxes.
    #[arg(long, value_enum, default_value = "empty")]
    mailbox: Mailbox,
    /// Names begin with this.
    #[arg(long, default_value = "")]
    name_prefix: String,
    /// The same key gives the same Machines.
    #[arg(long, default_value = "")]
    request_id: String,
    #[command(flatten)]
    wait: Wait,
}

/// What a fork finds in its mailbox.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Mailbox {
    /// Nothing.
    Empty,
    /// A copy of each prompt that the parent has not begun.
    CopyPending,
}

pub(crate) async fn fork(context: &Context, arguments: ForkArguments) -> Result<(), CliError> {
    let mut hub = context.connect().await?;
    let request = ForkMachineRequest {
        source: arguments.source,
        count: arguments.count,
        mailbox: match arguments.mailbox {
            Mailbox::Empty => ForkMailbox::Empty,
            Mailbox::CopyPending => ForkMailbox::CopyPending,
        } as i32,
        name_prefix: arguments.name_prefix,
        request_id: arguments.request_id,
        wait: arguments.wait.duration(),
    };
    let forks = waiting(context, "forking", hub.fork_machine(request)).await?.into_inner();
    if context.is_json() {
        print_json(&forks)?;
    } else {
        let rows: Vec<_> = forks
            .machines
            .iter()
            .map(|machine| [machine.id.clone(), machine.name.clone(), machine_state(machine.state())])
            .collect();
        print_table(["ID", "NAME", "STATE"], &rows);
    }
    forks.machines.iter().try_for_each(refuse_failed)
}

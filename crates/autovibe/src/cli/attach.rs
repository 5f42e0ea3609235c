//! `autovibe attach`: shows the Turn that runs, from its beginning.

use autovibe_proto::hub::v1::{GetMachineRequest, ListTurnsRequest};
use autovibe_proto::v1::Turn;
use autovibe_proto::{ErrorKind, Failure};
use clap::Args;

use super::context::Context;
use super::error::CliError;
use super::event::EventPrinter;
use super::follow::{Ending, Followed, follow};
use super::run::require_success;
use crate::client::Hub;

/// Shows the Turn of a Machine, from its beginning to its end.
#[derive(Debug, Args)]
pub(crate) struct AttachArguments {
    /// The Machine.
    machine: String,
    /// The Turn; without it the one that runs, else the newest.
    #[arg(long)]
    turn: Option<String>,
    /// Shows long answers of tools in full.
    #[arg(long)]
    verbose: bool,
}

pub(crate) async fn attach(context: &Context, arguments: AttachArguments) -> Result<(), CliError> {
    let mut hub = context.connect().await?;
    let request = GetMachineRequest { machine: arguments.machine, wait: None };
    let machine = hub.get_machine(request).await?.into_inner();
    let turn_id = match arguments.turn.or(machine.turn_id) {
        Some(turn_id) => turn_id,
        None => newest(&mut hub, &machine.id).await?.map(|turn| turn.id).ok_or_else(|| {
            let text = format!("machine {} has no turn yet; give it one with `autovibe run`", machine.name);
            Failure::new(ErrorKind::NotFound, "NO_TURN", text)
        })?,
    };
    let json = context.is_json();
    let mut printer = EventPrinter::new(json).unfolded(arguments.verbose).live();
    let followed =
        Followed { machine_id: &machine.id, turn_id: &turn_id, after_sequence: machine.event_sequence };
    match follow(&mut hub, &followed, &mut printer, json).await? {
        Ending::Ended(turn) => require_success(*turn),
        Ending::Detached => Ok(()),
    }
}

async fn newest(hub: &mut Hub, machine: &str) -> Result<Option<Turn>, CliError> {
    let (mut newest, mut page_token) = (None, String::new());
    loop {
        let request = ListTurnsRequest { machine: machine.to_owned(), page_size: 1000, page_token };
        let page = hub.list_turns(request).await?.into_inner();
        newest = page.turns.into_iter().next_back().or(newest);
        if page.next_page_token.is_empty() {
            return Ok(newest);
        }
        page_token = page.next_page_token;
    }
}

//! Following a Turn: its events as they come, ctrl-c once for the coding agent, twice for us.

use autovibe_proto::hub::v1::watch_machine_response::Kind;
use autovibe_proto::hub::v1::{InterruptMachineRequest, WatchMachineRequest};
use autovibe_proto::v1::Turn;
use autovibe_proto::{ErrorKind, Failure};

use super::error::CliError;
use super::event::{EventPrinter, print_turn_result};
use super::live_line::REDRAW;
use crate::client::Hub;

/// A Turn to be shown.
#[derive(Debug)]
pub(crate) struct Followed<'a> {
    /// The Machine.
    pub(crate) machine_id: &'a str,
    /// The Turn.
    pub(crate) turn_id: &'a str,
    /// Facts about the Machine up to this sequence are not shown.
    pub(crate) after_sequence: i64,
}

/// How it came to an end.
#[derive(Debug)]
pub(crate) enum Ending {
    /// The Turn ended.
    Ended(Box<Turn>),
    /// The user went away; the Turn goes on.
    Detached,
}

/// Shows a Turn until it ends; a Turn that has ended is shown from its beginning.
///
/// # Errors
/// When the Hub cannot be reached any more; the Turn goes on without us.
pub(crate) async fn follow(
    hub: &mut Hub,
    followed: &Followed<'_>,
    printer: &mut EventPrinter,
    json: bool,
) -> Result<Ending, CliError> {
    let request = WatchMachineRequest {
        machine: followed.machine_id.to_owned(),
        turn_id: followed.turn_id.to_owned(),
        after_sequence: followed.after_sequence,
        ..WatchMachineRequest::default()
    };
    let mut events = hub.watch_machine(request).await?.into_inner();
    let mut redraw = tokio::time::interval(REDRAW);
    let mut interrupted = false;
    printer.begin_turn();
    loop {
        tokio::select! {
            event = events.message() => match event? {
                Some(event) => {
                    printer.print(&event)?;
                    if let Some(Kind::Turn(turn)) = event.kind {
                        printer.pause();
                        if let (false, Some(result)) = (json || printer.saw_turn_result(), &turn.result) {
                            print_turn_result(result);
                        }
                        return Ok(Ending::Ended(Box::new(turn)));
                    }
                    printer.tick();
                }
                None => {
                    let text = format!(
                        "the Hub ended the stream; the turn goes on, see `autovibe attach {}`",
                        followed.machine_id
                    );
                    return Err(Failure::new(ErrorKind::Unavailable, "STREAM_ENDED", text).into());
                }
            },
            _ = redraw.tick() => printer.tick(),
            signal = tokio::signal::ctrl_c() => {
                signal?;
                printer.pause();
                if interrupted {
                    eprintln!(
                        "detached; the turn goes on as {}, come back with `autovibe attach {}`",
                        followed.turn_id, followed.machine_id
                    );
                    return Ok(Ending::Detached);
                }
                interrupted = true;
                eprintln!("interrupting the coding agent; press ctrl-c again to detach");
                let machine = followed.machine_id.to_owned();
                hub.interrupt_machine(InterruptMachineRequest { machine }).await?;
            }
        }
    }
}

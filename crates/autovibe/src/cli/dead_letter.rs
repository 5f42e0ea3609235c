//! `autovibe deadletter …`

use autovibe_proto::hub::v1::{DropDeadLetterRequest, ListDeadLettersRequest, ReplayDeadLetterRequest};
use clap::Subcommand;

use super::context::Context;
use super::error::CliError;
use super::output::{instant, lower, print_json, print_table};

/// Lists, sends again and removes Messages that could not be handled.
#[derive(Debug, Subcommand)]
pub(crate) enum DeadLetterCommand {
    /// Lists dead letters.
    List {
        /// Only of this Machine.
        #[arg(long, default_value = "")]
        machine: String,
    },
    /// Sends one again.
    Replay {
        /// Identifier.
        dead_letter: String,
    },
    /// Removes one.
    Drop {
        /// Identifier.
        dead_letter: String,
    },
}

pub(crate) async fn dead_letter(context: &Context, command: DeadLetterCommand) -> Result<(), CliError> {
    let mut hub = context.connect().await?;
    match command {
        DeadLetterCommand::List { machine } => {
            let request = ListDeadLettersRequest { machine, page_size: 1000, page_token: String::new() };
            let letters = hub.list_dead_letters(request).await?.into_inner().dead_letters;
            if context.is_json() {
                return print_json(&letters);
            }
            let rows: Vec<_> = letters
                .into_iter()
                .map(|letter| {
                    [
                        letter.id.clone(),
                        letter.machine_id.clone(),
                        lower(letter.reason().as_str_name(), "DEAD_LETTER_REASON_"),
                        instant(letter.create_time.as_ref()),
                        letter.error,
                    ]
                })
                .collect();
            print_table(["ID", "MACHINE", "REASON", "DIED", "ERROR"], &rows);
        }
        DeadLetterCommand::Replay { dead_letter } => {
            let request = ReplayDeadLetterRequest { dead_letter_id: dead_letter };
            let message = hub.replay_dead_letter(request).await?.into_inner();
            if context.is_json() {
                return print_json(&message);
            }
            println!("sent again as {}", message.id);
        }
        DeadLetterCommand::Drop { dead_letter } => {
            let request = DropDeadLetterRequest { dead_letter_id: dead_letter.clone() };
            let answer = hub.drop_dead_letter(request).await?.into_inner();
            if context.is_json() {
                return print_json(&answer);
            }
            println!("removed {dead_letter}");
        }
    }
    Ok(())
}

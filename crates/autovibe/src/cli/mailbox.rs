//! `autovibe mailbox`.

use autovibe_proto::hub::v1::ListMailboxRequest;
use autovibe_proto::v1::message_body::Kind;
use clap::Args;

use super::context::Context;
use super::error::CliError;
use super::output::{instant, print_json, print_table};

/// Shows what a Machine has not handled yet.
#[derive(Debug, Args)]
pub(crate) struct MailboxArguments {
    /// The Machine.
    machine: String,
}

pub(crate) async fn mailbox(context: &Context, arguments: MailboxArguments) -> Result<(), CliError> {
    let mut hub = context.connect().await?;
    let mailbox = hub.list_mailbox(ListMailboxRequest { machine: arguments.machine }).await?.into_inner();
    if context.is_json() {
        return print_json(&mailbox.items);
    }
    let rows: Vec<_> = mailbox
        .items
        .into_iter()
        .map(|item| {
            let entry = item.entry.unwrap_or_default();
            let message = item.message.unwrap_or_default();
            let what = match message.body.and_then(|body| body.kind) {
                Some(Kind::Prompt(prompt)) => {
                    prompt.text.lines().next().unwrap_or_default().chars().take(60).collect()
                }
                Some(Kind::Create(_)) => "(create)".to_owned(),
                Some(Kind::Interrupt(_)) => "(interrupt)".to_owned(),
                Some(Kind::Goal(_)) => "(goal)".to_owned(),
                Some(Kind::Checkpoint(_)) => "(checkpoint)".to_owned(),
                Some(Kind::Restore(_)) => "(restore)".to_owned(),
                Some(Kind::Timer(_)) => "(timer)".to_owned(),
                _ => "(result)".to_owned(),
            };
            [
                entry.id,
                message.sender,
                entry.attempt_count.to_string(),
                instant(entry.create_time.as_ref()),
                what,
            ]
        })
        .collect();
    print_table(["ID", "SENDER", "TRIES", "SENT", "WHAT"], &rows);
    Ok(())
}

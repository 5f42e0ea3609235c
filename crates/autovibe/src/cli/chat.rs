//! A conversation with a Machine: each line that is typed is a prompt; those typed meanwhile wait in the mailbox.

use std::collections::VecDeque;
use std::io::IsTerminal as _;
use std::time::Duration;

use autovibe_proto::duration_from_std;
use autovibe_proto::hub::v1::{SendPromptRequest, SendPromptResponse};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::sync::mpsc;

use super::error::CliError;
use super::event::EventPrinter;
use super::follow::{Ending, Followed, follow};
use crate::client::Hub;

/// Lines that may wait here before the reader waits; the mailbox has a limit of its own.
const LINE_COUNT_MAX: usize = 16;

/// Goes on after a first prompt until the input ends.
pub(crate) async fn chat(
    hub: &mut Hub,
    machine_id: &str,
    limit: Duration,
    printer: &mut EventPrinter,
    json: bool,
) -> Result<(), CliError> {
    let mut lines = read_lines();
    let mut waiting: VecDeque<SendPromptResponse> = VecDeque::new();
    let mut is_open = true;
    while is_open || !waiting.is_empty() {
        let Some(next) = waiting.pop_front() else {
            hint(json);
            match lines.recv().await {
                Some(line) => waiting.extend(send(hub, machine_id, line, limit).await?),
                None => is_open = false,
            }
            continue;
        };
        let (followed_id, turn_id) = (next.machine_id, next.turn_id);
        let followed = Followed { machine_id: &followed_id, turn_id: &turn_id, after_sequence: i64::MAX };
        let mut sender = hub.clone();
        let mut following = Box::pin(follow(hub, &followed, printer, json));
        let ending = loop {
            tokio::select! {
                ended = &mut following => break ended?,
                line = lines.recv(), if is_open => match line {
                    Some(line) => waiting.extend(send(&mut sender, machine_id, line, limit).await?),
                    None => is_open = false,
                },
            }
        };
        drop(following);
        if matches!(ending, Ending::Detached) {
            return Ok(());
        }
    }
    Ok(())
}

async fn send(
    hub: &mut Hub,
    machine: &str,
    line: String,
    limit: Duration,
) -> Result<Option<SendPromptResponse>, CliError> {
    let text = line.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let request = SendPromptRequest {
        machine: machine.to_owned(),
        text: text.to_owned(),
        request_id: String::new(),
        limit: Some(duration_from_std(limit)),
    };
    Ok(Some(hub.send_prompt(request).await?.into_inner()))
}

fn hint(json: bool) {
    if !json && std::io::stdin().is_terminal() {
        eprint!("> ");
    }
}

/// Lines of the standard input as they are typed.
fn read_lines() -> mpsc::Receiver<String> {
    let (sender, receiver) = mpsc::channel(LINE_COUNT_MAX);
    tokio::spawn(async move {
        let mut lines = BufReader::new(tokio::io::stdin()).lines();
        while let Ok(Some(line)) = lines.next_line().await {
            if sender.send(line).await.is_err() {
                return;
            }
        }
    });
    receiver
}

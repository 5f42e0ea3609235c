//! `autovibe-guest machine`: what a program inside the Machine can do with other Machines.

use std::io::Write as _;
use std::time::{Duration, Instant};

use autovibe_proto::guest::v1::{
    AwaitTurnResponse, SpawnMachineRequest, SpawnMachineResponse, TellMachineRequest, TellMachineResponse,
};
use autovibe_proto::v1::{TurnOutcome, TurnResult};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::UnixStream;

use crate::config::GuestConfig;
use crate::error::GuestError;
use crate::local::{LocalReply, LocalRequest};

/// How to use the command.
pub(crate) const USAGE: &str =
    "usage: autovibe-guest machine spawn [--key KEY] [--name NAME] [--image IMAGE] [--template TEMPLATE]
       autovibe-guest machine tell MACHINE TEXT [--key KEY]
       autovibe-guest machine await TURN_ID [--timeout SECONDS]";

/// One question to the Hub waits this long at most.
const WAIT_STEP: Duration = Duration::from_secs(20);
/// Without a timeout of its own, waiting ends after this.
const WAIT_DEFAULT: Duration = Duration::from_secs(3600);
/// Exit code when the time is up. Source: timeout(1).
const EXIT_TIMEOUT: u8 = 124;

/// Runs the command and returns its exit code.
///
/// # Errors
/// [`GuestError`] when the arguments are wrong or the guest or Hub refuses.
pub(crate) async fn run_machine(config: &GuestConfig, arguments: &[String]) -> Result<u8, GuestError> {
    let mut arguments = Arguments::read(arguments)?;
    match arguments.positional.first().map(String::as_str) {
        Some("spawn") => {
            let request = SpawnMachineRequest {
                key: arguments.key()?,
                name: arguments.take("name"),
                image: arguments.take("image"),
                template: arguments.take("template"),
            };
            let answer: SpawnMachineResponse = call(config, "/guest/v1/machines", Some(&request)).await?;
            print_line(&answer.machine_id)?;
            Ok(0)
        }
        Some("tell") => {
            let key = arguments.key()?;
            let [_, machine, text] = arguments.positional.as_slice() else { return Err(usage()) };
            let request = TellMachineRequest { machine: machine.clone(), text: text.clone(), key };
            let answer: TellMachineResponse = call(config, "/guest/v1/messages", Some(&request)).await?;
            print_line(&answer.turn_id)?;
            Ok(0)
        }
        Some("await") => {
            let limit = match arguments.take("timeout").as_str() {
                "" => WAIT_DEFAULT,
                text => Duration::from_secs(text.parse().map_err(|_| usage())?),
            };
            let [_, turn_id] = arguments.positional.as_slice() else { return Err(usage()) };
            await_turn(config, turn_id, limit).await
        }
        _ => Err(usage()),
    }
}

async fn await_turn(config: &GuestConfig, turn_id: &str, limit: Duration) -> Result<u8, GuestError> {
    let until = Instant::now() + limit;
    loop {
        let wait = until.saturating_duration_since(Instant::now()).min(WAIT_STEP);
        let path = format!("/guest/v1/turns/{turn_id}?wait_ms={}", wait.as_millis());
        let asked = Instant::now();
        let answer: AwaitTurnResponse = call(config, &path, None::<&()>).await?;
        if let Some(result) = answer.turn.and_then(|turn| turn.result) {
            print_line(&result.text)?;
            return Ok(exit_code_of(&result));
        }
        if Instant::now() >= until {
            return Ok(EXIT_TIMEOUT);
        }
        // A Hub that does not wait must not be asked without pause.
        if asked.elapsed() < Duration::from_millis(200) {
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }
}

fn exit_code_of(result: &TurnResult) -> u8 {
    match result.outcome() {
        TurnOutcome::Ok => 0,
        TurnOutcome::Unspecified
        | TurnOutcome::Failed
        | TurnOutcome::Denied
        | TurnOutcome::ReplyLimit
        | TurnOutcome::ConfigError => 1,
        TurnOutcome::ApiError => 7,
        TurnOutcome::TimedOut => EXIT_TIMEOUT,
        TurnOutcome::Crashed | TurnOutcome::Superseded => 70,
        TurnOutcome::Interrupted => 130,
    }
}

async fn call<Answer: DeserializeOwned>(
    config: &GuestConfig,
    path: &str,
    body: Option<&impl Serialize>,
) -> Result<Answer, GuestError> {
    let answer_error = |source| GuestError::Answer { path: path.to_owned(), source };
    let body = body.map(serde_json::to_value).transpose().map_err(answer_error)?;
    let request = LocalRequest { path: path.to_owned(), body };
    let mut line = serde_json::to_vec(&request).map_err(answer_error)?;
    line.push(b'\n');
    let exchange = async {
        let mut stream = UnixStream::connect(config.socket_path()).await?;
        stream.write_all(&line).await?;
        let mut reply = String::new();
        BufReader::new(stream).read_line(&mut reply).await?;
        Ok(reply)
    };
    let reply = exchange.await.map_err(GuestError::file("ask the guest"))?;
    let reply: LocalReply = serde_json::from_str(&reply).map_err(answer_error)?;
    if reply.status != 200 {
        return Err(GuestError::Refused { path: path.to_owned(), status: reply.status, text: reply.error });
    }
    serde_json::from_value(reply.body).map_err(answer_error)
}

fn print_line(text: &str) -> Result<(), GuestError> {
    writeln!(std::io::stdout(), "{text}").map_err(GuestError::file("print"))
}

fn usage() -> GuestError {
    GuestError::Config(USAGE.to_owned())
}

struct Arguments {
    positional: Vec<String>,
    flags: Vec<(String, String)>,
}

impl Arguments {
    fn read(arguments: &[String]) -> Result<Arguments, GuestError> {
        let mut read = Arguments { positional: Vec::new(), flags: Vec::new() };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match argument.strip_prefix("--") {
                Some(name @ ("key" | "name" | "image" | "template" | "timeout")) => {
                    let value = rest.next().ok_or_else(usage)?;
                    read.flags.push((name.to_owned(), value.clone()));
                }
                // Everything after it is text, even with dashes.
                Some("") => read.positional.extend(rest.by_ref().cloned()),
                Some(_) => return Err(usage()),
                None => read.positional.push(argument.clone()),
            }
        }
        Ok(read)
    }

    fn take(&mut self, name: &str) -> String {
        let found = self.flags.iter().position(|(known, _)| known == name);
        found.map(|index| self.flags.remove(index).1).unwrap_or_default()
    }

    /// The caller's key, or a new one: without a key, each call is meant anew.
    fn key(&mut self) -> Result<String, GuestError> {
        let key = self.take("key");
        if !key.is_empty() {
            return Ok(key);
        }
        let mut bytes = [0_u8; 16];
        getrandom::fill(&mut bytes).map_err(|error| GuestError::Config(error.to_string()))?;
        Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_may_stand_anywhere() {
        let words = ["tell", "--key", "k", "other", "--", "--loud"].map(str::to_owned);
        let mut arguments = Arguments::read(&words).unwrap();
        assert_eq!(arguments.positional, ["tell", "other", "--loud"]);
        assert_eq!(arguments.key().unwrap(), "k");
        assert_eq!(arguments.key().unwrap().len(), 32);
        assert!(Arguments::read(&["--bad".to_owned()]).is_err());
    }
}

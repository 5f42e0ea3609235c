//! `autovibe run` and `autovibe send`.

use std::time::Duration;

use autovibe_proto::hub::v1::{CreateProjectRequest, GetMachineRequest, SendPromptRequest};
use autovibe_proto::v1::{Turn, TurnOutcome};
use autovibe_proto::{ErrorKind, Failure, duration_from_std};
use clap::Args;

use super::chat::chat;
use super::context::Context;
use super::error::CliError;
use super::event::EventPrinter;
use super::follow::{Ending, Followed, follow};
use super::machine::{CreateArguments, refuse_failed};
use super::output::print_json;
use crate::client::Hub;

/// Gives a coding agent work and shows how it goes.
#[derive(Debug, Args)]
pub(crate) struct RunArguments {
    /// What the coding agent is to do; "-" reads it from standard input.
    prompt: String,
    /// An existing Machine; without it a new one is made.
    #[arg(long)]
    machine: Option<String>,
    /// Longest time for the Turn in seconds.
    #[arg(long, default_value_t = 1800)]
    limit: u64,
    /// Goes on with each line of the standard input as a further prompt; those given during a Turn wait for it.
    #[arg(long, conflicts_with = "detach")]
    chat: bool,
    /// Returns as soon as the prompt is accepted; `autovibe attach` shows the Turn later.
    #[arg(long)]
    detach: bool,
    /// Shows long answers of tools in full.
    #[arg(long)]
    verbose: bool,
    #[command(flatten)]
    create: CreateForRun,
}

/// What a Machine that is made for a run is to be.
#[derive(Debug, Args)]
struct CreateForRun {
    /// The Project; made when it does not exist.
    #[arg(long, default_value = "default")]
    project: String,
    /// Coding agent of a new Machine.
    #[arg(long, default_value = "claude-code")]
    agent: String,
    /// Image of a new Machine; without it the newest.
    #[arg(long, default_value = "")]
    image: String,
    /// Template of a new Machine.
    #[arg(long, default_value = "standard")]
    template: String,
    /// Memory of a new Machine in MiB.
    #[arg(long, default_value_t = 0, hide_default_value = true)]
    memory_mib: i64,
    /// Accepts a size outside the Template's range.
    #[arg(long)]
    allow_any_size: bool,
}

/// Puts a prompt into a Machine's mailbox.
#[derive(Debug, Args)]
pub(crate) struct SendArguments {
    /// The Machine.
    machine: String,
    /// The prompt; "-" reads it from standard input.
    text: String,
    /// The same key is delivered once.
    #[arg(long, default_value = "")]
    request_id: String,
}

pub(crate) async fn send(context: &Context, arguments: SendArguments) -> Result<(), CliError> {
    let text = prompt_text(arguments.text)?;
    let mut hub = context.connect().await?;
    let request =
        SendPromptRequest { machine: arguments.machine, text, request_id: arguments.request_id, limit: None };
    let sent = hub.send_prompt(request).await?.into_inner();
    if context.is_json() {
        return print_json(&sent);
    }
    println!("{}  becomes {}", sent.message_id, sent.turn_id);
    Ok(())
}

pub(crate) async fn run(context: &Context, arguments: RunArguments) -> Result<(), CliError> {
    let text = prompt_text(arguments.prompt)?;
    let mut hub = context.connect().await?;
    // What happened to an existing Machine before is not shown again.
    let (machine, after_sequence) = match arguments.machine {
        Some(machine) => {
            let machine = hub.get_machine(GetMachineRequest { machine, wait: None }).await?.into_inner();
            (machine.id, machine.event_sequence)
        }
        None => (make_machine(&mut hub, arguments.create, context.is_json()).await?, 0),
    };
    let limit = Some(duration_from_std(Duration::from_secs(arguments.limit)));
    let request = SendPromptRequest { machine, text, request_id: String::new(), limit };
    let sent = hub.send_prompt(request).await?.into_inner();
    let json = context.is_json();
    if arguments.detach {
        if json {
            return print_json(&sent);
        }
        println!("{}", sent.turn_id);
        return Ok(());
    }
    let mut printer = EventPrinter::new(json).unfolded(arguments.verbose).live();
    let followed = Followed { machine_id: &sent.machine_id, turn_id: &sent.turn_id, after_sequence };
    // Detached: the Turn goes on, and nothing can be said about its end.
    let Ending::Ended(turn) = follow(&mut hub, &followed, &mut printer, json).await? else { return Ok(()) };
    if arguments.chat {
        let limit = Duration::from_secs(arguments.limit);
        return chat(&mut hub, &sent.machine_id, limit, &mut printer, json).await;
    }
    require_success(*turn)
}

/// The exit code of a command that showed a Turn says whether it succeeded.
pub(crate) fn require_success(turn: Turn) -> Result<(), CliError> {
    let result = turn.result.unwrap_or_default();
    match result.outcome() {
        TurnOutcome::Ok => Ok(()),
        _ => {
            let text =
                if result.text.is_empty() { "the turn did not succeed".to_owned() } else { result.text };
            Err(Failure::new(ErrorKind::WrongState, "TURN_FAILED", text).into())
        }
    }
}

async fn make_machine(hub: &mut Hub, create: CreateForRun, json: bool) -> Result<String, CliError> {
    let project = CreateProjectRequest { name: create.project.clone(), description: String::new() };
    match hub.create_project(project).await.map_err(Failure::from) {
        Ok(_) => {}
        Err(failure) if failure.kind == ErrorKind::AlreadyExists => {}
        // A Project may also be named by its id; CreateMachine then says whether it exists.
        Err(failure) if failure.kind == ErrorKind::InvalidArgument && create.project.starts_with("prj_") => {}
        Err(failure) => return Err(failure.into()),
    }
    let arguments = CreateArguments {
        project: create.project,
        name: String::new(),
        image: create.image,
        template: create.template,
        agent: create.agent,
        vcpus: 0,
        memory_mib: create.memory_mib,
        disk_gib: 0,
        allow_any_size: create.allow_any_size,
        allow_open_network: false,
        restart: super::machine::Restart::LastCheckpoint,
        wait: super::context::Wait::none(),
    };
    let machine = hub.create_machine(arguments.request()?).await?.into_inner();
    refuse_failed(&machine)?;
    if !json {
        eprintln!("machine {} ({}) starts", machine.name, machine.id);
    }
    Ok(machine.id)
}

/// The prompt as given, or standard input for "-".
fn prompt_text(argument: String) -> Result<String, CliError> {
    if argument == "-" { Ok(std::io::read_to_string(std::io::stdin())?) } else { Ok(argument) }
}

//! `autovibe machine …`

use autovibe_proto::hub::v1::{
    CreateMachineRequest, DeleteMachineRequest, GetMachineRequest, ListMachinesRequest, ReadConsoleRequest,
    SetMachineGoalRequest, WatchMachineRequest,
};
use autovibe_proto::v1::{Machine, MachineGoal, MachineSpec, MachineState, RestartPolicy};
use autovibe_proto::{ErrorKind, Failure};
use clap::{Args, Subcommand, ValueEnum};
use std::io::Write as _;

use super::context::{Context, Wait};
use super::copy::CopyArguments;
use super::error::CliError;
use super::event::EventPrinter;
use super::exec::ExecArguments;
use super::output::{cost, machine_state, print_json, print_machine, print_table, size};
use super::progress::waiting;
use super::stats::StatsArguments;
use crate::client::Hub;

/// Makes, steers and removes Machines.
#[derive(Debug, Subcommand)]
pub(crate) enum MachineCommand {
    /// Makes a Machine and starts it.
    Create(CreateArguments),
    /// Lists Machines.
    List {
        /// Only of this Project.
        #[arg(long, default_value = "")]
        project: String,
    },
    /// Shows a Machine.
    Show(Named),
    /// Starts a stopped Machine.
    Start(Named),
    /// Shuts a Machine down; its disk stays.
    Stop(Named),
    /// Halts a Machine; its memory stays.
    Pause(Named),
    /// Lets a paused Machine go on.
    Resume(Named),
    /// Removes a Machine.
    Delete(Named),
    /// Runs a program inside a Machine.
    Exec(ExecArguments),
    /// Measures Machines: what the node sees of them, and what their guests said last.
    Stats(StatsArguments),
    /// Copies files into or out of a Machine.
    Cp(CopyArguments),
    /// Shows what happened to a Machine and what its coding agent said.
    Logs {
        /// The Machine.
        machine: String,
        /// Goes on with what happens later.
        #[arg(long, short)]
        follow: bool,
    },
    /// Shows the console of a Machine.
    Console {
        /// The Machine.
        machine: String,
        /// Goes on with what is written later.
        #[arg(long, short)]
        follow: bool,
    },
}

/// A Machine and how long to wait for it.
#[derive(Debug, Args)]
pub(crate) struct Named {
    /// Identifier, PROJECT/NAME, or a name that is unique.
    machine: String,
    #[command(flatten)]
    wait: Wait,
}

/// What a new Machine is to be.
#[derive(Debug, Args)]
pub(crate) struct CreateArguments {
    /// The Project.
    #[arg(long)]
    pub(crate) project: String,
    /// Name; without it one that is free.
    #[arg(long, default_value = "")]
    pub(crate) name: String,
    /// Image; without it the newest.
    #[arg(long, default_value = "")]
    pub(crate) image: String,
    /// Template.
    #[arg(long, default_value = "standard")]
    pub(crate) template: String,
    /// Coding agent.
    #[arg(long, default_value = "claude-code")]
    pub(crate) agent: String,
    /// Number of virtual processors.
    #[arg(long, default_value_t = 0, hide_default_value = true)]
    pub(crate) vcpus: i32,
    /// Memory in MiB.
    #[arg(long, default_value_t = 0, hide_default_value = true)]
    pub(crate) memory_mib: i64,
    /// Size of the root disk in GiB.
    #[arg(long, default_value_t = 0, hide_default_value = true)]
    pub(crate) disk_gib: i64,
    /// Accepts a size outside the Template's range.
    #[arg(long)]
    pub(crate) allow_any_size: bool,
    /// Accepts a network that the driver cannot close.
    #[arg(long)]
    pub(crate) allow_open_network: bool,
    /// What happens when the virtual machine is lost.
    #[arg(long, value_enum, default_value = "last-checkpoint")]
    pub(crate) restart: Restart,
    #[command(flatten)]
    pub(crate) wait: Wait,
}

/// What happens when a virtual machine is lost.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Restart {
    /// Restore the newest Checkpoint; without one, boot from the disk.
    LastCheckpoint,
    /// Boot from the disk.
    Disk,
    /// Wait for a person.
    Never,
}

impl CreateArguments {
    /// As the API has it.
    pub(crate) fn request(&self) -> Result<CreateMachineRequest, Failure> {
        let bytes = |value: i64, unit: i64, name: &str| {
            value
                .checked_mul(unit)
                .filter(|bytes| *bytes >= 0)
                .ok_or_else(|| Failure::invalid(format!("{name} is out of range")))
        };
        Ok(CreateMachineRequest {
            project: self.project.clone(),
            name: self.name.clone(),
            image: self.image.clone(),
            template: self.template.clone(),
            spec: Some(MachineSpec {
                vcpu_count: self.vcpus,
                memory_bytes: bytes(self.memory_mib, 1 << 20, "--memory-mib")?,
                disk_bytes: bytes(self.disk_gib, 1 << 30, "--disk-gib")?,
                open_network: self.allow_open_network,
            }),
            coding_agent: self.agent.clone(),
            allow_any_size: self.allow_any_size,
            request_id: String::new(),
            wait: self.wait.duration(),
            restart_policy: match self.restart {
                Restart::LastCheckpoint => RestartPolicy::LastCheckpoint,
                Restart::Disk => RestartPolicy::Disk,
                Restart::Never => RestartPolicy::Never,
            } as i32,
        })
    }
}

pub(crate) async fn machine(context: &Context, command: MachineCommand) -> Result<(), CliError> {
    match command {
        MachineCommand::Exec(arguments) => return super::exec::exec(context, arguments).await,
        MachineCommand::Stats(arguments) => return super::stats::stats(context, arguments).await,
        MachineCommand::Cp(arguments) => return super::copy::copy(context, arguments).await,
        _ => {}
    }
    let mut hub = context.connect().await?;
    let machine = match command {
        MachineCommand::Create(arguments) => {
            let call = hub.create_machine(arguments.request()?);
            waiting(context, "making a machine", call).await?.into_inner()
        }
        MachineCommand::List { project } => return list(context, hub, project).await,
        MachineCommand::Show(named) => {
            hub.get_machine(GetMachineRequest { machine: named.machine, wait: None }).await?.into_inner()
        }
        MachineCommand::Start(named) | MachineCommand::Resume(named) => {
            let call = set_goal(&mut hub, named, MachineGoal::Running);
            waiting(context, "starting the machine", call).await?
        }
        MachineCommand::Stop(named) => {
            let call = set_goal(&mut hub, named, MachineGoal::Stopped);
            waiting(context, "stopping the machine", call).await?
        }
        MachineCommand::Pause(named) => {
            let call = set_goal(&mut hub, named, MachineGoal::Paused);
            waiting(context, "pausing the machine", call).await?
        }
        MachineCommand::Delete(named) => {
            let request = DeleteMachineRequest { machine: named.machine, wait: named.wait.duration() };
            waiting(context, "removing the machine", hub.delete_machine(request)).await?.into_inner()
        }
        MachineCommand::Logs { machine, follow } => return logs(context, hub, machine, follow).await,
        MachineCommand::Console { machine, follow } => return console(hub, machine, follow).await,
        MachineCommand::Exec(_) | MachineCommand::Stats(_) | MachineCommand::Cp(_) => return Ok(()),
    };
    if context.is_json() {
        print_json(&machine)?;
    } else {
        print_machine(&machine);
    }
    refuse_failed(&machine)
}

/// A Machine that failed makes its command fail.
pub(crate) fn refuse_failed(machine: &Machine) -> Result<(), CliError> {
    if machine.state() == MachineState::Failed {
        return Err(Failure::new(ErrorKind::WrongState, "MACHINE_FAILED", machine.failure.clone()).into());
    }
    Ok(())
}

async fn set_goal(hub: &mut Hub, named: Named, goal: MachineGoal) -> Result<Machine, CliError> {
    let request = SetMachineGoalRequest {
        machine: named.machine,
        goal: goal as i32,
        grace: None,
        wait: named.wait.duration(),
    };
    Ok(hub.set_machine_goal(request).await?.into_inner())
}

async fn list(context: &Context, mut hub: Hub, project: String) -> Result<(), CliError> {
    let mut machines = Vec::new();
    let mut page_token = String::new();
    loop {
        let request = ListMachinesRequest { project: project.clone(), page_size: 0, page_token };
        let page = hub.list_machines(request).await?.into_inner();
        machines.extend(page.machines);
        page_token = page.next_page_token;
        if page_token.is_empty() {
            break;
        }
    }
    if context.is_json() {
        return print_json(&machines);
    }
    let rows: Vec<_> = machines
        .iter()
        .map(|machine| {
            [
                machine.id.clone(),
                machine.name.clone(),
                machine_state(machine.state()),
                machine.spec.as_ref().map_or(String::new(), |spec| size(spec.memory_bytes)),
                machine.incarnation.to_string(),
                cost(machine.usage.as_ref()),
            ]
        })
        .collect();
    print_table(["ID", "NAME", "STATE", "MEMORY", "LIFE", "SPENT"], &rows);
    Ok(())
}

async fn logs(context: &Context, mut hub: Hub, machine: String, follow: bool) -> Result<(), CliError> {
    let request = WatchMachineRequest { machine, stored_only: !follow, ..WatchMachineRequest::default() };
    let mut events = hub.watch_machine(request).await?.into_inner();
    let mut printer = EventPrinter::new(context.is_json());
    while let Some(event) = events.message().await? {
        printer.print(&event)?;
    }
    Ok(())
}

async fn console(mut hub: Hub, machine: String, follow: bool) -> Result<(), CliError> {
    let mut parts =
        hub.read_console(ReadConsoleRequest { machine, tail_bytes: 0, follow }).await?.into_inner();
    let mut out = std::io::stdout();
    while let Some(part) = parts.message().await? {
        out.write_all(&part.data)?;
        out.flush()?;
    }
    Ok(())
}

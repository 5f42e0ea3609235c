//! `autovibe checkpoint …`

use autovibe_proto::hub::v1::{
    CreateCheckpointRequest, DeleteCheckpointRequest, GetCheckpointRequest, ListCheckpointsRequest,
    RestoreCheckpointRequest, VerifyCheckpointRequest,
};
use autovibe_proto::v1::{Checkpoint, CheckpointState};
use autovibe_proto::{ErrorKind, Failure};
use clap::Subcommand;

use super::checkpoint_diff::{CheckpointDiffArguments, checkpoint_diff};
use super::context::{Context, Wait};
use super::error::CliError;
use super::machine::refuse_failed;
use super::output::{checkpoint_state, instant, lower, print_json, print_machine, print_table, size};
use super::progress::waiting;

/// Makes, lists, restores and removes Checkpoints.
#[derive(Debug, Subcommand)]
pub(crate) enum CheckpointCommand {
    /// Makes a Checkpoint of a Machine.
    Create {
        /// The Machine.
        machine: String,
        /// What to call it.
        #[arg(long, default_value = "")]
        label: String,
        #[command(flatten)]
        wait: Wait,
    },
    /// Lists Checkpoints.
    List {
        /// Only of this Machine.
        #[arg(default_value = "")]
        machine: String,
        /// Only of this Project.
        #[arg(long, default_value = "")]
        project: String,
    },
    /// Shows a Checkpoint.
    Show {
        /// Identifier.
        checkpoint: String,
    },
    /// Compares two Checkpoints of a Project: files, commits and conversation.
    Diff(CheckpointDiffArguments),
    /// Puts a Machine back to one of its Checkpoints.
    Restore {
        /// Identifier.
        checkpoint: String,
        #[command(flatten)]
        wait: Wait,
    },
    /// Reads everything of a Checkpoint and compares it with what was saved.
    ///
    /// The first time, sizes and samples are compared and what was read is remembered; each later time,
    /// every byte is compared with that.
    Verify {
        /// Identifier.
        checkpoint: String,
    },
    /// Removes a Checkpoint.
    Delete {
        /// Identifier.
        checkpoint: String,
    },
}

pub(crate) async fn checkpoint(context: &Context, command: CheckpointCommand) -> Result<(), CliError> {
    if let CheckpointCommand::Verify { checkpoint } = command {
        return verify(context, checkpoint).await;
    }
    let mut hub = context.connect().await?;
    match command {
        CheckpointCommand::Verify { .. } => Ok(()),
        CheckpointCommand::Create { machine, label, wait } => {
            let request =
                CreateCheckpointRequest { machine, label, request_id: String::new(), wait: wait.duration() };
            let call = hub.create_checkpoint(request);
            let checkpoint = waiting(context, "making a checkpoint", call).await?.into_inner();
            show(context, &checkpoint)?;
            refuse_failed_checkpoint(&checkpoint)
        }
        CheckpointCommand::List { machine, project } => {
            let mut checkpoints = Vec::new();
            let mut page_token = String::new();
            loop {
                let request = ListCheckpointsRequest {
                    machine: machine.clone(),
                    project: project.clone(),
                    page_size: 0,
                    page_token,
                };
                let page = hub.list_checkpoints(request).await?.into_inner();
                checkpoints.extend(page.checkpoints);
                page_token = page.next_page_token;
                if page_token.is_empty() {
                    break;
                }
            }
            list(context, checkpoints)
        }
        CheckpointCommand::Show { checkpoint } => {
            let request = GetCheckpointRequest { checkpoint_id: checkpoint };
            show(context, &hub.get_checkpoint(request).await?.into_inner())
        }
        CheckpointCommand::Diff(arguments) => checkpoint_diff(context, arguments).await,
        CheckpointCommand::Restore { checkpoint, wait } => {
            let request = RestoreCheckpointRequest { checkpoint_id: checkpoint, wait: wait.duration() };
            let call = hub.restore_checkpoint(request);
            let machine = waiting(context, "going back to the checkpoint", call).await?.into_inner();
            if context.is_json() {
                print_json(&machine)?;
            } else {
                print_machine(&machine);
            }
            refuse_failed(&machine)
        }
        CheckpointCommand::Delete { checkpoint } => {
            let request = DeleteCheckpointRequest { checkpoint_id: checkpoint.clone() };
            let answer = hub.delete_checkpoint(request).await?.into_inner();
            if context.is_json() {
                return print_json(&answer);
            }
            println!("deleting {checkpoint}");
            Ok(())
        }
    }
}

/// A Checkpoint that differs makes the command fail.
async fn verify(context: &Context, checkpoint: String) -> Result<(), CliError> {
    let request = VerifyCheckpointRequest { checkpoint_id: checkpoint.clone() };
    let found = context.connect_telemetry().await?.verify_checkpoint(request).await?.into_inner();
    if context.is_json() {
        print_json(&found)?;
    }
    if !found.difference.is_empty() {
        let text = format!("checkpoint {checkpoint} is not what was saved: {}", found.difference);
        return Err(Failure::new(ErrorKind::WrongState, "DAMAGED", text).into());
    }
    if !context.is_json() {
        let how = if found.full { "every byte is as it was" } else { "sizes and samples are as they were" };
        println!("{checkpoint}: {how}; {} read", size(found.read_bytes));
    }
    Ok(())
}

fn list(context: &Context, checkpoints: Vec<Checkpoint>) -> Result<(), CliError> {
    if context.is_json() {
        return print_json(&checkpoints);
    }
    let rows: Vec<_> = checkpoints
        .into_iter()
        .map(|checkpoint| {
            [
                checkpoint.id.clone(),
                checkpoint_state(checkpoint.state()),
                size(checkpoint.size_bytes),
                format!("{} ms", checkpoint.pause_us / 1000),
                instant(checkpoint.create_time.as_ref()),
                checkpoint.label,
            ]
        })
        .collect();
    print_table(["ID", "STATE", "SIZE", "PAUSE", "CREATED", "LABEL"], &rows);
    Ok(())
}

fn show(context: &Context, checkpoint: &Checkpoint) -> Result<(), CliError> {
    if context.is_json() {
        return print_json(checkpoint);
    }
    println!("{}  {}", checkpoint.id, checkpoint.label);
    println!("  machine  {}", checkpoint.machine_id);
    println!("  state    {}", checkpoint_state(checkpoint.state()));
    println!("  level    {}", lower(checkpoint.level().as_str_name(), "CHECKPOINT_LEVEL_"));
    println!("  size     {}", size(checkpoint.size_bytes));
    println!("  pause    {} ms", checkpoint.pause_us / 1000);
    if let Some(cut) = &checkpoint.cut {
        println!("  session  {} at byte {}", cut.session_id, cut.transcript_offset);
        println!("  git      {}", if cut.git_head.is_empty() { "-" } else { &cut.git_head });
        println!("  mailbox  {}", cut.mailbox_position);
    }
    if let Some(workspace) = &checkpoint.workspace {
        let bundle =
            if workspace.blob_id.is_empty() { "not sent yet".to_owned() } else { size(workspace.size_bytes) };
        println!("  files    {} ({bundle})", workspace.commit);
    }
    println!("  created  {}", instant(checkpoint.create_time.as_ref()));
    Ok(())
}

fn refuse_failed_checkpoint(checkpoint: &Checkpoint) -> Result<(), CliError> {
    match checkpoint.state() {
        CheckpointState::Failed => {
            Err(Failure::new(ErrorKind::WrongState, "CHECKPOINT_FAILED", checkpoint.failure.clone()).into())
        }
        CheckpointState::Creating => Err(Failure::new(
            ErrorKind::DeadlineExceeded,
            "CHECKPOINT_NOT_READY",
            format!("the checkpoint is not ready yet; see `autovibe checkpoint show {}`", checkpoint.id),
        )
        .into()),
        _ => Ok(()),
    }
}

//! Checkpoints in the middle of work, and damaged ones.

use std::time::Duration;

use anyhow::{Result, ensure};
use autovibe_proto::hub::v1::{ForkMachineRequest, RestoreCheckpointRequest, SetMachineGoalRequest};
use autovibe_proto::v1::{MachineGoal, MachineState, TurnOutcome};
use autovibe_proto::{ErrorKind, Failure, duration_from_std};
use autovibe_testkit::process::{all_qemu_of, qemu_of};
use autovibe_testkit::{Fleet, Layout, System};

#[tokio::test(flavor = "multi_thread")]
async fn a_turn_cut_by_a_checkpoint_ends_in_the_parent_and_in_the_fork() -> Result<()> {
    let system = System::start(Layout::OneProcess)?;
    let fleet = system.fleet().await?;
    let machine = fleet.machine("worker").await?.id;
    let turn = fleet
        .send(&machine, "script: wait 12\nscript: run echo finished > done.txt\nscript: say all done")
        .await?;
    fleet.wait_for(&machine, "the turn", |now| now.turn_id.as_deref() == Some(turn.as_str())).await?;
    tokio::time::sleep(Duration::from_secs(5)).await;
    let checkpoint = fleet.checkpoint(&machine, "in the middle").await?;
    let cut = checkpoint.cut.clone().unwrap_or_default();
    ensure!(cut.turn_id.as_deref() == Some(turn.as_str()), "{cut:?}");

    let forks = fleet.fork(&checkpoint.id, 1).await?;
    let result = fleet.turn(&turn).await?.result.unwrap_or_default();
    ensure!(result.outcome() == TurnOutcome::Ok, "{result:?}");
    let fork = fleet
        .wait_for(&forks[0].id, "the end of the fork's turn", |now| now.state() == MachineState::Ready)
        .await?;
    ensure!(fleet.exec(&fork.id, "cat done.txt").await?.out == "finished\n", "the fork did not go on");
    let request =
        autovibe_proto::hub::v1::ListTurnsRequest { machine: fork.id.clone(), ..Default::default() };
    let turns = fleet.hub.clone().list_turns(request).await?.into_inner().turns;
    ensure!(turns.len() == 1 && turns[0].resumed_from.as_deref() == Some(turn.as_str()), "{turns:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_checkpoint_is_refused_and_the_machine_goes_on() -> Result<()> {
    let system = System::start(Layout::OneProcess)?;
    let fleet = system.fleet().await?;
    let machine = fleet.machine("worker").await?.id;
    let checkpoint = fleet.checkpoint(&machine, "to be damaged").await?;
    fleet.exec(&machine, "echo precious > kept.txt; sync").await?;

    let files = files_of(system.folder(), &checkpoint.id);
    let largest = files.iter().max_by_key(|(size, _)| *size).map(|(_, path)| path.clone());
    let path = largest.ok_or_else(|| anyhow::anyhow!("no file of the checkpoint was found"))?;
    std::fs::OpenOptions::new().write(true).open(&path)?.set_len(4096)?;

    // A fork fails alone and leaves nothing running.
    let fork = ForkMachineRequest {
        source: checkpoint.id.clone(),
        count: 1,
        wait: Some(duration_from_std(Duration::from_secs(60))),
        ..Default::default()
    };
    let fork = fleet.hub.clone().fork_machine(fork).await?.into_inner().machines.pop().unwrap_or_default();
    ensure!(fork.state() == MachineState::Failed && fork.failure.contains("damaged"), "{fork:?}");
    let left = all_qemu_of(system.folder(), &fork.id);
    ensure!(left.is_empty(), "the failed fork left processes behind: {left:?}");
    ensure!(fleet.show(&machine).await?.incarnation == 1, "the fork disturbed its source");

    let request = RestoreCheckpointRequest {
        checkpoint_id: checkpoint.id.clone(),
        wait: Some(duration_from_std(Duration::from_secs(120))),
    };
    let refused = fleet.hub.clone().restore_checkpoint(request).await;
    let refused =
        Failure::from(refused.map(|machine| format!("{machine:?}")).expect_err("the damage was not told"));
    ensure!(refused.kind == ErrorKind::WrongState && refused.message.contains("damaged"), "{refused:?}");
    goes_on(&system, &fleet, &machine, 1).await?;

    let before = fleet.show(&machine).await?.incarnation;
    let done = system.call(&["checkpoint", "restore", &checkpoint.id])?;
    ensure!(done.code == 5 && done.err.contains("damaged"), "exit code {}: {}", done.code, done.err);
    goes_on(&system, &fleet, &machine, before).await?;
    let said = fleet.run(&machine, "script: say still here").await?.result.unwrap_or_default();
    ensure!(said.text.contains("still here"), "{said:?}");
    Ok(())
}

/// After a failed restore the Machine lives on from its own disk, in a new life and in one process.
async fn goes_on(system: &System, fleet: &Fleet, machine: &str, before: i64) -> Result<()> {
    let now = fleet
        .wait_for(machine, "the next life", |now| {
            now.incarnation > before && now.state() == MachineState::Ready
        })
        .await?;
    let seen = fleet.exec(machine, "cat kept.txt").await?;
    ensure!(seen.out == "precious\n", "the disk did not keep what was written: {seen:?} {now:?}");
    qemu_of(system.folder(), machine)?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn pause_resume_stop_and_start_keep_what_they_promise() -> Result<()> {
    let system = System::start(Layout::OneProcess)?;
    let fleet = system.fleet().await?;
    let machine = fleet.machine("worker").await?.id;
    fleet.run(&machine, "remember oak\nscript: run echo kept > kept.txt").await?;
    for (goal, state) in [
        (MachineGoal::Paused, MachineState::Paused),
        (MachineGoal::Running, MachineState::Ready),
        (MachineGoal::Stopped, MachineState::Stopped),
        (MachineGoal::Running, MachineState::Ready),
    ] {
        let request = SetMachineGoalRequest {
            machine: machine.clone(),
            goal: goal as i32,
            grace: None,
            wait: Some(duration_from_std(Duration::from_secs(90))),
        };
        fleet.hub.clone().set_machine_goal(request).await?;
        fleet.wait_for(&machine, "the state", |now| now.state() == state).await?;
    }
    let kept = fleet.exec(&machine, "cat kept.txt; ls -la; date; uptime").await?;
    ensure!(kept.out.starts_with("kept\n"), "the disk was not kept: {kept:?}");
    let recalled = fleet.run(&machine, "script: recall").await?.result.unwrap_or_default();
    ensure!(recalled.text.contains("oak"), "the conversation was not resumed: {recalled:?}");
    Ok(())
}

/// Files whose path names a Checkpoint, with their sizes on disk.
fn files_of(folder: &std::path::Path, checkpoint: &str) -> Vec<(u64, std::path::PathBuf)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().contains(checkpoint) {
                found.push((entry.metadata().map_or(0, |metadata| metadata.len()), path));
            }
        }
    }
    found
}

//! kill -9 in the middle of a Checkpoint, while a Turn runs: of every daemon, of one of three, and of QEMU.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use autovibe_proto::hub::v1::{CreateCheckpointRequest, ListCheckpointsRequest, ListTurnsRequest};
use autovibe_proto::v1::{Checkpoint, CheckpointState, MachineState, TurnOutcome, TurnState};
use autovibe_testkit::process::{all_qemu_of, is_alive, kill_now, qemu_of};
use autovibe_testkit::{Fleet, Layout, System};

/// Longest wait for something on two loaded processors with software emulation.
const LIMIT: Duration = Duration::from_secs(180);

/// Which daemon is killed, and how long after the Checkpoint was ordered.
type Kill = (&'static str, Duration);

const fn kill(daemon: &'static str, pause_ms: u64) -> Kill {
    (daemon, Duration::from_millis(pause_ms))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_daemon_killed_during_a_checkpoint_leaves_it_whole_or_failed() -> Result<()> {
    kill_during_checkpoints(Layout::OneProcess, &[kill("up", 20), kill("up", 150), kill("up", 600)]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn one_of_three_daemons_killed_during_a_checkpoint_leaves_it_whole_or_failed() -> Result<()> {
    let kills = [kill("db", 150), kill("hub", 150), kill("node", 20), kill("node", 600)];
    kill_during_checkpoints(Layout::ThreeProcesses, &kills).await
}

/// Each round has a Turn of its own that must run through the kill, in the same virtual machine and once.
async fn kill_during_checkpoints(layout: Layout, kills: &[Kill]) -> Result<()> {
    let mut system = System::start(layout)?;
    let mut fleet = system.fleet().await?;
    let machine = fleet.machine("worker").await?.id;
    let pid = qemu_of(system.folder(), &machine)?;
    let mut expected_log = String::new();
    let mut cuts = Vec::new();
    for (index, (daemon, pause)) in kills.iter().enumerate() {
        let (label, round) = (format!("{daemon} killed after {} ms", pause.as_millis()), index + 1);
        // One command, so that no request to the model is under way when a daemon goes.
        let prompt = format!(
            "script: run echo begin {round} >> log.txt; timeout 20 tail -f /dev/null; echo end {round} >> log.txt\n\
             script: say round {round} is over"
        );
        let turn = fleet.send(&machine, &prompt).await?;
        expected_log.push_str(&format!("begin {round}\n"));
        until_log_is(&fleet, &machine, &expected_log).await?;

        let ordered = order(&fleet, &machine, &label).await?;
        tokio::time::sleep(*pause).await;
        let now = fleet.show(&machine).await?;
        ensure!(now.turn_id.as_deref() == Some(turn.as_str()), "{label}: the turn had ended before the kill");
        system.kill_daemon(daemon)?;
        // Long enough for a virtual machine to die with its daemon, if it would.
        tokio::time::sleep(Duration::from_secs(1)).await;
        ensure!(is_alive(pid), "{label}: the virtual machine died with the daemon");
        system.start_daemon(daemon)?;

        fleet = until_it_answers(&system, &machine).await.with_context(|| label.clone())?;
        let checkpoint =
            until_made_or_failed(&fleet, &machine, &ordered).await.with_context(|| label.clone())?;
        ensure!(checkpoint.label == label, "{checkpoint:?}");
        cuts.push((checkpoint, expected_log.clone()));
        let ended = fleet.turn(&turn).await?.result.unwrap_or_default();
        ensure!(
            ended.outcome() == TurnOutcome::Ok && ended.text.contains(&format!("round {round} is over")),
            "{label}: {ended:?}"
        );
        ensure!(qemu_of(system.folder(), &machine)? == pid, "{label}: the virtual machine was started again");
        ensure!(fleet.show(&machine).await?.incarnation == 1, "{label}: the incarnation changed");
        expected_log.push_str(&format!("end {round}\n"));
        until_log_is(&fleet, &machine, &expected_log).await.with_context(|| label.clone())?;
    }

    let listed = checkpoints(&fleet, &machine).await?;
    let mut labels: Vec<&str> = listed.iter().map(|checkpoint| checkpoint.label.as_str()).collect();
    labels.sort_unstable();
    labels.dedup();
    ensure!(listed.len() == kills.len() && labels.len() == kills.len(), "{listed:?}");
    let request = ListTurnsRequest { machine: machine.clone(), ..ListTurnsRequest::default() };
    let turns = fleet.hub.clone().list_turns(request).await?.into_inner().turns;
    let all_ended = turns.iter().all(|turn| turn.state() == TurnState::Ended);
    ensure!(turns.len() == kills.len() && all_ended, "{turns:?}");

    // What says that it is ready can be gone back to, and the Machine can still be saved.
    cuts.push((fleet.checkpoint(&machine, "after").await?, expected_log));
    for (checkpoint, log_at_cut) in cuts.iter().filter(|(one, _)| one.state() == CheckpointState::Ready) {
        fleet.restore(&checkpoint.id).await.with_context(|| checkpoint.label.clone())?;
        let log = fleet.exec(&machine, "cat log.txt").await?.out;
        ensure!(log.starts_with(log_at_cut), "{}: {log:?} instead of {log_at_cut:?}", checkpoint.label);
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_virtual_machine_killed_while_its_memory_is_saved_comes_back_from_the_last_whole_checkpoint()
-> Result<()> {
    let system = System::start(Layout::OneProcess)?;
    let fleet = system.fleet().await?;
    let machine = fleet.machine("worker").await?.id;
    fleet.exec(&machine, "echo before > state.txt").await?;
    fleet.checkpoint(&machine, "good").await?;
    fleet.exec(&machine, "echo after > state.txt").await?;
    let turn =
        fleet.send(&machine, "script: run echo begin >> log.txt; timeout 100 tail -f /dev/null").await?;
    until_log_is(&fleet, &machine, "begin\n").await?;

    let ordered = order(&fleet, &machine, "broken").await?;
    until_memory_is_written(system.folder(), &ordered).await?;
    kill_now(qemu_of(system.folder(), &machine)?)?;

    let checkpoint = until_made_or_failed(&fleet, &machine, &ordered).await?;
    let now = fleet
        .wait_for(&machine, "the next life", |now| {
            now.incarnation > 1 && matches!(now.state(), MachineState::Ready | MachineState::Working)
        })
        .await?;
    ensure!(now.incarnation == 2, "it took {} lives to come back: {}", now.incarnation, now.failure);
    qemu_of(system.folder(), &machine)?;
    let ended = fleet.turn(&turn).await?.result.unwrap_or_default();
    ensure!(matches!(ended.outcome(), TurnOutcome::Superseded | TurnOutcome::Crashed), "{ended:?}");
    // The save may have been over in the moment of the kill; then it counts, wholly.
    let is_made = checkpoint.state() == CheckpointState::Ready;
    let state = fleet.exec(&machine, "cat state.txt").await?.out;
    ensure!(state == if is_made { "after\n" } else { "before\n" }, "{state:?} after {checkpoint:?}");
    ensure!(is_made || !checkpoint.failure.is_empty(), "the failure has no reason: {checkpoint:?}");
    ensure!(is_made || memory_bytes(system.folder(), &ordered) == 0, "a part of the failed save was left");
    ensure!(checkpoints(&fleet, &machine).await?.len() == 2, "a checkpoint appeared or vanished");

    let made = fleet.checkpoint(&machine, "after").await?;
    ensure!(made.id != ordered, "{made:?}");
    ensure!(all_qemu_of(system.folder(), &machine).len() == 1, "a virtual machine was left behind");
    Ok(())
}

/// Orders a Checkpoint without waiting for it; gives its id.
async fn order(fleet: &Fleet, machine: &str, label: &str) -> Result<String> {
    let request = CreateCheckpointRequest {
        machine: machine.to_owned(),
        label: label.to_owned(),
        request_id: label.replace(' ', "-"),
        wait: None,
    };
    Ok(fleet.hub.clone().create_checkpoint(request).await?.into_inner().id)
}

async fn checkpoints(fleet: &Fleet, machine: &str) -> Result<Vec<Checkpoint>> {
    let request = ListCheckpointsRequest { machine: machine.to_owned(), ..ListCheckpointsRequest::default() };
    Ok(fleet.hub.clone().list_checkpoints(request).await?.into_inner().checkpoints)
}

/// What was accepted is neither forgotten nor left half done.
async fn until_made_or_failed(fleet: &Fleet, machine: &str, id: &str) -> Result<Checkpoint> {
    let deadline = tokio::time::Instant::now() + LIMIT;
    loop {
        // The Hub may still be finding its database again.
        let listed = checkpoints(fleet, machine).await;
        let found =
            listed.as_ref().ok().and_then(|listed| listed.iter().find(|checkpoint| checkpoint.id == id));
        if let Some(checkpoint) = found
            && matches!(checkpoint.state(), CheckpointState::Ready | CheckpointState::Failed)
        {
            return Ok(checkpoint.clone());
        }
        ensure!(tokio::time::Instant::now() < deadline, "the checkpoint does not settle: {listed:?}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// A client, as soon as the Hub reads from its database again.
async fn until_it_answers(system: &System, machine: &str) -> Result<Fleet> {
    let deadline = tokio::time::Instant::now() + LIMIT;
    loop {
        let answer = async {
            let fleet = system.fleet().await?;
            fleet.show(machine).await?;
            Ok::<_, anyhow::Error>(fleet)
        };
        match answer.await {
            Ok(fleet) => return Ok(fleet),
            Err(error) if tokio::time::Instant::now() > deadline => return Err(error),
            Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
}

/// Waits for the whole log; a line too many stays and is seen.
async fn until_log_is(fleet: &Fleet, machine: &str, expected: &str) -> Result<()> {
    let deadline = tokio::time::Instant::now() + LIMIT;
    loop {
        // The guest may be about to dial again after a kill.
        let log = fleet.exec(machine, "cat log.txt").await.map(|outcome| outcome.out);
        if log.as_ref().is_ok_and(|log| log == expected) {
            return Ok(());
        }
        let is_late = tokio::time::Instant::now() > deadline;
        let is_wrong = log.as_ref().is_ok_and(|log| log.len() > expected.len());
        ensure!(!is_late && !is_wrong, "the log is {log:?} instead of {expected:?}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Returns in the middle of a save: QEMU has begun to write memory into the Checkpoint's folder.
async fn until_memory_is_written(folder: &Path, checkpoint: &str) -> Result<()> {
    let deadline = tokio::time::Instant::now() + LIMIT;
    while memory_bytes(folder, checkpoint) == 0 {
        ensure!(tokio::time::Instant::now() < deadline, "no memory of {checkpoint} is written");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    Ok(())
}

/// Size of the memory file of a Checkpoint; 0 without one.
fn memory_bytes(folder: &Path, checkpoint: &str) -> u64 {
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if entry.file_name() == "memory" && path.to_string_lossy().contains(checkpoint) {
                return entry.metadata().map_or(0, |metadata| metadata.len());
            }
        }
    }
    0
}

//! kill -9 of the daemon and of QEMU: nothing is lost, nothing happens twice.

use std::time::Duration;

use anyhow::{Result, ensure};
use autovibe_proto::hub::v1::{ListMailboxRequest, ListTurnsRequest, MailboxItem};
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{MachineState, TurnOutcome, TurnState};
use autovibe_testkit::process::{is_alive, kill_now, qemu_of};
use autovibe_testkit::{Layout, System};

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_daemon_loses_no_message_and_the_turn_ends() -> Result<()> {
    kill_in_the_middle_of_a_turn(Layout::OneProcess).await
}

#[tokio::test(flavor = "multi_thread")]
async fn three_killed_processes_lose_no_message_and_the_turn_ends() -> Result<()> {
    kill_in_the_middle_of_a_turn(Layout::ThreeProcesses).await
}

async fn kill_in_the_middle_of_a_turn(layout: Layout) -> Result<()> {
    let mut system = System::start(layout)?;
    let fleet = system.fleet().await?;
    let machine = fleet.machine("worker").await?.id;
    let pid = qemu_of(system.folder(), &machine)?;

    let turn = fleet.send(&machine, "script: run echo line >> log.txt\nscript: wait 8\nscript: run echo line >> log.txt\nscript: say the end").await?;
    let second = fleet.send(&machine, "script: run echo second >> log.txt\nscript: say second done").await?;
    fleet.wait_for(&machine, "the turn", |now| now.turn_id.as_deref() == Some(turn.as_str())).await?;
    tokio::time::sleep(Duration::from_secs(3)).await;
    system.kill_daemons()?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    ensure!(is_alive(pid), "the virtual machine died with the daemon");
    system.start_daemons()?;

    let fleet = system.fleet().await?;
    let result = fleet.turn(&turn).await?.result.unwrap_or_default();
    ensure!(result.outcome() == TurnOutcome::Ok && result.text.contains("the end"), "{result:?}");
    let result = fleet.turn(&second).await?.result.unwrap_or_default();
    ensure!(result.text.contains("second done"), "{result:?}");
    ensure!(qemu_of(system.folder(), &machine)? == pid, "the virtual machine was started again");
    let log = fleet.exec(&machine, "cat log.txt").await?.out;
    ensure!(log == "line\nline\nsecond\n", "a step was lost or done twice: {log:?}");
    let turns = fleet
        .hub
        .clone()
        .list_turns(ListTurnsRequest { machine: machine.clone(), ..Default::default() })
        .await?;
    let turns = turns.into_inner().turns;
    ensure!(turns.len() == 2 && turns.iter().all(|turn| turn.state() == TurnState::Ended), "{turns:?}");
    ensure!(fleet.show(&machine).await?.incarnation == 1, "the incarnation changed");
    let mailbox = fleet.hub.clone().list_mailbox(ListMailboxRequest { machine }).await?.into_inner();
    // Timers of what has ended stay until they are due; nothing else may.
    let is_timer = |item: &MailboxItem| {
        let body = item
            .message
            .as_ref()
            .and_then(|message| message.body.as_ref())
            .and_then(|body| body.kind.as_ref());
        matches!(body, Some(Kind::Timer(_)))
    };
    ensure!(mailbox.items.iter().all(is_timer), "{mailbox:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_virtual_machine_comes_back_from_its_last_checkpoint() -> Result<()> {
    let system = System::start(Layout::OneProcess)?;
    let fleet = system.fleet().await?;
    let machine = fleet.machine("worker").await?.id;
    fleet.run(&machine, "remember birch\nscript: run echo before > state.txt").await?;
    fleet.checkpoint(&machine, "good").await?;
    fleet.exec(&machine, "echo after > state.txt").await?;
    let turn = fleet.send(&machine, "script: wait 60").await?;
    fleet.wait_for(&machine, "the turn", |now| now.turn_id.as_deref() == Some(turn.as_str())).await?;
    kill_now(qemu_of(system.folder(), &machine)?)?;
    let machine_now = fleet
        .wait_for(&machine, "the next life", |now| now.incarnation == 2 && now.state() == MachineState::Ready)
        .await?;
    ensure!(machine_now.failure.is_empty(), "{}", machine_now.failure);
    let result = fleet.turn(&turn).await?.result.unwrap_or_default();
    ensure!(matches!(result.outcome(), TurnOutcome::Superseded | TurnOutcome::Crashed), "{result:?}");
    ensure!(
        fleet.exec(&machine, "cat state.txt").await?.out == "before\n",
        "not the state of the checkpoint"
    );
    let recalled = fleet.run(&machine, "script: recall").await?.result.unwrap_or_default();
    ensure!(recalled.text.contains("birch"), "{recalled:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_daemon_on_one_data_folder_is_refused() -> Result<()> {
    let system = System::start(Layout::OneProcess)?;
    let second = system.call(&["up", "--listen", "127.0.0.1:0"])?;
    ensure!(second.code == 5, "exit code {}: {}", second.code, second.err);
    ensure!(second.err.contains("used by another autovibe"), "{}", second.err);
    let status = system.call(&["status"])?;
    ensure!(status.code == 0, "the first daemon was disturbed: {}", status.err);
    Ok(())
}

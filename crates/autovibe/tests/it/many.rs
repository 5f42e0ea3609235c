//! Four Machines work at once; killing one leaves the others undisturbed.

use anyhow::{Result, ensure};
use autovibe_proto::v1::{MachineState, TurnOutcome};
use autovibe_testkit::process::{kill_now, qemu_of};
use autovibe_testkit::{Layout, System};

#[tokio::test(flavor = "multi_thread")]
async fn four_machines_work_at_once_and_one_fails_alone() -> Result<()> {
    let system = System::start(Layout::OneProcess)?;
    let fleet = system.fleet().await?;
    let first = fleet.machine("worker").await?;
    // Forks start faster than boots, and the test is about what runs, not about how it began.
    let mut machines = fleet.fork(&first.id, 3).await?;
    machines.insert(0, first);

    let mut turns = Vec::new();
    for (index, machine) in machines.iter().enumerate() {
        let prompt = format!(
            "script: wait 6\nscript: run echo {index} > mine.txt\nscript: say machine {index} is done"
        );
        turns.push(fleet.send(&machine.id, &prompt).await?);
    }
    for (machine, turn) in machines.iter().zip(&turns) {
        fleet.wait_for(&machine.id, "the turn", |now| now.turn_id.as_deref() == Some(turn.as_str())).await?;
    }
    kill_now(qemu_of(system.folder(), &machines[2].id)?)?;
    for (index, turn) in turns.iter().enumerate() {
        let result = fleet.turn(turn).await?.result.unwrap_or_default();
        if index == 2 {
            ensure!(result.outcome() != TurnOutcome::Ok, "the killed machine's turn succeeded: {result:?}");
        } else {
            ensure!(result.outcome() == TurnOutcome::Ok, "machine {index} was disturbed: {result:?}");
            ensure!(
                fleet.exec(&machines[index].id, "cat mine.txt").await?.out == format!("{index}\n"),
                "{index}"
            );
            ensure!(fleet.show(&machines[index].id).await?.incarnation == 1, "machine {index} was restarted");
        }
    }
    fleet.wait_for(&machines[2].id, "the killed machine", |now| now.state() == MachineState::Ready).await?;
    Ok(())
}

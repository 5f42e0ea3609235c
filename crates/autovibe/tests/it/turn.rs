//! A whole job: turn, checkpoint, restore, fork; in one process and in three.

use anyhow::{Result, ensure};
use autovibe_proto::v1::{TurnOutcome, TurnState};
use autovibe_testkit::{Layout, System};

#[tokio::test(flavor = "multi_thread")]
async fn a_job_is_done_in_one_process() -> Result<()> {
    whole_job(Layout::OneProcess).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_is_done_in_three_processes() -> Result<()> {
    whole_job(Layout::ThreeProcesses).await
}

async fn whole_job(layout: Layout) -> Result<()> {
    let system = System::start(layout)?;
    let fleet = system.fleet().await?;
    let machine = fleet.machine("worker").await?.id;

    let turn = fleet
        .run(&machine, "remember the word maple\nscript: write note.txt <<< first\nscript: run cat note.txt\nscript: say done: {last_result}")
        .await?;
    let result = turn.result.clone().unwrap_or_default();
    ensure!(result.outcome() == TurnOutcome::Ok, "{result:?}");
    ensure!(result.text.contains("done: first"), "{result:?}");
    ensure!(turn.state() == TurnState::Ended && turn.end_time.is_some(), "{turn:?}");
    ensure!(result.usage.as_ref().is_some_and(|usage| usage.output_tokens > 0), "{result:?}");
    ensure!(fleet.exec(&machine, "cat note.txt").await?.out == "first\n", "the file is not there");

    let checkpoint = fleet.checkpoint(&machine, "before").await?;
    let cut = checkpoint.cut.clone().unwrap_or_default();
    ensure!(!cut.session_id.is_empty() && cut.transcript_offset > 0, "{cut:?}");
    ensure!(checkpoint.size_bytes > 0 && checkpoint.pause_us > 0, "{checkpoint:?}");

    fleet
        .run(&machine, "remember the word cedar\nscript: read note.txt\nscript: write note.txt <<< second")
        .await?;
    ensure!(fleet.exec(&machine, "cat note.txt").await?.out == "second\n", "the file did not change");

    let restored = fleet.restore(&checkpoint.id).await?;
    ensure!(restored.incarnation == 2, "{restored:?}");
    ensure!(fleet.exec(&machine, "cat note.txt").await?.out == "first\n", "the old file is not back");
    let recalled = fleet.run(&machine, "script: recall").await?.result.unwrap_or_default();
    ensure!(recalled.text.contains("maple") && !recalled.text.contains("cedar"), "{recalled:?}");

    let forks = fleet.fork(&checkpoint.id, 3).await?;
    ensure!(forks.len() == 3, "{} forks", forks.len());
    for (index, fork) in forks.iter().enumerate() {
        let prompt = format!("script: run echo fork {index} > result.txt && cat result.txt");
        let result = fleet.run(&fork.id, &prompt).await?.result.unwrap_or_default();
        ensure!(result.text.contains(&format!("fork {index}")), "{result:?}");
    }
    for (index, fork) in forks.iter().enumerate() {
        let seen = fleet.exec(&fork.id, "cat result.txt note.txt; cat /etc/machine-id; hostname").await?.out;
        ensure!(seen.starts_with(&format!("fork {index}\nfirst\n")), "{seen}");
    }
    let ids: std::collections::BTreeSet<String> = {
        let mut ids = std::collections::BTreeSet::new();
        for fork in &forks {
            ids.insert(fleet.exec(&fork.id, "cat /etc/machine-id").await?.out);
        }
        ids
    };
    ensure!(ids.len() == 3, "forks share a machine id: {ids:?}");
    ensure!(fleet.exec(&machine, "ls result.txt").await?.code != 0, "a fork wrote into its parent");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_turn_can_be_interrupted_and_the_session_goes_on() -> Result<()> {
    let system = System::start(Layout::OneProcess)?;
    let fleet = system.fleet().await?;
    let machine = fleet.machine("worker").await?.id;
    let turn = fleet.send(&machine, "script: slow 60").await?;
    fleet.wait_for(&machine, "the turn", |now| now.turn_id.as_deref() == Some(turn.as_str())).await?;
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    let request = autovibe_proto::hub::v1::InterruptMachineRequest { machine: machine.clone() };
    fleet.hub.clone().interrupt_machine(request).await?;
    let result = fleet.turn(&turn).await?.result.unwrap_or_default();
    ensure!(result.outcome() == TurnOutcome::Interrupted, "{result:?}");
    let next = fleet.run(&machine, "script: say still here").await?.result.unwrap_or_default();
    ensure!(next.text.contains("still here"), "{next:?}");

    let failed = fleet.run(&machine, "script: error 401 no such key").await?.result.unwrap_or_default();
    ensure!(failed.outcome() == TurnOutcome::ApiError && failed.http_status == 401, "{failed:?}");
    let long = fleet.run(&machine, "script: long 3000").await?.result.unwrap_or_default();
    ensure!(long.outcome() == TurnOutcome::Ok, "{:?}", long.outcome());
    // More than 100 KiB were said; a result holds their beginning.
    ensure!((16 * 1024..=32 * 1024).contains(&long.text.len()), "{} bytes", long.text.len());
    Ok(())
}

//! Cases about Checkpoints and going back to them.

use autovibe_proto::node::v1::{PowerGoal, PowerState};
use autovibe_proto::v1::CheckpointLevel;

use crate::contract::bench::ContractBench;
use crate::contract::failure::{ContractFailure, ContractResult, expect, expect_refusal};
use crate::driver::CheckpointHandle;

pub(super) async fn restore_brings_disk_and_memory_back(bench: &ContractBench) -> ContractResult {
    if !bench.offers(CheckpointLevel::L0DiskRollback) {
        return Ok(());
    }
    let memory = bench.offers(CheckpointLevel::L2Memory);
    let id = bench.machine().await?;
    let driver = bench.driver();
    bench.write(&id, 41).await?;
    let (first, first_report) = bench.checkpoint(&id).await?;
    bench.expect_power(&id, PowerState::Running).await?;
    bench.expect_content(&id, 41, true).await?;
    bench.write(&id, 42).await?;
    let (_, _) = bench.checkpoint(&id).await?;
    bench.write(&id, 43).await?;
    bench.expect_content(&id, 43, true).await?;
    // Back past a newer Checkpoint, then again from a Machine that is off.
    driver.restore(&id, &first, &first_report.handle, &bench.target().seed(&id, 2)).await?;
    bench.expect_power(&id, PowerState::Running).await?;
    bench.expect_content(&id, 41, memory).await?;
    bench.write(&id, 44).await?;
    bench.set_power(&id, PowerGoal::Off, 2).await?;
    driver.restore(&id, &first, &first_report.handle, &bench.target().seed(&id, 3)).await?;
    bench.expect_power(&id, PowerState::Running).await?;
    bench.expect_content(&id, 41, memory).await
}

pub(super) async fn a_checkpoint_may_be_repeated(bench: &ContractBench) -> ContractResult {
    if !bench.offers(CheckpointLevel::L0DiskRollback) {
        return Ok(());
    }
    let id = bench.machine().await?;
    bench.write(&id, 51).await?;
    let (checkpoint, first) = bench.checkpoint(&id).await?;
    bench.write(&id, 52).await?;
    let second = bench.driver().checkpoint(&id, &checkpoint).await?;
    expect(first.handle == second.handle, "one checkpoint id gave two handles")?;
    expect(
        first.level > CheckpointLevel::Unspecified && first.level as i32 <= bench.capabilities().level,
        format!("a checkpoint reports {}", first.level.as_str_name()),
    )?;
    // The repetition changed neither the Machine nor what was saved.
    bench.expect_content(&id, 52, true).await?;
    bench.driver().restore(&id, &checkpoint, &first.handle, &bench.target().seed(&id, 2)).await?;
    bench.expect_content(&id, 51, bench.offers(CheckpointLevel::L2Memory)).await
}

pub(super) async fn a_paused_machine_stays_paused_when_saved(bench: &ContractBench) -> ContractResult {
    if !bench.capabilities().pause || !bench.offers(CheckpointLevel::L2Memory) {
        return Ok(());
    }
    let id = bench.machine().await?;
    bench.write(&id, 61).await?;
    bench.set_power(&id, PowerGoal::Paused, 1).await?;
    let (checkpoint, report) = bench.checkpoint(&id).await?;
    bench.expect_power(&id, PowerState::Paused).await?;
    bench.driver().restore(&id, &checkpoint, &report.handle, &bench.target().seed(&id, 2)).await?;
    bench.expect_power(&id, PowerState::Running).await?;
    bench.expect_content(&id, 61, true).await
}

pub(super) async fn a_forgotten_checkpoint_is_gone(bench: &ContractBench) -> ContractResult {
    if !bench.offers(CheckpointLevel::L0DiskRollback) {
        return Ok(());
    }
    let id = bench.machine().await?;
    bench.write(&id, 71).await?;
    let (checkpoint, report) = bench.checkpoint(&id).await?;
    let driver = bench.driver();
    driver.forget(&checkpoint, &report.handle).await?;
    driver.forget(&checkpoint, &report.handle).await?;
    let seed = bench.target().seed(&id, 2);
    let refused = driver.restore(&id, &checkpoint, &report.handle, &seed).await;
    expect_refusal("restore of a forgotten checkpoint", refused, "NOT_FOUND")?;
    // The Machine is as it was.
    bench.expect_power(&id, PowerState::Running).await?;
    bench.expect_content(&id, 71, true).await?;
    let foreign = driver.restore(&id, &checkpoint, &CheckpointHandle(b"{".to_vec()), &seed).await;
    expect(foreign.is_err(), "a handle that is none was accepted")
}

pub(super) async fn a_machine_that_is_off_is_saved_and_boots_from_that(
    bench: &ContractBench,
) -> ContractResult {
    if !bench.offers(CheckpointLevel::L1DiskFork) {
        return Ok(());
    }
    let id = bench.machine().await?;
    bench.write(&id, 81).await?;
    bench.set_power(&id, PowerGoal::Off, 1).await?;
    let (checkpoint, report) = bench.checkpoint(&id).await?;
    bench.expect_power(&id, PowerState::Off).await?;
    expect(
        report.level <= CheckpointLevel::L1DiskFork,
        format!("a machine that was off was saved as {}", report.level.as_str_name()),
    )?;
    bench.set_power(&id, PowerGoal::Running, 2).await?;
    bench.write(&id, 82).await?;
    let child = bench.fork(&checkpoint, &report.handle).await?;
    bench.expect_content(&child, 81, false).await?;
    bench.driver().restore(&id, &checkpoint, &report.handle, &bench.target().seed(&id, 3)).await?;
    bench.expect_power(&id, PowerState::Running).await?;
    bench.expect_content(&id, 81, false).await
}

pub(super) async fn complete_checkpoints_are_listed_and_verified(bench: &ContractBench) -> ContractResult {
    if !bench.offers(CheckpointLevel::L0DiskRollback) {
        return Ok(());
    }
    let id = bench.machine().await?;
    let driver = bench.driver();
    let (checkpoint, report) = bench.checkpoint(&id).await?;
    let listed = driver.list_checkpoints().await?;
    let seen = listed.iter().find(|seen| seen.checkpoint_id == checkpoint.as_str());
    let seen = seen.ok_or_else(|| ContractFailure::new("a checkpoint is not listed"))?;
    expect(seen.machine_id == id.as_str(), "a checkpoint is listed with another machine")?;
    expect(seen.handle == report.handle.0, "a checkpoint is listed with another handle")?;
    expect(seen.detail.is_empty(), format!("a sound checkpoint is listed with {:?}", seen.detail))?;
    // The first time may only remember what it read.
    for _ in 0..2 {
        let found = driver.verify(&checkpoint, &report.handle).await?;
        expect(found.difference.is_none(), format!("a sound checkpoint differs: {:?}", found.difference))?;
    }
    expect(driver.verify(&checkpoint, &report.handle).await?.full, "the second look was not a full one")?;
    driver.forget(&checkpoint, &report.handle).await?;
    let listed = driver.list_checkpoints().await?;
    expect(
        listed.iter().all(|seen| seen.checkpoint_id != checkpoint.as_str()),
        "a forgotten checkpoint is listed",
    )?;
    let gone = driver.verify(&checkpoint, &report.handle).await;
    expect_refusal("verification of a forgotten checkpoint", gone, "NOT_FOUND")
}

//! Cases about Checkpoints and going back to them.

use autovibe_proto::node::v1::{PowerGoal, PowerState};
use autovibe_proto::v1::CheckpointLevel;

use crate::contract::bench::ContractBench;
use crate::contract::failure::{ContractResult, expect, expect_refusal};
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

//! Cases about Machines that are made from Checkpoints.

use autovibe_proto::node::v1::{PowerGoal, PowerState};
use autovibe_proto::v1::CheckpointLevel;

use crate::contract::bench::ContractBench;
use crate::contract::failure::{ContractResult, expect, expect_refusal};

pub(super) async fn forks_are_isolated(bench: &ContractBench) -> ContractResult {
    if !bench.offers(CheckpointLevel::L1DiskFork) {
        return Ok(());
    }
    let memory = bench.offers(CheckpointLevel::L3MemoryFork);
    let parent = bench.machine().await?;
    bench.write(&parent, 81).await?;
    let (checkpoint, report) = bench.checkpoint(&parent).await?;
    bench.write(&parent, 82).await?;
    let left = bench.fork(&checkpoint, &report.handle).await?;
    let right = bench.fork(&checkpoint, &report.handle).await?;
    for child in [&left, &right] {
        bench.expect_power(child, PowerState::Running).await?;
        bench.expect_content(child, 81, memory).await?;
    }
    bench.write(&left, 83).await?;
    bench.write(&right, 84).await?;
    bench.expect_content(&parent, 82, true).await?;
    bench.expect_content(&left, 83, true).await?;
    bench.expect_content(&right, 84, true).await?;
    // What the children wrote did not reach what was saved.
    let third = bench.fork(&checkpoint, &report.handle).await?;
    bench.expect_content(&third, 81, memory).await
}

pub(super) async fn forking_twice_gives_one_machine(bench: &ContractBench) -> ContractResult {
    if !bench.offers(CheckpointLevel::L1DiskFork) {
        return Ok(());
    }
    let parent = bench.machine().await?;
    let (checkpoint, report) = bench.checkpoint(&parent).await?;
    let child = bench.fork(&checkpoint, &report.handle).await?;
    bench.write(&child, 91).await?;
    let seed = bench.target().seed(&child, 1);
    let first = bench.driver().fork(&checkpoint, &report.handle, &child, &seed).await?;
    let second = bench.driver().fork(&checkpoint, &report.handle, &child, &seed).await?;
    expect(first.handle == second.handle, "forking twice gave two handles")?;
    bench.expect_content(&child, 91, true).await?;
    let onto_parent = bench.driver().fork(&checkpoint, &report.handle, &parent, &seed).await;
    expect_refusal("fork onto another machine", onto_parent, "WRONG_STATE")
}

pub(super) async fn a_parent_may_go_before_its_child(bench: &ContractBench) -> ContractResult {
    if !bench.offers(CheckpointLevel::L1DiskFork) {
        return Ok(());
    }
    let memory = bench.offers(CheckpointLevel::L3MemoryFork);
    let parent = bench.machine().await?;
    bench.write(&parent, 101).await?;
    let (checkpoint, report) = bench.checkpoint(&parent).await?;
    let child = bench.fork(&checkpoint, &report.handle).await?;
    bench.driver().destroy(&parent).await?;
    bench.expect_content(&child, 101, memory).await?;
    bench.write(&child, 102).await?;
    bench.expect_content(&child, 102, true).await?;
    let second = bench.fork(&checkpoint, &report.handle).await?;
    bench.expect_content(&second, 101, memory).await
}

pub(super) async fn a_checkpoint_may_go_before_its_child(bench: &ContractBench) -> ContractResult {
    if !bench.offers(CheckpointLevel::L1DiskFork) {
        return Ok(());
    }
    let memory = bench.offers(CheckpointLevel::L3MemoryFork);
    let parent = bench.machine().await?;
    bench.write(&parent, 111).await?;
    let (checkpoint, report) = bench.checkpoint(&parent).await?;
    let child = bench.fork(&checkpoint, &report.handle).await?;
    bench.expect_content(&child, 111, memory).await?;
    bench.driver().forget(&checkpoint, &report.handle).await?;
    bench.expect_content(&child, 111, memory).await?;
    bench.write(&child, 112).await?;
    // The child can be saved, forked and booted, although what it stands on has no name any more.
    let (own, own_report) = bench.checkpoint(&child).await?;
    let grandchild = bench.fork(&own, &own_report.handle).await?;
    bench.expect_content(&grandchild, 112, memory).await?;
    let refused = bench
        .driver()
        .fork(&checkpoint, &report.handle, &bench.machine_id(), &bench.target().seed(&child, 1))
        .await;
    expect_refusal("fork of a forgotten checkpoint", refused, "NOT_FOUND")?;
    bench.set_power(&child, PowerGoal::Off, 1).await?;
    bench.set_power(&child, PowerGoal::Running, 2).await?;
    bench.expect_content(&child, 112, false).await
}

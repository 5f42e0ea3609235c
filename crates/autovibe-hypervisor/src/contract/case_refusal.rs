//! Cases about what is refused, and that a refusal changes nothing.

use autovibe_proto::node::v1::{PowerGoal, PowerState};
use autovibe_proto::v1::{CheckpointLevel, MachineSpec};
use autovibe_proto::{CheckpointId, MachineId};

use crate::contract::bench::ContractBench;
use crate::contract::failure::{ContractResult, expect, expect_refusal};
use crate::driver::CheckpointHandle;

pub(super) async fn capabilities_agree_with_behaviour(bench: &ContractBench) -> ContractResult {
    let capabilities = bench.capabilities();
    expect(!capabilities.driver.is_empty(), "the capabilities name no driver")?;
    expect(
        bench.offers(CheckpointLevel::L4Live) || !capabilities.level_reason.is_empty(),
        "no reason is given why the level is not higher",
    )?;
    expect(
        capabilities.machine_memory_bytes_max > 0 && capabilities.machine_vcpu_count_max > 0,
        "the capabilities give no largest size",
    )?;
    let driver = bench.driver();
    let target = bench.target();
    if !capabilities.closed_network {
        let closed = MachineSpec { open_network: false, ..target.spec() };
        let id = bench.machine_id();
        let refused = driver.create(&id, &target.image_digest(), &closed, &target.seed(&id, 1)).await;
        expect_refusal("create with a closed network", refused, "UNSUPPORTED")?;
        bench.expect_power(&id, PowerState::Absent).await?;
    }
    if bench.offers(CheckpointLevel::L1DiskFork) {
        return Ok(());
    }
    let id = bench.machine().await?;
    let (checkpoint, handle) = (CheckpointId::generate(), CheckpointHandle(Vec::new()));
    let child = bench.machine_id();
    let forked = driver.fork(&checkpoint, &handle, &child, &target.seed(&child, 1)).await;
    expect_refusal("fork", forked, "UNSUPPORTED")?;
    bench.expect_power(&child, PowerState::Absent).await?;
    if !bench.offers(CheckpointLevel::L0DiskRollback) {
        expect_refusal("checkpoint", driver.checkpoint(&id, &checkpoint).await, "UNSUPPORTED")?;
        let restored = driver.restore(&id, &checkpoint, &handle, &target.seed(&id, 2)).await;
        expect_refusal("restore", restored, "UNSUPPORTED")?;
    }
    bench.expect_power(&id, PowerState::Running).await
}

pub(super) async fn an_unknown_image_is_not_found(bench: &ContractBench) -> ContractResult {
    let id = bench.machine_id();
    let target = bench.target();
    let digest = "0".repeat(64);
    let refused = bench.driver().create(&id, &digest, &target.spec(), &target.seed(&id, 1)).await;
    expect_refusal("create from an unknown image", refused, "NOT_FOUND")?;
    bench.expect_power(&id, PowerState::Absent).await
}

pub(super) async fn a_size_outside_the_capabilities_is_invalid(bench: &ContractBench) -> ContractResult {
    let target = bench.target();
    let usual = target.spec();
    let sizes = [
        MachineSpec { memory_bytes: 1 << 40, ..usual },
        MachineSpec { memory_bytes: 0, ..usual },
        MachineSpec { memory_bytes: -1, ..usual },
        MachineSpec { vcpu_count: 0, ..usual },
        MachineSpec { vcpu_count: 1_000_000, ..usual },
    ];
    for spec in sizes {
        let id = bench.machine_id();
        let refused = bench.driver().create(&id, &target.image_digest(), &spec, &target.seed(&id, 1)).await;
        let what = format!("{} processors and {} bytes", spec.vcpu_count, spec.memory_bytes);
        expect_refusal(&what, refused, "INVALID_ARGUMENT")?;
        bench.expect_power(&id, PowerState::Absent).await?;
    }
    Ok(())
}

pub(super) async fn what_does_not_exist_is_not_found(bench: &ContractBench) -> ContractResult {
    let driver = bench.driver();
    let id = MachineId::generate();
    let running = bench.set_power(&id, PowerGoal::Running, 1).await;
    expect_refusal("power of a missing machine", running, "NOT_FOUND")?;
    expect_refusal("sample of a missing machine", driver.sample(&id).await, "NOT_FOUND")?;
    if bench.offers(CheckpointLevel::L0DiskRollback) {
        let saved = driver.checkpoint(&id, &CheckpointId::generate()).await;
        expect_refusal("checkpoint of a missing machine", saved, "NOT_FOUND")?;
    }
    bench.expect_power(&id, PowerState::Absent).await
}

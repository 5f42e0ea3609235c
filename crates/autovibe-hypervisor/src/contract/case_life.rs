//! Cases about the life of one Machine: create, power, destroy.

use std::time::Duration;

use autovibe_proto::node::v1::{PowerGoal, PowerState};
use autovibe_proto::v1::MachineSpec;
use futures::StreamExt as _;

use crate::contract::bench::ContractBench;
use crate::contract::failure::{ContractFailure, ContractResult, expect, expect_refusal};
use crate::contract::target::Place;

/// How long a change of power may take to be told.
const EVENT_WAIT: Duration = Duration::from_secs(10);

pub(super) async fn a_machine_lives_from_create_to_destroy(bench: &ContractBench) -> ContractResult {
    let id = bench.booted().await?;
    bench.expect_power(&id, PowerState::Running).await?;
    bench.write(&id, 11).await?;
    bench.expect_content(&id, 11, true).await?;
    let sample = bench.driver().sample(&id).await?;
    expect(sample.memory_bytes > 0, "a running machine uses no memory")?;
    bench.set_power(&id, PowerGoal::Off, 1).await?;
    bench.expect_power(&id, PowerState::Off).await?;
    bench.set_power(&id, PowerGoal::Running, 2).await?;
    bench.expect_power(&id, PowerState::Running).await?;
    bench.expect_content(&id, 11, false).await?;
    let memory = bench.target().read(&id, Place::Memory).await?;
    expect(memory != 11, "memory was kept over a boot")?;
    bench.driver().destroy(&id).await?;
    bench.expect_power(&id, PowerState::Absent).await
}

pub(super) async fn creating_twice_gives_one_machine(bench: &ContractBench) -> ContractResult {
    let id = bench.machine_id();
    let (driver, target) = (bench.driver(), bench.target());
    let (digest, spec, seed) = (target.image_digest(), target.spec(), target.seed(&id, 1));
    let first = driver.create(&id, &digest, &spec, &seed).await?;
    let second = driver.create(&id, &digest, &spec, &seed).await?;
    expect(first == second, "creating twice gave two handles")?;
    let listed = driver.observe().await?.into_iter().filter(|seen| seen.machine_id == id.as_str()).count();
    expect(listed == 1, format!("{listed} machines are listed"))?;
    let other = MachineSpec { memory_bytes: spec.memory_bytes + spec.memory_bytes / 2, ..spec };
    expect_refusal(
        "create with another size",
        driver.create(&id, &digest, &other, &seed).await,
        "WRONG_STATE",
    )?;
    bench.expect_power(&id, PowerState::Running).await
}

pub(super) async fn destroying_what_is_gone_succeeds(bench: &ContractBench) -> ContractResult {
    let never = bench.machine_id();
    bench.driver().destroy(&never).await?;
    let id = bench.machine().await?;
    bench.driver().destroy(&id).await?;
    bench.driver().destroy(&id).await?;
    bench.expect_power(&id, PowerState::Absent).await
}

pub(super) async fn power_goals_may_be_repeated(bench: &ContractBench) -> ContractResult {
    let id = bench.machine().await?;
    bench.write(&id, 21).await?;
    bench.set_power(&id, PowerGoal::Running, 1).await?;
    bench.expect_content(&id, 21, true).await?;
    for _ in 0..2 {
        bench.set_power(&id, PowerGoal::Off, 1).await?;
        bench.expect_power(&id, PowerState::Off).await?;
    }
    let unseeded = bench.driver().power(&id, PowerGoal::Running, Duration::ZERO, None).await;
    expect_refusal("boot without a seed", unseeded, "INVALID_ARGUMENT")?;
    bench.expect_power(&id, PowerState::Off).await
}

pub(super) async fn a_paused_machine_goes_on_where_it_was(bench: &ContractBench) -> ContractResult {
    let id = bench.machine().await?;
    if !bench.capabilities().pause {
        let refused = bench.set_power(&id, PowerGoal::Paused, 1).await;
        expect_refusal("pause", refused, "UNSUPPORTED")?;
        return bench.expect_power(&id, PowerState::Running).await;
    }
    bench.write(&id, 31).await?;
    for _ in 0..2 {
        bench.set_power(&id, PowerGoal::Paused, 1).await?;
        bench.expect_power(&id, PowerState::Paused).await?;
    }
    for _ in 0..2 {
        bench.set_power(&id, PowerGoal::Running, 1).await?;
        bench.expect_power(&id, PowerState::Running).await?;
    }
    bench.expect_content(&id, 31, true).await
}

pub(super) async fn a_stop_is_told_to_listeners(bench: &ContractBench) -> ContractResult {
    let id = bench.machine().await?;
    let mut events = bench.driver().events();
    bench.set_power(&id, PowerGoal::Off, 1).await?;
    let told = async {
        while let Some(seen) = events.next().await {
            if seen.machine_id == id.as_str() && seen.power() == PowerState::Off {
                return Ok(());
            }
        }
        Err(ContractFailure::new("the stream of events ended"))
    };
    match tokio::time::timeout(EVENT_WAIT, told).await {
        Ok(result) => result,
        Err(_) => Err(ContractFailure::new(format!("no event told that {id} is off"))),
    }
}

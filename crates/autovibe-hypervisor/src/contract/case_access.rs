//! Cases about several users of one hypervisor: two verbs, two processes, strangers.

use autovibe_proto::node::v1::{PowerGoal, PowerState};
use autovibe_proto::v1::CheckpointLevel;

use crate::contract::bench::ContractBench;
use crate::contract::failure::{ContractFailure, ContractResult, expect};
use crate::driver::HypervisorDriver;
use crate::error::DriverError;

pub(super) async fn two_verbs_at_once_leave_one_sound_machine(bench: &ContractBench) -> ContractResult {
    let id = bench.machine().await?;
    bench.write(&id, 121).await?;
    let (on, again) =
        (bench.set_power(&id, PowerGoal::Running, 1), bench.set_power(&id, PowerGoal::Running, 1));
    let (on, again) = futures::join!(on, again);
    allow_busy(on)?;
    allow_busy(again)?;
    if bench.offers(CheckpointLevel::L0DiskRollback) {
        let (driver, other) = (bench.driver(), bench.driver());
        let checkpoint = autovibe_proto::CheckpointId::generate();
        let (first, second) =
            futures::join!(driver.checkpoint(&id, &checkpoint), other.checkpoint(&id, &checkpoint));
        let reports: Vec<_> = [first, second].into_iter().filter_map(Result::ok).collect();
        let Some(report) = reports.first() else {
            return Err(ContractFailure::new("of two checkpoints at once none was made"));
        };
        bench.remember(&checkpoint, &report.handle);
        bench.expect_content(&id, 121, true).await?;
        bench.write(&id, 122).await?;
        driver.restore(&id, &checkpoint, &report.handle, &bench.target().seed(&id, 2)).await?;
        bench.expect_content(&id, 121, bench.offers(CheckpointLevel::L2Memory)).await?;
    }
    let (off, gone) = (bench.set_power(&id, PowerGoal::Off, 2), remove(bench, &id));
    let (off, gone) = futures::join!(off, gone);
    match off {
        // The Machine may have been removed before.
        Err(DriverError::NotFound(_)) => {}
        other => allow_busy(other)?,
    }
    allow_busy(gone)?;
    bench.driver().destroy(&id).await?;
    bench.expect_power(&id, PowerState::Absent).await
}

async fn remove(bench: &ContractBench, id: &autovibe_proto::MachineId) -> Result<(), DriverError> {
    let driver: std::sync::Arc<dyn HypervisorDriver> = bench.driver();
    driver.destroy(id).await
}

fn allow_busy(result: Result<(), DriverError>) -> ContractResult {
    match result {
        Ok(()) | Err(DriverError::Busy { .. }) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn foreign_objects_stay_untouched(bench: &ContractBench) -> ContractResult {
    let before = bench.driver().observe().await?.len();
    bench.target().plant_foreign().await?;
    let after = bench.driver().observe().await?.len();
    expect(before == after, "a foreign object is listed")?;
    let id = bench.machine().await?;
    bench.driver().destroy(&id).await?;
    bench.target().reopen().await?;
    bench.driver().observe().await?;
    let untouched = bench.target().foreign_is_untouched().await?;
    expect(untouched, "a foreign object was changed")
}

pub(super) async fn a_new_process_adopts_what_runs(bench: &ContractBench) -> ContractResult {
    let id = bench.machine().await?;
    bench.write(&id, 131).await?;
    let saved =
        if bench.offers(CheckpointLevel::L0DiskRollback) { Some(bench.checkpoint(&id).await?) } else { None };
    bench.target().reopen().await?;
    bench.expect_power(&id, PowerState::Running).await?;
    bench.expect_content(&id, 131, true).await?;
    if let Some((checkpoint, report)) = saved {
        bench.write(&id, 132).await?;
        bench.driver().restore(&id, &checkpoint, &report.handle, &bench.target().seed(&id, 2)).await?;
        bench.expect_content(&id, 131, bench.offers(CheckpointLevel::L2Memory)).await?;
    }
    bench.set_power(&id, PowerGoal::Off, 2).await?;
    bench.target().reopen().await?;
    bench.expect_power(&id, PowerState::Off).await?;
    bench.driver().destroy(&id).await?;
    bench.expect_power(&id, PowerState::Absent).await
}

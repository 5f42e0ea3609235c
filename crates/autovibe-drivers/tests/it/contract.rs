//! The contract of all drivers, kept by QEMU.

use std::sync::Arc;

use async_trait::async_trait;
use autovibe_hypervisor::HypervisorDriver;
use autovibe_hypervisor::contract::{ContractFailure, ContractResult, ContractTarget, Place, run_all};
use autovibe_proto::MachineId;
use autovibe_proto::v1::MachineSpec;

use crate::lab::{IMAGE_DIGEST, Lab, spec};

struct QemuTarget(Lab);

impl QemuTarget {
    async fn ask(&self, machine: &MachineId, line: &str) -> ContractResult<String> {
        self.0.try_ask(machine, line).await.map_err(ContractFailure::new)
    }

    fn foreign(&self) -> std::path::PathBuf {
        self.0.node().join("machines/somebody-elses")
    }
}

fn word(place: Place) -> &'static str {
    match place {
        Place::Memory => "memory",
        Place::Disk => "disk",
    }
}

#[async_trait]
impl ContractTarget for QemuTarget {
    fn driver(&self) -> Arc<dyn HypervisorDriver> {
        self.0.driver()
    }

    fn image_digest(&self) -> String {
        IMAGE_DIGEST.to_owned()
    }

    fn spec(&self) -> MachineSpec {
        spec()
    }

    async fn write(&self, machine: &MachineId, place: Place, value: u64) -> ContractResult {
        let answer = self.ask(machine, &format!("{} {value}", word(place))).await?;
        if answer == value.to_string() {
            Ok(())
        } else {
            Err(ContractFailure::new(format!("the guest says {answer}")))
        }
    }

    async fn read(&self, machine: &MachineId, place: Place) -> ContractResult<u64> {
        let answer = self.ask(machine, word(place)).await?;
        if answer.is_empty() {
            return Ok(0);
        }
        answer.parse().map_err(|_| ContractFailure::new(format!("the guest says {answer}")))
    }

    async fn reopen(&self) -> ContractResult {
        self.0.reopen().await;
        Ok(())
    }

    async fn plant_foreign(&self) -> ContractResult {
        std::fs::create_dir_all(self.foreign()).map_err(|error| ContractFailure::new(error.to_string()))?;
        std::fs::write(self.foreign().join("file"), b"theirs")
            .map_err(|error| ContractFailure::new(error.to_string()))
    }

    async fn foreign_is_untouched(&self) -> ContractResult<bool> {
        Ok(std::fs::read(self.foreign().join("file")).is_ok_and(|content| content == b"theirs"))
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_driver_keeps_the_contract() {
    let Some(lab) = Lab::open().await else { return };
    if let Err(failures) = run_all(Box::new(QemuTarget(lab))).await {
        panic!("{failures}");
    }
}

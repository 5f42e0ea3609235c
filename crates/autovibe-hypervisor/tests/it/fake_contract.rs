//! The contract suite on the fake: bare, layered, and with fewer capabilities.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use autovibe_hypervisor::contract::{ContractFailure, ContractResult, ContractTarget, Place};
use autovibe_hypervisor::fake::{Content, FakeConfig, FakeHypervisor};
use autovibe_hypervisor::layer::{LayerConfig, layered};
use autovibe_hypervisor::{HypervisorDriver, driver_contract_suite};
use autovibe_proto::MachineId;
use autovibe_proto::v1::{CheckpointLevel, MachineSpec};

struct FakeTarget {
    hypervisor: Arc<FakeHypervisor>,
    layers: bool,
    open_network: bool,
    driver: Mutex<Arc<dyn HypervisorDriver>>,
    _folder: tempfile::TempDir,
}

impl FakeTarget {
    fn new(layers: bool, change: impl FnOnce(&mut FakeConfig)) -> FakeTarget {
        let folder = tempfile::tempdir().unwrap();
        let mut config = FakeConfig::new(folder.path());
        config.verb_time = std::time::Duration::from_millis(2);
        change(&mut config);
        let open_network = !config.capabilities.closed_network;
        let hypervisor = FakeHypervisor::new(config);
        let driver = Mutex::new(connect(&hypervisor, layers));
        FakeTarget { hypervisor, layers, open_network, driver, _folder: folder }
    }
}

fn connect(hypervisor: &Arc<FakeHypervisor>, layers: bool) -> Arc<dyn HypervisorDriver> {
    if layers { layered(hypervisor.driver(), &LayerConfig::default()) } else { hypervisor.driver() }
}

#[async_trait]
impl ContractTarget for FakeTarget {
    fn driver(&self) -> Arc<dyn HypervisorDriver> {
        self.driver.lock().unwrap().clone()
    }

    fn image_digest(&self) -> String {
        FakeConfig::IMAGE_DIGEST.to_owned()
    }

    fn spec(&self) -> MachineSpec {
        MachineSpec { vcpu_count: 1, memory_bytes: 256 << 20, disk_bytes: 0, open_network: self.open_network }
    }

    async fn write(&self, machine: &MachineId, place: Place, value: u64) -> ContractResult {
        let content = self.hypervisor.read(machine)?;
        let content = match place {
            Place::Memory => Content { memory: value, ..content },
            Place::Disk => Content { disk: value, ..content },
        };
        Ok(self.hypervisor.write(machine, content)?)
    }

    async fn read(&self, machine: &MachineId, place: Place) -> ContractResult<u64> {
        let content = self.hypervisor.read(machine)?;
        Ok(match place {
            Place::Memory => content.memory,
            Place::Disk => content.disk,
        })
    }

    async fn reopen(&self) -> ContractResult {
        *self.driver.lock().unwrap() = connect(&self.hypervisor, self.layers);
        Ok(())
    }

    async fn plant_foreign(&self) -> ContractResult {
        self.hypervisor.plant_foreign("somebody-else", Content { memory: 1, disk: 2 });
        Ok(())
    }

    async fn foreign_is_untouched(&self) -> ContractResult<bool> {
        let foreign = self.hypervisor.foreign();
        let content = foreign.get("somebody-else").ok_or_else(|| ContractFailure::new("it is gone"))?;
        Ok(*content == Content { memory: 1, disk: 2 })
    }
}

mod bare {
    async fn target() -> super::FakeTarget {
        super::FakeTarget::new(false, |_| {})
    }

    super::driver_contract_suite!(target);
}

mod layered_all {
    async fn target() -> super::FakeTarget {
        super::FakeTarget::new(true, |_| {})
    }

    super::driver_contract_suite!(shared target);
}

mod disk_only {
    async fn target() -> super::FakeTarget {
        super::FakeTarget::new(true, |config| {
            config.capabilities.level = super::CheckpointLevel::L1DiskFork as i32;
            config.capabilities.pause = false;
        })
    }

    super::driver_contract_suite!(target);
}

mod nothing {
    async fn target() -> super::FakeTarget {
        super::FakeTarget::new(true, |config| {
            config.capabilities.level = super::CheckpointLevel::Unspecified as i32;
            config.capabilities.pause = false;
            config.capabilities.closed_network = false;
        })
    }

    super::driver_contract_suite!(target);
}

mod unreliable {
    use autovibe_hypervisor::fake::FaultPlan;

    /// Everything that was certainly not applied is repeated by the layers and stays unseen.
    async fn target() -> super::FakeTarget {
        let plan = "create#1=fail; power#1=busy*3; checkpoint#1=fail; restore#1=busy*2; fork#1=fail; \
                    destroy#1=fail; forget#1=busy*2; observe#1=fail; sample#1=fail";
        super::FakeTarget::new(true, |config| config.plan = plan.parse::<FaultPlan>().unwrap())
    }

    super::driver_contract_suite!(target);
}

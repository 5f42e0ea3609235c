//! Refuses what the capabilities deny, before the driver is asked.

use std::sync::Arc;

use autovibe_proto::node::v1::PowerGoal;
use autovibe_proto::v1::{Capabilities, CheckpointLevel, MachineSpec};
use tokio::sync::OnceCell;

use crate::driver::HypervisorDriver;
use crate::error::DriverError;
use crate::layer::around::{Around, Attempt, VerbCall};
use crate::verb::Verb;

/// The layer that holds a driver to its capabilities.
///
/// They are asked for once, since a driver proves them when it starts.
#[derive(Debug)]
pub struct Guarded {
    driver: Arc<dyn HypervisorDriver>,
    capabilities: OnceCell<Capabilities>,
}

impl Guarded {
    /// Guards a driver; `driver` is the one that the layer is put around.
    pub fn new(driver: Arc<dyn HypervisorDriver>) -> Guarded {
        Guarded { driver, capabilities: OnceCell::new() }
    }
}

impl Around for Guarded {
    async fn around<'a, T: Send + 'a>(
        &'a self,
        call: &'a VerbCall<'a>,
        attempt: Attempt<'a, T>,
    ) -> Result<T, DriverError> {
        if call.verb.is_write() {
            let capabilities = self.capabilities.get_or_try_init(|| self.driver.capabilities()).await?;
            permit(capabilities, call)?;
        }
        attempt().await
    }
}

/// Tells whether the capabilities allow a call.
fn permit(capabilities: &Capabilities, call: &VerbCall<'_>) -> Result<(), DriverError> {
    match call.verb {
        Verb::Create => match call.spec {
            Some(spec) => permit_size(capabilities, spec),
            None => Ok(()),
        },
        Verb::Power if call.goal == Some(PowerGoal::Paused) && !capabilities.pause => {
            Err(DriverError::Unsupported {
                what: "pause",
                why: "this driver cannot halt a Machine".to_owned(),
            })
        }
        Verb::Checkpoint | Verb::Restore => {
            permit_level(capabilities, CheckpointLevel::L0DiskRollback, call.verb)
        }
        Verb::Fork => permit_level(capabilities, CheckpointLevel::L1DiskFork, call.verb),
        Verb::Power
        | Verb::Destroy
        | Verb::Forget
        | Verb::Capabilities
        | Verb::Images
        | Verb::Observe
        | Verb::ListCheckpoints
        | Verb::Verify
        | Verb::Sample => Ok(()),
    }
}

fn permit_level(capabilities: &Capabilities, needed: CheckpointLevel, verb: Verb) -> Result<(), DriverError> {
    if capabilities.level >= needed as i32 {
        return Ok(());
    }
    let why = if capabilities.level_reason.is_empty() {
        format!(
            "it needs {}, this placement offers {}",
            needed.as_str_name(),
            capabilities.level().as_str_name()
        )
    } else {
        capabilities.level_reason.clone()
    };
    Err(DriverError::Unsupported { what: verb.as_str(), why })
}

fn permit_size(capabilities: &Capabilities, spec: &MachineSpec) -> Result<(), DriverError> {
    if !capabilities.closed_network && !spec.open_network {
        return Err(DriverError::Unsupported {
            what: "closed network",
            why: "this driver cannot close a Machine's network; accept it with --allow-open-network"
                .to_owned(),
        });
    }
    let vcpu_count_max = capabilities.machine_vcpu_count_max;
    if spec.vcpu_count < 1 || (vcpu_count_max > 0 && spec.vcpu_count > vcpu_count_max) {
        return Err(DriverError::Invalid {
            field: "spec.vcpu_count",
            why: format!("{} is not between 1 and {vcpu_count_max}", spec.vcpu_count),
        });
    }
    let memory_bytes_max = capabilities.machine_memory_bytes_max;
    if spec.memory_bytes < 1 || (memory_bytes_max > 0 && spec.memory_bytes > memory_bytes_max) {
        return Err(DriverError::Invalid {
            field: "spec.memory_bytes",
            why: format!("{} is not between 1 and {memory_bytes_max}", spec.memory_bytes),
        });
    }
    if spec.disk_bytes < 0 {
        return Err(DriverError::Invalid { field: "spec.disk_bytes", why: "it is negative".to_owned() });
    }
    Ok(())
}

//! What a driver's tests give to the suite: the driver, an Image, and a way into its Machines.

use std::sync::Arc;

use async_trait::async_trait;
use autovibe_proto::MachineId;
use autovibe_proto::v1::MachineSpec;

use crate::contract::failure::ContractResult;
use crate::driver::{BootSeed, HypervisorDriver};

/// Where a number is kept inside a Machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In a process's memory: lost at a boot.
    Memory,
    /// On the root disk, already durable when the write returns.
    Disk,
}

/// A driver under test.
///
/// The suite destroys the Machines and forgets the Checkpoints that it made.
#[async_trait]
pub trait ContractTarget: Send + Sync {
    /// The driver; the newest one after [`ContractTarget::reopen`].
    fn driver(&self) -> Arc<dyn HypervisorDriver>;

    /// Digest of an Image that boots.
    fn image_digest(&self) -> String;

    /// The smallest size that boots; half as much memory again must be allowed too.
    fn spec(&self) -> MachineSpec;

    /// What the guest is told.
    fn seed(&self, machine: &MachineId, incarnation: i64) -> BootSeed {
        BootSeed {
            machine_id: machine.to_string(),
            incarnation,
            bootstrap_secret: "contract".to_owned(),
            hub_name: "hub.contract".to_owned(),
            hub_address: "10.0.2.100:8443".to_owned(),
            ..BootSeed::default()
        }
    }

    /// Writes a number inside a running Machine; waits, within a limit of its own, until its guest is there.
    async fn write(&self, machine: &MachineId, place: Place, value: u64) -> ContractResult;

    /// Reads a number inside a running Machine, 0 where none was written; waits as `write` does.
    async fn read(&self, machine: &MachineId, place: Place) -> ContractResult<u64>;

    /// Replaces the driver by a new one on the same folder, as a restart of the process would.
    ///
    /// Machines keep running.
    async fn reopen(&self) -> ContractResult;

    /// Puts an object without our stamp where the driver keeps its own.
    async fn plant_foreign(&self) -> ContractResult;

    /// Tells whether that object is still as it was.
    async fn foreign_is_untouched(&self) -> ContractResult<bool>;
}

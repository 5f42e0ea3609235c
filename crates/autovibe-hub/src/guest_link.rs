//! How the actors reach the guests: implemented by the guest endpoint's registry of connections.

use async_trait::async_trait;
use autovibe_proto::MachineId;
use autovibe_proto::guest::v1::GuestCommand;
use autovibe_proto::v1::CheckpointCut;
use tokio::sync::broadcast;

/// No guest of the Machine takes commands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the guest is not connected")]
pub struct GuestAway;

/// Commands to connected guests.
#[async_trait]
pub trait GuestLink: Send + Sync + std::fmt::Debug {
    /// Hands a command to the Machine's guest; says nothing about whether it was carried out.
    async fn send(&self, machine: &MachineId, command: GuestCommand) -> Result<(), GuestAway>;

    /// Incarnation of the guest that takes commands now.
    fn incarnation(&self, machine: &MachineId) -> Option<i64>;

    /// Where the guest would have cut at its newest heartbeat; `None` when no heartbeat is remembered.
    fn last_cut(&self, _machine: &MachineId) -> Option<CheckpointCut> {
        None
    }

    /// Tells of each Machine whose guest began to take commands.
    fn connected(&self) -> broadcast::Receiver<MachineId>;
}

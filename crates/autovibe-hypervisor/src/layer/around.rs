//! What a layer does around one call of a verb.

use std::time::Duration;

use autovibe_proto::node::v1::PowerGoal;
use autovibe_proto::v1::MachineSpec;
use autovibe_proto::{CheckpointId, MachineId};
use futures::future::BoxFuture;

use crate::error::DriverError;
use crate::verb::Verb;

/// Calls the next driver; may be called again, because every verb may be repeated.
pub type Attempt<'a, T> = &'a (dyn Fn() -> BoxFuture<'a, Result<T, DriverError>> + Send + Sync + 'a);

/// What a layer may know of a call.
#[derive(Debug, Clone, Copy)]
pub struct VerbCall<'a> {
    /// The verb.
    pub verb: Verb,
    /// The Machine that it changes or reads.
    pub machine: Option<&'a MachineId>,
    /// The Checkpoint that it makes, reads or removes.
    pub checkpoint: Option<&'a CheckpointId>,
    /// The size that is asked for.
    pub spec: Option<&'a MachineSpec>,
    /// The power that is asked for.
    pub goal: Option<PowerGoal>,
    /// Time that the caller grants on top, as for an orderly shutdown.
    pub grace: Duration,
}

impl<'a> VerbCall<'a> {
    /// A call without subject.
    #[must_use]
    pub fn new(verb: Verb) -> VerbCall<'a> {
        VerbCall { verb, machine: None, checkpoint: None, spec: None, goal: None, grace: Duration::ZERO }
    }

    /// Names the Machine.
    #[must_use]
    pub fn machine(mut self, id: &'a MachineId) -> VerbCall<'a> {
        self.machine = Some(id);
        self
    }

    /// Names the Checkpoint.
    #[must_use]
    pub fn checkpoint(mut self, id: &'a CheckpointId) -> VerbCall<'a> {
        self.checkpoint = Some(id);
        self
    }

    /// The subject for logs: the Machine, else the Checkpoint, else nothing.
    #[must_use]
    pub fn subject(&self) -> &'a str {
        match (self.machine, self.checkpoint) {
            (Some(machine), _) => machine.as_str(),
            (None, Some(checkpoint)) => checkpoint.as_str(),
            (None, None) => "",
        }
    }
}

/// One layer.
pub trait Around: Send + Sync + std::fmt::Debug + 'static {
    /// Runs `attempt` under this layer's rule.
    fn around<'a, T: Send + 'a>(
        &'a self,
        call: &'a VerbCall<'a>,
        attempt: Attempt<'a, T>,
    ) -> impl Future<Output = Result<T, DriverError>> + Send + 'a;
}

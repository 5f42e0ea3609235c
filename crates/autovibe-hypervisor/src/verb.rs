//! The names of a driver's verbs, for limits, logs and fault plans.

use std::fmt;
use std::str::FromStr;

/// One verb of [`HypervisorDriver`](crate::HypervisorDriver).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verb {
    /// Tells what is offered.
    Capabilities,
    /// Lists Images.
    Images,
    /// Makes a Machine.
    Create,
    /// Changes power.
    Power,
    /// Removes a Machine.
    Destroy,
    /// Saves a Machine.
    Checkpoint,
    /// Puts a Machine back.
    Restore,
    /// Makes a Machine from a Checkpoint.
    Fork,
    /// Removes a Checkpoint.
    Forget,
    /// Lists Machines, or looks at one.
    Observe,
    /// Measures a Machine.
    Sample,
    /// Lists Checkpoints.
    ListCheckpoints,
    /// Reads everything of a Checkpoint.
    Verify,
}

impl Verb {
    /// Every verb.
    pub const ALL: [Verb; 13] = [
        Verb::Capabilities,
        Verb::Images,
        Verb::Create,
        Verb::Power,
        Verb::Destroy,
        Verb::Checkpoint,
        Verb::Restore,
        Verb::Fork,
        Verb::Forget,
        Verb::Observe,
        Verb::Sample,
        Verb::ListCheckpoints,
        Verb::Verify,
    ];

    /// The verbs that change something.
    pub const WRITES: [Verb; 7] =
        [Verb::Create, Verb::Power, Verb::Destroy, Verb::Checkpoint, Verb::Restore, Verb::Fork, Verb::Forget];

    /// The name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Verb::Capabilities => "capabilities",
            Verb::Images => "images",
            Verb::Create => "create",
            Verb::Power => "power",
            Verb::Destroy => "destroy",
            Verb::Checkpoint => "checkpoint",
            Verb::Restore => "restore",
            Verb::Fork => "fork",
            Verb::Forget => "forget",
            Verb::Observe => "observe",
            Verb::Sample => "sample",
            Verb::ListCheckpoints => "list_checkpoints",
            Verb::Verify => "verify",
        }
    }

    /// It changes something inside the hypervisor.
    #[must_use]
    pub fn is_write(self) -> bool {
        Verb::WRITES.contains(&self)
    }
}

impl fmt::Display for Verb {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// A text names no verb.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no verb of a driver")]
pub struct VerbUnknown(String);

impl FromStr for Verb {
    type Err = VerbUnknown;

    fn from_str(text: &str) -> Result<Verb, VerbUnknown> {
        Verb::ALL
            .into_iter()
            .find(|verb| verb.as_str() == text)
            .ok_or_else(|| VerbUnknown(text.chars().take(64).collect()))
    }
}

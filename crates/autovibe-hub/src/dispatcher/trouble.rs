//! What a failed try of an Effect means.

use autovibe_proto::v1::EffectFailure;
use autovibe_proto::{ErrorKind, Failure};

/// A fault of the other side may pass, but is not tried for ever.
const INTERNAL_TRIES: i32 = 3;

/// What a failed try means.
#[derive(Debug)]
pub(super) enum Trouble {
    /// Try again later.
    Again(Failure),
    /// Trying again cannot help.
    Final(Failure),
    /// This Hub may not act any more.
    Fenced,
}

impl Trouble {
    /// Judges a failure after so many tries.
    pub(super) fn of(failure: Failure, tries: i32) -> Trouble {
        if failure.reason == "LEASE_FENCED" {
            return Trouble::Fenced;
        }
        // As many commands as a node takes at once are under way; that passes.
        if failure.reason == "NODE_BUSY" {
            return Trouble::Again(failure);
        }
        match failure.kind {
            ErrorKind::Unavailable | ErrorKind::DeadlineExceeded | ErrorKind::Conflict => {
                Trouble::Again(failure)
            }
            ErrorKind::Internal if tries < INTERNAL_TRIES => Trouble::Again(failure),
            ErrorKind::Internal
            | ErrorKind::InvalidArgument
            | ErrorKind::Unauthenticated
            | ErrorKind::PermissionDenied
            | ErrorKind::NotFound
            | ErrorKind::AlreadyExists
            | ErrorKind::WrongState
            | ErrorKind::LimitExceeded
            | ErrorKind::Unsupported => Trouble::Final(failure),
        }
    }
}

/// What the actor is told of a failure.
pub(super) fn effect_failure(failure: &Failure, transient: bool) -> EffectFailure {
    EffectFailure { reason: failure.reason.clone(), text: failure.message.clone(), transient }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_tried_three_times_and_absences_until_the_deadline() {
        let fault = || Failure::internal("broken");
        assert!(matches!(Trouble::of(fault(), 1), Trouble::Again(_)));
        assert!(matches!(Trouble::of(fault(), 3), Trouble::Final(_)));
        let away = Failure::new(ErrorKind::Unavailable, "NODE_UNAVAILABLE", "away");
        assert!(matches!(Trouble::of(away, 1000), Trouble::Again(_)));
        let busy = Failure::new(ErrorKind::LimitExceeded, "NODE_BUSY", "too many commands");
        assert!(matches!(Trouble::of(busy, 1000), Trouble::Again(_)));
        let full = Failure::new(ErrorKind::LimitExceeded, "NO_SPACE", "the disk is full");
        assert!(matches!(Trouble::of(full, 1), Trouble::Final(_)));
        let fenced = Failure::new(ErrorKind::WrongState, "LEASE_FENCED", "gone");
        assert!(matches!(Trouble::of(fenced, 1), Trouble::Fenced));
    }
}

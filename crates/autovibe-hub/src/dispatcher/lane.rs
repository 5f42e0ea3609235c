//! Which Effects of a Machine run one after the other.

use autovibe_proto::v1::Effect;
use autovibe_proto::v1::effect_body::Kind;

/// Effects on one lane run in order; lanes do not wait for each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Lane {
    /// What the node does.
    Node,
    /// What the guest does.
    Guest,
    /// The removal of the virtual machine: waits for nothing.
    Removal,
}

impl Lane {
    pub(crate) const ALL: [Lane; 3] = [Lane::Node, Lane::Guest, Lane::Removal];

    /// The lane of an Effect.
    pub(super) fn of(effect: &Effect) -> Lane {
        match effect.body.as_ref().and_then(|body| body.kind.as_ref()) {
            Some(
                Kind::Prompt(_)
                | Kind::Interrupt(_)
                | Kind::Freeze(_)
                | Kind::Thaw(_)
                | Kind::PrepareWorkspace(_),
            ) => Lane::Guest,
            Some(Kind::DestroyVm(_)) => Lane::Removal,
            Some(
                Kind::CreateVm(_)
                | Kind::ForkVm(_)
                | Kind::RestoreVm(_)
                | Kind::PowerVm(_)
                | Kind::CheckpointVm(_)
                | Kind::ForgetCheckpoint(_),
            )
            | None => Lane::Node,
        }
    }
}

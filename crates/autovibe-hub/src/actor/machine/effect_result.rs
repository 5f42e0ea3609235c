//! Results of Effects: each awaited one counts once, all others change nothing.

use autovibe_proto::v1::effect_body::Kind as EffectKind;
use autovibe_proto::v1::machine_event_body::Kind;
use autovibe_proto::v1::{EffectDoneEvent, EffectDoneMessage, EffectFailure, EffectOutcome, TurnOutcome};

use super::memory::memory;
use super::progress::Progress;
use super::{checkpointing, lifecycle, power, turns, workspace};

/// An Effect is done or failed.
pub(super) fn take(progress: &mut Progress<'_>, body: &EffectDoneMessage) {
    let awaited =
        memory(&progress.machine).awaited.iter().find(|awaited| awaited.effect_id == body.effect_id);
    let Some(awaited) = awaited.cloned() else { return };
    let effect_id = awaited.effect_id.clone();
    progress.emit(Kind::EffectDone(EffectDoneEvent { effect_id }));
    let outcome = body.outcome.clone().unwrap_or_else(|| EffectOutcome {
        failure: Some(EffectFailure {
            text: "the result says nothing".to_owned(),
            ..EffectFailure::default()
        }),
        ..EffectOutcome::default()
    });
    let Some(kind) = awaited.body.and_then(|body| body.kind) else { return };
    let failure = outcome.failure.as_ref();
    match kind {
        EffectKind::CreateVm(_) | EffectKind::ForkVm(_) => match failure {
            None => power::placed(progress, &outcome.handle),
            Some(failure) => lifecycle::fail(progress, &failure.text),
        },
        EffectKind::RestoreVm(effect) => match failure {
            None => power::placed(progress, &outcome.handle),
            Some(failure) => lifecycle::fall_back(progress, &effect.checkpoint_id, &failure.text),
        },
        EffectKind::PowerVm(effect) => power::changed(progress, effect.goal(), &outcome.handle, failure),
        EffectKind::DestroyVm(_) => {
            if let Some(failure) = failure {
                lifecycle::fail(progress, &failure.text);
            }
        }
        EffectKind::CheckpointVm(effect) => checkpointing::saved(progress, &effect.checkpoint_id, &outcome),
        EffectKind::ForgetCheckpoint(effect) => {
            checkpointing::forgotten(progress, &effect.checkpoint_id, failure);
        }
        EffectKind::Freeze(effect) => checkpointing::frozen(progress, &effect.checkpoint_id, &outcome),
        EffectKind::Prompt(effect) => {
            if let Some(failure) = failure
                && progress.machine.turn_id.as_ref() == Some(&effect.turn_id)
            {
                turns::give_up(progress, TurnOutcome::Failed, &failure.text);
            }
        }
        EffectKind::PrepareWorkspace(_) => workspace::prepared(progress, failure),
        EffectKind::Interrupt(_) | EffectKind::Thaw(_) => {}
    }
}

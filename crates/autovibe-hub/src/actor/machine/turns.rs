//! Turns: begun by a prompt, ended exactly once.

use autovibe_proto::TurnId;
use autovibe_proto::v1::MachineState;
use autovibe_proto::v1::effect_body::Kind as EffectKind;
use autovibe_proto::v1::machine_event_body::Kind;
use autovibe_proto::v1::{
    AwaitedEffect, EffectDroppedEvent, InterruptEffect, InterruptMessage, MailboxAdvancedEvent, PromptEffect,
    PromptMessage, TimerKind, TimerMessage, TurnEndedEvent, TurnEndedMessage, TurnOutcome, TurnResult,
    TurnStartedEvent,
};

use super::Refusal;
use super::memory::{hold, kind_of, memory, takes_prompts};
use super::progress::Progress;

/// The limit of a Turn whose prompt names none.
const LIMIT_MS: i64 = 30 * 60 * 1000;
/// The guest ends a Turn at its limit; this much later the actor does it.
const LIMIT_MARGIN_MS: i64 = 2 * 60 * 1000;
/// The prompt as it is kept beside the Turn, in bytes.
const PROMPT_BYTES_MAX: usize = 4096;

/// A prompt: the next Turn begins.
pub(super) fn begin(
    progress: &mut Progress<'_>,
    message_id: &str,
    prompt: &PromptMessage,
) -> Result<(), Refusal> {
    if !takes_prompts(&progress.machine) {
        return Err(Refusal::Held);
    }
    let turn_id = TurnId::derive(&[message_id]).into_string();
    let limit_ms = if prompt.limit_ms > 0 { prompt.limit_ms } else { LIMIT_MS };
    progress.emit(Kind::TurnStarted(TurnStartedEvent {
        turn_id: turn_id.clone(),
        message_id: message_id.to_owned(),
        resumed_from: None,
        prompt: shorten(&prompt.text),
        limit_ms,
    }));
    progress.emit(Kind::MailboxAdvanced(MailboxAdvancedEvent { position: progress.env.position }));
    let session_id = progress.machine.session_id.clone();
    progress.effect(EffectKind::Prompt(PromptEffect {
        turn_id: turn_id.clone(),
        message_id: message_id.to_owned(),
        session_id,
        limit_ms,
    }));
    set_limit(progress, turn_id, limit_ms);
    Ok(())
}

/// The guest of a new life works on a Turn of its former one.
pub(super) fn resume(progress: &mut Progress<'_>, open_turn_id: &str) {
    let incarnation = progress.machine.incarnation.to_string();
    let turn_id = TurnId::derive(&[&progress.machine.id, &incarnation, open_turn_id]).into_string();
    let former = memory(&progress.machine)
        .continued_turn
        .clone()
        .filter(|former| former.turn_id == open_turn_id)
        .unwrap_or_default();
    let limit_ms = if former.limit_ms > 0 { former.limit_ms } else { LIMIT_MS };
    progress.emit(Kind::TurnStarted(TurnStartedEvent {
        turn_id: turn_id.clone(),
        message_id: former.message_id,
        resumed_from: Some(open_turn_id.to_owned()),
        prompt: former.prompt,
        limit_ms,
    }));
    set_limit(progress, turn_id, limit_ms);
}

/// Somebody wants the running Turn stopped; without one there is nothing to stop.
pub(super) fn interrupt(progress: &mut Progress<'_>, body: &InterruptMessage) {
    let Some(turn_id) = progress.machine.turn_id.clone() else { return };
    if body.turn_id.as_ref().is_some_and(|wanted| *wanted != turn_id) {
        return;
    }
    // The guest has not taken the prompt for certain: the order would wait behind it until it is too old.
    // Should the coding agent work on it already, the Interrupt stops it, and what it reports is not heard.
    let waited = drop_prompt(progress, &turn_id);
    progress.effect(EffectKind::Interrupt(InterruptEffect { turn_id }));
    if waited {
        give_up(progress, TurnOutcome::Interrupted, "the turn was stopped before it began");
    } else if progress.machine.state() == MachineState::Paused {
        // Nobody in the Machine hears it now; what its coding agent says of the Turn later is not heard.
        give_up(progress, TurnOutcome::Interrupted, "the turn was stopped while the machine was paused");
    }
}

/// Takes back the prompt of a Turn, unless the guest has it for certain; tells whether there was one.
fn drop_prompt(progress: &mut Progress<'_>, turn_id: &str) -> bool {
    let asked = memory(&progress.machine).awaited.iter().find(|awaited| is_prompt_of(awaited, turn_id));
    let Some(effect_id) = asked.map(|awaited| awaited.effect_id.clone()) else { return false };
    progress.emit(Kind::EffectDropped(EffectDroppedEvent { effect_id }));
    true
}

fn is_prompt_of(awaited: &AwaitedEffect, turn_id: &str) -> bool {
    matches!(kind_of(awaited), Some(EffectKind::Prompt(effect)) if effect.turn_id == turn_id)
}

/// The guest says how a Turn ended; one that is not running has its result already.
pub(super) fn end(progress: &mut Progress<'_>, body: &TurnEndedMessage) {
    let runs = progress.machine.turn_id.as_deref() == Some(&body.turn_id);
    if !runs || body.incarnation != progress.machine.incarnation {
        return;
    }
    let result =
        body.result.clone().unwrap_or_else(|| made_up(TurnOutcome::Crashed, "the guest gave no result"));
    progress.emit(Kind::TurnEnded(TurnEndedEvent {
        turn_id: body.turn_id.clone(),
        result: Some(result),
        session_id: body.session_id.clone(),
        start_commit: body.start_commit.clone(),
        end_commit: body.end_commit.clone(),
    }));
}

/// The running Turn, if there is one, ends with a result of the Hub's making.
pub(super) fn give_up(progress: &mut Progress<'_>, outcome: TurnOutcome, text: &str) {
    let Some(turn_id) = progress.machine.turn_id.clone() else { return };
    progress.emit(Kind::TurnEnded(TurnEndedEvent {
        turn_id,
        result: Some(made_up(outcome, text)),
        session_id: String::new(),
        start_commit: String::new(),
        end_commit: String::new(),
    }));
}

/// The time of a Turn is over.
pub(super) fn limit(progress: &mut Progress<'_>, timer: &TimerMessage) {
    let Some(turn_id) = progress.machine.turn_id.clone().filter(|turn| timer.turn_id.as_ref() == Some(turn))
    else {
        return;
    };
    let held_ms = hold(&progress.machine).held_ms;
    if progress.machine.state() == MachineState::Working && held_ms > 0 {
        // A Budget held the Turn since this was set; what it lost by that it gets now.
        let delay = held_ms.saturating_mul(1000);
        progress.timer(TimerKind::TurnLimit, Some(turn_id), delay);
    } else if progress.machine.state() == MachineState::Working {
        // A guest that was away must not begin what has ended.
        drop_prompt(progress, &turn_id);
        progress.effect(EffectKind::Interrupt(InterruptEffect { turn_id }));
        give_up(progress, TurnOutcome::TimedOut, "the turn took longer than its limit");
    } else {
        // A Machine that stands still uses up no time of its Turn.
        let limit_ms = memory(&progress.machine).turn_limit_ms;
        set_limit(progress, turn_id, limit_ms);
    }
}

fn set_limit(progress: &mut Progress<'_>, turn_id: String, limit_ms: i64) {
    let delay = limit_ms.saturating_add(LIMIT_MARGIN_MS).saturating_mul(1000);
    progress.timer(TimerKind::TurnLimit, Some(turn_id), delay);
}

fn made_up(outcome: TurnOutcome, text: &str) -> TurnResult {
    TurnResult { outcome: outcome.into(), text: text.to_owned(), synthesised: true, ..TurnResult::default() }
}

fn shorten(text: &str) -> String {
    let end = text.floor_char_boundary(PROMPT_BYTES_MAX);
    text[..end].to_owned()
}

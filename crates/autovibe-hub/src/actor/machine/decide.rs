//! Turns one Message into the facts that follow from it.

use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{Machine, MachineEvent, MachineState, Message};

use super::progress::Progress;
use super::{Env, Refusal, budget, checkpointing, effect_result, guest, lifecycle, power, turns};

/// What a step decided.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// The facts in order; none when the Message changed nothing.
    pub events: Vec<MachineEvent>,
}

/// Decides what follows from a Message.
///
/// # Errors
/// [`Refusal`] when the Message is not handled, now or ever.
pub fn decide(machine: &Machine, message: &Message, env: &Env) -> Result<Decision, Refusal> {
    let mut progress = Progress::new(machine, message, env);
    if machine.state() == MachineState::Deleted {
        return Err(Refusal::wrong_state("the machine is deleted"));
    }
    let kind = message
        .body
        .as_ref()
        .and_then(|body| body.kind.as_ref())
        .ok_or(Refusal::Denied { reason: "UNDECODABLE", text: "the message says nothing".to_owned() })?;
    match kind {
        Kind::Create(_) => lifecycle::create(&mut progress),
        Kind::Prompt(body) => turns::begin(&mut progress, &message.id, body)?,
        Kind::Interrupt(body) => turns::interrupt(&mut progress, body),
        Kind::Goal(body) => power::set_goal(&mut progress, body)?,
        Kind::Checkpoint(body) => checkpointing::ask(&mut progress, body),
        Kind::Restore(body) => lifecycle::restore(&mut progress, body)?,
        Kind::Forget(body) => checkpointing::forget(&mut progress, body)?,
        Kind::EffectDone(body) => effect_result::take(&mut progress, body),
        Kind::GuestGreeted(body) => guest::greet(&mut progress, body),
        Kind::TurnEnded(body) => turns::end(&mut progress, body),
        Kind::VmObserved(body) => lifecycle::observe(&mut progress, body),
        Kind::CheckpointLost(body) => checkpointing::lost(&mut progress, body),
        Kind::Timer(body) => lifecycle::fire(&mut progress, body),
        Kind::BudgetReached(body) => budget::reached(&mut progress, body),
        Kind::BudgetRaised(_) => budget::raised(&mut progress),
    }
    power::settle(&mut progress);
    power::pursue(&mut progress);
    Ok(Decision { events: progress.into_events() })
}

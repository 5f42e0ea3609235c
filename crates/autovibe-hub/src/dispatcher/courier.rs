//! Carries out the Effects of one Machine on one lane, one at a time.

use std::time::Duration;

use autovibe_proto::v1::effect_body::Kind;
use autovibe_proto::v1::{Effect, EffectOutcome, LeaseToken, Machine};
use autovibe_proto::{ErrorKind, Failure, MachineId, timestamp_micros};

use super::put_off::{PAUSE_MAX, PAUSE_MIN, put_off};
use super::trouble::{Trouble, effect_failure};
use super::{Lane, guest_effect, node_effect};
use crate::clock;
use crate::database::{CommitBuilder, Page};
use crate::hub::Hub;
use crate::wakeups::Signal;

/// Effects of a Machine that are looked at; an actor awaits far fewer.
const EFFECTS_MAX: i32 = 200;

/// Runs until the lane is empty or this Hub may not act for the Machine.
pub(crate) async fn run(hub: &Hub, machine: &MachineId, lane: Lane, signal: &Signal) {
    let mut pause = PAUSE_MIN;
    loop {
        signal.take();
        match carry_out_next(hub, machine, lane, signal).await {
            Ok(true) => pause = PAUSE_MIN,
            Ok(false) => return,
            Err(failure) => {
                tracing::warn!(machine.id = %machine, error = %failure, error.reason = failure.reason,
                    "effects could not be carried out; trying again");
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(PAUSE_MAX);
            }
        }
    }
}

/// Brings the first Effect of the lane one try further; `false` when there is none.
async fn carry_out_next(
    hub: &Hub,
    machine: &MachineId,
    lane: Lane,
    signal: &Signal,
) -> Result<bool, Failure> {
    let Ok(token) = hub.leases().token_for(machine) else { return Ok(false) };
    let filter = format!("machine_id = \"{machine}\"");
    let effects =
        hub.database().list::<Effect>(&filter, "event_sequence", Page::first(EFFECTS_MAX)).await?.rows;
    let Some(effect) = effects.into_iter().find(|effect| Lane::of(effect) == lane) else { return Ok(false) };
    let row = hub.database().get::<Machine>(machine.as_str()).await?;
    let Some(row) = row.filter(|row| !is_obsolete(&effect, row)) else {
        drop_effect(hub, &token, &effect).await?;
        return Ok(true);
    };
    let now = clock::now_micros();
    let due = effect.due_time.as_ref().map_or(0, timestamp_micros);
    if due > now {
        let _ = tokio::time::timeout(clock::until_micros(due), signal.woken()).await;
        return Ok(true);
    }
    let deadline = effect.deadline_time.as_ref().map_or(i64::MAX, timestamp_micros);
    if deadline <= now {
        let text = if effect.last_error.is_empty() { "it took too long" } else { &effect.last_error };
        let failure = Failure::new(ErrorKind::DeadlineExceeded, "DEADLINE_EXCEEDED", text);
        finish(hub, &effect, Err(&failure)).await?;
        return Ok(true);
    }
    let tried = match lane {
        // The guest's result comes by another way.
        Lane::Guest => guest_effect::send(hub, &row, &effect).await.map(|()| None),
        Lane::Node | Lane::Removal => {
            let limit = clock::until_micros(deadline).max(Duration::from_secs(1));
            match tokio::time::timeout(limit, node_effect::call(hub, &token, &row, &effect)).await {
                Ok(answer) => answer.map(Some),
                Err(_) => return Ok(true),
            }
        }
    };
    match tried {
        Ok(None) => Ok(true),
        Ok(Some(outcome)) => finish(hub, &effect, Ok(outcome)).await.map(|()| true),
        Err(failure) => match Trouble::of(failure, effect.attempt_count + 1) {
            Trouble::Final(failure) => finish(hub, &effect, Err(&failure)).await.map(|()| true),
            Trouble::Again(failure) => put_off(hub, &token, &effect, &failure.message).await.map(|()| true),
            Trouble::Fenced => {
                hub.leases().fenced(&token);
                Ok(false)
            }
        },
    }
}

/// An Effect of a former life, or of a Machine that is gone.
fn is_obsolete(effect: &Effect, machine: &Machine) -> bool {
    match effect.body.as_ref().and_then(|body| body.kind.as_ref()) {
        // These outlive the life in which they were asked for.
        Some(Kind::DestroyVm(_) | Kind::ForgetCheckpoint(_)) => false,
        _ => effect.incarnation < machine.incarnation || machine.delete_time.is_some(),
    }
}

async fn finish(hub: &Hub, effect: &Effect, result: Result<EffectOutcome, &Failure>) -> Result<(), Failure> {
    let outcome = result.unwrap_or_else(|failure| {
        tracing::warn!(machine.id = effect.machine_id, effect.id = effect.id, error = %failure,
            error.reason = failure.reason, "an effect failed");
        EffectOutcome { failure: Some(effect_failure(failure, false)), ..EffectOutcome::default() }
    });
    hub.finish_effect(effect, outcome).await
}

async fn drop_effect(hub: &Hub, token: &LeaseToken, effect: &Effect) -> Result<(), Failure> {
    tracing::info!(
        machine.id = effect.machine_id,
        effect.id = effect.id,
        "an effect of a former life is dropped"
    );
    let commit = CommitBuilder::new().lease(token.clone()).delete::<Effect>(&effect.id, &effect.machine_id);
    hub.commit(commit).await.map(|_| ())
}

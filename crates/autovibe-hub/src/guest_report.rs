//! What guests report to the actors; the guest endpoint has checked who calls and gives Machine and incarnation.

use std::time::Duration;

use autovibe_proto::guest::v1::{HelloRequest, ReportTurnRequest};
use autovibe_proto::v1::effect_body::Kind as EffectKind;
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{
    Effect, EffectBody, EffectDoneMessage, EffectOutcome, GuestGreetedMessage, Machine, MachineActor,
    MachineState, MailboxEntry, TurnEndedMessage,
};
use autovibe_proto::{EffectId, ErrorKind, Failure, MachineId, timestamp_micros};

use crate::changes::Changes;
use crate::clock;
use crate::database::CommitBuilder;
use crate::dispatcher::put_off;
use crate::hub::Hub;
use crate::mailbox::NewMessage;

/// The actor handles a greeting in milliseconds; a busy database may take longer.
const GREETING_LIMIT: Duration = Duration::from_secs(10);
/// Changes of other Hubs are not announced here.
const POLL_EVERY: Duration = Duration::from_millis(250);

/// What the actor answers to a greeting.
#[derive(Debug, Clone, PartialEq)]
pub struct GuestGreeting {
    /// The Machine after the greeting was handled.
    pub machine: Machine,
    /// The Turn that continues the one the guest has open; `None` when it has the right one or none.
    pub turn_id: Option<String>,
}

impl Hub {
    /// The guest of an incarnation greeted: returns when its actor has taken note.
    ///
    /// # Errors
    /// `NotFound` without the Machine, `WrongState` with reason `STALE_INCARNATION` for another incarnation
    /// than the present one, `Unavailable` when the actor does not answer in time.
    ///
    /// # Cancel safety
    /// Safe: the guest greets again.
    pub async fn guest_greeted(
        &self,
        machine: &MachineId,
        incarnation: i64,
        hello: &HelloRequest,
    ) -> Result<GuestGreeting, Failure> {
        let row = self.database().require::<Machine>(machine.as_str()).await?;
        if row.incarnation != incarnation || row.state() == MachineState::Deleted {
            return Err(stale(&row));
        }
        if is_news(&row, incarnation, hello) {
            let body = GuestGreetedMessage {
                incarnation,
                guest_version: hello.guest_version.clone(),
                session_id: hello.session_id.clone(),
                open_turn_id: Some(hello.open_turn_id.clone()).filter(|turn| !turn.is_empty()),
                reborn: hello.incarnation != 0 && hello.incarnation != incarnation,
                frozen: hello.frozen,
            };
            let mut changes = self.changes().subscribe();
            let message =
                self.post(NewMessage::new(machine.clone(), "hub", Kind::GuestGreeted(body))).await?;
            let handled = async {
                while self.database().get::<MailboxEntry>(&message.id).await?.is_some() {
                    let changed = Changes::of_machine(&mut changes, machine.as_str());
                    let _ = tokio::time::timeout(POLL_EVERY, changed).await;
                }
                Ok::<(), Failure>(())
            };
            tokio::time::timeout(GREETING_LIMIT, handled).await.map_err(|_| {
                Failure::new(
                    ErrorKind::Unavailable,
                    "ACTOR_BUSY",
                    "the machine's actor did not answer in time",
                )
            })??;
        }
        let row = self.database().require::<Machine>(machine.as_str()).await?;
        if row.incarnation != incarnation {
            return Err(stale(&row));
        }
        let turn_id =
            row.turn_id.clone().filter(|turn| !hello.open_turn_id.is_empty() && *turn != hello.open_turn_id);
        Ok(GuestGreeting { machine: row, turn_id })
    }

    /// The guest reported how a Turn ended; repeating it changes nothing, nor does a Turn that is not running.
    ///
    /// # Errors
    /// As [`Hub::post`].
    pub async fn turn_ended(
        &self,
        machine: &MachineId,
        incarnation: i64,
        report: &ReportTurnRequest,
    ) -> Result<(), Failure> {
        let row = self.database().require::<Machine>(machine.as_str()).await?;
        // The actor would not hear it, so it need not fill its mailbox.
        if row.turn_id.as_ref() != Some(&report.turn_id) || row.incarnation != incarnation {
            return Ok(());
        }
        let body = TurnEndedMessage {
            turn_id: report.turn_id.clone(),
            result: report.result.clone(),
            session_id: report.session_id.clone(),
            incarnation,
            start_commit: report.start_commit.clone(),
            end_commit: report.end_commit.clone(),
        };
        let key = format!("turn {} {incarnation}", report.turn_id);
        self.post(NewMessage::new(machine.clone(), "hub", Kind::TurnEnded(body)).with_request_id(key))
            .await?;
        Ok(())
    }

    /// The Machine's guest carried out an Effect, or could not; repeating it changes nothing.
    ///
    /// Only what a guest may say is taken over from the outcome: failure and cut.
    ///
    /// # Errors
    /// `PermissionDenied` for an Effect of another Machine or one that is not for guests.
    pub async fn effect_done(
        &self,
        machine: &MachineId,
        effect_id: &EffectId,
        outcome: EffectOutcome,
    ) -> Result<(), Failure> {
        let Some(effect) = self.database().get::<Effect>(effect_id.as_str()).await? else {
            return Ok(());
        };
        if effect.machine_id != machine.as_str() || !is_for_guests(effect.body.as_ref()) {
            return Err(Failure::new(
                ErrorKind::PermissionDenied,
                "FOREIGN_EFFECT",
                format!("{effect_id} was not given to this guest"),
            ));
        }
        // What may pass is no result yet: the guest is asked again until the Effect's own deadline.
        let deadline = effect.deadline_time.as_ref().map_or(i64::MAX, timestamp_micros);
        if let Some(failure) = outcome.failure.as_ref().filter(|failure| failure.transient)
            && clock::now_micros() < deadline
        {
            let token = self.leases().token_for(machine)?;
            return put_off(self, &token, &effect, &failure.text).await;
        }
        let outcome =
            EffectOutcome { failure: outcome.failure, cut: outcome.cut, ..EffectOutcome::default() };
        self.finish_effect(&effect, outcome).await
    }

    /// Removes an Effect and tells its actor what came of it, in one Commit.
    pub(crate) async fn finish_effect(&self, effect: &Effect, outcome: EffectOutcome) -> Result<(), Failure> {
        let machine: MachineId = effect
            .machine_id
            .parse()
            .map_err(|error| Failure::internal(format!("effect {}: {error}", effect.id)))?;
        let project = effect
            .project_id
            .parse()
            .map_err(|error| Failure::internal(format!("effect {}: {error}", effect.id)))?;
        let token = self.leases().token_for(&machine)?;
        let body = EffectDoneMessage { effect_id: effect.id.clone(), outcome: Some(outcome) };
        let (message, entry) = NewMessage::new(machine, "hub", Kind::EffectDone(body))
            .with_request_id(effect.id.clone())
            .with_cause(effect.id.clone())
            .rows(&project, clock::now_micros());
        let commit = CommitBuilder::new()
            .lease(token)
            .exists::<Effect>(&effect.id)
            .delete::<Effect>(&effect.id, &effect.machine_id)
            .insert(&message)
            .insert(&entry);
        match self.commit(commit).await {
            Ok(_) => Ok(()),
            // Someone was faster; the actor knows already.
            Err(_) if self.database().get::<Effect>(&effect.id).await?.is_none() => Ok(()),
            Err(failure) => Err(failure),
        }
    }
}

/// A greeting that changes nothing needs no Message: guests greet on each connection.
fn is_news(row: &Machine, incarnation: i64, hello: &HelloRequest) -> bool {
    let settled = matches!(
        row.state(),
        MachineState::Ready | MachineState::Working | MachineState::Checkpointing | MachineState::Paused
    );
    let greeted = row.actor.as_ref().map_or(0, |actor: &MachineActor| actor.greeted_incarnation);
    !settled || greeted != incarnation || hello.frozen
}

fn is_for_guests(body: Option<&EffectBody>) -> bool {
    match body.and_then(|body| body.kind.as_ref()) {
        Some(
            EffectKind::Prompt(_)
            | EffectKind::Interrupt(_)
            | EffectKind::Freeze(_)
            | EffectKind::Thaw(_)
            | EffectKind::PrepareWorkspace(_),
        ) => true,
        Some(
            EffectKind::CreateVm(_)
            | EffectKind::ForkVm(_)
            | EffectKind::RestoreVm(_)
            | EffectKind::PowerVm(_)
            | EffectKind::DestroyVm(_)
            | EffectKind::CheckpointVm(_)
            | EffectKind::ForgetCheckpoint(_),
        )
        | None => false,
    }
}

fn stale(row: &Machine) -> Failure {
    Failure::new(
        ErrorKind::WrongState,
        "STALE_INCARNATION",
        format!("the machine is in incarnation {} now", row.incarnation),
    )
    .with("incarnation", row.incarnation.to_string())
}

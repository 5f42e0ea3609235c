//! Effects that a guest carries out: handed to its connection again until the result has arrived.

use std::time::Duration;

use autovibe_proto::guest::v1::guest_command::Kind as CommandKind;
use autovibe_proto::guest::v1::{
    FreezeCommand, GuestCommand, InterruptCommand, PrepareWorkspaceCommand, PromptCommand, ThawCommand,
};
use autovibe_proto::v1::effect_body::Kind;
use autovibe_proto::v1::message_body::Kind as MessageKind;
use autovibe_proto::v1::{Blob, Effect, Machine, Message, PromptEffect};
use autovibe_proto::{ErrorKind, Failure, MachineId};
use object_store::ObjectStoreExt as _;
use tokio::sync::broadcast;

use crate::api::blob_path;
use crate::changes::Change;
use crate::database::Entity as _;
use crate::hub::Hub;

/// A command whose result does not come is sent again after this; the guest knows it by its id.
const RESEND_AFTER: Duration = Duration::from_secs(10);
/// A guest that is away announces itself; this is only for an announcement that was missed.
const LOOK_AGAIN: Duration = Duration::from_secs(5);
/// The longest prompt, as the control API accepts it.
const PROMPT_BYTES_MAX: u64 = 1024 * 1024;

/// Hands an Effect to the guest and waits a while for its result to arrive elsewhere.
///
/// # Errors
/// When the command cannot be made; an absent guest is no error but only waited for.
pub(super) async fn send(hub: &Hub, machine: &Machine, effect: &Effect) -> Result<(), Failure> {
    let id: MachineId =
        machine.id.parse().map_err(|error| Failure::internal(format!("machine {}: {error}", machine.id)))?;
    let mut connected = hub.guest_link().connected();
    let mut changes = hub.changes().subscribe();
    if hub.guest_link().incarnation(&id) != Some(effect.incarnation) {
        let _ = tokio::time::timeout(LOOK_AGAIN, either(&mut connected, &mut changes, &id, effect)).await;
        return Ok(());
    }
    let command = GuestCommand {
        effect_id: effect.id.clone(),
        incarnation: effect.incarnation,
        kind: Some(command(hub, effect).await?),
    };
    let wait = match hub.guest_link().send(&id, command).await {
        Ok(()) => RESEND_AFTER,
        Err(_away) => LOOK_AGAIN,
    };
    let _ = tokio::time::timeout(wait, either(&mut connected, &mut changes, &id, effect)).await;
    Ok(())
}

/// Returns when the guest connects anew, or the Effect is gone or was put off.
async fn either(
    connected: &mut broadcast::Receiver<MachineId>,
    changes: &mut broadcast::Receiver<Change>,
    machine: &MachineId,
    effect: &Effect,
) {
    loop {
        tokio::select! {
            arrived = connected.recv() => match arrived {
                Ok(arrived) if arrived != *machine => {}
                Ok(_) | Err(broadcast::error::RecvError::Lagged(_)) => return,
                Err(broadcast::error::RecvError::Closed) => std::future::pending::<()>().await,
            },
            change = changes.recv() => match change {
                Ok(change) if change.entity == Effect::NAME && change.id == effect.id => return,
                Ok(_) => {}
                Err(_) => return,
            },
        }
    }
}

async fn command(hub: &Hub, effect: &Effect) -> Result<CommandKind, Failure> {
    let kind = effect.body.as_ref().and_then(|body| body.kind.as_ref());
    match kind {
        Some(Kind::Prompt(body)) => Ok(CommandKind::Prompt(PromptCommand {
            turn_id: body.turn_id.clone(),
            text: prompt_text(hub, body).await?,
            session_id: body.session_id.clone(),
            limit_ms: body.limit_ms,
        })),
        Some(Kind::Interrupt(body)) => {
            Ok(CommandKind::Interrupt(InterruptCommand { turn_id: body.turn_id.clone() }))
        }
        Some(Kind::Freeze(body)) => {
            Ok(CommandKind::Freeze(FreezeCommand { checkpoint_id: body.checkpoint_id.clone() }))
        }
        Some(Kind::Thaw(body)) => {
            Ok(CommandKind::Thaw(ThawCommand { checkpoint_id: body.checkpoint_id.clone() }))
        }
        Some(Kind::PrepareWorkspace(body)) => Ok(CommandKind::PrepareWorkspace(PrepareWorkspaceCommand {
            blob_id: body.blob_id.clone(),
            base_commit: body.base_commit.clone(),
            branch: body.branch.clone(),
        })),
        _ => Err(Failure::invalid("the effect is not for a guest")),
    }
}

async fn prompt_text(hub: &Hub, body: &PromptEffect) -> Result<String, Failure> {
    let message = hub.database().require::<Message>(&body.message_id).await?;
    let Some(MessageKind::Prompt(prompt)) = message.body.and_then(|body| body.kind) else {
        return Err(Failure::invalid("the message is no prompt"));
    };
    let Some(blob_id) = prompt.blob_id.filter(|id| !id.is_empty()) else { return Ok(prompt.text) };
    let blob = hub.database().require::<Blob>(&blob_id).await?;
    let away = |error: object_store::Error| {
        tracing::warn!(blob.id = blob.id, %error, "a prompt could not be read");
        Failure::new(ErrorKind::Unavailable, "BLOB_UNAVAILABLE", "the prompt could not be read")
    };
    let stored = hub.blobs().get(&blob_path(&blob.digest)).await.map_err(away)?;
    if stored.meta.size > PROMPT_BYTES_MAX {
        return Err(Failure::invalid(format!("a prompt holds at most {PROMPT_BYTES_MAX} bytes")));
    }
    let bytes = stored.bytes().await.map_err(away)?;
    String::from_utf8(bytes.to_vec()).map_err(|_| Failure::invalid("the prompt is not text"))
}

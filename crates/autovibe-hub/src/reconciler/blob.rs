//! Removes Blobs that nothing names any more: mark, then sweep what is older than a grace.
//!
//! Every entity that names a Blob is read; a test knows all fields that do. A body that is stored again is
//! young again, so what is about to be named is not swept.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::v1::effect_body::Kind as EffectKind;
use autovibe_proto::v1::message_body::Kind as MessageKind;
use autovibe_proto::v1::{
    AgentEvent, Blob, Checkpoint, DeadLetter, Effect, EffectBody, Message, MessageBody, Project,
};
use autovibe_proto::{ErrorKind, Failure, timestamp_from_micros, timestamp_micros};
use object_store::ObjectStoreExt as _;

use crate::api::blob_path;
use crate::clock;
use crate::database::{CommitBuilder, Entity, Page};
use crate::hub::Hub;

/// A shorter grace would sweep bodies whose Message is about to be written; that takes seconds.
const BLOB_GRACE_MIN: Duration = Duration::from_secs(2 * 3600);
/// Every Message is read for a sweep, so it is not done often.
const SWEEP_EVERY: Duration = Duration::from_secs(6 * 3600);
/// A Hub that starts has better things to do.
const FIRST_AFTER: Duration = Duration::from_secs(600);
/// Blobs that are judged in one sweep; the rest follows with the next one.
const CANDIDATES_MAX: usize = 50_000;
const PAGE_SIZE: i32 = 500;
/// Only the Hub that acts for this partition sweeps.
const SWEEPER_PARTITION: i32 = 0;

/// Runs until the task is cancelled.
pub(crate) async fn keep_swept(hub: Arc<Hub>) {
    tokio::time::sleep(FIRST_AFTER).await;
    loop {
        match hub.sweep_blobs().await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "blobs that nothing named were removed"),
            Err(failure) => tracing::warn!(error = %failure, "blobs were not swept"),
        }
        tokio::time::sleep(SWEEP_EVERY).await;
    }
}

impl Hub {
    /// Removes the Blobs that nothing names and that are older than the grace; gives their number.
    ///
    /// # Errors
    /// What the database answered; nothing is removed unless everything that may name a Blob was read.
    pub async fn sweep_blobs(&self) -> Result<usize, Failure> {
        if self.leases().token(SWEEPER_PARTITION).is_none() {
            return Ok(0);
        }
        let grace = self.config().blob_grace.max(BLOB_GRACE_MIN);
        let grace_micros = i64::try_from(grace.as_micros()).unwrap_or(i64::MAX);
        let limit_micros = clock::now_micros().saturating_sub(grace_micros);
        let mut candidates = self.old_blobs(limit_micros).await?;
        if candidates.is_empty() {
            return Ok(0);
        }
        self.spare_named(&mut candidates).await?;
        let mut count = 0;
        for id in candidates {
            count += usize::from(self.remove_blob(&id, limit_micros).await?);
        }
        Ok(count)
    }

    async fn old_blobs(&self, limit_micros: i64) -> Result<HashSet<String>, Failure> {
        let Some(limit) = text_of_time(limit_micros) else { return Ok(HashSet::new()) };
        let filter = format!("create_time < \"{limit}\"");
        let rows = self.database().list_all::<Blob>(&filter, "", CANDIDATES_MAX).await?;
        Ok(rows.into_iter().map(|row| row.id).collect())
    }

    /// Takes out of the candidates what some row names.
    async fn spare_named(&self, candidates: &mut HashSet<String>) -> Result<(), Failure> {
        self.spare::<Message>("", candidates, |row| in_message(row.body.as_ref())).await?;
        self.spare::<DeadLetter>("", candidates, |row| in_message(row.body.as_ref())).await?;
        self.spare::<AgentEvent>("raw_blob_id != \"\"", candidates, |row| Some(&row.raw_blob_id)).await?;
        self.spare::<Project>("", candidates, |row| row.source.as_ref().map(|source| &source.blob_id))
            .await?;
        self.spare::<Checkpoint>("", candidates, |row| {
            row.workspace.as_ref().map(|workspace| &workspace.blob_id)
        })
        .await?;
        self.spare::<Effect>("", candidates, |row| in_effect(row.body.as_ref())).await
    }

    async fn spare<E: Entity>(
        &self,
        filter: &str,
        candidates: &mut HashSet<String>,
        named: impl Fn(&E) -> Option<&String>,
    ) -> Result<(), Failure> {
        let mut token = String::new();
        loop {
            let page = self.database().list::<E>(filter, "", Page::after(PAGE_SIZE, token)).await?;
            for id in page.rows.iter().filter_map(&named) {
                candidates.remove(id);
            }
            if page.next_page_token.is_empty() || candidates.is_empty() {
                return Ok(());
            }
            token = page.next_page_token;
        }
    }

    /// Removes one Blob, unless it became young meanwhile; its object goes with the last row that names it.
    async fn remove_blob(&self, id: &str, limit_micros: i64) -> Result<bool, Failure> {
        let _alone = self.blob_gate().write().await;
        let Some(blob) = self.database().get::<Blob>(id).await? else { return Ok(false) };
        if blob.create_time.as_ref().map_or(0, timestamp_micros) >= limit_micros {
            return Ok(false);
        }
        // Projects that stored the same body share the object.
        let same = format!("digest = \"{}\"", blob.digest);
        let others = self.database().list::<Blob>(&same, "", Page::first(2)).await?.rows;
        if others.iter().all(|other| other.id == blob.id) {
            match self.blobs().delete(&blob_path(&blob.digest)).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => {
                    tracing::warn!(blob.id = id, %error, "a blob could not be removed");
                    let text = "the body could not be removed";
                    return Err(Failure::new(ErrorKind::Unavailable, "BLOB_STORE_UNAVAILABLE", text));
                }
            }
        }
        self.commit(CommitBuilder::new().delete::<Blob>(id, "")).await?;
        Ok(true)
    }
}

fn in_message(body: Option<&MessageBody>) -> Option<&String> {
    match body?.kind.as_ref()? {
        MessageKind::Prompt(prompt) => prompt.blob_id.as_ref(),
        _ => None,
    }
}

fn in_effect(body: Option<&EffectBody>) -> Option<&String> {
    match body?.kind.as_ref()? {
        EffectKind::PrepareWorkspace(effect) => Some(&effect.blob_id),
        _ => None,
    }
}

/// As filters have it.
fn text_of_time(micros: i64) -> Option<String> {
    match serde_json::to_value(timestamp_from_micros(micros)) {
        Ok(serde_json::Value::String(text)) => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use autovibe_proto::DESCRIPTOR_SET;
    use prost_reflect::DescriptorPool;

    #[test]
    fn every_field_that_names_a_blob_is_counted() {
        let pool = DescriptorPool::decode(DESCRIPTOR_SET).unwrap();
        let mut fields: Vec<String> = pool
            .all_messages()
            .filter(|message| message.package_name() == "autovibe.v1")
            .flat_map(|message| message.fields().collect::<Vec<_>>())
            .filter(|field| field.name().contains("blob_id"))
            .map(|field| field.full_name().trim_start_matches("autovibe.v1.").to_owned())
            .collect();
        fields.sort();
        // Whoever adds a field has `spare_named` count it.
        let counted = [
            "AgentEvent.raw_blob_id",
            "PrepareWorkspaceEffect.blob_id",
            "PromptMessage.blob_id",
            "WorkspaceSnapshot.blob_id",
            "WorkspaceSource.blob_id",
        ];
        assert_eq!(fields, counted);
    }
}

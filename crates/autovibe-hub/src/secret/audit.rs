//! Records which Secrets were filled in and which were not.

use std::time::Duration;

use autovibe_proto::AuditRecordId;
use autovibe_proto::v1::AuditRecord;

use crate::database::{CommitBuilder, Database};

const ACTION: &str = "secret.fill";
/// The record comes before the request goes on, but never holds it up for longer.
const TIME_MAX: Duration = Duration::from_secs(2);

/// A decision about one Secret.
#[derive(Debug, Clone, Copy)]
pub(super) struct FillDecision<'a> {
    pub(super) project_id: &'a str,
    pub(super) machine_id: &'a str,
    pub(super) secret_id: &'a str,
    pub(super) secret_name: &'a str,
    pub(super) host: &'a str,
    /// Why not; `None` when it was filled in.
    pub(super) denied: Option<&'a str>,
}

/// Writes decisions into the audit log; what cannot be written is logged.
pub(super) async fn record(database: &Database, decisions: &[FillDecision<'_>]) {
    if decisions.is_empty() {
        return;
    }
    let mut commit = CommitBuilder::new();
    for decision in decisions {
        let FillDecision { secret_name, host, .. } = decision;
        let reason = match decision.denied {
            None => format!("{secret_name} for {host}"),
            Some(why) => format!("{secret_name} for {host}: {why}"),
        };
        commit = commit.insert(&AuditRecord {
            id: AuditRecordId::generate().into_string(),
            project_id: decision.project_id.to_owned(),
            actor: format!("machine/{}", decision.machine_id),
            action: ACTION.to_owned(),
            subject_id: decision.secret_id.to_owned(),
            allowed: decision.denied.is_none(),
            reason,
            ..AuditRecord::default()
        });
    }
    match tokio::time::timeout(TIME_MAX, database.commit(commit)).await {
        Ok(Ok(_)) => {}
        Ok(Err(error)) => tracing::error!(error = error.message, "the use of a secret was not recorded"),
        Err(_) => tracing::error!("the use of a secret was not recorded in time"),
    }
}

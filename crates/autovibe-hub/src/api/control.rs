//! What the calls of the control API share: the Hub, the guests' connections and the callers' tokens.

use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::v1::AuditRecord;
use autovibe_proto::{AuditRecordId, ErrorKind, Failure};
use http::HeaderValue;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::access::{Access, Caller};
use super::authenticator::Authenticator;
use crate::changes::Changes;
use crate::database::{CommitBuilder, Database};
use crate::guest::GuestRegistry;
use crate::hub::Hub;

/// An audit record is written before the refusal is answered, but never holds it up for longer.
const AUDIT_TIME_MAX: Duration = Duration::from_secs(2);

/// Watches, consoles and streams at a time; each holds a task and a connection.
const STREAM_COUNT_MAX: usize = 4096;

/// What the control API needs.
#[derive(Debug, Clone)]
pub struct ControlConfig {
    /// The Hub.
    pub hub: Arc<Hub>,
    /// The connections of the guests; the same that the Hub sends commands through.
    pub guests: Arc<GuestRegistry>,
    /// Name of the model provider: "scripted" or "anthropic".
    pub model_provider: String,
}

/// The calls of the control API; each noun has its file.
#[derive(Debug)]
pub(crate) struct ControlApi {
    pub(super) config: ControlConfig,
    authenticator: Authenticator,
    streams: Arc<Semaphore>,
}

impl ControlApi {
    pub(crate) fn new(config: ControlConfig) -> Self {
        let streams = Arc::new(Semaphore::new(STREAM_COUNT_MAX));
        Self { config, authenticator: Authenticator::default(), streams }
    }

    pub(super) fn hub(&self) -> &Arc<Hub> {
        &self.config.hub
    }

    pub(super) fn database(&self) -> &Database {
        self.config.hub.database()
    }

    pub(super) fn changes(&self) -> &Changes {
        self.config.hub.changes()
    }

    /// The caller that an `authorization` header names.
    pub(crate) async fn authenticate(&self, header: Option<&HeaderValue>) -> Result<Caller, Failure> {
        self.authenticator.authenticate(self.database(), header).await
    }

    /// Forgets the tokens that are remembered.
    pub(super) fn forget_tokens(&self) {
        self.authenticator.forget();
    }

    /// The right to one more stream; held for as long as it lasts.
    pub(super) fn stream_slot(&self) -> Result<OwnedSemaphorePermit, Failure> {
        Arc::clone(&self.streams).try_acquire_owned().map_err(|_| {
            let text = format!("{STREAM_COUNT_MAX} streams are open already; close some");
            Failure::new(ErrorKind::LimitExceeded, "TOO_MANY_STREAMS", text)
        })
    }

    /// The Machine that a caller names, when they have this access to it.
    pub(super) async fn machine(
        &self,
        caller: &Caller,
        access: Access,
        text: &str,
    ) -> Result<autovibe_proto::v1::Machine, Failure> {
        let scope = caller.project_id.as_deref();
        let machine = super::locate::find_machine(self.database(), text, scope).await?;
        caller.check(access, &machine.project_id)?;
        Ok(machine)
    }

    /// Writes a denied call into the audit log and passes the outcome on.
    pub(super) async fn noted<T>(
        &self,
        caller: &Caller,
        action: &str,
        outcome: Result<T, Failure>,
    ) -> Result<T, Failure> {
        if let Err(failure) = &outcome {
            if failure.kind == ErrorKind::PermissionDenied {
                self.record_denial(caller, action, failure).await;
            } else if failure.kind == ErrorKind::Internal {
                tracing::error!(
                    call = action,
                    error.reason = failure.reason,
                    error = failure.message,
                    "call failed"
                );
            }
        }
        outcome
    }

    async fn record_denial(&self, caller: &Caller, action: &str, failure: &Failure) {
        let record = AuditRecord {
            id: AuditRecordId::generate().into_string(),
            project_id: failure.metadata.get("project_id").cloned().unwrap_or_default(),
            actor: caller.sender(),
            action: action.to_owned(),
            subject_id: failure.metadata.get("machine_id").cloned().unwrap_or_default(),
            allowed: false,
            reason: failure.message.clone(),
            ..AuditRecord::default()
        };
        let writing = self.database().commit(CommitBuilder::new().insert(&record));
        match tokio::time::timeout(AUDIT_TIME_MAX, writing).await {
            Ok(Ok(_)) => {}
            Ok(Err(error)) => {
                tracing::error!(call = action, error = error.message, "a denial was not recorded")
            }
            Err(_) => tracing::error!(call = action, "a denial was not recorded in time"),
        }
    }
}

//! One connection of a guest: which Machine, which life, and what it may still do.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use autovibe_proto::{ErrorKind, Failure, MachineId};
use tokio::sync::Semaphore;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::allowance::Allowance;

/// How long the Machine's row is believed before it is read again.
const CHECK_INTERVAL: Duration = Duration::from_secs(1);
/// Bodies that are read at a time on one connection; the largest kind holds 8 MiB.
const BODY_COUNT_MAX: usize = 4;
/// More samples than one in this time are not kept.
const HEARTBEAT_INTERVAL: Duration = Duration::from_secs(4);

/// One connection; what it is comes from the ticket alone.
#[derive(Debug)]
pub(crate) struct GuestConnection {
    /// The Machine.
    pub(crate) machine_id: MachineId,
    /// Its life.
    pub(crate) incarnation: i64,
    /// Tells connections of one Machine apart.
    pub(crate) serial: u64,
    /// The Project of the Machine.
    pub(crate) project_id: String,
    /// Ends the connection.
    pub(crate) closing: CancellationToken,
    /// What the Machine's guest may do.
    pub(crate) allowance: Arc<Allowance>,
    /// The right to have a body read and handled; the others wait unread.
    pub(crate) bodies: Semaphore,
    is_greeted: AtomicBool,
    checked: Mutex<Option<Instant>>,
    sampled: Mutex<Option<Instant>>,
    has_used_token: OnceLock<()>,
}

impl GuestConnection {
    pub(crate) fn new(
        machine_id: MachineId,
        incarnation: i64,
        serial: u64,
        project_id: String,
        allowance: Arc<Allowance>,
    ) -> Self {
        Self {
            machine_id,
            incarnation,
            serial,
            project_id,
            closing: CancellationToken::new(),
            allowance,
            bodies: Semaphore::new(BODY_COUNT_MAX),
            is_greeted: AtomicBool::new(false),
            checked: Mutex::new(None),
            sampled: Mutex::new(None),
            has_used_token: OnceLock::new(),
        }
    }

    /// The guest has greeted on this connection.
    pub(crate) fn set_greeted(&self) {
        self.is_greeted.store(true, Ordering::Release);
    }

    /// True once the guest has greeted.
    pub(crate) fn is_greeted(&self) -> bool {
        self.is_greeted.load(Ordering::Acquire)
    }

    /// True at the first call with a token on this connection.
    pub(crate) fn is_first_token_use(&self) -> bool {
        self.has_used_token.set(()).is_ok()
    }

    /// True when the Machine's row has to be read again before the guest is believed.
    pub(crate) fn is_check_due(&self) -> bool {
        let checked = self.checked.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        checked.is_none_or(|at| at.elapsed() >= CHECK_INTERVAL)
    }

    /// The Machine's row still is of this life.
    pub(crate) fn set_checked(&self) {
        *self.checked.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(Instant::now());
    }

    /// True when the measurements of a heartbeat are to be kept.
    pub(crate) fn takes_sample(&self) -> bool {
        let mut sampled = self.sampled.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let is_due = sampled.is_none_or(|at| at.elapsed() >= HEARTBEAT_INTERVAL);
        if is_due {
            *sampled = Some(Instant::now());
        }
        is_due
    }

    /// The sender of this Machine's Messages.
    pub(crate) fn sender(&self) -> String {
        format!("machine/{}", self.machine_id)
    }
}

/// The refusal of a life that is over.
pub(crate) fn stale_incarnation() -> Failure {
    Failure::new(
        ErrorKind::PermissionDenied,
        "STALE_INCARNATION",
        "this life of the machine is over: connect again and greet",
    )
}

//! Watches one life: a stop, a continuation and the end are told as they are seen.

use std::sync::{Arc, Weak};
use std::time::Duration;

use autovibe_proto::node::v1::PowerState;
use serde_json::{Value, json};
use tokio::time::{Instant, interval, sleep_until, timeout};
use tokio_util::task::AbortOnDropHandle;

use super::console;
use super::hypervisor::Hypervisor;
use super::life::Life;
use super::process::QemuProcess;
use super::qmp::{QmpClient, QmpError, QmpEvent};

/// Another process of ours that is about to end may still hold the monitor.
const CONNECT_LIMIT: Duration = Duration::from_secs(5);

/// A verb stops and continues in one breath; only what lasts longer is told.
const SETTLE_TIME: Duration = Duration::from_millis(30);

const TRIM_INTERVAL: Duration = Duration::from_secs(10);

impl Hypervisor {
    /// Begins to watch a life; the watcher of the former life ends.
    pub(super) fn watch(self: &Arc<Self>, id: &str, incarnation: i64, life: &Life, process: QemuProcess) {
        let log = self.machine_folder(id).console_log();
        let watcher = Watcher {
            hypervisor: Arc::downgrade(self),
            id: id.to_owned(),
            incarnation,
            life: life.clone(),
            log,
            reason: None,
        };
        let task = AbortOnDropHandle::new(tokio::spawn(watcher.run(process)));
        self.machine_slots.get(id).set_watcher(Some(task));
    }
}

struct Watcher {
    hypervisor: Weak<Hypervisor>,
    id: String,
    incarnation: i64,
    life: Life,
    log: std::path::PathBuf,
    /// Why QEMU said that it will end.
    reason: Option<String>,
}

impl Watcher {
    async fn run(mut self, process: QemuProcess) {
        let events = self.life.events();
        let mut client = tokio::select! {
            biased;
            () = process.ended() => None,
            connected = QmpClient::connect(&events, CONNECT_LIMIT) => connected.ok(),
        };
        let mut trim = interval(TRIM_INTERVAL);
        // What happened before the connection is read from the state.
        let mut look_at = Some(Instant::now());
        loop {
            tokio::select! {
                biased;
                () = process.ended() => break,
                event = next_event(&mut client) => match event {
                    Ok(event) if self.take(&event) => look_at = Some(Instant::now() + SETTLE_TIME),
                    Ok(_) | Err(QmpError::Malformed) => {}
                    // Without events the end of the process is still seen.
                    Err(_) => client = None,
                },
                () = at(look_at) => {
                    look_at = None;
                    self.look(&mut client).await;
                }
                _ = trim.tick() => if let Err(error) = console::trim(&self.log) {
                    tracing::warn!(machine.id = %self.id, %error, "console log was not cut");
                },
            }
        }
        // The last words may still be in the socket.
        while let Ok(Ok(event)) = timeout(SETTLE_TIME, next_event(&mut client)).await {
            self.take(&event);
        }
        let detail = self.reason.take().unwrap_or_else(|| "the QEMU process ended unexpectedly".to_owned());
        self.tell(PowerState::Off, &detail);
    }

    /// Takes note of an event; tells whether the power may have changed.
    fn take(&mut self, event: &QmpEvent) -> bool {
        match event.name.as_str() {
            "STOP" | "RESUME" => true,
            "SHUTDOWN" => {
                let reason = event.data["reason"].as_str().unwrap_or("unknown");
                self.reason = Some(format!("the machine ended: {reason}"));
                false
            }
            _ => false,
        }
    }

    /// Reads the power back and tells it, unless a verb is at work, which tells it at its end.
    async fn look(&self, client: &mut Option<QmpClient>) {
        let Some(hypervisor) = self.hypervisor.upgrade() else { return };
        let Some(client) = client else { return };
        let slot = hypervisor.machine_slots.get(&self.id);
        let Some(_free) = slot.try_lock() else { return };
        if let Ok(status) = client.execute("query-status", json!({})).await {
            let (power, detail) = power_of(&status);
            self.tell(power, &detail);
        }
    }

    fn tell(&self, power: PowerState, detail: &str) {
        if let Some(hypervisor) = self.hypervisor.upgrade() {
            hypervisor.tell(&self.id, self.incarnation, power, detail);
        }
    }
}

/// What an answer to `query-status` means.
pub(super) fn power_of(status: &Value) -> (PowerState, String) {
    match status["status"].as_str().unwrap_or("unknown") {
        "running" => (PowerState::Running, String::new()),
        "paused" | "postmigrate" | "prelaunch" | "inmigrate" => (PowerState::Paused, String::new()),
        "io-error" => {
            (PowerState::Paused, "the disk could not be written; resume it when there is space".to_owned())
        }
        other => (PowerState::Paused, format!("QEMU says {other}")),
    }
}

async fn next_event(client: &mut Option<QmpClient>) -> Result<QmpEvent, QmpError> {
    match client {
        Some(client) => client.next_event().await,
        None => std::future::pending().await,
    }
}

async fn at(moment: Option<Instant>) {
    match moment {
        Some(moment) => sleep_until(moment).await,
        None => std::future::pending().await,
    }
}

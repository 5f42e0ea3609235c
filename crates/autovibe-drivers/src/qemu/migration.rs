//! Saving memory into a file and loading it: the sequences of monitor commands.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::{Instant, sleep, timeout};

use super::error::QemuError;
use super::qmp::{QmpClient, QmpError};

/// Sixty-four GiB to a slow disk; a migration that stands still longer is given up.
const MIGRATION_LIMIT: Duration = Duration::from_secs(600);

/// After a migration QEMU reports the end slightly before it accepts the next.
const CLEANUP_LIMIT: Duration = Duration::from_secs(10);

/// As many as the host is expected to have cores for; more were not faster.
const CHANNEL_COUNT: u32 = 2;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stream {
    /// Devices and every page that is not zero, each at its own offset.
    Everything,
    /// Devices only; memory is in a file that the process maps.
    Devices,
}

/// Saves a stopped machine.
pub(super) async fn save(monitor: &mut QmpClient, path: &Path, stream: Stream) -> Result<(), QemuError> {
    prepare(monitor, stream).await?;
    let uri = format!("file:{}", path.display());
    monitor.execute("migrate", json!({"uri": uri})).await.map_err(QemuError::monitor("save memory"))?;
    finish(monitor, "save memory").await
}

/// Loads into a process that waits; it then stands still at the saved point.
///
/// `tells_reason`: QEMU stays after a failure (9.1 and later), so that it can be asked why.
pub(super) async fn load(
    monitor: &mut QmpClient,
    path: &Path,
    stream: Stream,
    tells_reason: bool,
) -> Result<(), QemuError> {
    prepare(monitor, stream).await?;
    let mut arguments = json!({"uri": format!("file:{}", path.display())});
    if tells_reason {
        arguments["exit-on-error"] = Value::Bool(false);
    }
    monitor.execute("migrate-incoming", arguments).await.map_err(QemuError::monitor("load memory"))?;
    finish(monitor, "load memory").await
}

/// Stops a save that is still going on after our process was lost.
pub(super) async fn cancel(monitor: &mut QmpClient) -> Result<(), QmpError> {
    monitor.execute("migrate_cancel", json!({})).await.map(drop)
}

/// Lets a machine run, also right after a migration, when QEMU refuses for some milliseconds.
pub(super) async fn go_on(monitor: &mut QmpClient) -> Result<(), QmpError> {
    let deadline = Instant::now() + CLEANUP_LIMIT;
    loop {
        match monitor.execute("cont", json!({})).await {
            Err(QmpError::Refused { text, .. })
                if text.contains("not finalized") && Instant::now() < deadline =>
            {
                sleep(Duration::from_millis(1)).await;
            }
            outcome => return outcome.map(drop),
        }
    }
}

async fn prepare(monitor: &mut QmpClient, stream: Stream) -> Result<(), QemuError> {
    let everything = stream == Stream::Everything;
    let capabilities = json!({"capabilities": [
        {"capability": "events", "state": true},
        {"capability": "mapped-ram", "state": everything},
        {"capability": "multifd", "state": everything},
        {"capability": "x-ignore-shared", "state": !everything},
    ]});
    let deadline = Instant::now() + CLEANUP_LIMIT;
    loop {
        match monitor.execute("migrate-set-capabilities", capabilities.clone()).await {
            Ok(_) => break,
            Err(QmpError::Refused { text, .. })
                if text.contains("in progress") && Instant::now() < deadline =>
            {
                sleep(Duration::from_millis(5)).await;
            }
            Err(error) => return Err(QemuError::monitor("prepare a migration")(error)),
        }
    }
    let parameters = json!({"max-bandwidth": 0, "multifd-channels": CHANNEL_COUNT});
    monitor
        .execute("migrate-set-parameters", parameters)
        .await
        .map(drop)
        .map_err(QemuError::monitor("prepare a migration"))
}

/// Waits for the event that ends a migration.
async fn finish(monitor: &mut QmpClient, what: &'static str) -> Result<(), QemuError> {
    let ended = timeout(MIGRATION_LIMIT, async {
        loop {
            let event = monitor.next_event().await?;
            if event.name == "MIGRATION" {
                match event.data["status"].as_str() {
                    Some("completed") => return Ok(true),
                    Some("failed" | "cancelled") => return Ok(false),
                    _ => {}
                }
            }
        }
    });
    match ended.await {
        Ok(Ok(true)) => Ok(()),
        Ok(Ok(false)) => Err(QemuError::Migration { what, text: reason(monitor).await }),
        Ok(Err(error)) => Err(QemuError::monitor(what)(error)),
        Err(_) => {
            // The file is given up; what matters is that the machine can go on.
            let _ = cancel(monitor).await;
            Err(QemuError::Migration { what, text: format!("no end within {} s", MIGRATION_LIMIT.as_secs()) })
        }
    }
}

async fn reason(monitor: &mut QmpClient) -> String {
    let answer = monitor.execute("query-migrate", json!({})).await.unwrap_or_default();
    answer["error-desc"].as_str().unwrap_or("QEMU gave no reason").to_owned()
}

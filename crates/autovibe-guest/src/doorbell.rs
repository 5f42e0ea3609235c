//! The doorbell: a virtio port on which the node rings after a restore or fork, and to have the system end.
//!
//! The connection that the memory remembers is dead by then, and waiting for that to show would cost seconds.

use std::io::Read as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::hub::HubLink;

const PORT_NAME: &str = "org.autovibe.doorbell";
/// A port without a listener on the other side reads as ended at once, so it is looked at again and again:
/// half of this time is lost at each fork and restore, and an idle Machine wakes up this often.
const LOOK_AGAIN: Duration = Duration::from_millis(20);
/// Not every hypervisor has such a port, and it may show up late: one minute.
const SEARCH_LIMIT: u32 = 3_000;

/// Listens in a thread of its own, as the port blocks.
pub(crate) fn listen(link: Arc<HubLink>) {
    let listening = std::thread::Builder::new().name("doorbell".to_owned()).spawn(move || {
        for _ in 0..SEARCH_LIMIT {
            if let Some(path) = find_port() {
                listen_on(&path, &link);
                return;
            }
            std::thread::sleep(LOOK_AGAIN);
        }
        tracing::info!("there is no doorbell");
    });
    if let Err(error) = listening {
        tracing::error!(%error, "no thread for the doorbell");
    }
}

fn listen_on(path: &PathBuf, link: &HubLink) {
    let mut port = match fs_err::OpenOptions::new().read(true).open(path) {
        Ok(port) => port,
        Err(error) => {
            tracing::error!(%error, "doorbell");
            return;
        }
    };
    tracing::info!(path = %path.display(), "listening for the doorbell");
    let mut bytes = [0_u8; 256];
    loop {
        match port.read(&mut bytes) {
            Ok(0) => std::thread::sleep(LOOK_AGAIN),
            Ok(length) if bytes[..length].starts_with(b"poweroff") => power_off(),
            // Whatever else the line says, it means the same: the connection is to be made anew.
            Ok(length) if bytes[..length].contains(&b'\n') => {
                tracing::info!("the doorbell rang");
                link.reconnect();
            }
            Ok(_) => {}
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => {
                tracing::warn!(%error, "doorbell");
                std::thread::sleep(LOOK_AGAIN);
            }
        }
    }
}

/// The orderly end of the system; without one the node takes the power away after its grace.
fn power_off() {
    tracing::info!("told to power off");
    // Whatever the system does with its grace, what was written is on the disk.
    rustix::fs::sync();
    let ended = std::process::Command::new("systemctl").arg("poweroff").status();
    if !ended.is_ok_and(|status| status.success()) {
        tracing::error!("systemctl poweroff failed");
    }
}

fn find_port() -> Option<PathBuf> {
    let by_name = PathBuf::from(format!("/dev/virtio-ports/{PORT_NAME}"));
    if by_name.exists() {
        return Some(by_name);
    }
    // Without a device manager that names ports.
    for entry in std::path::Path::new("/sys/class/virtio-ports").read_dir().ok()?.flatten() {
        let name = fs_err::read_to_string(entry.path().join("name")).unwrap_or_default();
        if name.trim() == PORT_NAME {
            return Some(PathBuf::from("/dev").join(entry.file_name()));
        }
    }
    None
}

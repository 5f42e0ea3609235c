//! One QEMU process from its start to its end, with the files that belong to it alone.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use autovibe_hypervisor::DriverError;
use autovibe_proto::node::v1::GuestSeed;

use super::argv::{self, Launch, MemoryBacking};
use super::error::QemuError;
use super::hypervisor::Hypervisor;
use super::machine::MachineShape;
use super::process::QemuProcess;
use super::program::run;
use super::qmp::QmpClient;
use super::{file, image, layer, seed};

/// A start takes a tenth of a second; a host under heavy load was seen to need several.
const START_LIMIT: Duration = Duration::from_secs(60);

/// Time for a monitor that another client holds to become free.
const MONITOR_LIMIT: Duration = Duration::from_secs(5);

/// Enters the control groups, then becomes QEMU, so that every byte is counted.
const ENTER_SCRIPT: &str = r#"count=$1; shift
while [ "$count" -gt 0 ]; do echo $$ >"$1" || exit 71; shift; count=$((count - 1)); done
exec "$@""#;

/// Where one life has its files.
#[derive(Debug, Clone)]
pub(super) struct Life {
    /// What the process is called.
    pub(super) name: String,
    /// Control group.
    group: String,
    pub(super) folder: PathBuf,
    pub(super) sockets: PathBuf,
    console_log: PathBuf,
    guest_socket: PathBuf,
}

impl Life {
    pub(super) fn qmp(&self) -> PathBuf {
        self.sockets.join("qmp")
    }

    pub(super) fn events(&self) -> PathBuf {
        self.sockets.join("events")
    }

    pub(super) fn doorbell(&self) -> PathBuf {
        self.sockets.join("doorbell")
    }

    /// The process, if it runs.
    pub(super) fn process(&self) -> Option<QemuProcess> {
        QemuProcess::find(&argv::pid_file(&self.folder))
    }

    /// Connects to the monitor for commands.
    pub(super) async fn monitor(&self) -> Result<QmpClient, QemuError> {
        QmpClient::connect(&self.qmp(), MONITOR_LIMIT).await.map_err(QemuError::monitor("reach the monitor"))
    }
}

/// What a life begins with.
#[derive(Debug)]
pub(super) struct Beginning<'a> {
    pub(super) shape: &'a MachineShape,
    /// Topmost disk layer.
    pub(super) disk: &'a Path,
    pub(super) disk_node: String,
    pub(super) seed: Option<&'a GuestSeed>,
    pub(super) memory: MemoryBacking,
    /// Wait for saved memory instead of booting.
    pub(super) incoming: bool,
}

impl Hypervisor {
    /// The places of a Machine's life.
    pub(super) fn life(&self, id: &str, number: u64) -> Life {
        let machine = self.machine_folder(id);
        Life {
            name: id.to_owned(),
            group: format!("{id}-{number}"),
            folder: machine.life(number),
            sockets: self.sockets.join(id).join(number.to_string()),
            console_log: machine.console_log(),
            guest_socket: self.guest_socket(id),
        }
    }

    /// The places of the passing life that turns a Checkpoint into a template.
    pub(super) fn template_life(&self, checkpoint: &str, folder: &Path) -> Life {
        let life = folder.join("life");
        Life {
            name: checkpoint.to_owned(),
            group: checkpoint.to_owned(),
            sockets: self.sockets.join(checkpoint),
            console_log: life.join("console.log"),
            guest_socket: life.join("guest.sock"),
            folder: life,
        }
    }

    pub(super) fn guest_socket(&self, id: &str) -> PathBuf {
        self.sockets.join(id).join("guest.sock")
    }

    /// The disk layer that a life writes to.
    pub(super) fn disk_of(&self, top: &str) -> (PathBuf, String) {
        (self.layers.path(top), layer::node_name(top))
    }

    /// Starts a process; when this returns its monitors listen.
    pub(super) async fn begin(&self, life: &Life, beginning: Beginning<'_>) -> Result<(), DriverError> {
        let image = image::find(&self.config.image_store, &beginning.shape.image_digest)?;
        for folder in [&life.folder, &life.sockets] {
            file::create_private_folder(folder)?;
        }
        seed::write(&life.folder.join("seed.img"), beginning.seed)?;
        let generation_id = new_generation_id()?;
        let arguments = argv::render(&Launch {
            name: &life.name,
            shape: beginning.shape,
            kernel: &image.kernel,
            initrd: &image.initrd,
            disk: beginning.disk,
            disk_node: &beginning.disk_node,
            folder: &life.folder,
            sockets: &life.sockets,
            console_log: &life.console_log,
            relay: &self.config.relay,
            guest_socket: &life.guest_socket,
            memory: beginning.memory,
            incoming: beginning.incoming,
            generation_id: &generation_id,
        });
        touch_private(&life.console_log)?;
        let entries = self
            .limits
            .create_group(&life.group, &beginning.shape.spec, &beginning.shape.accelerator)
            .map_err(QemuError::file("limit QEMU"))?;
        let mut words = vec!["-c".into(), ENTER_SCRIPT.into(), "sh".into(), entries.len().to_string().into()];
        words.extend(entries.into_iter().map(PathBuf::into_os_string));
        words.push(self.program.path.clone().into_os_string());
        words.extend(arguments.into_iter().map(Into::into));
        let output = run(Path::new("/bin/sh"), words, START_LIMIT).await?;
        if output.status.success() && life.process().is_some() {
            return Ok(());
        }
        let text: String = String::from_utf8_lossy(&output.stderr).trim().chars().take(2000).collect();
        let text = if text.is_empty() { format!("it ended with {}", output.status) } else { text };
        Err(QemuError::Start { text }.into())
    }

    /// Ends a process hard, if it runs, and removes the files of its life.
    pub(super) async fn end(&self, life: &Life) -> Result<(), DriverError> {
        if let Some(process) = life.process() {
            process.kill().await?;
        }
        self.clear(life)
    }

    /// Removes the files of a life whose process has ended.
    pub(super) fn clear(&self, life: &Life) -> Result<(), DriverError> {
        self.limits.remove_group(&life.group);
        file::remove_folder(&life.sockets)?;
        file::remove_folder(&life.folder)?;
        Ok(())
    }
}

/// Makes the log exist before QEMU does, so that only we may read it.
fn touch_private(path: &Path) -> Result<(), QemuError> {
    fs_err::OpenOptions::new()
        .append(true)
        .create(true)
        .open(path)
        .and_then(|_| fs_err::set_permissions(path, std::fs::Permissions::from_mode(0o600)))
        .map_err(QemuError::file("make console log"))
}

/// A random UUID: guests with a driver for it reseed their random numbers when it changes.
fn new_generation_id() -> Result<String, QemuError> {
    let mut bytes = [0; 16];
    rustix::rand::getrandom(&mut bytes, rustix::rand::GetRandomFlags::empty())
        .map_err(|error| QemuError::file("make generation id")(error.into()))?;
    let text = hex::encode(bytes);
    Ok([&text[..8], &text[8..12], &text[12..16], &text[16..20], &text[20..]].join("-"))
}

//! From a Machine's shape to QEMU's arguments; pure.
//!
//! Device ids, their addresses and their order are part of what saved memory is bound to: a change here
//! makes older Checkpoints unreadable, so it needs a new machine format.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::config::RelayCommand;
use super::machine::MachineShape;

/// Where guests find their Hub; the seed says the same.
const GUEST_FORWARD: &str = "tcp:10.0.2.100:8443";

/// The same for every Machine: each has a network of its own, so forks never meet.
const MAC_ADDRESS: &str = "52:54:00:12:34:56";

/// Read by the Image's first program.
const ADDRESS_PARAMETER: &str = "ip=10.0.2.15::10.0.2.2:255.255.255.0:machine:eth0:off";

/// How the guest's memory is backed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum MemoryBacking {
    /// Of its own.
    Own,
    /// A file that the process writes.
    Shared(PathBuf),
    /// A file that is read until a page is written; it may be closed for writing.
    Private {
        /// The file.
        path: PathBuf,
        /// Where in the file the memory begins.
        offset_bytes: u64,
    },
}

/// One start of a QEMU process.
#[derive(Debug)]
pub(super) struct Launch<'a> {
    pub(super) name: &'a str,
    pub(super) shape: &'a MachineShape,
    pub(super) kernel: &'a Path,
    pub(super) initrd: &'a Path,
    /// Topmost disk layer and the name of its node.
    pub(super) disk: &'a Path,
    pub(super) disk_node: &'a str,
    /// Folder of this life, and the folder of its sockets.
    pub(super) folder: &'a Path,
    pub(super) sockets: &'a Path,
    pub(super) console_log: &'a Path,
    pub(super) relay: &'a RelayCommand,
    pub(super) guest_socket: &'a Path,
    pub(super) memory: MemoryBacking,
    /// Wait for saved memory instead of booting.
    pub(super) incoming: bool,
    /// New for every life, as a UUID.
    pub(super) generation_id: &'a str,
}

/// Name of the file that holds the process number.
pub(super) fn pid_file(folder: &Path) -> PathBuf {
    folder.join("pid")
}

/// Completes the Image's kernel command line.
pub(super) fn command_line(of_image: &str, accelerator: &str) -> String {
    let mut words: Vec<&str> = of_image.split_whitespace().collect();
    if !words.iter().any(|word| word.starts_with("ip=")) {
        words.push(ADDRESS_PARAMETER);
    }
    // Emulated processors leak nothing by speculation, but pay for every countermeasure.
    if accelerator == "tcg" && !words.iter().any(|word| word.starts_with("mitigations=")) {
        words.push("mitigations=off");
    }
    words.join(" ")
}

/// Gives the arguments after the program's name.
pub(super) fn render(launch: &Launch<'_>) -> Vec<String> {
    let mut argv = Argv(Vec::new());
    machine(&mut argv, launch);
    disks(&mut argv, launch);
    channels(&mut argv, launch);
    // Source: QEMU, "-sandbox". Denying new privileges would also deny the daemon its new session, and
    // denying new processes would deny the relay.
    argv.add("-sandbox", "on,obsolete=deny,resourcecontrol=deny");
    argv.add("-pidfile", text(&pid_file(launch.folder)));
    argv.flag("-daemonize");
    if launch.incoming {
        argv.flag("-S");
        argv.add("-incoming", "defer");
    }
    argv.0
}

struct Argv(Vec<String>);

impl Argv {
    fn flag(&mut self, name: &str) {
        self.0.push(name.to_owned());
    }

    fn add(&mut self, name: &str, value: impl Into<String>) {
        self.0.extend([name.to_owned(), value.into()]);
    }
}

fn machine(argv: &mut Argv, launch: &Launch<'_>) {
    let shape = launch.shape;
    argv.add("-name", format!("guest={}", launch.name));
    for flag in ["-nodefaults", "-no-user-config", "-no-reboot"] {
        argv.flag(flag);
    }
    argv.add("-display", "none");
    argv.add("-machine", format!("{},memory-backend=ram0", shape.machine_type));
    let threads = if shape.accelerator == "tcg" { ",thread=multi" } else { "" };
    argv.add("-accel", format!("{}{threads}", shape.accelerator));
    argv.add("-cpu", &shape.cpu_model);
    argv.add("-smp", shape.spec.vcpu_count.to_string());
    argv.add("-m", format!("{}M", shape.spec.memory_bytes >> 20));
    let size = shape.spec.memory_bytes;
    let memory = match &launch.memory {
        MemoryBacking::Own => json!({"qom-type": "memory-backend-ram", "id": "ram0", "size": size}),
        MemoryBacking::Shared(path) => json!({
            "qom-type": "memory-backend-file", "id": "ram0", "size": size, "mem-path": text(path), "share": true,
        }),
        MemoryBacking::Private { path, offset_bytes } => json!({
            "qom-type": "memory-backend-file", "id": "ram0", "size": size, "mem-path": text(path), "share": false,
            "offset": offset_bytes, "readonly": true, "rom": "off",
        }),
    };
    argv.add("-object", memory.to_string());
    argv.add("-kernel", text(launch.kernel));
    argv.add("-initrd", text(launch.initrd));
    argv.add("-append", &shape.command_line);
    argv.add("-device", format!("vmgenid,id=generation0,guid={}", launch.generation_id));
    argv.add("-device", "virtio-rng-pci,id=rng0,bus=pcie.0,addr=0x5");
}

fn disks(argv: &mut Argv, launch: &Launch<'_>) {
    let root = json!({
        "driver": "qcow2", "node-name": launch.disk_node, "discard": "unmap",
        "file": {"driver": "file", "filename": text(launch.disk), "discard": "unmap"},
    });
    argv.add("-blockdev", root.to_string());
    argv.add("-device", format!("virtio-blk-pci,id=disk0,drive={},bus=pcie.0,addr=0x3", launch.disk_node));
    let seed = json!({
        "driver": "raw", "node-name": "seed", "read-only": true,
        "file": {"driver": "file", "filename": text(&launch.folder.join("seed.img")), "read-only": true},
    });
    argv.add("-blockdev", seed.to_string());
    argv.add("-device", "virtio-blk-pci,id=disk1,drive=seed,serial=autovibe-seed,bus=pcie.0,addr=0x4");
}

fn channels(argv: &mut Argv, launch: &Launch<'_>) {
    let socket = |id: &str| {
        format!("socket,id={id},path={},server=on,wait=off", escaped(&text(&launch.sockets.join(id))))
    };
    let relay: Vec<String> = [text(&launch.relay.program)]
        .into_iter()
        .chain(launch.relay.arguments.iter().cloned())
        .chain([text(launch.guest_socket)])
        .map(|word| quoted(&word))
        .collect();
    let forward = escaped(&format!("{GUEST_FORWARD}-cmd:{}", relay.join(" ")));
    argv.add("-netdev", format!("user,id=net0,restrict=on,ipv6=off,guestfwd={forward}"));
    argv.add(
        "-device",
        format!("virtio-net-pci,id=nic0,netdev=net0,mac={MAC_ADDRESS},romfile=,bus=pcie.0,addr=0x2"),
    );
    argv.add("-chardev", socket("doorbell"));
    argv.add("-device", "virtio-serial-pci,id=serial0,max_ports=2,bus=pcie.0,addr=0x6");
    argv.add(
        "-device",
        "virtserialport,id=port0,bus=serial0.0,nr=1,chardev=doorbell,name=org.autovibe.doorbell",
    );
    // Appending lets the log be cut while QEMU writes to it.
    argv.add("-chardev", format!("file,id=console,path={},append=on", escaped(&text(launch.console_log))));
    argv.add("-serial", "chardev:console");
    // A monitor serves one client: the second is for the one that listens to events.
    for id in ["qmp", "events"] {
        argv.add("-chardev", socket(id));
        argv.add("-mon", format!("chardev={id},mode=control"));
    }
}

/// QEMU splits options at commas unless they are doubled.
fn escaped(value: &str) -> String {
    value.replace(',', ",,")
}

/// The relay's command line is split by the rules of a shell.
fn quoted(word: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/._-=:@".contains(&byte);
    if !word.is_empty() && word.bytes().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests;

//! The arguments of a bare QEMU process: the devices of our driver, no more and no less; pure.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::super::shape::{MEMORY_MIB, Shape};

/// How the guest's memory is backed.
#[derive(Debug, Clone)]
pub(super) enum Memory {
    /// Of its own.
    Own,
    /// A file that the process writes.
    Shared(PathBuf),
    /// A file that is read until a page is written.
    Private(PathBuf),
}

/// One start of a process.
#[derive(Debug)]
pub(super) struct Launch<'a> {
    pub(super) shape: &'a Shape,
    pub(super) initrd: &'a Path,
    pub(super) command_line: &'a str,
    /// Topmost disk layer and the name of its node.
    pub(super) disk: &'a Path,
    pub(super) node: &'a str,
    /// The disk in place of the seed.
    pub(super) seed: &'a Path,
    /// Folder for sockets and console.
    pub(super) folder: &'a Path,
    /// Program that joins the guest's connection with a socket.
    pub(super) relay: &'a Path,
    pub(super) memory: &'a Memory,
    /// Wait for saved memory instead of booting.
    pub(super) incoming: bool,
}

/// Gives the arguments after the program's name.
pub(super) fn render(launch: &Launch<'_>) -> Vec<String> {
    let shape = launch.shape;
    let threads = if shape.accelerator == "tcg" { ",thread=multi" } else { "" };
    let bytes = u64::from(MEMORY_MIB) << 20;
    let memory = match launch.memory {
        Memory::Own => json!({"qom-type": "memory-backend-ram", "id": "ram0", "size": bytes}),
        Memory::Shared(path) => {
            json!({"qom-type": "memory-backend-file", "id": "ram0", "size": bytes, "mem-path": path, "share": true})
        }
        Memory::Private(path) => {
            json!({"qom-type": "memory-backend-file", "id": "ram0", "size": bytes, "mem-path": path, "share": false})
        }
    };
    let disk = json!({
        "driver": "qcow2", "node-name": launch.node, "discard": "unmap",
        "file": {"driver": "file", "filename": launch.disk, "discard": "unmap"},
    });
    let seed = json!({
        "driver": "raw", "node-name": "seed", "read-only": true,
        "file": {"driver": "file", "filename": launch.seed, "read-only": true},
    });
    let in_folder = |name: &str| escaped(&launch.folder.join(name));
    let socket = |name: &str| format!("socket,id={name},path={},server=on,wait=off", in_folder(name));
    let forward = format!("{} relay {}", escaped(launch.relay), in_folder("guest"));
    let mut argv = vec!["-nodefaults".to_owned(), "-no-user-config".to_owned(), "-no-reboot".to_owned()];
    let mut add = |name: &str, value: String| argv.extend([name.to_owned(), value]);
    add("-display", "none".to_owned());
    add("-machine", format!("{},memory-backend=ram0", shape.machine_type));
    add("-accel", format!("{}{threads}", shape.accelerator));
    add("-cpu", shape.cpu_model.clone());
    add("-smp", shape.vcpu_count.to_string());
    add("-m", format!("{MEMORY_MIB}M"));
    add("-object", memory.to_string());
    add("-kernel", shape.image.join("vmlinuz").to_string_lossy().into_owned());
    add("-initrd", launch.initrd.to_string_lossy().into_owned());
    add("-append", launch.command_line.to_owned());
    add("-device", "vmgenid,id=generation0,guid=auto".to_owned());
    add("-device", "virtio-rng-pci,id=rng0,bus=pcie.0,addr=0x5".to_owned());
    add("-blockdev", disk.to_string());
    add("-device", format!("virtio-blk-pci,id=disk0,drive={},bus=pcie.0,addr=0x3", launch.node));
    add("-blockdev", seed.to_string());
    add("-device", "virtio-blk-pci,id=disk1,drive=seed,serial=autovibe-seed,bus=pcie.0,addr=0x4".to_owned());
    add("-netdev", format!("user,id=net0,restrict=on,ipv6=off,guestfwd=tcp:10.0.2.100:8443-cmd:{forward}"));
    add(
        "-device",
        "virtio-net-pci,id=nic0,netdev=net0,mac=52:54:00:12:34:56,romfile=,bus=pcie.0,addr=0x2".to_owned(),
    );
    add("-chardev", socket("doorbell"));
    add("-device", "virtio-serial-pci,id=serial0,max_ports=2,bus=pcie.0,addr=0x6".to_owned());
    add(
        "-device",
        "virtserialport,id=port0,bus=serial0.0,nr=1,chardev=doorbell,name=org.autovibe.doorbell".to_owned(),
    );
    add("-chardev", format!("file,id=console,path={}", in_folder("console")));
    add("-serial", "chardev:console".to_owned());
    add("-chardev", socket("qmp"));
    add("-mon", "chardev=qmp,mode=control".to_owned());
    add("-sandbox", "on,obsolete=deny,resourcecontrol=deny".to_owned());
    if launch.incoming {
        add("-incoming", "defer".to_owned());
        argv.push("-S".to_owned());
    }
    argv
}

/// QEMU splits options at commas unless they are doubled.
fn escaped(path: &Path) -> String {
    path.to_string_lossy().replace(',', ",,")
}

//! What the QEMU driver is told by the composition root.

use std::path::PathBuf;

/// Where the driver keeps its files and which programs it uses.
#[derive(Debug, Clone)]
pub struct QemuConfig {
    /// Folder for Machines, layers and Checkpoints; one process at a time may use it.
    pub folder: PathBuf,
    /// Folder with one sub-folder per Image, named by its digest.
    pub image_store: PathBuf,
    /// What joins a guest's connection to the Machine's guest socket.
    pub relay: RelayCommand,
    /// Which accelerator may be used.
    pub accelerator: AcceleratorChoice,
    /// The QEMU program: a path, or a name that is searched in `PATH`.
    pub program: PathBuf,
    /// Folder for sockets; `None` takes `folder`, or a short one when its path is too long for a socket.
    pub socket_folder: Option<PathBuf>,
    /// Named processor model; `None` takes one that every x86-64 host offers.
    pub cpu_model: Option<String>,
}

impl QemuConfig {
    /// Gives a configuration with the usual program and the accelerator chosen by proof.
    #[must_use]
    pub fn new(folder: PathBuf, image_store: PathBuf, relay: RelayCommand) -> Self {
        Self {
            folder,
            image_store,
            relay,
            accelerator: AcceleratorChoice::Auto,
            program: PathBuf::from("qemu-system-x86_64"),
            socket_folder: None,
            cpu_model: None,
        }
    }
}

/// The program that QEMU starts for each connection of a guest.
///
/// The path of the Machine's guest socket is appended as the last argument. The program joins that socket
/// with its own standard input and output, and ends when either side does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelayCommand {
    /// Absolute path of the program.
    pub program: PathBuf,
    /// Arguments before the socket path.
    pub arguments: Vec<String>,
}

/// Which accelerator may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AcceleratorChoice {
    /// KVM if a guest kernel was seen to boot with it, else emulation.
    #[default]
    Auto,
    /// KVM only; without proof the driver does not open.
    Kvm,
    /// Emulation only.
    Tcg,
}

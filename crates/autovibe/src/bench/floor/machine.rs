//! One bare QEMU process: started, loaded, saved, ended.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use serde_json::json;
use tokio::io::AsyncWriteExt as _;
use tokio::net::UnixStream;
use tokio::process::{Child, Command};

use super::super::error::BenchError;
use super::super::process::memory_mib;
use super::argv::{Launch, Memory, render};
use super::channel::Channel;
use super::disk::Layer;
use super::host::FloorHost;
use super::monitor::Monitor;

/// QEMU opens its sockets within a tenth of a second; a loaded host takes longer.
const START_LIMIT: Duration = Duration::from_secs(20);

/// The ways of saving and loading memory as a checkpoint.
const CHECKPOINT_WAYS: &[&str] = &["mapped-ram", "multifd"];

/// The way of saving and loading what is not memory.
const TEMPLATE_WAYS: &[&str] = &["x-ignore-shared"];

/// What a bare virtual machine starts from.
#[derive(Debug)]
pub(super) enum Origin<'a> {
    /// The Image's kernel.
    Boot,
    /// Saved memory.
    Checkpoint(&'a Path),
    /// Saved memory, to make a template of it; never runs.
    TemplateOf { checkpoint: &'a Path, ram: &'a Path },
    /// A template.
    Template { ram: &'a Path, devices: &'a Path },
}

/// A bare QEMU process; ended when dropped.
#[derive(Debug)]
pub(in crate::bench) struct FloorMachine {
    child: Child,
    monitor: Monitor,
    channel: Channel,
    layer: Layer,
    doorbell: PathBuf,
    console: PathBuf,
    /// Closing it would tell the responder that nobody is there.
    ring: Option<UnixStream>,
}

/// What is made before the clock starts.
#[derive(Debug)]
pub(super) struct Prepared {
    folder: PathBuf,
    layer: Layer,
    channel: Channel,
}

impl Prepared {
    /// Makes folder, disk layer and listening socket of a machine.
    pub(super) fn new(folder: PathBuf, layer: Layer) -> Result<Prepared, BenchError> {
        let channel = Channel::listen(&folder.join("guest"))?;
        Ok(Prepared { folder, layer, channel })
    }

    /// Starts the process; saved memory is loaded, but does not run yet.
    pub(super) async fn start(
        self,
        host: &FloorHost,
        origin: Origin<'_>,
    ) -> Result<FloorMachine, BenchError> {
        let memory = match &origin {
            Origin::Boot | Origin::Checkpoint(_) => Memory::Own,
            Origin::TemplateOf { ram, .. } => Memory::Shared((*ram).to_owned()),
            Origin::Template { ram, .. } => Memory::Private((*ram).to_owned()),
        };
        let arguments = render(&Launch {
            shape: &host.shape,
            initrd: &host.initrd,
            command_line: &host.command_line,
            disk: &self.layer.path,
            node: &self.layer.node,
            seed: &host.seed,
            folder: &self.folder,
            relay: &host.program,
            memory: &memory,
            incoming: !matches!(origin, Origin::Boot),
        });
        let words =
            fs_err::File::create(self.folder.join("words")).map_err(BenchError::file("make a log"))?;
        let mut child = Command::new("qemu-system-x86_64")
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(words.into_parts().0)
            .kill_on_drop(true)
            .spawn()
            .map_err(BenchError::file("start QEMU"))?;
        let socket = self.folder.join("qmp");
        let monitor = tokio::select! {
            monitor = Monitor::connect(&socket, START_LIMIT) => monitor?,
            _ = child.wait() => {
                let words = fs_err::read_to_string(self.folder.join("words")).unwrap_or_default();
                return Err(BenchError::Ended { what: "QEMU".to_owned(), words });
            }
        };
        let mut machine = FloorMachine {
            child,
            monitor,
            channel: self.channel,
            layer: self.layer,
            doorbell: self.folder.join("doorbell"),
            console: self.folder.join("console"),
            ring: None,
        };
        match origin {
            Origin::Boot => machine.monitor.set_ways(CHECKPOINT_WAYS).await?,
            Origin::Checkpoint(memory) | Origin::TemplateOf { checkpoint: memory, .. } => {
                machine.monitor.set_ways(CHECKPOINT_WAYS).await?;
                machine.monitor.migrate("migrate-incoming", memory).await?;
            }
            Origin::Template { devices, .. } => {
                machine.monitor.set_ways(TEMPLATE_WAYS).await?;
                machine.monitor.migrate("migrate-incoming", devices).await?;
            }
        }
        Ok(machine)
    }
}

impl FloorMachine {
    /// Lets loaded memory run, and wakes the responder that remembers a dead connection.
    pub(super) async fn run_on(&mut self) -> Result<(), BenchError> {
        let mut ring =
            UnixStream::connect(&self.doorbell).await.map_err(BenchError::file("reach the doorbell"))?;
        ring.write_all(b"reborn\n").await.map_err(BenchError::file("ring the doorbell"))?;
        self.ring = Some(ring);
        self.monitor.execute("cont", json!({})).await?;
        Ok(())
    }

    /// Waits until the responder has run a program.
    pub(super) async fn exec(&mut self) -> Result<(), BenchError> {
        self.channel.exec().await.map_err(|error| match error {
            // A responder that does not run has said why.
            BenchError::TimedOut { what, .. } => BenchError::Ended {
                what: what.to_owned(),
                words: fs_err::read_to_string(&self.console).unwrap_or_default(),
            },
            error => error,
        })
    }

    /// Stops, puts `next` on top of the disk, saves memory, goes on; gives the pause and the frozen layer.
    pub(super) async fn checkpoint(
        &mut self,
        memory: &Path,
        next: Layer,
    ) -> Result<(Duration, Layer), BenchError> {
        let overlay = json!({
            "driver": "qcow2", "node-name": next.node, "discard": "unmap", "backing": null,
            "file": {"driver": "file", "filename": next.path, "discard": "unmap"},
        });
        self.monitor.execute("blockdev-add", overlay).await?;
        let freeze = json!({"actions": [
            {"type": "blockdev-snapshot", "data": {"node": self.layer.node, "overlay": next.node}},
        ]});
        let begin = tokio::time::Instant::now();
        self.monitor.execute("stop", json!({})).await?;
        self.monitor.execute("transaction", freeze).await?;
        self.monitor.migrate("migrate", memory).await?;
        self.monitor.execute_when_settled("cont", json!({})).await?;
        let pause = begin.elapsed();
        Ok((pause, std::mem::replace(&mut self.layer, next)))
    }

    /// Saves what is not memory; the memory's file holds the rest.
    pub(super) async fn save_devices(&mut self, devices: &Path) -> Result<(), BenchError> {
        self.monitor.set_ways(TEMPLATE_WAYS).await?;
        self.monitor.migrate("migrate", devices).await
    }

    /// Halts the processors or lets them go on.
    pub(super) async fn set_running(&mut self, running: bool) -> Result<(), BenchError> {
        self.monitor.execute(if running { "cont" } else { "stop" }, json!({})).await?;
        Ok(())
    }

    /// The written disk layer.
    pub(super) fn layer_path(&self) -> &Path {
        &self.layer.path
    }

    /// Version of the program.
    pub(super) async fn qemu_version(&mut self) -> Result<String, BenchError> {
        let answer = self.monitor.execute("query-version", json!({})).await?;
        let part = |name: &str| answer["qemu"][name].to_string();
        Ok([part("major"), part("minor"), part("micro")].join("."))
    }

    /// Its share of memory in MiB.
    pub(in crate::bench) fn memory_mib(&self) -> Result<f64, BenchError> {
        let pid = self.child.id().and_then(|pid| i32::try_from(pid).ok());
        let gone = || BenchError::Ended { what: "QEMU".to_owned(), words: String::new() };
        memory_mib(pid.ok_or_else(gone)?)
    }

    /// Ends the process and waits until it is gone.
    pub(in crate::bench) async fn end(mut self) -> Result<(), BenchError> {
        self.child.kill().await.map_err(BenchError::file("end QEMU"))
    }
}

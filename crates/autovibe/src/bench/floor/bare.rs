//! What bare QEMU reaches on this computer, operation by operation.

use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::time::{Instant, sleep};

use super::super::error::BenchError;
use super::super::shape::Shape;
use super::disk::Layer;
use super::host::FloorHost;
use super::machine::{FloorMachine, Origin, Prepared};

/// After its boot a guest still finishes a few things.
const SETTLE: Duration = Duration::from_secs(3);

/// Halted processors get going again.
const BREATH: Duration = Duration::from_millis(300);

/// The floor: bare QEMU processes that do what our Machines do, and nothing else.
#[derive(Debug)]
pub(in crate::bench) struct Floor {
    host: FloorHost,
    folder: PathBuf,
    count: usize,
    base: Option<Base>,
}

/// The virtual machine that checkpoints are made of, and its newest checkpoint.
#[derive(Debug)]
struct Base {
    machine: FloorMachine,
    /// The newest checkpoint: saved memory and the disk layer below it.
    memory: PathBuf,
    frozen: PathBuf,
    /// Memory and devices of the template, once it is made.
    template: Option<(PathBuf, PathBuf)>,
}

impl Floor {
    /// Writes the files that every bare virtual machine needs.
    pub(in crate::bench) fn new(
        folder: PathBuf,
        shape: Shape,
        program: PathBuf,
    ) -> Result<Floor, BenchError> {
        let host = FloorHost::create(&folder, shape, program)?;
        Ok(Floor { host, folder, count: 0, base: None })
    }

    /// Boots a virtual machine; gives the time to the first exec.
    pub(in crate::bench) async fn create(&mut self) -> Result<Duration, BenchError> {
        let (took, machine) = self.boot().await?;
        machine.end().await?;
        Ok(took)
    }

    /// Boots the virtual machine that the other operations need; gives QEMU's version.
    pub(in crate::bench) async fn open(&mut self) -> Result<String, BenchError> {
        let (_, mut machine) = self.boot().await?;
        sleep(SETTLE).await;
        let version = machine.qemu_version().await?;
        let image = self.image_disk();
        self.base = Some(Base { machine, memory: PathBuf::new(), frozen: image, template: None });
        self.checkpoint().await?;
        Ok(version)
    }

    /// Makes a checkpoint in place of the one before; gives the pause.
    pub(in crate::bench) async fn checkpoint(&mut self) -> Result<Duration, BenchError> {
        let number = self.next();
        let top = self.base()?.machine.layer_path().to_owned();
        let next = Layer::create(&self.folder, number, &top).await?;
        let memory = self.folder.join(format!("{number}.memory"));
        let base = self.base.as_mut().ok_or_else(closed)?;
        base.machine.set_running(true).await?;
        sleep(BREATH).await;
        let (pause, frozen) = base.machine.checkpoint(&memory, next).await?;
        // Its responder looks around a hundred times a second, which must not slow what is measured next.
        base.machine.set_running(false).await?;
        // Removed at once, so that it is not written back while something else is measured.
        let _ = fs_err::remove_file(std::mem::replace(&mut base.memory, memory));
        base.frozen = frozen.path;
        base.template = None;
        Ok(pause)
    }

    /// Size of the newest checkpoint's memory in MiB, holes not counted.
    pub(in crate::bench) fn checkpoint_mib(&self) -> Result<f64, BenchError> {
        allocated_mib(&self.base()?.memory)
    }

    /// Loads the newest checkpoint into a new process; gives the time to the first exec.
    pub(in crate::bench) async fn restore(&mut self) -> Result<Duration, BenchError> {
        let memory = self.base()?.memory.clone();
        let prepared = self.prepare().await?;
        let (took, machine) = self.resume(prepared, Origin::Checkpoint(&memory)).await?;
        machine.end().await?;
        Ok(took)
    }

    /// Makes the newest checkpoint's template; gives the time.
    pub(in crate::bench) async fn make_template(&mut self) -> Result<Duration, BenchError> {
        let checkpoint = self.base()?.memory.clone();
        let prepared = self.prepare().await?;
        let number = self.next();
        let [ram, devices] = ["ram", "devices"].map(|name| self.folder.join(format!("{number}.{name}")));
        let begin = Instant::now();
        let origin = Origin::TemplateOf { checkpoint: &checkpoint, ram: &ram };
        let mut machine = prepared.start(&self.host, origin).await?;
        machine.save_devices(&devices).await?;
        machine.end().await?;
        let took = begin.elapsed();
        self.base.as_mut().ok_or_else(closed)?.template = Some((ram, devices));
        Ok(took)
    }

    /// Forks the template; gives the time to the first exec, and the fork.
    pub(in crate::bench) async fn fork(&mut self) -> Result<(Duration, FloorMachine), BenchError> {
        let template = self.base()?.template.clone();
        let (ram, devices) = template.ok_or_else(closed)?;
        let prepared = self.prepare().await?;
        self.resume(prepared, Origin::Template { ram: &ram, devices: &devices }).await
    }

    async fn boot(&mut self) -> Result<(Duration, FloorMachine), BenchError> {
        let number = self.next();
        let layer = Layer::create(&self.folder, number, &self.image_disk()).await?;
        let prepared = Prepared::new(self.machine_folder(number)?, layer)?;
        let begin = Instant::now();
        let mut machine = prepared.start(&self.host, Origin::Boot).await?;
        machine.exec().await?;
        Ok((begin.elapsed(), machine))
    }

    /// Makes what a process on the newest checkpoint needs.
    async fn prepare(&mut self) -> Result<Prepared, BenchError> {
        let number = self.next();
        let layer = Layer::create(&self.folder, number, &self.base()?.frozen).await?;
        Prepared::new(self.machine_folder(number)?, layer)
    }

    async fn resume(
        &self,
        prepared: Prepared,
        origin: Origin<'_>,
    ) -> Result<(Duration, FloorMachine), BenchError> {
        let begin = Instant::now();
        let mut machine = prepared.start(&self.host, origin).await?;
        machine.run_on().await?;
        machine.exec().await?;
        Ok((begin.elapsed(), machine))
    }

    fn next(&mut self) -> usize {
        self.count += 1;
        self.count
    }

    fn machine_folder(&self, number: usize) -> Result<PathBuf, BenchError> {
        let folder = self.folder.join(format!("m{number}"));
        fs_err::create_dir(&folder).map_err(BenchError::file("make a temporary folder"))?;
        Ok(folder)
    }

    fn image_disk(&self) -> PathBuf {
        self.host.shape.image.join("disk.qcow2")
    }

    fn base(&self) -> Result<&Base, BenchError> {
        self.base.as_ref().ok_or_else(closed)
    }
}

fn closed() -> BenchError {
    BenchError::Wrong { what: "the floor", text: "what it needs was not made before".to_owned() }
}

fn allocated_mib(path: &Path) -> Result<f64, BenchError> {
    use std::os::unix::fs::MetadataExt as _;
    let blocks = fs_err::metadata(path).map_err(BenchError::file("look at a checkpoint"))?.blocks();
    // Source: stat(2), st_blocks counts units of 512 bytes.
    Ok(f64::from(u32::try_from(blocks).unwrap_or(u32::MAX)) / 2048.0)
}

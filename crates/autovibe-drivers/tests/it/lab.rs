//! A driver on a folder of its own, with a guest that answers on its doorbell port.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use autovibe_drivers::qemu::{AcceleratorChoice, QemuConfig, QemuDriver, RelayCommand};
use autovibe_hypervisor::{BootSeed, HypervisorDriver};
use autovibe_proto::MachineId;
use autovibe_proto::v1::{Image, ImageFile, MachineSpec};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::UnixStream;
use tokio::sync::OnceCell;

/// A boot takes two seconds alone, and many more beside other tests on two cores.
const ANSWER_LIMIT: Duration = Duration::from_secs(120);

/// Digest of the test Image; any text of its form does.
pub(crate) const IMAGE_DIGEST: &str = "7e57000000000000000000000000000000000000000000000000000000000000";

/// A driver and everything it stands on.
pub(crate) struct Lab {
    // Declared first: the Machines end before their folder goes.
    driver: Mutex<Arc<QemuDriver>>,
    pub(crate) folder: TempDir,
    config: QemuConfig,
}

impl Lab {
    /// Sets up a driver; `None` when there is no built Image to take the kernel from.
    pub(crate) async fn open() -> Option<Self> {
        Lab::open_with(|_| None).await
    }

    /// Sets up a driver with a QEMU program that `program` makes in the folder; `None` takes the usual one.
    pub(crate) async fn open_with(program: impl FnOnce(&Path) -> Option<PathBuf>) -> Option<Self> {
        let image = built_image()?;
        let folder = tempfile::Builder::new().prefix("av-").tempdir().unwrap();
        let relay = folder.path().join("relay");
        compile(&relay, "relay.c");
        let guest = folder.path().join("guest-init");
        compile(&guest, "guest_init.c");
        write_image(&folder.path().join("images").join(IMAGE_DIGEST), &image, &guest);
        let relay = RelayCommand { program: relay, arguments: Vec::new() };
        let mut config = QemuConfig::new(folder.path().join("node"), folder.path().join("images"), relay);
        config.accelerator = accelerator(&config).await;
        if let Some(program) = program(folder.path()) {
            config.program = program;
        }
        let driver = Mutex::new(Arc::new(QemuDriver::open(config.clone()).await.unwrap()));
        Some(Self { driver, folder, config })
    }

    pub(crate) fn driver(&self) -> Arc<QemuDriver> {
        self.driver.lock().unwrap().clone()
    }

    /// The driver's folder.
    pub(crate) fn node(&self) -> PathBuf {
        self.folder.path().join("node")
    }

    /// Replaces the driver, as a restart of the process would.
    pub(crate) async fn reopen(&self) {
        let driver = Arc::new(QemuDriver::open(self.config.clone()).await.unwrap());
        *self.driver.lock().unwrap() = driver;
    }

    /// Boots a Machine and waits for its guest.
    pub(crate) async fn booted(&self) -> MachineId {
        let id = MachineId::generate();
        self.driver().create(&id, IMAGE_DIGEST, &spec(), &seed(&id, 1)).await.unwrap();
        self.ask(&id, "memory").await;
        id
    }

    /// Sends one line to a guest and gives its answer.
    pub(crate) async fn ask(&self, id: &MachineId, line: &str) -> String {
        self.try_ask(id, line).await.unwrap_or_else(|error| panic!("{id} does not answer {line:?}: {error}"))
    }

    pub(crate) async fn try_ask(&self, id: &MachineId, line: &str) -> Result<String, String> {
        let socket = self.driver().doorbell_socket(id).ok_or("no such machine")?;
        let asked = async {
            let mut stream = UnixStream::connect(&socket).await?;
            stream.write_all(format!("{line}\n").as_bytes()).await?;
            let mut answer = String::new();
            BufReader::new(&mut stream).read_line(&mut answer).await?;
            std::io::Result::Ok(answer.trim_end().to_owned())
        };
        match tokio::time::timeout(ANSWER_LIMIT, asked).await {
            Ok(answer) => answer.map_err(|error| error.to_string()),
            Err(_) => {
                let log = self
                    .driver()
                    .console_log(id)
                    .and_then(|path| std::fs::read(path).ok())
                    .unwrap_or_default();
                let tail = &log[log.len().saturating_sub(2000)..];
                Err(format!("no answer; console: {}", String::from_utf8_lossy(tail)))
            }
        }
    }
}

impl Drop for Lab {
    /// Machines outlive a driver on purpose; those of a test must not.
    fn drop(&mut self) {
        let driver = self.driver();
        for name in std::fs::read_dir(self.node().join("machines")).into_iter().flatten().flatten() {
            let id = name.file_name().to_string_lossy().parse().ok();
            if let Some(pid) =
                id.and_then(|id| driver.process_id(&id)).and_then(rustix::process::Pid::from_raw)
            {
                let _ = rustix::process::kill_process(pid, rustix::process::Signal::KILL);
            }
        }
    }
}

/// Asks once for all tests what this host can do, because a trial that hangs costs seconds.
async fn accelerator(config: &QemuConfig) -> AcceleratorChoice {
    static CHOSEN: OnceCell<AcceleratorChoice> = OnceCell::const_new();
    let prove = || async {
        let driver = QemuDriver::open(config.clone()).await.unwrap();
        let capabilities = driver.capabilities().await.unwrap();
        println!("accelerator: {}, {}", capabilities.accelerator, capabilities.accelerator_reason);
        if capabilities.accelerator == "kvm" { AcceleratorChoice::Kvm } else { AcceleratorChoice::Tcg }
    };
    *CHOSEN.get_or_init(prove).await
}

/// The size of test Machines.
pub(crate) fn spec() -> MachineSpec {
    MachineSpec { vcpu_count: 1, memory_bytes: 256 << 20, ..MachineSpec::default() }
}

/// What a test guest is told.
pub(crate) fn seed(id: &MachineId, incarnation: i64) -> BootSeed {
    BootSeed { machine_id: id.to_string(), incarnation, ..BootSeed::default() }
}

/// The folder of the newest built Image.
///
/// # Panics
/// When there is none although `AUTOVIBE_TEST_QEMU=1` asks for tests with real Machines.
fn built_image() -> Option<PathBuf> {
    static FOUND: OnceLock<Option<PathBuf>> = OnceLock::new();
    FOUND
        .get_or_init(|| {
            let store = image_store();
            let found = store.as_deref().and_then(newest_image);
            if found.is_none() {
                let asked = std::env::var("AUTOVIBE_TEST_QEMU").is_ok_and(|value| value == "1");
                assert!(!asked, "AUTOVIBE_TEST_QEMU=1, and no image in {store:?}; run cargo xtask image");
                println!("skipped: no image was built; run cargo xtask image");
            }
            found
        })
        .clone()
}

/// Where the image builder puts Images.
fn image_store() -> Option<PathBuf> {
    if let Some(store) = std::env::var_os("AUTOVIBE_IMAGES") {
        return Some(PathBuf::from(store));
    }
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
    Some(cache.or(home)?.join("autovibe/images"))
}

fn newest_image(store: &Path) -> Option<PathBuf> {
    let is_complete = |folder: &PathBuf| {
        ["vmlinuz", "initrd", "manifest.json"].iter().all(|name| folder.join(name).exists())
    };
    let written = |folder: &PathBuf| {
        std::fs::metadata(folder.join("manifest.json")).and_then(|file| file.modified()).ok()
    };
    std::fs::read_dir(store).ok()?.flatten().map(|entry| entry.path()).filter(is_complete).max_by_key(written)
}

fn compile(program: &Path, source: &str) {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it").join(source);
    let output =
        Command::new("cc").args(["-static", "-O1", "-o"]).arg(program).arg(source).output().expect("cc runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Makes an Image of the built one's kernel and modules, our first program and an empty disk.
fn write_image(folder: &Path, built: &Path, guest: &Path) {
    std::fs::create_dir_all(folder).unwrap();
    std::fs::copy(built.join("vmlinuz"), folder.join("vmlinuz")).unwrap();
    let mut initrd = std::fs::read(built.join("initrd")).unwrap();
    // The kernel unpacks archives one after the other; the later file of a name wins.
    initrd.resize(initrd.len().next_multiple_of(512), 0);
    add_file(&mut initrd, "init", 0o100_755, &std::fs::read(guest).unwrap());
    add_file(&mut initrd, "TRAILER!!!", 0, b"");
    std::fs::write(folder.join("initrd"), initrd).unwrap();
    let disk = folder.join("disk.qcow2");
    let made = Command::new("qemu-img").args(["create", "-q", "-f", "qcow2"]).arg(&disk).arg("64M").status();
    assert!(made.unwrap().success());
    let file = |name: &str| {
        let size_bytes = i64::try_from(std::fs::metadata(folder.join(name)).unwrap().len()).unwrap();
        Some(ImageFile { name: name.to_owned(), size_bytes, ..ImageFile::default() })
    };
    let image = Image {
        digest: IMAGE_DIGEST.to_owned(),
        disk: file("disk.qcow2"),
        kernel: file("vmlinuz"),
        initrd: file("initrd"),
        kernel_command_line: "console=ttyS0 quiet panic=-1 net.ifnames=0".to_owned(),
        ..Image::default()
    };
    std::fs::write(folder.join("manifest.json"), serde_json::to_vec(&image).unwrap()).unwrap();
}

/// Source: kernel documentation, "initramfs buffer format".
fn add_file(archive: &mut Vec<u8>, name: &str, mode: u32, content: &[u8]) {
    let size = u32::try_from(content.len()).unwrap();
    let name_size = u32::try_from(name.len() + 1).unwrap();
    archive.extend(b"070701");
    for field in [1, mode, 0, 0, 1, 0, size, 0, 0, 0, 0, name_size, 0] {
        archive.extend(format!("{field:08x}").as_bytes());
    }
    archive.extend(name.as_bytes());
    archive.push(0);
    archive.resize(archive.len().next_multiple_of(4), 0);
    archive.extend(content);
    archive.resize(archive.len().next_multiple_of(4), 0);
}

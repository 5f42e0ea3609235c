//! Which accelerator guests run under; hardware is used only after a guest kernel was seen to boot with it.
//!
//! An open device file proves nothing: there are hosts where virtual machines can be made that never run.

use std::path::Path;
use std::time::Duration;

use autovibe_hypervisor::DriverError;
use serde::{Deserialize, Serialize};

use super::config::AcceleratorChoice;
use super::error::QemuError;
use super::file::{self, Durability};
use super::host;
use super::image::StoredImage;
use super::program::{QemuProgram, run};

/// With hardware the kernel panics within a second; a hang must not hold up the start for long.
const BOOT_LIMIT: Duration = Duration::from_secs(5);

/// Every x86-64 host and the emulation offer it.
const CPU_MODEL: &str = "Nehalem-v1";

/// The accelerator in use and how it was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Accelerator {
    /// "kvm" or "tcg".
    pub(super) name: String,
    pub(super) reason: String,
    pub(super) cpu_model: String,
}

/// What a trial showed; valid for exactly what it was made with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Verdict {
    boot_id: String,
    qemu_version: String,
    kernel_digest: String,
    cpu_model: String,
    works: bool,
    reason: String,
}

/// Chooses the accelerator; `folder` keeps the verdict of the last trial, for every daemon of this host.
pub(super) async fn choose(
    choice: AcceleratorChoice,
    cpu_model: Option<&str>,
    program: &QemuProgram,
    image: Option<&StoredImage>,
    folder: &Path,
) -> Result<Accelerator, DriverError> {
    let cpu_model = cpu_model.unwrap_or(CPU_MODEL).to_owned();
    let emulated =
        |reason: String| Accelerator { name: "tcg".to_owned(), reason, cpu_model: cpu_model.clone() };
    if choice == AcceleratorChoice::Tcg {
        return Ok(emulated("emulation was asked for".to_owned()));
    }
    let (works, reason) = if !Path::new("/dev/kvm").exists() {
        (false, "the host has no /dev/kvm".to_owned())
    } else if let Some(image) = image {
        let verdict = tried(program, image, &cpu_model, folder).await?;
        (verdict.works, verdict.reason)
    } else {
        (false, "no image is in the store whose kernel could prove KVM".to_owned())
    };
    match (works, choice) {
        (true, _) => Ok(Accelerator { name: "kvm".to_owned(), reason, cpu_model }),
        (false, AcceleratorChoice::Kvm) => {
            Err(DriverError::Unsupported { what: "acceleration by KVM", why: reason })
        }
        (false, _) => Ok(emulated(format!("KVM cannot be used: {reason}"))),
    }
}

async fn tried(
    program: &QemuProgram,
    image: &StoredImage,
    cpu_model: &str,
    folder: &Path,
) -> Result<Verdict, DriverError> {
    let path = folder.join("accelerator.json");
    let wanted = Verdict {
        boot_id: host::boot_id(),
        qemu_version: program.version.clone(),
        kernel_digest: image.image.kernel.as_ref().map_or_else(String::new, |kernel| kernel.digest.clone()),
        cpu_model: cpu_model.to_owned(),
        works: false,
        reason: String::new(),
    };
    // A verdict that cannot be read is found anew.
    if let Ok(Some(known)) = file::read_record::<Verdict>(&path)
        && (Verdict { works: false, reason: String::new(), ..known.clone() }) == wanted
    {
        return Ok(known);
    }
    let (works, reason) = boot(program, &image.kernel, cpu_model).await;
    let verdict = Verdict { works, reason, ..wanted };
    // A store that cannot be written only means that the next process tries again.
    let _ = file::write_record(&path, &verdict, Durability::Process);
    Ok(verdict)
}

/// Boots the kernel without a disk: it must say who it is, miss its disk, and end the process.
async fn boot(program: &QemuProgram, kernel: &Path, cpu_model: &str) -> (bool, String) {
    let machine = program.machine_type();
    let kernel = kernel.to_string_lossy();
    let arguments = [
        "-nodefaults",
        "-no-user-config",
        "-no-reboot",
        "-display",
        "none",
        "-machine",
        &machine,
        "-accel",
        "kvm",
        "-cpu",
        cpu_model,
        "-m",
        "256M",
        "-kernel",
        &kernel,
        "-append",
        "panic=-1 console=ttyS0",
        "-serial",
        "stdio",
    ];
    match run(&program.path, arguments, BOOT_LIMIT).await {
        Err(QemuError::Start { text }) => (false, format!("a guest kernel did not boot: {text}")),
        Err(error) => (false, format!("a guest kernel did not boot: {error}")),
        Ok(output) => {
            let console = String::from_utf8_lossy(&output.stdout).into_owned();
            judge(&console, &String::from_utf8_lossy(&output.stderr), output.status.success())
        }
    }
}

/// The end alone proves nothing, because a processor that faults at once ends the process as well.
fn judge(console: &str, errors: &str, ended_well: bool) -> (bool, String) {
    let spoke = console.contains("Linux version") && console.contains("Kernel panic - not syncing");
    if spoke && ended_well {
        return (true, "a guest kernel booted with KVM".to_owned());
    }
    let said =
        errors.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("the kernel said nothing");
    (false, format!("a guest kernel did not boot: {said}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_kernels_own_words_and_a_clean_end_prove_a_boot() {
        let words = "[0.0] Linux version 6.1\n[1.0] Kernel panic - not syncing: VFS";
        assert!(judge(words, "", true).0);
        assert!(!judge(words, "", false).0);
        assert!(!judge("", "", true).0);
        assert!(!judge("Linux version 6.1", "", true).0);
        assert!(judge("", "\nerror: failed to set MSR 0x345\n", false).1.contains("MSR 0x345"));
    }

    #[test]
    fn a_verdict_holds_for_what_it_was_made_with() {
        let folder = tempfile::tempdir().unwrap();
        let verdict = Verdict {
            boot_id: "b".to_owned(),
            qemu_version: "10.0.2".to_owned(),
            kernel_digest: "k".to_owned(),
            cpu_model: CPU_MODEL.to_owned(),
            works: true,
            reason: "seen".to_owned(),
        };
        let path = folder.path().join("accelerator.json");
        file::write_record(&path, &verdict, Durability::Process).unwrap();
        assert_eq!(file::read_record::<Verdict>(&path).unwrap(), Some(verdict));
    }
}

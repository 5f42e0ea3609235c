//! What of a virtual machine must be equal on both sides of a comparison.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use autovibe_proto::v1::Image;

use super::error::BenchError;
use super::process::RunningProcess;
use crate::image::find;

/// Memory of the measured virtual machines in MiB.
pub(super) const MEMORY_MIB: u32 = 1024;

/// How the measured virtual machines are run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shape {
    /// Versioned machine type.
    pub(super) machine_type: String,
    /// "kvm" or "tcg".
    pub(super) accelerator: String,
    /// Named processor model.
    pub(super) cpu_model: String,
    /// Number of virtual processors.
    pub(super) vcpu_count: u32,
    /// Folder of the Image.
    pub(super) image: PathBuf,
}

impl Shape {
    /// What every host can run, with the newest Image of a store.
    pub(super) fn emulated(store: &Path) -> Result<Shape, BenchError> {
        let images = find(store)
            .map_err(|error| BenchError::Wrong { what: "list images", text: error.to_string() })?;
        let built = |folder: &PathBuf| {
            fs_err::metadata(folder.join("manifest.json"))
                .and_then(|file| file.modified())
                .unwrap_or(SystemTime::UNIX_EPOCH)
        };
        Ok(Shape {
            machine_type: "pc-q35-10.0".to_owned(),
            accelerator: "tcg".to_owned(),
            cpu_model: "Nehalem-v1".to_owned(),
            vcpu_count: 2,
            image: images.into_iter().max_by_key(built).ok_or(BenchError::ImageMissing)?,
        })
    }

    /// Reads the shape from the arguments of a QEMU process that the driver started.
    pub(super) fn of(process: &RunningProcess) -> Option<Shape> {
        let value = |name: &str| {
            let place = process.arguments.iter().position(|argument| argument == name)?;
            process.arguments.get(place + 1)
        };
        let first = |name: &str| Some(value(name)?.split(',').next()?.to_owned());
        Some(Shape {
            machine_type: first("-machine")?,
            accelerator: first("-accel")?,
            cpu_model: first("-cpu")?,
            vcpu_count: first("-smp")?.parse().ok()?,
            image: Path::new(value("-kernel")?).parent()?.to_owned(),
        })
    }

    /// The Image's description.
    pub(super) fn manifest(&self) -> Result<Image, BenchError> {
        let text =
            fs_err::read(self.image.join("manifest.json")).map_err(BenchError::file("read the image"))?;
        serde_json::from_slice(&text)
            .map_err(|error| BenchError::Wrong { what: "the image's manifest", text: error.to_string() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn process(arguments: &[&str]) -> RunningProcess {
        RunningProcess {
            pid: 1,
            arguments: arguments.iter().map(|argument| (*argument).to_owned()).collect(),
        }
    }

    #[test]
    fn the_shape_is_read_from_the_arguments() {
        let words = "qemu-system-x86_64 -machine pc-q35-9.2,memory-backend=ram0 -accel tcg,thread=multi \
                     -cpu Nehalem-v1 -smp 4 -kernel /store/ab/vmlinuz";
        let shape = Shape::of(&process(&words.split_whitespace().collect::<Vec<_>>())).unwrap();
        let expected = Shape {
            machine_type: "pc-q35-9.2".to_owned(),
            accelerator: "tcg".to_owned(),
            cpu_model: "Nehalem-v1".to_owned(),
            vcpu_count: 4,
            image: PathBuf::from("/store/ab"),
        };
        assert_eq!(shape, expected);
    }

    #[test]
    fn a_process_that_is_no_virtual_machine_has_no_shape() {
        assert_eq!(Shape::of(&process(&["autovibe", "relay", "-machine"])), None);
    }
}

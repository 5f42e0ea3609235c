//! What all bare virtual machines of a run have in common.

use std::path::{Path, PathBuf};

use super::super::error::BenchError;
use super::super::shape::Shape;
use super::archive::{INIT_PARAMETER, with_responder};

/// As large as the seed of a real Machine.
const SEED_BYTES: u64 = 64 << 10;

/// Read by the Image's first program.
const ADDRESS_PARAMETER: &str = "ip=10.0.2.15::10.0.2.2:255.255.255.0:machine:eth0:off";

/// Files and parameters of every bare virtual machine.
#[derive(Debug)]
pub(super) struct FloorHost {
    pub(super) shape: Shape,
    pub(super) initrd: PathBuf,
    pub(super) command_line: String,
    pub(super) seed: PathBuf,
    /// Our own program, as it also relays.
    pub(super) program: PathBuf,
}

impl FloorHost {
    /// Writes the files.
    pub(super) fn create(folder: &Path, shape: Shape, program: PathBuf) -> Result<FloorHost, BenchError> {
        let image = fs_err::read(shape.image.join("initrd")).map_err(BenchError::file("read the image"))?;
        let initrd = folder.join("initrd");
        fs_err::write(&initrd, with_responder(image))
            .map_err(BenchError::file("write the floor's initrd"))?;
        let seed = folder.join("seed");
        fs_err::File::create(&seed)
            .and_then(|file| file.set_len(SEED_BYTES))
            .map_err(BenchError::file("write the floor's seed"))?;
        let command_line = command_line(&shape.manifest()?.kernel_command_line, &shape.accelerator);
        Ok(FloorHost { shape, initrd, command_line, seed, program })
    }
}

/// Completes the Image's command line as the driver does, and adds the responder.
fn command_line(of_image: &str, accelerator: &str) -> String {
    let mut words: Vec<&str> = of_image.split_whitespace().collect();
    if !words.iter().any(|word| word.starts_with("ip=")) {
        words.push(ADDRESS_PARAMETER);
    }
    if accelerator == "tcg" && !words.iter().any(|word| word.starts_with("mitigations=")) {
        words.push("mitigations=off");
    }
    words.push(INIT_PARAMETER);
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_of_the_image_is_completed() {
        assert_eq!(command_line("quiet", "kvm"), format!("quiet {ADDRESS_PARAMETER} rdinit=/floor-init"));
        assert_eq!(command_line("ip=dhcp", "tcg"), "ip=dhcp mitigations=off rdinit=/floor-init");
    }
}

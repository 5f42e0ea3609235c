//! Chooses the kernel modules of the initrd and their order.

use std::collections::BTreeSet;

/// Drivers that a Machine needs before its first program: disk, network, guest channel, random numbers.
pub(super) const BOOT_MODULES: [&str; 5] =
    ["virtio_pci", "virtio_blk", "virtio_net", "virtio_console", "virtio_rng"];

/// Returns the files of the wanted modules and of what they need, in loading order.
///
/// `dep` and `builtin` are the kernel's `modules.dep` and `modules.builtin`; paths are relative to them.
/// A built-in module needs no file.
///
/// # Errors
/// The name of a wanted module that this kernel does not have.
pub(super) fn loading_order(dep: &str, builtin: &str, wanted: &[&str]) -> Result<Vec<String>, String> {
    let built_in: BTreeSet<String> = builtin.lines().map(module_name).collect();
    let mut order = Vec::<String>::new();
    for module in wanted {
        if built_in.contains(*module) {
            continue;
        }
        let line = dep
            .lines()
            .filter_map(|line| line.split_once(':'))
            .find(|(path, _)| module_name(path) == *module)
            .ok_or_else(|| (*module).to_owned())?;
        // Source: modules.dep(5); depmod lists the needed modules so that the last one is loaded first.
        let needed = line.1.split_whitespace().rev().chain([line.0]);
        for path in needed {
            if !order.iter().any(|known| known == path) {
                order.push(path.to_owned());
            }
        }
    }
    Ok(order)
}

fn module_name(path: &str) -> String {
    let file = path.rsplit('/').next().unwrap_or(path);
    let stem = file.split_once(".ko").map_or(file, |(stem, _)| stem);
    // The kernel takes both characters for the same one.
    stem.replace('-', "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEP: &str = "\
kernel/drivers/virtio/virtio_ring.ko:
kernel/drivers/virtio/virtio.ko: kernel/drivers/virtio/virtio_ring.ko
kernel/drivers/virtio/virtio_pci.ko: kernel/drivers/virtio/virtio.ko kernel/drivers/virtio/virtio_ring.ko
kernel/drivers/char/hw_random/virtio-rng.ko: kernel/drivers/virtio/virtio.ko kernel/drivers/virtio/virtio_ring.ko
";

    #[test]
    fn needed_modules_come_first_and_once() {
        let order = loading_order(DEP, "", &["virtio_pci", "virtio_rng"]).unwrap();
        let names: Vec<_> = order.iter().map(|path| module_name(path)).collect();
        assert_eq!(names, ["virtio_ring", "virtio", "virtio_pci", "virtio_rng"]);
    }

    #[test]
    fn a_built_in_module_needs_no_file_and_a_missing_one_is_named() {
        let builtin = "kernel/drivers/block/virtio_blk.ko\n";
        assert_eq!(loading_order(DEP, builtin, &["virtio_blk"]).unwrap(), [""; 0]);
        assert_eq!(loading_order(DEP, "", &["virtio_blk"]).unwrap_err(), "virtio_blk");
    }
}

//! Drivers stand side by side and do not know each other.

use crate::{require_none, rust_text, tree};

const FOLDER: &str = "crates/autovibe-drivers/src/";

/// What drivers may share.
const SHARED: [&str; 1] = ["storage"];

/// The other drivers that a driver's code names in a path.
fn foreign_drivers<'a>(code: &str, own: &str, drivers: &'a [String]) -> Vec<&'a String> {
    drivers
        .iter()
        .filter(|driver| *driver != own)
        .filter(|driver| {
            code.contains(&format!("crate::{driver}")) || code.contains(&format!("super::{driver}::"))
        })
        .collect()
}

#[test]
fn drivers_do_not_import_each_other() {
    let files = tree::rust_files();
    let driver_of = |path: &str| {
        let (driver, _) = path.strip_prefix(FOLDER)?.split_once('/')?;
        (!SHARED.contains(&driver)).then(|| driver.to_owned())
    };
    let mut drivers: Vec<String> = files.iter().filter_map(|file| driver_of(&file.path)).collect();
    drivers.dedup();
    assert!(drivers.contains(&"qemu".to_owned()), "no driver was found in {FOLDER}");
    let mut findings = Vec::new();
    for file in &files {
        let Some(own) = driver_of(&file.path) else { continue };
        for other in foreign_drivers(&rust_text::code_only(&file.text), &own, &drivers) {
            findings.push(format!("{} uses {other}", file.path));
        }
    }
    require_none("what two drivers need belongs above the trait or into storage:", &findings);
}

#[test]
fn a_foreign_driver_is_seen() {
    let drivers = ["libvirt".to_owned(), "qemu".to_owned()];
    assert_eq!(foreign_drivers("use crate::qemu::Qmp;", "libvirt", &drivers), ["qemu"]);
    assert!(foreign_drivers("use crate::qemu::Qmp;", "qemu", &drivers).is_empty());
}

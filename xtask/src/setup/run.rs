//! Looks at what is there, and installs what is missing where that is allowed.

use anyhow::{Context as _, Result, bail};

use super::apt::{AptPlan, is_known};
use super::node;
use super::os_release::OsRelease;
use super::requirement::{REQUIREMENTS, Requirement};

/// Makes sure that everything is there; says nothing when it is.
pub(crate) fn set_up() -> Result<()> {
    let missing = missing();
    if !missing.is_empty() {
        install(&missing)?;
    }
    match node::complaint() {
        Some(complaint) => bail!(complaint),
        None => Ok(()),
    }
}

fn missing() -> Vec<&'static Requirement> {
    REQUIREMENTS.iter().filter(|requirement| !requirement.is_met()).collect()
}

fn install(wanted: &[&Requirement]) -> Result<()> {
    let names = |requirements: &[&Requirement]| {
        requirements.iter().map(|requirement| requirement.name).collect::<Vec<_>>().join(", ")
    };
    let os = OsRelease::read();
    if !os.has_apt() {
        bail!("{} lacks: {}; install these with its package manager and try again", os.name(), names(wanted));
    }
    let plan = AptPlan::new(wanted, &os, is_known);
    if !rustix::process::geteuid().is_root() {
        bail!("{} lacks: {}; as root run\n{}", os.name(), names(wanted), plan.commands());
    }
    eprintln!("installing: {}", names(wanted));
    plan.carry_out().with_context(|| format!("install {}; by hand:\n{}", names(wanted), plan.commands()))?;
    let still = missing();
    if !still.is_empty() {
        // As on Ubuntu 24.04, whose newest QEMU is 8.2.
        bail!("{} has no package that is new enough for: {}", os.name(), names(&still));
    }
    Ok(())
}

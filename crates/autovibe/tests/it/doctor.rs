//! `autovibe doctor`: what it says of a host that runs Machines, of one without an Image, and of a bare one.

use std::path::Path;
use std::process::{Command, Output};

use anyhow::{Context as _, Result, ensure};
use autovibe_testkit::autovibe_program;
use serde_json::Value;

/// Everything that autovibe starts or reads on a host.
const NEEDED: [&str; 8] =
    ["qemu-system-x86_64", "qemu-img", "mmdebstrap", "debian keys", "mke2fs", "libarchive", "npm", "tar"];

fn doctor(data: &Path, arguments: &[&str], path: Option<&Path>) -> Result<(Output, Vec<Value>)> {
    let mut command = Command::new(autovibe_program()?);
    command.arg("--data").arg(data).args(["--output", "json", "doctor"]).args(arguments);
    if let Some(path) = path {
        command.env("PATH", path);
    }
    let output = command.output()?;
    let checks = serde_json::from_slice(&output.stdout)
        .with_context(|| format!("not JSON; it said {}", String::from_utf8_lossy(&output.stderr)))?;
    Ok((output, checks))
}

fn check<'a>(checks: &'a [Value], name: &str) -> Result<&'a Value> {
    let mut found = checks.iter().filter(|check| check["name"] == name);
    let check = found.next().with_context(|| format!("nothing is said of {name}: {checks:?}"))?;
    ensure!(found.next().is_none(), "{name} is named twice");
    Ok(check)
}

/// The tests of this program run Machines here, so the doctor may miss nothing.
#[test]
fn the_doctor_finds_nothing_missing_where_machines_run() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (output, checks) = doctor(folder.path(), &[], None)?;
    ensure!(output.status.code() == Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    for name in NEEDED {
        ensure!(check(&checks, name)?["verdict"] != "missing", "{checks:?}");
    }
    ensure!(check(&checks, "image")?["verdict"] == "good", "{checks:?}");
    ensure!(check(&checks, "qemu-system-x86_64")?["verdict"] == "good", "{checks:?}");
    ensure!(
        check(&checks, "checkpoints")?["text"].as_str().is_some_and(|text| text.contains("l3")),
        "{checks:?}"
    );
    for check in &checks {
        ensure!(
            ["good", "weak", "missing"].iter().any(|verdict| check["verdict"] == *verdict)
                && check["text"].as_str().is_some_and(|text| !text.is_empty()),
            "{check}"
        );
    }
    Ok(())
}

#[test]
fn the_doctor_names_everything_that_a_bare_host_lacks() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let empty = folder.path().join("empty");
    std::fs::create_dir(&empty)?;
    let images = empty.display().to_string();
    let (output, checks) = doctor(folder.path(), &["--images", &images], Some(&empty))?;
    ensure!(output.status.code() == Some(5), "{:?}", output.status);
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    ensure!(error.contains("HOST_NOT_READY"), "{error}");
    for name in ["qemu-system-x86_64", "qemu-img", "mmdebstrap", "mke2fs", "npm", "tar", "image"] {
        let check = check(&checks, name)?;
        ensure!(check["verdict"] == "missing", "{check}");
        ensure!(check["remedy"].as_str().is_some_and(|remedy| !remedy.is_empty()), "{check}");
        ensure!(error.contains(name), "{name} is not in {error}");
    }
    Ok(())
}

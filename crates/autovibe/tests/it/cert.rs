//! `autovibe cert`: what it says for programs.

use anyhow::{Context as _, Result, ensure};
use autovibe_testkit::Program;
use serde_json::Value;

#[test]
fn certificates_are_told_as_json() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let place = |name: &str| folder.path().join(name).display().to_string();
    let call = |arguments: &[&str]| -> Result<Value> {
        let arguments: Vec<&str> = ["--output", "json", "cert"].iter().chain(arguments).copied().collect();
        let done = Program::call(folder.path(), &arguments)?;
        ensure!(done.code == 0, "{arguments:?}: {}", done.err);
        serde_json::from_str(&done.out).with_context(|| format!("{:?} is no JSON", done.out))
    };
    let authority = call(&["init", &place("ca"), "--cluster", "north"])?;
    ensure!(authority["cluster"] == "north" && authority["folder"] == place("ca"), "{authority}");
    let issued = call(&["issue", &place("ca"), "--role", "node", "--id", "one", "--out", &place("node")])?;
    ensure!(issued["folder"] == place("node"), "{issued}");
    ensure!(issued["identity"].as_str().is_some_and(|identity| identity.contains("one")), "{issued}");
    ensure!(folder.path().join("node/key.pem").is_file(), "no key was written");
    Ok(())
}

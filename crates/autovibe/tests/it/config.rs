//! The configuration file, as the program reads it.

use std::path::Path;
use std::process::Command;

/// What the program says when it looks for a Hub; nobody listens at these ports.
fn complaint(data: &Path, environment: Option<&str>, flag: Option<&str>) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_autovibe"));
    program.env_clear().env("AUTOVIBE_TOKEN", "none").arg("--data").arg(data);
    if let Some(url) = environment {
        program.env("AUTOVIBE_HUB", url);
    }
    if let Some(url) = flag {
        program.args(["--hub", url]);
    }
    let output = program.arg("status").output().expect("the program was built with this test");
    assert!(!output.status.success());
    String::from_utf8(output.stderr).expect("the program writes text")
}

#[test]
fn a_flag_beats_the_environment_and_that_beats_the_file() {
    let [file, environment, flag] = [2, 3, 4].map(|port| format!("http://127.0.0.1:{port}"));
    let data = tempfile::tempdir().unwrap();
    std::fs::write(data.path().join("config.toml"), format!("hub = {file:?}\n")).unwrap();
    let said = complaint(data.path(), None, None);
    assert!(said.contains(&format!("{file}:")), "{said}");
    let said = complaint(data.path(), Some(&environment), None);
    assert!(said.contains(&format!("{environment}:")), "{said}");
    let said = complaint(data.path(), Some(&environment), Some(&flag));
    assert!(said.contains(&format!("{flag}:")), "{said}");
    std::fs::write(data.path().join("config.toml"), "hubb = \"x\"\n").unwrap();
    let said = complaint(data.path(), Some(&environment), Some(&flag));
    assert!(said.contains("did you mean \"hub\"?"), "{said}");
}

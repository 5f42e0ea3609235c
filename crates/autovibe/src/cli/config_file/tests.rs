//! What a file may say, which value wins, and that the documented table is the real one.

use clap::{CommandFactory as _, FromArgMatches as _};

use super::super::arguments::Arguments;
use super::*;

fn words(line: &str) -> Vec<OsString> {
    line.split(' ').map(OsString::from).collect()
}

/// What the program would do with this file in its data folder and this command line.
fn parsed(content: &str, line: &str) -> Result<String, String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(FILE_NAME), content).unwrap();
    let line = line.replacen("autovibe", &format!("autovibe --data {}", folder.path().display()), 1);
    let arguments = words(&line);
    let command =
        configure(Arguments::command(), &arguments).map_err(|error| error.text().unwrap_or_default())?;
    let matches = command.try_get_matches_from(&arguments).map_err(|error| error.to_string())?;
    Ok(format!("{:?}", Arguments::from_arg_matches(&matches).map_err(|error| error.to_string())?))
}

#[test]
fn the_commands_are_sound_with_every_key_set() {
    Arguments::command().debug_assert();
    let content =
        "listen = \"127.0.0.1:1\"\nnode_name = \"n\"\nnodes = [\"a:1\", \"b:2\"]\ncredentials = \"/c\"\n";
    let values = read(&Arguments::command(), content, true).unwrap();
    with_defaults(Arguments::command(), &values).debug_assert();
}

#[test]
fn a_flag_beats_the_file_and_the_file_beats_the_default() {
    let file = "listen = \"127.0.0.1:7999\"\nprovider = \"anthropic\"\nnode_name = \"here\"\n";
    let by_file = parsed(file, "autovibe up").unwrap();
    assert!(by_file.contains("127.0.0.1:7999") && by_file.contains("Anthropic"), "{by_file}");
    assert!(by_file.contains("\"here\""), "{by_file}");
    let by_flag = parsed(file, "autovibe up --listen 127.0.0.1:7001 --provider scripted").unwrap();
    assert!(by_flag.contains("127.0.0.1:7001") && by_flag.contains("Scripted"), "{by_flag}");
    let neither = parsed("", "autovibe up").unwrap();
    assert!(neither.contains("127.0.0.1:7070") && neither.contains("Scripted"), "{neither}");
}

#[test]
fn a_list_and_what_was_required_may_come_from_the_file() {
    let file = "nodes = [\"a:1\", \"b:2\"]\ncredentials = \"/keys\"\n";
    let parsed = parsed(file, "autovibe hub serve").unwrap();
    assert!(parsed.contains("[\"a:1\", \"b:2\"]") && parsed.contains("\"/keys\""), "{parsed}");
}

#[test]
fn what_is_wrong_is_named_with_its_remedy() {
    for (content, expected) in [
        ("lisen = \"127.0.0.1:1\"", "unknown key \"lisen\", did you mean \"listen\"?"),
        ("node-name = \"x\"", "did you mean \"node_name\"?"),
        ("qqqqqqqqqqqqqqqq = 1", "the keys are "),
        ("listen = \"nowhere\"", "listen: invalid value 'nowhere'"),
        ("provider = \"other\"", "provider: invalid value 'other'"),
        ("listen = { a = 1 }", "a text, a number"),
        ("listen = ", "TOML parse error"),
        ("data = \"/elsewhere\"", "the data folder's own file"),
        ("config = \"/elsewhere\"", "unknown key \"config\""),
    ] {
        let said = parsed(content, "autovibe up").unwrap_err();
        assert!(said.contains(expected) && said.contains("config.toml"), "{content}: {said}");
    }
}

#[test]
fn a_file_that_is_named_must_exist() {
    let arguments = words("autovibe --config /nowhere/at/all.toml status");
    let error = configure(Arguments::command(), &arguments).unwrap_err();
    assert!(error.text().unwrap().contains("/nowhere/at/all.toml"));
}

#[test]
fn a_secret_is_only_read_from_a_private_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    std::fs::write(&path, "token = \"avt_secret\"").unwrap();
    let arguments = words(&format!("autovibe --config {} status", path.display()));
    for (mode, is_read) in [(0o644, false), (0o600, true)] {
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
        let configured = configure(Arguments::command(), &arguments);
        assert_eq!(configured.is_ok(), is_read, "{mode:o}");
        if let Err(error) = configured {
            assert!(!error.text().unwrap().contains("avt_secret"));
        }
    }
}

#[test]
fn help_and_mistakes_are_left_to_the_parser() {
    for line in ["autovibe --help", "autovibe up --nonsense", "autovibe"] {
        assert!(configure(Arguments::command(), &words(line)).is_ok(), "{line}");
    }
}

/// The table as `docs/configuration.md` has it.
fn table() -> String {
    let mut rows: BTreeMap<String, [Vec<String>; 3]> = BTreeMap::new();
    visit(&Arguments::command(), "", &mut |key, option, path| {
        let defaults: Vec<_> = option
            .get_default_values()
            .iter()
            .map(|value| format!("`{}`", value.to_string_lossy()))
            .collect();
        let command = if path.is_empty() { "all".to_owned() } else { format!("`{path}`") };
        let flag = format!("`--{}`", option.get_long().unwrap_or_default());
        for (cell, text) in rows.entry(key).or_default().iter_mut().zip([flag, defaults.join(","), command]) {
            if !text.is_empty() && !cell.contains(&text) {
                cell.push(text);
            }
        }
    });
    let mut lines = vec![
        "| key | flag | environment | default | commands |".to_owned(),
        "|---|---|---|---|---|".to_owned(),
    ];
    for (key, [flags, defaults, commands]) in rows {
        let variable = format!("`{PREFIX}{}`", key.to_ascii_uppercase());
        let cells =
            [format!("`{key}`"), flags.join(", "), variable, defaults.join(", "), commands.join(", ")];
        lines.push(format!("| {} |", cells.join(" | ")));
    }
    lines.join("\n")
}

#[test]
fn the_documented_table_is_the_real_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/configuration.md");
    let documented = std::fs::read_to_string(path).unwrap();
    assert!(documented.contains(&table()), "docs/configuration.md must hold:\n{}", table());
}

//! The configuration file: what it may say, where it lies, and how it becomes the defaults of options.
//!
//! Every option that has an environment variable has a key: `AUTOVIBE_NODE_NAME` is `node_name`. The file's
//! values take the place of built-in defaults, so that a flag beats the environment and that beats the file.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use autovibe_proto::Failure;
use clap::{Arg, ArgMatches, Command};

use super::context::default_data;
use super::error::CliError;

/// Read when the data folder has none.
const SYSTEM_FILE: &str = "/etc/autovibe/config.toml";
const FILE_NAME: &str = "config.toml";
/// Far above what all keys together take.
const FILE_BYTES_MAX: u64 = 64 << 10;
const PREFIX: &str = "AUTOVIBE_";
/// Names the file itself.
const OWN_KEY: &str = "config";
/// Names the folder in which the file is looked for.
const FOLDER_KEY: &str = "data";
/// What only the owner of the file may read.
const SECRET_KEYS: [&str; 1] = ["token"];

/// Gives the options the defaults of the configuration file, if there is one.
///
/// # Errors
/// `InvalidArgument` for a file that cannot be read, an unknown key or a value that its option refuses.
pub(super) fn configure(command: Command, arguments: &[OsString]) -> Result<Command, CliError> {
    // Only to find the file: whatever is wrong with the rest is told by the real parser.
    let found = command.clone().ignore_errors(true).try_get_matches_from(arguments);
    let Ok(found) = found else { return Ok(command) };
    let Some((path, content)) = find(&found)? else { return Ok(command) };
    let is_own = found.get_one::<PathBuf>(OWN_KEY).is_none() && path != Path::new(SYSTEM_FILE);
    let values = read(&command, &content, is_own)
        .map_err(|text| Failure::invalid(format!("configuration file {}: {text}", path.display())))?;
    if let Some(key) = SECRET_KEYS.iter().find(|key| values.contains_key(**key)) {
        check_private(&path, key)?;
    }
    Ok(with_defaults(command, &values))
}

/// The file that is named, else that of the data folder, else that of the system.
fn find(found: &ArgMatches) -> Result<Option<(PathBuf, String)>, CliError> {
    let unreadable = |path: &Path, error: &dyn std::fmt::Display| {
        Failure::invalid(format!("configuration file {}: {error}", path.display()))
    };
    if let Some(path) = found.get_one::<PathBuf>(OWN_KEY) {
        let content = read_text(path).map_err(|error| unreadable(path, &error))?;
        return Ok(Some((path.clone(), content)));
    }
    let folder = found.get_one::<PathBuf>(FOLDER_KEY).cloned().or_else(default_data);
    let own = folder.map(|folder| folder.join(FILE_NAME));
    for path in own.into_iter().chain([PathBuf::from(SYSTEM_FILE)]) {
        match read_text(&path) {
            Ok(content) => return Ok(Some((path, content))),
            Err(error) if is_absent(&error) => {}
            Err(error) => return Err(unreadable(&path, &error).into()),
        }
    }
    Ok(None)
}

/// A folder of somebody else's is as good as none.
fn is_absent(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{NotADirectory, NotFound, PermissionDenied};
    matches!(error.kind(), NotFound | NotADirectory | PermissionDenied)
}

fn read_text(path: &Path) -> std::io::Result<String> {
    use std::io::Read as _;
    let mut content = String::new();
    std::fs::File::open(path)?.take(FILE_BYTES_MAX + 1).read_to_string(&mut content)?;
    if content.len() as u64 > FILE_BYTES_MAX {
        return Err(std::io::Error::other(format!("it has more than {FILE_BYTES_MAX} bytes")));
    }
    Ok(content)
}

fn check_private(path: &Path, key: &str) -> Result<(), CliError> {
    let mode = std::fs::metadata(path)?.permissions().mode();
    if mode & 0o077 == 0 {
        return Ok(());
    }
    let text = format!(
        "configuration file {}: it holds {key}, so only its owner may read it: chmod 600",
        path.display()
    );
    Err(Failure::invalid(text).into())
}

/// The values by key; each is one that its option takes.
fn read(command: &Command, content: &str, is_own: bool) -> Result<BTreeMap<String, String>, String> {
    let table: toml::Table = content.parse().map_err(|error: toml::de::Error| error.to_string())?;
    let options = options(command);
    let mut values = BTreeMap::new();
    for (key, value) in table {
        let Some(forms) = options.get(&key) else {
            let known: Vec<&str> = options.keys().map(String::as_str).collect();
            let nearest = nearest(&key, &known).map(|near| format!(", did you mean {near:?}?"));
            let help = nearest.unwrap_or_else(|| format!("; the keys are {}", known.join(", ")));
            return Err(format!("unknown key {key:?}{help}"));
        };
        if is_own && key == FOLDER_KEY {
            return Err(format!("{key} cannot be set in the data folder's own file"));
        }
        let text = text_of(&value)
            .ok_or_else(|| format!("{key}: a text, a number, true, false or a list of these is expected"))?;
        for option in forms {
            check(option, &text).map_err(|why| format!("{key}: {why}"))?;
        }
        values.insert(key, text);
    }
    Ok(values)
}

/// As it would be written behind the flag.
fn text_of(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Integer(number) => Some(number.to_string()),
        toml::Value::Boolean(flag) => Some(flag.to_string()),
        toml::Value::Array(items) => {
            let items: Option<Vec<String>> = items.iter().map(text_of).collect();
            items.map(|items| items.join(","))
        }
        toml::Value::Float(_) | toml::Value::Datetime(_) | toml::Value::Table(_) => None,
    }
}

/// Has the option's own parser look at a value.
fn check(option: &Arg, text: &str) -> Result<(), String> {
    let Some(long) = option.get_long() else { return Err("it has no flag".to_owned()) };
    let alone = option.clone().required(false).global(false);
    let words = [format!("--{long}={text}")];
    let parsed = Command::new("config").no_binary_name(true).arg(alone).try_get_matches_from(words);
    parsed.map(|_| ()).map_err(|error| {
        let text = error.render().to_string();
        text.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned()
    })
}

/// Every option that has a key, in each form in which some command takes it.
fn options(command: &Command) -> BTreeMap<String, Vec<Arg>> {
    let mut options: BTreeMap<String, Vec<Arg>> = BTreeMap::new();
    visit(command, "", &mut |key, option, _| options.entry(key).or_default().push(option.clone()));
    options
}

/// Shows every option that has a key, with its command, as "hub serve".
fn visit(command: &Command, path: &str, see: &mut dyn FnMut(String, &Arg, &str)) {
    for option in command.get_arguments() {
        if let Some(key) = key_of(option) {
            see(key, option, path);
        }
    }
    for next in command.get_subcommands() {
        visit(next, format!("{path} {}", next.get_name()).trim(), see);
    }
}

/// The key of an option; none for one without an environment variable of ours.
fn key_of(option: &Arg) -> Option<String> {
    let variable = option.get_env()?.to_str()?;
    let key = variable.strip_prefix(PREFIX)?.to_ascii_lowercase();
    (key != OWN_KEY).then_some(key)
}

fn with_defaults(command: Command, values: &BTreeMap<String, String>) -> Command {
    let command = command.mut_args(|option| match key_of(&option).and_then(|key| values.get(&key)) {
        // Options keep their defaults for as long as the program runs, and a file has few of them.
        Some(value) => option.required(false).default_value(&*value.clone().leak()),
        None => option,
    });
    let names: Vec<String> = command.get_subcommands().map(|next| next.get_name().to_owned()).collect();
    names
        .into_iter()
        .fold(command, |command, name| command.mut_subcommand(name, |next| with_defaults(next, values)))
}

/// The known key that looks most like another one, if any does.
fn nearest<'a>(key: &str, known: &[&'a str]) -> Option<&'a str> {
    let plain = key.to_ascii_lowercase().replace('-', "_");
    let best = known.iter().map(|known| (distance(&plain, known), *known)).min()?;
    (best.0 <= plain.chars().count().max(3) / 2).then_some(best.1)
}

/// Levenshtein's distance: insertions, deletions and replacements of characters.
fn distance(left: &str, right: &str) -> usize {
    // A key is short; what is not is like none.
    let left: Vec<char> = left.chars().take(64).collect();
    let mut row: Vec<usize> = (0..=left.len()).collect();
    for (index, wanted) in right.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (column, found) in left.iter().enumerate() {
            let replaced = diagonal + usize::from(*found != wanted);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[left.len()]
}

#[cfg(test)]
mod tests;

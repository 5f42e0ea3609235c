//! The flags of `autovibe-guest workspace`.

use std::path::PathBuf;

use autovibe_proto::is_object_name;

use super::program::USAGE;
use crate::error::GuestError;

/// What was asked for; each command takes some of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Options {
    pub(super) since: Option<String>,
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
    pub(super) has_stat: bool,
    pub(super) has_color: bool,
    pub(super) base: Option<String>,
    pub(super) branch: Option<String>,
    pub(super) bundle: Option<PathBuf>,
    pub(super) reference: Option<String>,
    pub(super) checkpoint: Option<String>,
}

impl Options {
    /// Reads flags.
    ///
    /// # Errors
    /// [`GuestError::Config`] for an unknown flag, a missing value, or a commit or name that is none.
    pub(super) fn read(arguments: &[String]) -> Result<Options, GuestError> {
        let mut options = Options::default();
        let mut rest = arguments.iter();
        while let Some(flag) = rest.next() {
            let mut value = || rest.next().cloned().ok_or_else(usage);
            match flag.as_str() {
                "--since" => options.since = Some(commit(value()?)?),
                "--from" => options.from = Some(commit(value()?)?),
                "--to" => options.to = Some(commit(value()?)?),
                "--base" => options.base = Some(commit(value()?)?),
                "--stat" => options.has_stat = true,
                "--color" => options.has_color = true,
                "--branch" => options.branch = Some(value()?),
                "--bundle" => options.bundle = Some(PathBuf::from(value()?)),
                "--ref" => options.reference = Some(own_ref(value()?)?),
                "--checkpoint" => options.checkpoint = Some(id(value()?)?),
                _ => return Err(usage()),
            }
        }
        Ok(options)
    }
}

/// How to use the command, as an error.
pub(super) fn usage() -> GuestError {
    GuestError::Config(USAGE.to_owned())
}

fn commit(text: String) -> Result<String, GuestError> {
    if is_object_name(&text) { Ok(text) } else { Err(GuestError::Config(format!("{text:?} is no commit"))) }
}

fn own_ref(text: String) -> Result<String, GuestError> {
    let rest = text.strip_prefix("refs/autovibe/").unwrap_or_default();
    let is_own = !rest.is_empty() && rest.split('/').all(|part| id(part.to_owned()).is_ok());
    if is_own { Ok(text) } else { Err(GuestError::Config(format!("{text:?} is none of our refs"))) }
}

fn id(text: String) -> Result<String, GuestError> {
    let is_id =
        (1..=64).contains(&text.len()) && text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_');
    if is_id { Ok(text) } else { Err(GuestError::Config(format!("{text:?} is no id"))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_objects_and_of_our_own_refs_are_taken() {
        let read =
            |words: &[&str]| Options::read(&words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>());
        let commit = "0a".repeat(20);
        assert_eq!(read(&["--from", &commit, "--stat"]).unwrap().from.as_deref(), Some(commit.as_str()));
        for bad in ["HEAD", "--output=x", "main"] {
            assert!(read(&["--to", bad]).is_err(), "{bad}");
        }
        assert!(read(&["--ref", "refs/autovibe/turn/trn_1/start"]).is_ok());
        for bad in ["refs/heads/main", "refs/autovibe/", "refs/autovibe/../heads/main"] {
            assert!(read(&["--ref", bad]).is_err(), "{bad}");
        }
        assert!(read(&["--since"]).is_err() && read(&["surprise"]).is_err());
    }
}

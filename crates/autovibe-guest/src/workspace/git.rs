//! Runs git in the workspace, with nothing around it that somebody else chose.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::config::GuestConfig;
use crate::error::GuestError;

/// What is kept of git's complaints.
const COMPLAINT_BYTES_MAX: usize = 2000;

/// Settings of every call: no programs of the repository's choice, no work in the background, no questions.
const SETTINGS: [&str; 10] = [
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.pager=cat",
    "core.safecrlf=false",
    "gc.auto=0",
    "maintenance.auto=false",
    "commit.gpgSign=false",
    "advice.addEmbeddedRepo=false",
    "advice.detachedHead=false",
    "protocol.file.allow=always",
];

/// Git in one folder.
#[derive(Debug, Clone)]
pub(super) struct Git {
    folder: PathBuf,
    home: PathBuf,
    path: String,
    extra: Vec<(&'static str, String)>,
}

impl Git {
    /// Git in the workspace.
    pub(super) fn new(config: &GuestConfig) -> Git {
        Git {
            folder: config.workspace(),
            home: config.home(),
            path: config.program_path.clone(),
            extra: Vec::new(),
        }
    }

    /// The same with one more variable.
    pub(super) fn with(&self, name: &'static str, value: impl Into<String>) -> Git {
        let mut git = self.clone();
        git.extra.push((name, value.into()));
        git
    }

    /// A call that is ready to start, without input.
    pub(super) fn command<Argument: AsRef<OsStr>>(&self, arguments: &[Argument]) -> Command {
        let mut command = Command::new("git");
        command
            .env_clear()
            .env("PATH", &self.path)
            .env("HOME", &self.home)
            .env("LANG", "C.UTF-8")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_OPTIONAL_LOCKS", "0")
            .env("GIT_LITERAL_PATHSPECS", "1")
            // A commit is what its name says, not what the repository puts in its place.
            .env("GIT_NO_REPLACE_OBJECTS", "1")
            // A workspace that is none must not be taken for a part of something above it.
            .env("GIT_CEILING_DIRECTORIES", self.folder.parent().unwrap_or(Path::new("/")))
            .envs(self.extra.iter().map(|(name, value)| (name, value)))
            .current_dir(&self.folder)
            .stdin(Stdio::null());
        for setting in SETTINGS {
            command.args(["-c", setting]);
        }
        command.args(arguments);
        command
    }

    /// Runs git and gives back whatever it said.
    ///
    /// # Errors
    /// [`GuestError::File`] when it cannot be started.
    pub(super) fn output(&self, arguments: &[&str]) -> Result<Output, GuestError> {
        let doing = format!("run git {}", arguments.first().unwrap_or(&""));
        self.command(arguments).output().map_err(GuestError::file(doing))
    }

    /// Runs git, which must succeed, and gives its answer back without the last line's end.
    ///
    /// # Errors
    /// [`GuestError::Git`] with git's own words.
    pub(super) fn run(&self, arguments: &[&str]) -> Result<String, GuestError> {
        let output = self.output(arguments)?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned());
        }
        Err(complaint(arguments.first().unwrap_or(&""), &output))
    }

    /// Runs git, whose failure is an answer too.
    ///
    /// # Errors
    /// [`GuestError::File`] when it cannot be started.
    pub(super) fn ask(&self, arguments: &[&str]) -> Result<Option<String>, GuestError> {
        let output = self.output(arguments)?;
        let text = String::from_utf8_lossy(&output.stdout).trim_end().to_owned();
        Ok(output.status.success().then_some(text))
    }

    /// Runs git with our own output and errors.
    ///
    /// # Errors
    /// [`GuestError::Git`] when it fails, after it said why.
    pub(super) fn pass_through(&self, arguments: &[&str]) -> Result<(), GuestError> {
        let verb = arguments.first().unwrap_or(&"");
        let status = self.command(arguments).status().map_err(GuestError::file(format!("run git {verb}")))?;
        if status.success() {
            Ok(())
        } else {
            Err(GuestError::Git(format!("git {verb} ended with {status}")))
        }
    }
}

/// What git said, as an error: its end, where the reason stands.
pub(super) fn complaint(verb: &str, output: &Output) -> GuestError {
    let text = String::from_utf8_lossy(&output.stderr);
    let text = text.trim();
    let start = text.ceil_char_boundary(text.len().saturating_sub(COMPLAINT_BYTES_MAX));
    GuestError::Git(format!("git {verb}: {}", &text[start..]))
}

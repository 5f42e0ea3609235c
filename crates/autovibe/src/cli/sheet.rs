//! Long output for people: a pager on a terminal, and nothing in it that steers the terminal.

use std::io::{IsTerminal as _, Write};
use std::process::{Child, Command, Stdio};

use super::error::CliError;
use crate::workspace::TerminalText;

/// How long output is shown.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(crate) struct SheetArguments {
    /// Shows everything at once, without a pager.
    #[arg(long)]
    no_pager: bool,
}

/// Long output on its way to a person or a program.
#[derive(Debug)]
pub(crate) struct Sheet {
    cleaner: Option<TerminalText>,
    pager: Option<Child>,
    ended: bool,
}

impl SheetArguments {
    /// Opens the output; a pager is only started for a terminal.
    pub(crate) fn open(self) -> Sheet {
        let is_terminal = std::io::stdout().is_terminal();
        let pager = if is_terminal && !self.no_pager { start_pager() } else { None };
        Sheet { cleaner: is_terminal.then(TerminalText::default), pager, ended: false }
    }

    /// Colours are wanted.
    pub(crate) fn has_colour() -> bool {
        // Source: no-color.org.
        let forbidden = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        std::io::stdout().is_terminal() && !forbidden
    }
}

impl Sheet {
    /// Shows a piece that came from a Machine; `false` when nobody reads on.
    ///
    /// A program behind a pipe gets the bytes as they are.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<bool, CliError> {
        let cleaned = self.cleaner.as_mut().map(|cleaner| {
            let mut cleaned = Vec::with_capacity(bytes.len());
            cleaner.push(bytes, &mut cleaned);
            cleaned
        });
        self.put(cleaned.as_deref().unwrap_or(bytes))
    }

    /// Shows a line of ours.
    pub(crate) fn line(&mut self, text: &str) -> Result<bool, CliError> {
        self.write(text.as_bytes())?;
        self.write(b"\n")
    }

    /// Ends the output and waits until the person has read it.
    pub(crate) fn finish(mut self) -> Result<(), CliError> {
        if let Some(mut cleaner) = self.cleaner.take() {
            let mut rest = Vec::new();
            cleaner.finish(&mut rest);
            self.put(&rest)?;
        }
        if let Some(mut pager) = self.pager.take() {
            drop(pager.stdin.take());
            pager.wait()?;
        }
        Ok(())
    }

    fn put(&mut self, bytes: &[u8]) -> Result<bool, CliError> {
        if self.ended {
            return Ok(false);
        }
        let written = match self.pager.as_mut().and_then(|pager| pager.stdin.as_mut()) {
            Some(pipe) => pipe.write_all(bytes).and_then(|()| pipe.flush()),
            None => {
                let mut out = std::io::stdout().lock();
                out.write_all(bytes).and_then(|()| out.flush())
            }
        };
        match written {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {
                self.ended = true;
                Ok(false)
            }
            Err(error) => Err(error.into()),
        }
    }
}

/// The pager that git would take. Source: git-var(1), "GIT_PAGER".
fn start_pager() -> Option<Child> {
    let configured = Command::new("git").args(["var", "GIT_PAGER"]).stderr(Stdio::null()).output().ok();
    let program = configured
        .filter(|output| output.status.success())
        .map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
        .or_else(|| std::env::var("PAGER").ok())
        .unwrap_or_else(|| "less".to_owned());
    if program.is_empty() || program == "cat" {
        return None;
    }
    let mut command = Command::new("sh");
    command.args(["-c", &program]).stdin(Stdio::piped());
    if std::env::var_os("LESS").is_none() {
        command.env("LESS", "FRX");
    }
    if std::env::var_os("LV").is_none() {
        command.env("LV", "-c");
    }
    command.spawn().ok()
}

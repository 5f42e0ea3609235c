//! `autovibe secret …`

use std::io::{IsTerminal as _, Read as _, Write as _};
use std::path::{Path, PathBuf};

use autovibe_proto::Failure;
use autovibe_proto::hub::v1::{DeleteSecretRequest, ListSecretsRequest, SetSecretRequest};
use clap::{Args, Subcommand};

use super::context::Context;
use super::error::CliError;
use super::output::{instant, print_json, print_table};
use super::terminal::RawTerminal;

/// One more than the Hub takes, so that it is the Hub that refuses.
const VALUE_LENGTH_MAX: u64 = 64 * 1024 + 3;

// What the keys of a terminal send. Source: termios(3), the usual VINTR, VEOF, VKILL and VERASE.
const INTERRUPT: u8 = 3;
const END_OF_INPUT: u8 = 4;
const BACKSPACE: u8 = 8;
const ERASE_LINE: u8 = 21;
const DELETE: u8 = 127;

/// Keeps values that Machines use without holding them.
#[derive(Debug, Subcommand)]
pub(crate) enum SecretCommand {
    /// Makes a Secret, or replaces its value or hosts.
    ///
    /// The value comes from a file, a variable or standard input, never from an argument, where others could read it.
    /// Machines see a placeholder in the variable NAME; requests by HTTPS to the named hosts carry the value instead,
    /// in headers and in Basic credentials. A running coding agent sees a new variable when it is started anew.
    Set(SetArguments),
    /// Lists the Secrets of a Project, without their values.
    List {
        /// The Project.
        #[arg(long)]
        project: String,
    },
    /// Removes a Secret.
    Delete {
        /// Name.
        name: String,
        /// The Project.
        #[arg(long)]
        project: String,
    },
}

/// What a Secret is set to.
#[derive(Debug, Args)]
pub(crate) struct SetArguments {
    /// Name; in Machines the variable of this name in capitals, with underscores for hyphens.
    name: String,
    /// The Project.
    #[arg(long)]
    project: String,
    /// A host that may get the value, as api.example.com or *.example.com; may be repeated.
    #[arg(long = "host", value_name = "HOST")]
    hosts: Vec<String>,
    /// File that holds the value; one line break at its end is dropped.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["from_env", "hosts_only"])]
    from_file: Option<PathBuf>,
    /// Variable that holds the value.
    #[arg(long, value_name = "VARIABLE", conflicts_with = "hosts_only")]
    from_env: Option<String>,
    /// Changes the hosts and keeps the value.
    #[arg(long, requires = "hosts")]
    hosts_only: bool,
}

pub(crate) async fn secret(context: &Context, command: SecretCommand) -> Result<(), CliError> {
    match command {
        SecretCommand::Set(arguments) => {
            // Before the connection is made: nobody types a value in vain.
            let mut client = context.connect_secrets().await?;
            let value = match arguments.hosts_only {
                true => None,
                false => Some(read_value(&arguments)?),
            };
            let SetArguments { name, project, hosts, .. } = arguments;
            let request = SetSecretRequest { project, name, value, hosts };
            let secret = client.set_secret(request).await?.into_inner();
            if context.is_json() {
                return print_json(&secret);
            }
            println!("{} for {}", secret.environment_name, secret.hosts.join(", "));
        }
        SecretCommand::List { project } => {
            let mut client = context.connect_secrets().await?;
            let secrets = client.list_secrets(ListSecretsRequest { project }).await?.into_inner().secrets;
            if context.is_json() {
                return print_json(&secrets);
            }
            let rows: Vec<_> = secrets
                .into_iter()
                .map(|secret| {
                    let changed = secret.update_time.as_ref().or(secret.create_time.as_ref());
                    [
                        secret.name.clone(),
                        secret.environment_name.clone(),
                        secret.hosts.join(" "),
                        instant(changed),
                    ]
                })
                .collect();
            print_table(["NAME", "VARIABLE", "HOSTS", "CHANGED"], &rows);
        }
        SecretCommand::Delete { name, project } => {
            let mut client = context.connect_secrets().await?;
            client.delete_secret(DeleteSecretRequest { project, name: name.clone() }).await?;
            if !context.is_json() {
                println!("deleted {name}");
            }
        }
    }
    Ok(())
}

fn read_value(arguments: &SetArguments) -> Result<String, CliError> {
    if let Some(variable) = &arguments.from_env {
        // What the variable holds stays out of the text.
        return std::env::var(variable).map_err(|_| {
            Failure::invalid(format!("the variable {variable} is not set, or is no text")).into()
        });
    }
    match &arguments.from_file {
        Some(path) => read_file(path),
        None if std::io::stdin().is_terminal() => read_hidden(&arguments.name),
        None => limited_text(std::io::stdin().lock()),
    }
}

fn read_file(path: &Path) -> Result<String, CliError> {
    limited_text(fs_err::File::open(path)?)
}

/// A text without the line break that editors and `echo` put at its end.
fn limited_text(source: impl std::io::Read) -> Result<String, CliError> {
    let mut bytes = Vec::new();
    source.take(VALUE_LENGTH_MAX).read_to_end(&mut bytes)?;
    // The error of the conversion would show the bytes.
    let text = String::from_utf8(bytes).map_err(|_| Failure::invalid("the value is no UTF-8 text"))?;
    let text = text.strip_suffix('\n').map_or(text.as_str(), |rest| rest.strip_suffix('\r').unwrap_or(rest));
    Ok(text.to_owned())
}

/// Asks for the value without showing it.
///
/// The terminal is raw meanwhile: its own editing would cut a long value off, and an interrupt would leave it silent.
fn read_hidden(name: &str) -> Result<String, CliError> {
    let raw = RawTerminal::enter()?;
    eprint!("value of {name} (not shown): ");
    std::io::stderr().flush()?;
    let typed = typed_line(std::io::stdin().lock().take(VALUE_LENGTH_MAX));
    drop(raw);
    eprintln!();
    typed
}

/// One line as it is typed into a raw terminal.
fn typed_line(source: impl std::io::Read) -> Result<String, CliError> {
    let mut line = Vec::new();
    for byte in std::io::BufReader::new(source).bytes() {
        match byte? {
            b'\r' | b'\n' => break,
            INTERRUPT => return Err(Failure::invalid("interrupted; nothing was set").into()),
            END_OF_INPUT => break,
            ERASE_LINE => line.clear(),
            BACKSPACE | DELETE => {
                // A letter may have several bytes; all but the first begin with the bits 10.
                while line.pop().is_some_and(|byte| byte & 0xc0 == 0x80) {}
            }
            byte => line.push(byte),
        }
    }
    Ok(String::from_utf8(line).map_err(|_| Failure::invalid("the value is no UTF-8 text"))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_break_at_the_end_is_dropped() {
        for (given, expected) in [
            ("a", "a"),
            ("a\n", "a"),
            ("a\r\n", "a"),
            ("a\n\n", "a\n"),
            ("a\nb\n", "a\nb"),
            ("", ""),
            ("\n", ""),
        ] {
            assert_eq!(limited_text(given.as_bytes()).unwrap(), expected);
        }
        let refused = limited_text(&b"\xff\xfe-secret"[..]).unwrap_err();
        assert!(!refused.text().unwrap().contains("secret"));
    }

    #[test]
    fn a_typed_line_can_be_corrected() {
        for (typed, expected) in [
            ("secret\rmore", "secret"),
            ("secret\n", "secret"),
            ("wrong\x15right\x04", "right"),
            ("ab\x7f\x08\x08c\r", "c"),
            ("aä\x7fb\r", "ab"),
        ] {
            assert_eq!(typed_line(typed.as_bytes()).unwrap(), expected);
        }
        let refused = typed_line(&b"secret\x03"[..]).unwrap_err();
        assert!(refused.text().unwrap().starts_with("interrupted"));
    }
}

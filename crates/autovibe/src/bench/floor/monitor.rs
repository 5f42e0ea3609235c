//! A QEMU monitor, as far as the floor needs it.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::UnixStream;
use tokio::time::{Instant, sleep, timeout};

use super::super::error::BenchError;

/// Saving a gigabyte to a slow disk takes half a minute.
const ANSWER_LIMIT: Duration = Duration::from_secs(60);

/// It takes milliseconds, on a loaded host more.
const SETTLE_LIMIT: Duration = Duration::from_secs(5);

/// A poll that is late by this much shows in no figure.
const POLL: Duration = Duration::from_micros(500);

/// A connection to a monitor.
#[derive(Debug)]
pub(super) struct Monitor {
    stream: BufReader<UnixStream>,
    /// The newest state of a migration that an event told.
    migration: Option<String>,
}

impl Monitor {
    /// Connects as soon as the socket is there.
    pub(super) async fn connect(socket: &Path, limit: Duration) -> Result<Monitor, BenchError> {
        let deadline = Instant::now() + limit;
        let stream = loop {
            match UnixStream::connect(socket).await {
                Ok(stream) => break stream,
                Err(_) if Instant::now() < deadline => sleep(POLL).await,
                Err(source) => {
                    return Err(BenchError::File { what: "connect to the monitor of QEMU", source });
                }
            }
        };
        let mut monitor = Monitor { stream: BufReader::new(stream), migration: None };
        monitor.execute("qmp_capabilities", json!({})).await?;
        Ok(monitor)
    }

    /// Runs one command and gives its answer.
    pub(super) async fn execute(&mut self, command: &str, arguments: Value) -> Result<Value, BenchError> {
        let line = format!("{}\n", json!({"execute": command, "arguments": arguments}));
        let answer = async {
            self.stream
                .write_all(line.as_bytes())
                .await
                .map_err(BenchError::file("write to the monitor of QEMU"))?;
            loop {
                let mut frame = self.next_frame().await?;
                if let Some(refusal) = frame.get("error") {
                    return Err(BenchError::Monitor {
                        command: command.to_owned(),
                        text: refusal["desc"].to_string(),
                    });
                }
                if let Some(answer) = frame.get_mut("return") {
                    return Ok(answer.take());
                }
            }
        };
        timeout(ANSWER_LIMIT, answer)
            .await
            .map_err(|_| BenchError::TimedOut { what: "an answer of the monitor", limit: ANSWER_LIMIT })?
    }

    /// Begins a migration and waits for its end; `command` is "migrate" or "migrate-incoming".
    pub(super) async fn migrate(&mut self, command: &str, file: &Path) -> Result<(), BenchError> {
        self.migration = None;
        let channel = json!({
            "channel-type": "main",
            "addr": {"transport": "file", "filename": file, "offset": 0},
        });
        let mut arguments = json!({"channels": [channel]});
        if command == "migrate-incoming" {
            arguments["exit-on-error"] = json!(false);
        }
        self.execute(command, arguments).await?;
        let end = async {
            loop {
                match self.migration.as_deref() {
                    Some("completed") => return Ok(()),
                    Some("failed") => {
                        return Err(BenchError::Monitor {
                            command: command.to_owned(),
                            text: "it failed".to_owned(),
                        });
                    }
                    _ => self.next_frame().await?,
                };
            }
        };
        timeout(ANSWER_LIMIT, end)
            .await
            .map_err(|_| BenchError::TimedOut { what: "saving or loading of memory", limit: ANSWER_LIMIT })?
    }

    /// Sets the ways in which the next migration works; all others are switched off.
    pub(super) async fn set_ways(&mut self, wanted: &[&str]) -> Result<(), BenchError> {
        let ways: Vec<Value> = ["events", "mapped-ram", "multifd", "x-ignore-shared"]
            .iter()
            .map(|way| json!({"capability": way, "state": *way == "events" || wanted.contains(way)}))
            .collect();
        self.execute_when_settled("migrate-set-capabilities", json!({"capabilities": ways})).await?;
        // No limit: the figure is the one of the disk and the processors.
        self.execute("migrate-set-parameters", json!({"max-bandwidth": 0, "multifd-channels": 2})).await?;
        Ok(())
    }

    /// Runs a command that QEMU refuses until a migration, whose end it has already told, is put away.
    pub(super) async fn execute_when_settled(
        &mut self,
        command: &str,
        arguments: Value,
    ) -> Result<(), BenchError> {
        let deadline = Instant::now() + SETTLE_LIMIT;
        while let Err(error) = self.execute(command, arguments.clone()).await {
            if Instant::now() > deadline {
                return Err(error);
            }
            sleep(POLL).await;
        }
        Ok(())
    }

    async fn next_frame(&mut self) -> Result<Value, BenchError> {
        let mut line = String::new();
        let count = self
            .stream
            .read_line(&mut line)
            .await
            .map_err(BenchError::file("read from the monitor of QEMU"))?;
        if count == 0 {
            return Err(BenchError::Monitor { command: "read".to_owned(), text: "it is closed".to_owned() });
        }
        let frame: Value = serde_json::from_str(&line)
            .map_err(|error| BenchError::Monitor { command: "read".to_owned(), text: error.to_string() })?;
        if frame["event"] == "MIGRATION" {
            self.migration = frame["data"]["status"].as_str().map(str::to_owned);
        }
        Ok(frame)
    }
}

//! One connection to a monitor: greeting, commands with ids, events in order.

use std::collections::VecDeque;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::UnixStream;
use tokio::time::{Instant, sleep, timeout, timeout_at};

use super::error::QmpError;
use super::frame::{QmpEvent, QmpFrame};

/// The longest answers (lists of block nodes of deep chains) stay far below this.
const LINE_BYTES_MAX: usize = 4 << 20;

/// Events that nobody took are dropped from the oldest on; our verbs wait for a handful.
const EVENT_COUNT_MAX: usize = 256;

/// QEMU answers within milliseconds; a loaded host under emulation was seen to need a second.
const ANSWER_LIMIT: Duration = Duration::from_secs(20);

/// A connection to a monitor; a monitor serves one at a time.
#[derive(Debug)]
pub(crate) struct QmpClient {
    stream: UnixStream,
    received: Vec<u8>,
    events: VecDeque<QmpEvent>,
    next_id: u64,
}

impl QmpClient {
    /// Connects within `limit`, also while another client still holds the monitor.
    pub(crate) async fn connect(socket: &Path, limit: Duration) -> Result<Self, QmpError> {
        let deadline = Instant::now() + limit;
        let stream = loop {
            match UnixStream::connect(socket).await {
                Ok(stream) => break stream,
                Err(error) if Instant::now() >= deadline => return Err(error.into()),
                Err(_) => sleep(Duration::from_millis(2)).await,
            }
        };
        timeout_at(deadline, Self::over(stream))
            .await
            .map_err(|_| QmpError::TimedOut { command: "greeting".to_owned() })?
    }

    /// Reads the greeting from a fresh stream and leaves negotiation mode.
    async fn over(stream: UnixStream) -> Result<Self, QmpError> {
        let mut client = Self { stream, received: Vec::new(), events: VecDeque::new(), next_id: 1 };
        match client.next_frame().await? {
            QmpFrame::Greeting => {}
            QmpFrame::Event(_) | QmpFrame::Answer { .. } => return Err(QmpError::Malformed),
        }
        client.execute("qmp_capabilities", json!({})).await?;
        Ok(client)
    }

    /// Runs one command and gives its answer; events that come meanwhile are kept.
    pub(crate) async fn execute(&mut self, command: &str, arguments: Value) -> Result<Value, QmpError> {
        let id = self.next_id;
        self.next_id += 1;
        let mut line = json!({"execute": command, "arguments": arguments, "id": id}).to_string();
        line.push('\n');
        timeout(ANSWER_LIMIT, async {
            self.stream.write_all(line.as_bytes()).await?;
            loop {
                match self.next_frame().await? {
                    QmpFrame::Event(event) => self.keep(event),
                    QmpFrame::Answer { id: Some(answered), outcome } if answered == id => {
                        return outcome
                            .map_err(|text| QmpError::Refused { command: command.to_owned(), text });
                    }
                    // An answer to a command whose caller gave up.
                    QmpFrame::Answer { .. } | QmpFrame::Greeting => {}
                }
            }
        })
        .await
        .map_err(|_| QmpError::TimedOut { command: command.to_owned() })?
    }

    /// Gives the next event, those kept during commands first.
    ///
    /// # Cancel safety
    /// Safe: a partly read line stays buffered and the next call continues with it.
    pub(crate) async fn next_event(&mut self) -> Result<QmpEvent, QmpError> {
        if let Some(event) = self.events.pop_front() {
            return Ok(event);
        }
        loop {
            if let QmpFrame::Event(event) = self.next_frame().await? {
                return Ok(event);
            }
        }
    }

    fn keep(&mut self, event: QmpEvent) {
        if self.events.len() == EVENT_COUNT_MAX {
            self.events.pop_front();
        }
        self.events.push_back(event);
    }

    async fn next_frame(&mut self) -> Result<QmpFrame, QmpError> {
        let mut searched = 0;
        loop {
            if let Some(offset) = self.received[searched..].iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = self.received.drain(..=searched + offset).collect();
                searched = 0;
                if line.iter().all(u8::is_ascii_whitespace) {
                    continue;
                }
                return QmpFrame::parse(&line);
            }
            searched = self.received.len();
            if searched > LINE_BYTES_MAX {
                return Err(QmpError::TooLong { limit: LINE_BYTES_MAX });
            }
            if self.stream.read_buf(&mut self.received).await? == 0 {
                return Err(QmpError::Closed);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GREETING: &str = "{\"QMP\": {\"version\": {}, \"capabilities\": []}}\r\n";

    /// Plays a monitor: greets, then sends one text per line that it gets.
    async fn check(answers: Vec<String>) -> QmpClient {
        let (ours, mut theirs) = UnixStream::pair().unwrap();
        tokio::spawn(async move {
            theirs.write_all(GREETING.as_bytes()).await.unwrap();
            let mut buffer = vec![0; 4096];
            for answer in [vec!["{\"return\": {}, \"id\": 1}\r\n".to_owned()], answers].concat() {
                if theirs.read(&mut buffer).await.unwrap() == 0
                    || theirs.write_all(answer.as_bytes()).await.is_err()
                {
                    return;
                }
            }
        });
        QmpClient::over(ours).await.unwrap()
    }

    #[tokio::test]
    async fn events_between_command_and_answer_are_kept_in_order() {
        let events =
            "{\"event\": \"STOP\"}\r\n{\"event\": \"MIGRATION\", \"data\": {\"status\": \"active\"}}\r\n";
        let mut client = check(vec![format!("{events}{{\"return\": {{\"a\": 1}}, \"id\": 2}}\r\n")]).await;
        assert_eq!(client.execute("stop", json!({})).await.unwrap(), json!({"a": 1}));
        assert_eq!(client.next_event().await.unwrap().name, "STOP");
        assert_eq!(client.next_event().await.unwrap().data, json!({"status": "active"}));
    }

    #[tokio::test]
    async fn a_refusal_carries_the_words_of_qemu() {
        let refusal = "{\"id\": 2, \"error\": {\"class\": \"GenericError\", \"desc\": \"no\"}}\r\n";
        let mut client = check(vec![refusal.to_owned()]).await;
        let error = client.execute("cont", json!({})).await.unwrap_err();
        assert_eq!(error.to_string(), "cont: no");
    }

    #[tokio::test]
    async fn an_answer_to_an_older_command_is_passed_over() {
        let mut client =
            check(vec!["{\"return\": 0, \"id\": 1}\n{\"return\": 7, \"id\": 2}\n".to_owned()]).await;
        assert_eq!(client.execute("query-status", json!({})).await.unwrap(), json!(7));
    }

    #[tokio::test]
    async fn a_line_without_end_is_refused_before_it_fills_the_memory() {
        let mut client = check(vec!["x".repeat(LINE_BYTES_MAX + 70_000)]).await;
        let error = client.execute("query-status", json!({})).await.unwrap_err();
        assert!(matches!(error, QmpError::TooLong { .. }), "{error}");
    }

    #[tokio::test]
    async fn a_malformed_line_does_not_spoil_the_next() {
        let mut client = check(vec!["[1]\n{\"event\": \"RESUME\"}\n".to_owned()]).await;
        client.stream.write_all(b"x").await.unwrap();
        assert!(matches!(client.next_event().await, Err(QmpError::Malformed)));
        assert_eq!(client.next_event().await.unwrap().name, "RESUME");
    }

    #[tokio::test]
    async fn a_closed_monitor_is_told() {
        let mut client = check(vec![]).await;
        assert!(matches!(
            client.execute("stop", json!({})).await,
            Err(QmpError::Closed | QmpError::Socket(_))
        ));
    }
}

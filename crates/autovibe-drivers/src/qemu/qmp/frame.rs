//! The lines of the protocol: greeting, answers and events.

use serde::Deserialize;
use serde_json::Value;

use super::error::QmpError;

/// Something that QEMU tells unasked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct QmpEvent {
    /// Its name, as "STOP".
    pub(crate) name: String,
    /// What belongs to it.
    pub(crate) data: Value,
}

/// One line from QEMU.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum QmpFrame {
    Greeting,
    Event(QmpEvent),
    Answer { id: Option<u64>, outcome: Result<Value, String> },
}

#[derive(Deserialize)]
struct RawFrame {
    #[serde(rename = "QMP")]
    greeting: Option<Value>,
    event: Option<String>,
    #[serde(default)]
    data: Value,
    id: Option<u64>,
    #[serde(rename = "return")]
    answer: Option<Value>,
    error: Option<RawRefusal>,
}

#[derive(Deserialize)]
struct RawRefusal {
    desc: String,
}

impl QmpFrame {
    /// Reads one line.
    ///
    /// Source: QMP specification, "Server Greeting", "Commands Responses", "Asynchronous events".
    pub(super) fn parse(line: &[u8]) -> Result<Self, QmpError> {
        let raw: RawFrame = serde_json::from_slice(line).map_err(|_| QmpError::Malformed)?;
        if let Some(name) = raw.event {
            return Ok(Self::Event(QmpEvent { name, data: raw.data }));
        }
        if let Some(refusal) = raw.error {
            return Ok(Self::Answer { id: raw.id, outcome: Err(refusal.desc) });
        }
        if let Some(answer) = raw.answer {
            return Ok(Self::Answer { id: raw.id, outcome: Ok(answer) });
        }
        raw.greeting.map(|_| Self::Greeting).ok_or(QmpError::Malformed)
    }
}

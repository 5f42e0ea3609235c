//! What is written to the ledger.

use std::collections::VecDeque;

use autovibe_proto::v1::LeaseToken;
use serde::{Deserialize, Serialize};

/// A line of the ledger. Fields are only ever added, with a default.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum LedgerRecord {
    /// The first line.
    Format {
        /// Version of the file.
        version: u32,
    },
    /// A token was seen that is newer than those before.
    Token {
        /// The token.
        token: LeaseToken,
    },
    /// A command is about to be given to the driver.
    Begun {
        /// The Machine.
        machine_id: String,
        /// The Effect.
        effect_id: String,
        /// The incarnation that it is for or begins.
        incarnation: i64,
        /// Set when it begins a life.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        life: Option<Life>,
    },
    /// A command was answered.
    Done {
        /// The Machine.
        machine_id: String,
        /// What is remembered.
        answer: Answer,
        /// The driver's handle, when it gave one.
        #[serde(default, skip_serializing_if = "Option::is_none", with = "option_hex")]
        handle: Option<Vec<u8>>,
        /// The Machine is gone.
        #[serde(default)]
        destroyed: bool,
    },
    /// A whole Machine, written when the file is compacted.
    Machine {
        /// The Machine.
        machine_id: String,
        /// All that is known of it.
        machine: LedgerMachine,
    },
}

/// What a new life brings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Life {
    /// Presented for the guest's connections.
    pub(crate) guest_ticket: String,
    /// Digest of Image and size for a created Machine.
    #[serde(default)]
    pub(crate) spec_digest: String,
}

/// A remembered answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Answer {
    /// The Effect.
    pub(crate) effect_id: String,
    /// The verb, so that an id used twice is found out.
    pub(crate) verb: String,
    /// The encoded reply.
    #[serde(with = "hex")]
    pub(crate) reply: Vec<u8>,
}

/// All that is known of a Machine.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct LedgerMachine {
    /// The newest incarnation.
    pub(crate) incarnation: i64,
    /// Presented for the guest's connections.
    pub(crate) guest_ticket: String,
    /// Digest of Image and size.
    #[serde(default)]
    pub(crate) spec_digest: String,
    /// The driver's handle; empty until it gave one.
    #[serde(default, with = "hex")]
    pub(crate) handle: Vec<u8>,
    /// Nothing of it exists any more.
    #[serde(default)]
    pub(crate) destroyed: bool,
    /// Recent answers, oldest first.
    #[serde(default)]
    pub(crate) answers: VecDeque<Answer>,
}

mod option_hex {
    use serde::{Deserialize, Deserializer, Serializer};

    #[expect(clippy::ref_option, reason = "the signature is serde's")]
    pub(super) fn serialize<S: Serializer>(
        value: &Option<Vec<u8>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&value.as_ref().map(hex::encode).unwrap_or_default())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Vec<u8>>, D::Error> {
        let text = String::deserialize(deserializer)?;
        hex::decode(text).map(Some).map_err(serde::de::Error::custom)
    }
}

impl LedgerRecord {
    /// The record of an answered command.
    pub(crate) fn answered(
        command: &crate::command::Command,
        reply: Vec<u8>,
        handle: Option<Vec<u8>>,
        destroyed: bool,
    ) -> LedgerRecord {
        let answer = Answer { effect_id: command.effect_id.clone(), verb: command.verb.to_owned(), reply };
        LedgerRecord::Done { machine_id: command.machine.to_string(), answer, handle, destroyed }
    }
}

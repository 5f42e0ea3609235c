//! Typed identifiers: a text prefix, an underscore and 26 base32 characters of a UUID.
//!
//! Source: TypeID specification 0.3 (UUIDv7 for new ids, Crockford base32 in lower case).

use std::fmt;
use std::str::FromStr;

use sha2::{Digest as _, Sha256};
use uuid::Uuid;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Why a text is no identifier of the wanted type.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not an id of the form {prefix}_ followed by 26 characters")]
pub struct IdError {
    text: String,
    prefix: &'static str,
}

fn encode(uuid: Uuid) -> String {
    let value = uuid.as_u128();
    (0..26)
        .map(|index| char::from(ALPHABET[usize::try_from((value >> (125 - 5 * index)) & 31).unwrap_or(0)]))
        .collect()
}

fn decode(text: &str) -> Option<Uuid> {
    let bytes = text.as_bytes();
    // 26 characters hold 130 bits: the first one may only use three.
    if bytes.len() != 26 || bytes[0] > b'7' {
        return None;
    }
    bytes
        .iter()
        .try_fold(0_u128, |value, byte| {
            let digit = ALPHABET.iter().position(|letter| letter == byte)?;
            Some((value << 5) | digit as u128)
        })
        .map(Uuid::from_u128)
}

fn derive(prefix: &str, parts: &[&str]) -> Uuid {
    let mut hash = Sha256::new();
    hash.update(prefix);
    for part in parts {
        // The length keeps ("ab", "c") and ("a", "bc") apart.
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    let digest = hash.finalize();
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&digest[..16]);
    Uuid::new_v8(bytes)
}

macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The text before the underscore.
            pub const PREFIX: &'static str = $prefix;

            /// Makes a new id that sorts by time.
            #[must_use]
            pub fn generate() -> Self {
                Self(format!("{}_{}", $prefix, encode(Uuid::now_v7())))
            }

            /// Derives the id that always belongs to these parts.
            #[must_use]
            pub fn derive(parts: &[&str]) -> Self {
                Self(format!("{}_{}", $prefix, encode(derive($prefix, parts))))
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text, owned.
            #[must_use]
            pub fn into_string(self) -> String {
                self.0
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                text.strip_prefix($prefix)
                    .and_then(|rest| rest.strip_prefix('_'))
                    .and_then(decode)
                    .map(|_| Self(text.to_owned()))
                    .ok_or_else(|| IdError { text: text.chars().take(64).collect(), prefix: $prefix })
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }
    )+};
}

typed_ids! {
    /// Identifies a Project.
    ProjectId = "prj";
    /// Identifies a Template.
    TemplateId = "tpl";
    /// Identifies an Image.
    ImageId = "img";
    /// Identifies a Machine.
    MachineId = "mch";
    /// Identifies a Checkpoint.
    CheckpointId = "chk";
    /// Identifies a Turn.
    TurnId = "trn";
    /// Identifies a Message and its MailboxEntry.
    MessageId = "msg";
    /// Identifies a DeadLetter.
    DeadLetterId = "dlt";
    /// Identifies an Effect.
    EffectId = "eff";
    /// Identifies a MachineEvent.
    MachineEventId = "evt";
    /// Identifies an AgentEvent.
    AgentEventId = "agv";
    /// Identifies a Blob.
    BlobId = "blb";
    /// Identifies a TelemetrySample.
    TelemetrySampleId = "tls";
    /// Identifies a Node.
    NodeId = "nod";
    /// Identifies a Hub process.
    HubId = "hub";
    /// Identifies a Lease.
    LeaseId = "lse";
    /// Identifies an ApiToken.
    ApiTokenId = "tok";
    /// Identifies an AuditRecord.
    AuditRecordId = "aud";
    /// Identifies a Secret.
    SecretId = "sec";
    /// Identifies a Budget.
    BudgetId = "bdg";
    /// Identifies a Spend.
    SpendId = "spd";
    /// Identifies an EgressRule.
    EgressRuleId = "egr";
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ids_of_the_specification_are_read() {
        // Source: TypeID specification, valid.yml ("uuidv7").
        assert_eq!(
            encode(Uuid::parse_str("01890a5d-ac96-774b-bcce-b302099a8057").unwrap()),
            "01h455vb4pex5vsknk084sn02q"
        );
        assert!(decode("8zzzzzzzzzzzzzzzzzzzzzzzzz").is_none());
    }

    #[test]
    fn a_wrong_prefix_is_refused() {
        let project = ProjectId::generate().into_string();
        assert!(project.parse::<MachineId>().is_err());
        assert!("mch_".parse::<MachineId>().is_err());
    }

    #[test]
    fn derived_ids_depend_on_the_borders_of_their_parts() {
        assert_eq!(MachineId::derive(&["a", "b"]), MachineId::derive(&["a", "b"]));
        assert_ne!(MachineId::derive(&["ab", "c"]), MachineId::derive(&["a", "bc"]));
    }

    proptest! {
        #[test]
        fn text_and_value_agree(value in any::<u128>()) {
            let uuid = Uuid::from_u128(value);
            prop_assert_eq!(decode(&encode(uuid)), Some(uuid));
        }
    }
}

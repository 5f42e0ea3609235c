//! One record as a line: a checksum, a space, JSON.

use sha2::{Digest as _, Sha256};

use crate::ledger::record::LedgerRecord;

const CHECKSUM_LENGTH: usize = 16;

/// What reading a ledger's bytes gave.
#[derive(Debug, PartialEq)]
pub(super) struct Parsed {
    pub(super) records: Vec<LedgerRecord>,
    /// Length of the part that is sound.
    pub(super) sound_length: usize,
}

fn checksum(body: &[u8]) -> String {
    hex::encode(&Sha256::digest(body)[..CHECKSUM_LENGTH / 2])
}

pub(super) fn encode(record: &LedgerRecord) -> Result<Vec<u8>, serde_json::Error> {
    let body = serde_json::to_vec(record)?;
    let mut line = checksum(&body).into_bytes();
    line.push(b' ');
    line.extend_from_slice(&body);
    line.push(b'\n');
    Ok(line)
}

fn decode(line: &[u8]) -> Option<LedgerRecord> {
    let (sum, rest) = line.split_at_checked(CHECKSUM_LENGTH)?;
    let body = rest.strip_prefix(b" ")?;
    (sum == checksum(body).as_bytes()).then(|| serde_json::from_slice(body).ok())?
}

/// Reads all lines. A torn end is left out; a bad line with sound ones behind it is an error.
///
/// # Errors
/// The number of the bad line, from 1.
pub(super) fn parse(bytes: &[u8]) -> Result<Parsed, usize> {
    let mut parsed = Parsed { records: Vec::new(), sound_length: 0 };
    let mut bad_line = None;
    for (index, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        let record = line.strip_suffix(b"\n").and_then(decode);
        match (record, bad_line) {
            (Some(record), None) => {
                parsed.records.push(record);
                parsed.sound_length += line.len();
            }
            // A crash can only tear the end: something else wrote here.
            (Some(_), Some(number)) => return Err(number),
            (None, None) => bad_line = Some(index + 1),
            (None, Some(_)) => {}
        }
    }
    Ok(parsed)
}

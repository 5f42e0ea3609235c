//! The kinds of coding agents and the codec of each.

use crate::claude::ClaudeWire;
use crate::codec::Codec;

/// The kinds that [`codec_for`] knows, in the order in which people are shown them.
pub const CODING_AGENTS: &[&str] = &["claude-code"];

/// Returns the codec of a kind of coding agent; `None` for an unknown one.
///
/// An empty kind means the first of [`CODING_AGENTS`].
#[must_use]
pub fn codec_for(kind: &str) -> Option<Box<dyn Codec>> {
    match kind {
        "" | "claude-code" => Some(Box::new(ClaudeWire)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_listed_kind_has_a_codec() {
        for kind in CODING_AGENTS {
            assert!(codec_for(kind).is_some(), "{kind}");
        }
        assert!(codec_for("none-such").is_none());
    }
}

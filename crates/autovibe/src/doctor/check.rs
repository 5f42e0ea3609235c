//! One finding about the host.

use serde::Serialize;

/// How a finding reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Verdict {
    /// As wanted.
    Good,
    /// Works, but less well than it could.
    Weak,
    /// Machines cannot run without it.
    Missing,
}

/// One finding about the host.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Check {
    /// What was looked at.
    pub(crate) name: &'static str,
    /// How it reads.
    pub(crate) verdict: Verdict,
    /// What was found, in plain words.
    pub(crate) text: String,
    /// The command that adds what is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) remedy: Option<String>,
}

impl Check {
    pub(crate) fn good(name: &'static str, text: impl Into<String>) -> Check {
        Check { name, verdict: Verdict::Good, text: text.into(), remedy: None }
    }

    pub(crate) fn weak(name: &'static str, text: impl Into<String>, remedy: Option<String>) -> Check {
        Check { name, verdict: Verdict::Weak, text: text.into(), remedy }
    }

    pub(crate) fn missing(name: &'static str, text: impl Into<String>, remedy: Option<String>) -> Check {
        Check { name, verdict: Verdict::Missing, text: text.into(), remedy }
    }
}

//! Why a Message is not handled: a value, since refusals are normal.

/// Why a Message is not handled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Not now: it stays in the mailbox.
    Held,
    /// Never: it becomes a DeadLetter if somebody else sent it.
    Denied {
        /// Stable reason in `UPPER_SNAKE_CASE`.
        reason: &'static str,
        /// What to do, for people.
        text: String,
    },
}

impl Refusal {
    /// The Machine is not in a state that allows this.
    pub(crate) fn wrong_state(text: impl Into<String>) -> Refusal {
        Refusal::Denied { reason: "WRONG_STATE", text: text.into() }
    }
}

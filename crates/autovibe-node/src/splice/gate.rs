//! Whether a Machine's guest may pass now, and what the node says of it.

use autovibe_proto::MachineId;

/// What the node vouches for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Vouched {
    /// The newest incarnation.
    pub(crate) incarnation: i64,
    /// The Hub's ticket for it.
    pub(crate) guest_ticket: String,
}

/// The gate of one Machine.
///
/// It is shut while one life ends and the next begins: a connection that arrives meanwhile waits, so that
/// neither life speaks with the other's ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Gate {
    Shut,
    Open(Vouched),
}

impl Vouched {
    /// The first line of a connection to the Hub.
    pub(super) fn preamble(&self, machine: &MachineId) -> String {
        format!("AVG1 {machine} {} {}\n", self.incarnation, self.guest_ticket)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preamble_is_one_line() {
        let machine = MachineId::derive(&["m"]);
        let vouched = Vouched { incarnation: 3, guest_ticket: "abc".to_owned() };
        assert_eq!(vouched.preamble(&machine), format!("AVG1 {machine} 3 abc\n"));
    }
}

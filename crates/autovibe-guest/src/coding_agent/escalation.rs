//! How hard a coding agent is pushed to end its Turn: asked, then signalled, then killed.

use std::time::Duration;

use tokio::time::Instant;

/// Source: measured times from signal to exit are below two seconds; software emulation is several times slower.
const PATIENCE: Duration = Duration::from_secs(5);

/// The next push.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Push {
    /// Ask over the wire.
    Ask,
    /// SIGINT.
    Interrupt,
    /// SIGTERM.
    Terminate,
    /// Kill everything.
    Kill,
}

/// Remembers how far the pushing went.
#[derive(Debug)]
pub(super) struct Escalation {
    next: Option<Push>,
    due: Instant,
}

impl Escalation {
    /// Begins with asking, now.
    pub(super) fn begin(now: Instant) -> Escalation {
        Escalation { next: Some(Push::Ask), due: now }
    }

    /// When the next push is due; `None` after the last.
    pub(super) fn due(&self) -> Option<Instant> {
        self.next.map(|_| self.due)
    }

    /// Shifts what is due, after time that does not count.
    pub(super) fn delay(&mut self, by: Duration) {
        self.due += by;
    }

    /// Returns the push that is due and plans the one after it.
    pub(super) fn next_push(&mut self, now: Instant) -> Option<Push> {
        if now < self.due {
            return None;
        }
        let push = self.next?;
        self.next = match push {
            Push::Ask => Some(Push::Interrupt),
            Push::Interrupt => Some(Push::Terminate),
            Push::Terminate => Some(Push::Kill),
            Push::Kill => None,
        };
        self.due = now + PATIENCE;
        Some(push)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pushes_grow_with_time() {
        let start = Instant::now();
        let mut escalation = Escalation::begin(start);
        assert_eq!(escalation.next_push(start), Some(Push::Ask));
        assert_eq!(escalation.next_push(start), None);
        let mut now = start;
        for expected in [Push::Interrupt, Push::Terminate, Push::Kill] {
            now += PATIENCE;
            assert_eq!(escalation.next_push(now), Some(expected));
        }
        assert_eq!(escalation.due(), None);
        assert_eq!(escalation.next_push(now + PATIENCE), None);
    }
}

//! What one Machine's guest may do, however often it connects anew.

use tokio::sync::Mutex;

use super::rate::Rate;

/// What the guest of one Machine may do; all its connections share it.
#[derive(Debug)]
pub(crate) struct Allowance {
    /// How fast the guest may send what is stored.
    pub(crate) ingest: Rate,
    /// How fast the guest may ask for Machines and Messages.
    pub(crate) orders: Rate,
    /// How fast the Machine's programs may open connections and ask for things outside.
    pub(crate) egress: Rate,
    /// Held while a child is made, so that two calls at once cannot both be the last one that is allowed.
    pub(crate) births: Mutex<()>,
    /// Held while the workspace of a Checkpoint is taken in, so that one Machine cannot use up all places.
    pub(crate) uploads: Mutex<()>,
}

impl Default for Allowance {
    fn default() -> Allowance {
        // A guest flushes its events twenty times a second at most.
        Allowance {
            ingest: Rate::new(50, 200),
            orders: Rate::new(5, 50),
            // An installation of packages asks for hundreds of files within seconds.
            egress: Rate::new(50, 500),
            births: Mutex::new(()),
            uploads: Mutex::new(()),
        }
    }
}

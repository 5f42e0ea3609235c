//! What programs are started with beside their own: placeholders of Secrets, and whom to trust.
//!
//! A new Secret is in programs that are started from then on; a coding agent that runs already has it at its next start.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// More are not believed; the Hub has a lower limit of its own.
const VARIABLE_COUNT_MAX: usize = 256;
const TEXT_LENGTH_MAX: usize = 4096;

/// Variables for programs that are started from now on; cheap to clone.
#[derive(Debug, Clone, Default)]
pub(crate) struct LaunchEnvironment(Arc<Mutex<Held>>);

#[derive(Debug, Default)]
struct Held {
    placeholders: BTreeMap<String, String>,
    trust: Vec<(String, String)>,
}

impl LaunchEnvironment {
    /// Replaces the placeholders by what the Hub says now.
    pub(crate) fn set_placeholders(&self, placeholders: BTreeMap<String, String>) {
        // A name or value that no process can have would keep every program from starting.
        let usable = placeholders.into_iter().filter(|(name, value)| is_variable(name, value));
        self.held().placeholders = usable.take(VARIABLE_COUNT_MAX).collect();
    }

    /// Replaces the variables that say whom to trust.
    pub(crate) fn set_trust(&self, trust: Vec<(String, String)>) {
        self.held().trust = trust;
    }

    /// All of them; what a program must have is to be set after these.
    pub(crate) fn variables(&self) -> Vec<(String, String)> {
        let held = self.held();
        let placeholders = held.placeholders.iter().map(|(name, value)| (name.clone(), value.clone()));
        placeholders.chain(held.trust.iter().cloned()).collect()
    }

    fn held(&self) -> std::sync::MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_variable(name: &str, value: &str) -> bool {
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    !name.is_empty()
        && name.len() <= TEXT_LENGTH_MAX
        && name.bytes().all(is_name)
        && value.len() <= TEXT_LENGTH_MAX
        && !value.contains('\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_process_can_have_is_left_out() {
        let environment = LaunchEnvironment::default();
        let pairs = [("A", "1"), ("B=", "2"), ("", "3"), ("C", "4\0"), ("D E", "5"), ("F_1", "")];
        environment.set_placeholders(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).into());
        environment.set_trust(vec![("T".into(), "/t".into())]);
        let own = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(environment.variables(), [own("A", "1"), own("F_1", ""), own("T", "/t")]);
        environment.clone().set_placeholders(BTreeMap::new());
        assert_eq!(environment.variables(), [own("T", "/t")]);
    }
}

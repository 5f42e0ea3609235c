//! Why a contract case failed.

use crate::error::DriverError;

/// A case failed: a sentence for the person who writes the driver.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ContractFailure(pub String);

/// Result of a case or of a step of it.
pub type ContractResult<T = ()> = Result<T, ContractFailure>;

impl ContractFailure {
    /// Makes a failure.
    pub fn new(text: impl Into<String>) -> ContractFailure {
        ContractFailure(text.into())
    }
}

impl From<DriverError> for ContractFailure {
    fn from(error: DriverError) -> ContractFailure {
        ContractFailure(format!("the driver answered {}: {error}", error.reason()))
    }
}

/// Fails with a text unless the condition holds.
pub(super) fn expect(condition: bool, text: impl Into<String>) -> ContractResult {
    if condition { Ok(()) } else { Err(ContractFailure(text.into())) }
}

/// Demands an error with this reason.
pub(super) fn expect_refusal<T>(
    what: &str,
    result: Result<T, DriverError>,
    reason: &'static str,
) -> ContractResult {
    match result {
        Err(error) if error.reason() == reason => Ok(()),
        Err(error) => {
            Err(ContractFailure(format!("{what}: {reason} was due, it was {}: {error}", error.reason())))
        }
        Ok(_) => Err(ContractFailure(format!("{what}: {reason} was due, it was done instead"))),
    }
}

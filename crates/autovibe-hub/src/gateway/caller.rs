//! On whose behalf a model is called.

/// The Machine that calls a model, as the guest channel has authenticated it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelCaller {
    /// The id of the Machine.
    pub machine_id: String,
    /// The id of its Project.
    pub project_id: String,
    /// The incarnation that calls; a stale one does not get this far.
    pub incarnation: i64,
}

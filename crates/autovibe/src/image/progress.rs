//! What a caller sees of a running build.

/// Part of a build that takes time of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BuildStage {
    /// Waits for another build in the same store.
    Wait,
    /// Installs the Debian packages and makes kernel and initrd ready.
    Base,
    /// Fetches, checks and unpacks the coding agents.
    CodingAgent,
    /// Writes the root disk.
    Disk,
    /// Takes digests and writes the manifest.
    Manifest,
}

impl BuildStage {
    /// Returns the name shown to people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Wait => "wait",
            Self::Base => "base",
            Self::CodingAgent => "coding agent",
            Self::Disk => "disk",
            Self::Manifest => "manifest",
        }
    }
}

/// One sign of life of a build.
#[derive(Debug, Clone, Copy)]
pub struct ProgressUpdate<'a> {
    /// Where the build is.
    pub stage: BuildStage,
    /// Done part of the stage, 0 to 1, where it is known.
    pub fraction: Option<f32>,
    /// One line for a person.
    pub detail: &'a str,
}

/// Receives the signs of life of a build; must return quickly.
pub trait Progress: Send + Sync {
    /// Takes one update.
    fn update(&self, update: ProgressUpdate<'_>);
}

/// Shows nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoProgress;

impl Progress for NoProgress {
    fn update(&self, _update: ProgressUpdate<'_>) {}
}

/// A [`Progress`] fixed to one stage.
#[derive(Clone, Copy)]
pub(super) struct StageProgress<'a> {
    pub(super) progress: &'a dyn Progress,
    pub(super) stage: BuildStage,
}

impl StageProgress<'_> {
    pub(super) fn say(&self, detail: &str) {
        self.progress.update(ProgressUpdate { stage: self.stage, fraction: None, detail });
    }

    pub(super) fn done_part(&self, fraction: f32, detail: &str) {
        self.progress.update(ProgressUpdate { stage: self.stage, fraction: Some(fraction), detail });
    }
}

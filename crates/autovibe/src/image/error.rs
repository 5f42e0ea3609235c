//! What can go wrong while an Image is built or verified.

use std::path::{Path, PathBuf};
use std::time::Duration;

use autovibe_proto::ErrorKind;

/// Failure of an Image build or of its verification.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImageError {
    /// The recipe is not TOML of the expected shape; the source names field and line.
    #[error("read recipe {}", path.display())]
    RecipeUnreadable {
        /// The recipe.
        path: PathBuf,
        /// What the parser says.
        source: Box<toml::de::Error>,
    },
    /// A field of the recipe has a value that no Image can be built from.
    #[error("recipe field {field}: {reason}")]
    RecipeInvalid {
        /// Dotted name of the field, as `base.suite`.
        field: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A file operation failed; the source names the path.
    #[error("{operation}")]
    File {
        /// What was being done.
        operation: &'static str,
        /// The cause.
        source: std::io::Error,
    },
    /// No space is left where the Image is built.
    #[error("build image: no space left in {}: {needed}", path.display())]
    StoreFull {
        /// The store.
        path: PathBuf,
        /// What would be needed.
        needed: String,
    },
    /// A program that the build calls is not installed.
    #[error("run {program}: not installed; install it with: apt-get install --yes {debian_package}")]
    ProgramMissing {
        /// Name of the program.
        program: String,
        /// Debian package that holds it.
        debian_package: &'static str,
    },
    /// A program could not be started.
    #[error("start {program}")]
    ProgramNotStarted {
        /// Name of the program.
        program: String,
        /// The cause.
        source: std::io::Error,
    },
    /// A program ended with an error; its last lines are kept.
    #[error("run {program}: {status}: {}", last_lines.trim_end())]
    ProgramFailed {
        /// Name of the program.
        program: String,
        /// How it ended.
        status: String,
        /// End of its error output.
        last_lines: String,
    },
    /// A program took longer than its limit and was ended.
    #[error("run {program}: no end within {} s", limit.as_secs())]
    ProgramTooSlow {
        /// Name of the program.
        program: String,
        /// The limit.
        limit: Duration,
    },
    /// A program answered something that is not understood.
    #[error("read the answer of {program}: {reason}")]
    AnswerMalformed {
        /// Name of the program.
        program: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The fetched package is not the one that was pinned.
    #[error("package {package}: integrity is {actual}, expected {expected}")]
    IntegrityMismatch {
        /// Package and version.
        package: String,
        /// Subresource integrity text that was expected.
        expected: String,
        /// The one found.
        actual: String,
    },
    /// The installed coding agent says another version than the recipe.
    #[error("coding agent {kind}: says version {actual:?}, expected {expected:?}")]
    VersionMismatch {
        /// Kind of the coding agent.
        kind: String,
        /// Version of the recipe.
        expected: String,
        /// What the program printed.
        actual: String,
    },
    /// The base system does not hold what the builder relies on.
    #[error("base system: {reason}")]
    BaseUnusable {
        /// What is missing or in the way.
        reason: String,
    },
    /// The folder holds no readable manifest, so it is no Image.
    #[error("image {}: {reason}", dir.display())]
    ManifestUnreadable {
        /// The folder.
        dir: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// An archive is not a whole Image.
    #[error("read image archive {}: {reason}", path.display())]
    ArchiveDamaged {
        /// The archive.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// No Image of the store, or more than one, is meant by a name.
    #[error("image {wanted:?}: {reason}")]
    NotFound {
        /// What was asked for.
        wanted: String,
        /// What the store has.
        reason: String,
    },
    /// A file stands where one is to be written.
    #[error("{} exists already", path.display())]
    TargetExists {
        /// The file.
        path: PathBuf,
    },
    /// A file of the Image is missing, cut short or changed.
    #[error("image file {}: {reason}; delete its folder and build the image again", path.display())]
    FileDamaged {
        /// The file.
        path: PathBuf,
        /// How it differs from the manifest.
        reason: String,
    },
}

impl ImageError {
    /// Returns the kind of failure, which decides an exit code.
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::RecipeUnreadable { .. } | Self::RecipeInvalid { .. } => ErrorKind::InvalidArgument,
            Self::StoreFull { .. } => ErrorKind::LimitExceeded,
            Self::ProgramMissing { .. } => ErrorKind::Unsupported,
            Self::ProgramTooSlow { .. } => ErrorKind::DeadlineExceeded,
            Self::ManifestUnreadable { .. } | Self::NotFound { .. } => ErrorKind::NotFound,
            Self::TargetExists { .. } => ErrorKind::AlreadyExists,
            // The recipe, the guest program or what the recipe names: the text says which.
            Self::File { source, .. } if source.kind() == std::io::ErrorKind::NotFound => ErrorKind::NotFound,
            Self::IntegrityMismatch { .. }
            | Self::VersionMismatch { .. }
            | Self::BaseUnusable { .. }
            | Self::ArchiveDamaged { .. }
            | Self::FileDamaged { .. } => ErrorKind::WrongState,
            Self::File { .. }
            | Self::ProgramNotStarted { .. }
            | Self::ProgramFailed { .. }
            | Self::AnswerMalformed { .. } => ErrorKind::Internal,
        }
    }

    /// Turns a failed file operation into an error, with a full disk told apart.
    pub(super) fn file(operation: &'static str, store: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let store = store.to_owned();
        move |source| {
            if source.kind() == std::io::ErrorKind::StorageFull {
                Self::StoreFull { path: store, needed: format!("{operation} failed") }
            } else {
                Self::File { operation, source }
            }
        }
    }

    pub(super) fn invalid(field: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::RecipeInvalid { field: field.into(), reason: reason.into() }
    }
}

//! Git bundles on the Hub's side: taken in as streams, kept as Blobs, given out in pieces.
//!
//! The Hub never looks inside: whether a bundle holds what it should is found out by the git of whoever reads it.

mod bundle_reader;
mod bundle_upload;
mod snapshot;

pub use bundle_upload::UPLOADS_FOLDER;

pub(crate) use bundle_reader::{BundleReader, require_blob};
pub(crate) use bundle_upload::{BundleKind, BundleUpload, PIECE_TIME_MAX, SOURCE_BYTES_MAX};
pub(crate) use snapshot::{keep_snapshot, waiting_snapshot};

//! Gives a bundle out in pieces, so that no reader makes the Hub hold one in memory.

use std::sync::Arc;

use autovibe_proto::v1::Blob;
use autovibe_proto::{ErrorKind, Failure};
use bytes::Bytes;
use futures::Stream;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt as _};

use crate::api::blob_path;
use crate::hub::Hub;

/// One read of the store and one message to the reader.
const PIECE_BYTES: u64 = 256 * 1024;

/// A bundle that is being read.
#[derive(Debug)]
pub(crate) struct BundleReader {
    store: Arc<dyn ObjectStore>,
    path: Path,
    size_bytes: u64,
    offset: u64,
}

impl BundleReader {
    /// Looks the bundle up.
    ///
    /// # Errors
    /// `Unavailable` when the store does not have it.
    pub(crate) async fn open(hub: &Hub, blob: &Blob) -> Result<BundleReader, Failure> {
        let (store, path) = (Arc::clone(hub.blobs()), blob_path(&blob.digest));
        let size_bytes = store.head(&path).await.map_err(|error| unavailable(&error))?.size;
        Ok(BundleReader { store, path, size_bytes, offset: 0 })
    }

    /// Size of the whole.
    pub(crate) fn size_bytes(&self) -> u64 {
        self.size_bytes
    }

    /// The pieces in order; the next one is read when the last one was taken.
    pub(crate) fn into_pieces(self) -> impl Stream<Item = Result<Bytes, Failure>> + Send + 'static {
        futures::stream::try_unfold(self, async |mut reader| {
            let end = reader.offset.saturating_add(PIECE_BYTES).min(reader.size_bytes);
            if reader.offset == end {
                return Ok(None);
            }
            let range = reader.offset..end;
            let piece =
                reader.store.get_range(&reader.path, range).await.map_err(|error| unavailable(&error))?;
            reader.offset = end;
            Ok(Some((piece, reader)))
        })
    }
}

/// The row of a bundle that another row names.
pub(crate) async fn require_blob(hub: &Hub, id: &str) -> Result<Blob, Failure> {
    hub.database().get::<Blob>(id).await?.ok_or_else(|| {
        Failure::new(ErrorKind::NotFound, "BUNDLE_NOT_FOUND", "the bundle is not kept any more")
    })
}

fn unavailable(error: &object_store::Error) -> Failure {
    tracing::error!(%error, "a bundle was not read");
    Failure::new(ErrorKind::Unavailable, "BLOB_UNAVAILABLE", "the bundle could not be read")
}

//! Takes a bundle in: piece by piece into the store, under its digest once it is whole.

use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::v1::Blob;
use autovibe_proto::{BlobId, ErrorKind, Failure};
use bytes::{Bytes, BytesMut};
use object_store::path::Path;
use object_store::{MultipartUpload, ObjectStore, ObjectStoreExt as _};
use sha2::{Digest as _, Sha256};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::api::blob_path;

/// The history of a Project. Larger ones are mostly assets, which belong elsewhere.
pub(crate) const SOURCE_BYTES_MAX: u64 = 4 << 30;
/// What a Machine did since the commit it began with.
const SNAPSHOT_BYTES_MAX: u64 = 256 << 20;
/// Where the store keeps what is not whole yet; a Hub that starts has nothing in it.
pub const UPLOADS_FOLDER: &str = "uploads";
/// A sender that is silent for longer is gone.
pub(crate) const PIECE_TIME_MAX: Duration = Duration::from_secs(60);
/// Uploads at a time; each holds about two of the store's parts in memory. The next one waits unread.
///
/// Guests have places of their own, so that none of them can keep people waiting.
static SOURCE_PLACES: Semaphore = Semaphore::const_new(16);
static SNAPSHOT_PLACES: Semaphore = Semaphore::const_new(64);
/// What is written to the store at once.
const PART_BYTES: usize = 1024 * 1024;
/// How bundles begin. Source: gitformat-bundle(5).
const SIGNATURES: [&[u8; 16]; 2] = [b"# v2 git bundle\n", b"# v3 git bundle\n"];
const SIGNATURE_BYTES: usize = 16;
/// Media type of bundles; git gives them none that is registered.
const MEDIA_TYPE: &str = "application/x-git-bundle";

/// What a bundle is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BundleKind {
    /// The repository of a Project, from a person.
    Source,
    /// The workspace at a Checkpoint, from a guest.
    Snapshot,
}

/// A bundle on its way into the store; dropped before its end, nothing of it stays.
#[derive(Debug)]
pub(crate) struct BundleUpload {
    store: Arc<dyn ObjectStore>,
    upload: Box<dyn MultipartUpload>,
    staged: Path,
    pending: BytesMut,
    is_begun: bool,
    hasher: Sha256,
    size_bytes: u64,
    size_max: u64,
    _place: SemaphorePermit<'static>,
}

impl BundleUpload {
    /// Begins to take a bundle in.
    ///
    /// # Errors
    /// `Unavailable` when the store takes nothing.
    pub(crate) async fn begin(
        store: &Arc<dyn ObjectStore>,
        kind: BundleKind,
    ) -> Result<BundleUpload, Failure> {
        let (places, size_max) = match kind {
            BundleKind::Source => (&SOURCE_PLACES, SOURCE_BYTES_MAX),
            BundleKind::Snapshot => (&SNAPSHOT_PLACES, SNAPSHOT_BYTES_MAX),
        };
        let place = places.acquire().await.map_err(|_| Failure::internal("no uploads are taken"))?;
        let store = Arc::clone(store);
        let staged = Path::from(format!("{UPLOADS_FOLDER}/{}", BlobId::generate()));
        let upload = store.put_multipart(&staged).await.map_err(|error| unavailable(&error))?;
        Ok(BundleUpload {
            store,
            upload,
            staged,
            pending: BytesMut::new(),
            is_begun: false,
            hasher: Sha256::new(),
            size_bytes: 0,
            size_max,
            _place: place,
        })
    }

    /// Takes the next piece.
    ///
    /// # Errors
    /// `LimitExceeded` beyond the size, `InvalidArgument` when it is no bundle, `Unavailable` of the store.
    pub(crate) async fn write(&mut self, piece: &Bytes) -> Result<(), Failure> {
        self.size_bytes = self.size_bytes.saturating_add(piece.len() as u64);
        if self.size_bytes > self.size_max {
            let text = format!("a bundle has at most {} MiB here", self.size_max >> 20);
            return Err(Failure::new(ErrorKind::LimitExceeded, "BUNDLE_TOO_LARGE", text));
        }
        self.hasher.update(piece);
        self.pending.extend_from_slice(piece);
        if !self.is_begun && self.pending.len() >= SIGNATURE_BYTES {
            if !SIGNATURES.iter().any(|signature| self.pending.starts_with(*signature)) {
                return Err(not_a_bundle());
            }
            self.is_begun = true;
        }
        while self.pending.len() >= PART_BYTES {
            let part = self.pending.split_to(PART_BYTES).freeze();
            self.put(part).await?;
        }
        Ok(())
    }

    /// Ends the upload: the object has its name, and the row to be committed is returned.
    ///
    /// # Errors
    /// As [`BundleUpload::write`]; `InvalidArgument` too when digest or size are not those that were announced.
    pub(crate) async fn finish(
        mut self,
        project_id: &str,
        announced: Option<(&str, i64)>,
    ) -> Result<Blob, Failure> {
        let digest = match self.complete(announced).await {
            Ok(digest) => digest,
            Err(failure) => {
                self.abort().await;
                return Err(failure);
            }
        };
        let size_bytes = i64::try_from(self.size_bytes).unwrap_or(i64::MAX);
        let path = blob_path(&digest);
        if let Err(error) = self.store.rename(&self.staged, &path).await {
            // What is left behind would never be found again.
            let _ = self.store.delete(&self.staged).await;
            return Err(unavailable(&error));
        }
        Ok(Blob {
            id: BlobId::derive(&[project_id, &digest]).into_string(),
            project_id: project_id.to_owned(),
            size_bytes,
            digest,
            media_type: MEDIA_TYPE.to_owned(),
            ..Blob::default()
        })
    }

    /// Gives the upload up; what was stored of it goes.
    pub(crate) async fn abort(mut self) {
        // An upload that cannot be taken back is removed when it is dropped.
        let _ = self.upload.abort().await;
    }

    /// Checks the whole and has the store keep it; gives its digest.
    async fn complete(&mut self, announced: Option<(&str, i64)>) -> Result<String, Failure> {
        if !self.is_begun {
            return Err(not_a_bundle());
        }
        let digest = hex::encode(self.hasher.clone().finalize());
        let size_bytes = i64::try_from(self.size_bytes).unwrap_or(i64::MAX);
        if announced.is_some_and(|announced| announced != (digest.as_str(), size_bytes)) {
            let text = "the bundle that came is not the one that was announced; send it again";
            return Err(Failure::new(ErrorKind::InvalidArgument, "BUNDLE_DAMAGED", text));
        }
        let rest = self.pending.split().freeze();
        if !rest.is_empty() {
            self.put(rest).await?;
        }
        self.upload.complete().await.map_err(|error| unavailable(&error))?;
        Ok(digest)
    }

    async fn put(&mut self, part: Bytes) -> Result<(), Failure> {
        self.upload.put_part(part.into()).await.map_err(|error| unavailable(&error))
    }
}

fn not_a_bundle() -> Failure {
    let text = "the body is no git bundle of version 2 or 3";
    Failure::new(ErrorKind::InvalidArgument, "BUNDLE_INVALID", text)
}

fn unavailable(error: &object_store::Error) -> Failure {
    tracing::error!(%error, "a bundle was not stored");
    Failure::new(ErrorKind::Unavailable, "BLOB_STORE_UNAVAILABLE", "the bundle could not be stored")
}

#[cfg(test)]
mod tests {
    use autovibe_proto::ProjectId;
    use object_store::local::LocalFileSystem;

    use super::*;

    fn bundle(length: usize) -> Bytes {
        let mut bytes = b"# v2 git bundle\n".to_vec();
        bytes.extend((0..length).map(|index| u8::try_from(index % 251).unwrap()));
        bytes.into()
    }

    /// The store as it is on a disk, and its files, those among them that it does not list.
    fn store() -> (Arc<dyn ObjectStore>, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let store = LocalFileSystem::new_with_prefix(folder.path()).unwrap().with_fsync(true);
        (Arc::new(store), folder)
    }

    fn file_count(folder: &std::path::Path) -> usize {
        let entries = std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
        entries.map(|path| if path.is_dir() { file_count(&path) } else { 1 }).sum()
    }

    #[tokio::test]
    async fn a_bundle_is_kept_under_its_digest_whatever_pieces_it_comes_in() {
        let (store, folder) = store();
        let (project, whole) = (ProjectId::generate(), bundle(3_000_000));
        let mut ids = Vec::new();
        for size in [1000, 700_000, whole.len()] {
            let mut upload = BundleUpload::begin(&store, BundleKind::Source).await.unwrap();
            for start in (0..whole.len()).step_by(size) {
                let end = (start + size).min(whole.len());
                upload.write(&whole.slice(start..end)).await.unwrap();
            }
            let blob = upload.finish(project.as_str(), None).await.unwrap();
            assert_eq!(blob.digest, hex::encode(Sha256::digest(&whole)));
            let kept = store.get(&blob_path(&blob.digest)).await.unwrap().bytes().await.unwrap();
            assert_eq!((kept, blob.size_bytes), (whole.clone(), i64::try_from(whole.len()).unwrap()));
            ids.push(blob.id);
        }
        ids.dedup();
        assert_eq!((ids.len(), file_count(folder.path())), (1, 1));
    }

    #[tokio::test]
    async fn what_is_no_bundle_or_another_or_too_large_leaves_nothing() {
        let (store, folder) = store();
        let mut upload = BundleUpload::begin(&store, BundleKind::Source).await.unwrap();
        upload.write(&Bytes::from_static(b"# v2 git")).await.unwrap();
        let refused = upload.write(&Bytes::from_static(b" what else\n")).await.unwrap_err();
        assert_eq!(refused.reason, "BUNDLE_INVALID");
        upload.abort().await;
        let mut upload = BundleUpload::begin(&store, BundleKind::Source).await.unwrap();
        upload.write(&Bytes::from_static(b"# v2")).await.unwrap();
        assert_eq!(upload.finish("prj_1", None).await.unwrap_err().reason, "BUNDLE_INVALID");
        let mut upload = BundleUpload::begin(&store, BundleKind::Snapshot).await.unwrap();
        upload.size_max = 2_000_000;
        upload.write(&bundle(1_500_000)).await.unwrap();
        assert_eq!(upload.write(&bundle(1_500_000)).await.unwrap_err().reason, "BUNDLE_TOO_LARGE");
        upload.abort().await;
        for (digest, size_bytes) in [("0".repeat(64), 116), (hex::encode(Sha256::digest(bundle(100))), 115)] {
            let mut upload = BundleUpload::begin(&store, BundleKind::Source).await.unwrap();
            upload.write(&bundle(100)).await.unwrap();
            let refused = upload.finish("prj_1", Some((&digest, size_bytes))).await.unwrap_err();
            assert_eq!(refused.reason, "BUNDLE_DAMAGED");
        }
        assert_eq!(file_count(folder.path()), 0);
    }
}

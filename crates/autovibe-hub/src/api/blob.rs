//! Keeps large bodies in the object store, named by their content.

use autovibe_proto::v1::Blob;
use autovibe_proto::{BlobId, ErrorKind, Failure, timestamp_micros};
use bytes::Bytes;
use object_store::ObjectStoreExt as _;
use object_store::path::Path;
use sha2::{Digest as _, Sha256};

use crate::clock;
use crate::database::CommitBuilder;
use crate::hub::Hub;

/// A row that is older is made anew when its body is stored again: nobody may need it any more by then.
const FRESH_MICROS: i64 = 3600 * 1_000_000;

/// Stores a body and its row; the same body in the same Project is stored once.
///
/// The object is written first: a row never names an object that may be lost. The body may be swept when it
/// is two hours later not named by any row.
pub(crate) async fn store_blob(
    hub: &Hub,
    project_id: &str,
    body: Bytes,
    media_type: &str,
) -> Result<String, Failure> {
    let digest = hex::encode(Sha256::digest(&body));
    let blob = Blob {
        id: BlobId::derive(&[project_id, &digest]).into_string(),
        project_id: project_id.to_owned(),
        size_bytes: i64::try_from(body.len()).unwrap_or(i64::MAX),
        digest,
        media_type: media_type.to_owned(),
        ..Blob::default()
    };
    // Nothing is swept between the look at the row and its renewal.
    let _held = hub.blob_gate().read().await;
    let known = hub.database().get::<Blob>(&blob.id).await?;
    let is_fresh = |known: &Blob| {
        known.create_time.as_ref().map_or(0, timestamp_micros) > clock::now_micros() - FRESH_MICROS
    };
    if !known.as_ref().is_some_and(is_fresh) {
        hub.blobs().put(&blob_path(&blob.digest), body.into()).await.map_err(|error| {
            tracing::error!(%error, "a blob was not written");
            Failure::new(ErrorKind::Unavailable, "BLOB_STORE_UNAVAILABLE", "the body could not be stored")
        })?;
        let commit = CommitBuilder::new().delete::<Blob>(&blob.id, "").insert_if_absent(&blob);
        hub.commit(commit).await?;
    }
    Ok(blob.id)
}

/// Where the object with this digest lies; two levels keep folders small.
pub(crate) fn blob_path(digest: &str) -> Path {
    Path::from(format!("{}/{digest}", digest.get(..2).unwrap_or_default()))
}

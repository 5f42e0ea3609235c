//! What the played Hub answers to calls about bundles.

use bytes::Bytes;
use http::{Response, StatusCode};
use http_body_util::{BodyExt as _, Full};

use crate::fake_hub::{Body, FakeHub, json, status};

impl FakeHub {
    /// Answers, if the call is about a bundle.
    pub fn handle_bundle(&self, path: &str, query: &str, body: &[u8]) -> Option<Response<Body>> {
        if let Some(id) = path.strip_prefix("/guest/v1/blobs/") {
            return Some(self.with(|seen| {
                seen.blob_reads.push(id.to_owned());
                let found = seen.blobs.get(id).cloned();
                found.map_or_else(|| status(StatusCode::NOT_FOUND), |bytes| whole(bytes.into()))
            }));
        }
        let id = path.strip_prefix("/guest/v1/checkpoints/")?.strip_suffix("/workspace")?.to_owned();
        Some(self.with(|seen| {
            if seen.unknown_checkpoints.contains(&id) {
                return status(StatusCode::NOT_FOUND);
            }
            if seen.bundles.iter().any(|(known, _, _)| *known == id) {
                return json(&());
            }
            if body.is_empty() {
                seen.bundle_questions.push(id);
                return status(StatusCode::BAD_REQUEST);
            }
            if seen.refused_bundles > 0 {
                seen.refused_bundles -= 1;
                return status(StatusCode::SERVICE_UNAVAILABLE);
            }
            seen.bundles.push((id, query.to_owned(), body.to_vec()));
            json(&())
        }))
    }
}

fn whole(bytes: Bytes) -> Response<Body> {
    Response::new(Full::new(bytes).boxed_unsync())
}

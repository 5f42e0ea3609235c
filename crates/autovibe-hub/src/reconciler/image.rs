//! Keeps the rows of the Images that nodes hold.

use autovibe_proto::node::v1::ListImagesRequest;
use autovibe_proto::v1::Image;
use autovibe_proto::{Failure, ImageId};

use super::follow::limited;
use crate::database::CommitBuilder;
use crate::hub::Hub;
use crate::node::NodeClient;

/// Adds the Images that have no row yet; an Image never changes.
///
/// `images` come newest first; they are added oldest first, so that the newest row is the newest Image.
pub(super) async fn keep(hub: &Hub, images: &[Image]) -> Result<(), Failure> {
    for image in images.iter().rev() {
        let mut row = image.clone();
        if row.id.is_empty() {
            row.id = ImageId::derive(&[&row.digest]).into_string();
        }
        if hub.database().get::<Image>(&row.id).await?.is_some() {
            continue;
        }
        match hub.commit(CommitBuilder::new().insert_if_absent(&row)).await {
            Ok(_) => tracing::info!(image.id = row.id, image.name = row.name, "a new image"),
            // One bad Image must not keep the node from being used.
            Err(failure) => {
                tracing::warn!(image.name = row.name, error = %failure, "an image was not taken over")
            }
        }
    }
    Ok(())
}

/// Asks the node for Images that were built since.
pub(super) async fn refresh(hub: &Hub, client: &mut NodeClient) -> Result<Vec<Image>, Failure> {
    let images = limited(client.list_images(ListImagesRequest {})).await?.images;
    keep(hub, &images).await?;
    Ok(images)
}

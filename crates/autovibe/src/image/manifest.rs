//! The manifest of a built Image: an `autovibe.v1.Image` as canonical JSON beside its files.

use std::path::Path;

use autovibe_proto::v1::{Image, ImageFile};

use super::digest::sha256_file;
use super::error::ImageError;

/// Name of the manifest inside an Image's folder.
pub(super) const MANIFEST: &str = "manifest.json";
/// A manifest lists some hundred packages in about 30 KiB.
pub(super) const MANIFEST_BYTES_MAX: u64 = 4 << 20;

/// Describes one file of an Image.
pub(super) async fn describe(dir: &Path, name: &str) -> std::io::Result<ImageFile> {
    let (size, digest) = sha256_file(&dir.join(name)).await?;
    Ok(ImageFile { name: name.to_owned(), digest, size_bytes: size.cast_signed() })
}

/// Writes the manifest of an Image.
pub(super) fn write(dir: &Path, image: &Image) -> std::io::Result<()> {
    let mut text = serde_json::to_vec_pretty(image)?;
    text.push(b'\n');
    fs_err::write(dir.join(MANIFEST), text)
}

/// Reads the manifest of an Image without looking at its files.
pub(super) fn read(dir: &Path) -> Result<Image, ImageError> {
    let unreadable = |reason: String| ImageError::ManifestUnreadable { dir: dir.to_owned(), reason };
    let path = dir.join(MANIFEST);
    let size = fs_err::metadata(&path).map_err(|error| unreadable(error.to_string()))?.len();
    if size > MANIFEST_BYTES_MAX {
        return Err(unreadable(format!("manifest has {size} bytes")));
    }
    let text = fs_err::read(&path).map_err(|error| unreadable(error.to_string()))?;
    serde_json::from_slice(&text).map_err(|error| unreadable(format!("read manifest: {error}")))
}

/// Checks that the files of an Image have the sizes that its manifest says; takes no time.
pub(super) fn check_sizes(dir: &Path, image: &Image) -> Result<(), ImageError> {
    for file in files(dir, image)? {
        let path = dir.join(&file.name);
        let damaged = |reason: String| ImageError::FileDamaged { path: path.clone(), reason };
        let size = match fs_err::metadata(&path) {
            Ok(metadata) => metadata.len().cast_signed(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(damaged("is missing".to_owned()));
            }
            Err(error) => return Err(ImageError::File { operation: "verify image", source: error }),
        };
        if size != file.size_bytes {
            return Err(damaged(format!("has {size} bytes, not {}", file.size_bytes)));
        }
    }
    Ok(())
}

/// Checks sizes and digests of a built Image and returns its manifest.
///
/// # Errors
/// [`ImageError::ManifestUnreadable`] when the folder is no Image, [`ImageError::FileDamaged`] when a file
/// is missing, cut short or changed.
pub async fn verify(dir: &Path) -> Result<Image, ImageError> {
    let image = read(dir)?;
    check_sizes(dir, &image)?;
    for file in files(dir, &image)? {
        let path = dir.join(&file.name);
        let (_, digest) = sha256_file(&path)
            .await
            .map_err(|source| ImageError::File { operation: "verify image", source })?;
        if digest != file.digest {
            let reason = format!("has SHA-256 {digest}, not {}", file.digest);
            return Err(ImageError::FileDamaged { path, reason });
        }
    }
    Ok(image)
}

pub(super) fn files<'a>(dir: &Path, image: &'a Image) -> Result<[&'a ImageFile; 3], ImageError> {
    let named = |file: &'a Option<ImageFile>, what: &str| {
        file.as_ref()
            // The name is joined to the folder, so it must not lead out of it.
            .filter(|file| !file.name.is_empty() && !file.name.contains('/') && file.name != "..")
            .ok_or_else(|| ImageError::ManifestUnreadable {
                dir: dir.to_owned(),
                reason: format!("manifest names no {what}"),
            })
    };
    Ok([named(&image.kernel, "kernel")?, named(&image.initrd, "initrd")?, named(&image.disk, "disk")?])
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn image_in(dir: &Path) -> Image {
        for (name, content) in [("vmlinuz", "kernel"), ("initrd", "ram"), ("disk.qcow2", "some disk")] {
            std::fs::write(dir.join(name), content).unwrap();
        }
        let image = Image {
            name: "demo".to_owned(),
            kernel: Some(describe(dir, "vmlinuz").await.unwrap()),
            initrd: Some(describe(dir, "initrd").await.unwrap()),
            disk: Some(describe(dir, "disk.qcow2").await.unwrap()),
            ..Image::default()
        };
        write(dir, &image).unwrap();
        image
    }

    #[tokio::test]
    async fn a_whole_image_is_accepted() {
        let dir = tempfile::tempdir().unwrap();
        let image = image_in(dir.path()).await;
        assert_eq!(verify(dir.path()).await.unwrap(), image);
    }

    #[tokio::test]
    async fn a_truncated_changed_or_missing_file_is_named() {
        type Damage = fn(&Path);
        let damages: [(Damage, &str); 3] = [
            (|path| std::fs::write(path, "some").unwrap(), "has 4 bytes, not 9"),
            (|path| std::fs::write(path, "same disk").unwrap(), "SHA-256"),
            (|path| std::fs::remove_file(path).unwrap(), "is missing"),
        ];
        for (damage, expected) in damages {
            let dir = tempfile::tempdir().unwrap();
            image_in(dir.path()).await;
            damage(&dir.path().join("disk.qcow2"));
            let said = verify(dir.path()).await.unwrap_err().to_string();
            assert!(said.contains("disk.qcow2") && said.contains(expected), "{said}");
        }
    }

    #[tokio::test]
    async fn a_manifest_that_leads_out_of_its_folder_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let mut image = image_in(dir.path()).await;
        image.disk.as_mut().unwrap().name = "../disk.qcow2".to_owned();
        write(dir.path(), &image).unwrap();
        let error = verify(dir.path()).await.unwrap_err();
        assert!(matches!(error, ImageError::ManifestUnreadable { .. }), "{error:?}");
    }
}

//! The Images in the store: folders named by digest with a manifest.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use autovibe_hypervisor::DriverError;
use autovibe_proto::v1::{Image, ImageFile};

use super::error::QemuError;
use super::file;

/// An Image and where its files lie.
#[derive(Debug, Clone)]
pub(super) struct StoredImage {
    pub(super) image: Image,
    pub(super) disk: PathBuf,
    pub(super) kernel: PathBuf,
    pub(super) initrd: PathBuf,
}

/// Lists the complete Images, newest first; folders without a readable manifest are none.
pub(super) fn list(store: &Path) -> Result<Vec<StoredImage>, QemuError> {
    let mut found: Vec<(SystemTime, StoredImage)> = Vec::new();
    for name in file::names_in(store)? {
        let folder = store.join(&name);
        let modified =
            fs_err::metadata(folder.join("manifest.json")).and_then(|metadata| metadata.modified());
        let (Ok(modified), Ok(Some(image))) = (modified, read(&folder)) else { continue };
        if image.image.digest == name {
            found.push((modified, image));
        }
    }
    found.sort_by_key(|(modified, _)| std::cmp::Reverse(*modified));
    Ok(found.into_iter().map(|(_, image)| image).collect())
}

/// Finds an Image and checks that its files are there.
pub(super) fn find(store: &Path, digest: &str) -> Result<StoredImage, DriverError> {
    let missing = || DriverError::NotFound(format!("image {digest}"));
    // The digest becomes part of a path.
    if digest.is_empty() || !digest.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(missing());
    }
    let image = read(&store.join(digest))?.ok_or_else(missing)?;
    for (path, expected) in [
        (&image.disk, &image.image.disk),
        (&image.kernel, &image.image.kernel),
        (&image.initrd, &image.image.initrd),
    ] {
        let size = fs_err::metadata(path).map_or(0, |metadata| metadata.len());
        let wanted = expected.as_ref().map_or(0, |file| file.size_bytes);
        if i64::try_from(size).ok() != Some(wanted) {
            return Err(DriverError::Damaged {
                what: format!("image {digest}"),
                why: format!("a file has {size} bytes instead of {wanted}"),
            });
        }
    }
    Ok(image)
}

fn read(folder: &Path) -> Result<Option<StoredImage>, QemuError> {
    let Some(image) = file::read_record::<Image>(&folder.join("manifest.json"))? else { return Ok(None) };
    let path = |file: &Option<ImageFile>| {
        let name = file.as_ref().map(|file| file.name.as_str()).filter(|name| is_plain(name));
        name.map(|name| folder.join(name)).ok_or_else(|| QemuError::Record {
            what: "image manifest".to_owned(),
            text: "a file is not named".to_owned(),
        })
    };
    Ok(Some(StoredImage {
        disk: path(&image.disk)?,
        kernel: path(&image.kernel)?,
        initrd: path(&image.initrd)?,
        image,
    }))
}

fn is_plain(name: &str) -> bool {
    !name.is_empty() && !name.contains('/') && name != "." && name != ".."
}

#[cfg(test)]
mod tests {
    use super::*;

    fn store(names: [&str; 3]) -> (tempfile::TempDir, String) {
        let store = tempfile::tempdir().unwrap();
        let digest = "ab".repeat(32);
        let folder = store.path().join(&digest);
        std::fs::create_dir(&folder).unwrap();
        let files = names.map(|name| {
            let _ = std::fs::write(folder.join(name), b"four");
            Some(ImageFile { name: name.to_owned(), size_bytes: 4, ..ImageFile::default() })
        });
        let [disk, kernel, initrd] = files;
        let image = Image { digest: digest.clone(), disk, kernel, initrd, ..Image::default() };
        std::fs::write(folder.join("manifest.json"), serde_json::to_vec(&image).unwrap()).unwrap();
        (store, digest)
    }

    #[test]
    fn a_complete_image_is_found_and_listed() {
        let (store, digest) = store(["disk.qcow2", "vmlinuz", "initrd"]);
        assert_eq!(find(store.path(), &digest).unwrap().image.digest, digest);
        assert_eq!(list(store.path()).unwrap().len(), 1);
    }

    #[test]
    fn a_truncated_file_is_damage() {
        let (store, digest) = store(["disk.qcow2", "vmlinuz", "initrd"]);
        std::fs::write(store.path().join(&digest).join("initrd"), b"").unwrap();
        assert!(matches!(find(store.path(), &digest), Err(DriverError::Damaged { .. })));
    }

    #[test]
    fn neither_digest_nor_names_leave_the_store() {
        let (good, _) = store(["disk.qcow2", "vmlinuz", "initrd"]);
        assert!(matches!(find(good.path(), "../x"), Err(DriverError::NotFound(_))));
        let (bad, digest) = store(["disk.qcow2", "vmlinuz", "../initrd"]);
        assert!(find(bad.path(), &digest).is_err());
    }
}

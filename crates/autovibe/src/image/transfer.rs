//! Images as files: taken out of a store and brought into another.
//!
//! An archive is a tar file with the manifest first and the files that it names. A folder of a store is as good.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use autovibe_proto::v1::Image;

use super::archive::{self, Contents, EntryKind};
use super::builder::BuiltImage;
use super::digest::run_blocking;
use super::error::ImageError;
use super::manifest::{self, MANIFEST, MANIFEST_BYTES_MAX};
use super::progress::{BuildStage, Progress, StageProgress};
use super::store::{LockedStore, find};

/// A size in a tar header has eleven octal digits.
const FILE_BYTES_MAX: u64 = 8 << 30;
/// The beginning of a digest that names an Image has at least as many digits.
const PREFIX_LENGTH_MIN: usize = 8;
const FILE_MODE: u32 = 0o644;

/// Writes an Image of the store into a new archive.
///
/// `wanted` is an id, a name, or a digest or its beginning. Everything is verified before.
///
/// # Errors
/// [`ImageError::NotFound`] unless exactly one Image is meant, [`ImageError::TargetExists`], or what is
/// wrong with its files. A half-written archive is removed.
pub async fn export(store: &Path, wanted: &str, target: &Path) -> Result<Image, ImageError> {
    let dir = find_one(store, wanted)?;
    if target.exists() {
        return Err(ImageError::TargetExists { path: target.to_owned() });
    }
    let image = manifest::verify(&dir).await?;
    let files = manifest::files(&dir, &image)?;
    let names: Vec<String> = [MANIFEST]
        .into_iter()
        .chain(files.iter().map(|file| file.name.as_str()))
        .map(str::to_owned)
        .collect();
    let target = target.to_owned();
    run_blocking(move || {
        let mut unfinished = target.clone().into_os_string();
        unfinished.push(".partial");
        let unfinished = PathBuf::from(unfinished);
        let written =
            write_archive(&unfinished, &dir, &names).and_then(|()| fs_err::rename(&unfinished, &target));
        if written.is_err() {
            // The first failure is the one to tell.
            let _ = fs_err::remove_file(&unfinished);
        }
        written
    })
    .await
    .map_err(ImageError::file("write image archive", store))?;
    Ok(image)
}

/// Brings an Image from an archive or a folder into the store; one that it has already is kept.
///
/// The manifest tells the digest of every file; an Image of which one differs is refused. Whether its maker
/// can be trusted is for the caller to know.
///
/// # Errors
/// [`ImageError::ArchiveDamaged`] for an archive that is cut short or holds something else,
/// [`ImageError::FileDamaged`] when a file is not as the manifest says. The store is as it was then.
pub async fn import(source: &Path, store: &Path, progress: &dyn Progress) -> Result<BuiltImage, ImageError> {
    let at = |stage| StageProgress { progress, stage };
    let store = LockedStore::acquire(store, at(BuildStage::Wait)).await?;
    at(BuildStage::Disk).say("read the image");
    let staging = store.stage("import")?;
    let (from, dir) = (source.to_owned(), staging.dir().to_owned());
    let free = |bytes| store.require_free(bytes);
    if source.is_dir() {
        let image = manifest::read(source)?;
        manifest::check_sizes(source, &image)?;
        let files = manifest::files(source, &image)?;
        free(files.iter().map(|file| file.size_bytes.cast_unsigned()).fold(0, u64::saturating_add))?;
        let names: Vec<String> = [MANIFEST]
            .into_iter()
            .chain(files.iter().map(|file| file.name.as_str()))
            .map(str::to_owned)
            .collect();
        run_blocking(move || {
            names.iter().try_for_each(|name| fs_err::copy(from.join(name), dir.join(name)).map(|_| ()))
        })
        .await
        .map_err(ImageError::file("copy image", store.dir()))?;
    } else {
        let size = fs_err::metadata(source)
            .map_err(|source| ImageError::File { operation: "read image archive", source })?;
        free(size.len())?;
        let unpacked = tokio::task::spawn_blocking(move || unpack(&from, &dir)).await;
        unpacked.map_err(|error| ImageError::File {
            operation: "read image archive",
            source: io::Error::other(error),
        })??;
    }
    at(BuildStage::Manifest).say("compare digests");
    let image = manifest::verify(staging.dir()).await?;
    let is_digest = image.digest.len() == 64 && image.digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_digest {
        // It becomes the name of a folder.
        let reason = format!("its manifest has no digest: {:?}", shorten(&image.digest));
        return Err(ImageError::ArchiveDamaged { path: source.to_owned(), reason });
    }
    let dir = store.dir().join(&image.digest);
    if let Ok(known) = manifest::verify(&dir).await {
        return Ok(BuiltImage { dir, image: known, is_reused: true });
    }
    staging.publish(&dir).map_err(ImageError::file("keep image", store.dir()))?;
    at(BuildStage::Manifest).done_part(1.0, "ready");
    Ok(BuiltImage { dir, image, is_reused: false })
}

/// Unpacks what the manifest names, and refuses an archive that holds anything else.
fn unpack(path: &Path, dir: &Path) -> Result<(), ImageError> {
    let damaged = |reason: String| ImageError::ArchiveDamaged { path: path.to_owned(), reason };
    let unreadable = |error: io::Error| match error.kind() {
        io::ErrorKind::UnexpectedEof => damaged("it is cut short, or no tar file".to_owned()),
        _ => damaged(error.to_string()),
    };
    let contents = Contents::read(path).map_err(unreadable)?;
    match contents.size(MANIFEST) {
        Some(size) if size <= MANIFEST_BYTES_MAX => {}
        Some(size) => return Err(damaged(format!("its manifest has {size} bytes"))),
        None => return Err(damaged(format!("it holds no {MANIFEST}"))),
    }
    contents.extract(path, MANIFEST, &dir.join(MANIFEST)).map_err(unreadable)?;
    let image = manifest::read(dir)?;
    let files = manifest::files(dir, &image)?;
    let is_named = |name: &str| name == MANIFEST || files.iter().any(|file| file.name == name);
    if let Some(other) = contents.names().find(|name| !is_named(name)) {
        return Err(damaged(format!("it holds {:?}, which its manifest does not name", shorten(other))));
    }
    for file in files {
        let size = contents.size(&file.name).ok_or_else(|| damaged(format!("it holds no {}", file.name)))?;
        if size != file.size_bytes.cast_unsigned() {
            return Err(damaged(format!("{} has {size} bytes, not {}", file.name, file.size_bytes)));
        }
        contents.extract(path, &file.name, &dir.join(&file.name)).map_err(unreadable)?;
    }
    Ok(())
}

fn write_archive(target: &Path, dir: &Path, names: &[String]) -> io::Result<()> {
    let mut archive = fs_err::File::create(target)?;
    for name in names {
        append(&mut archive, &dir.join(name), name)?;
    }
    archive.write_all(&archive::END)?;
    archive.sync_all()
}

fn append(archive: &mut fs_err::File, path: &Path, name: &str) -> io::Result<()> {
    let mut file = fs_err::File::open(path)?;
    let size = file.metadata()?.len();
    if size >= FILE_BYTES_MAX {
        return Err(io::Error::other(format!("{name} has {size} bytes; an archive takes less than 8 GiB")));
    }
    archive.write_all(&archive::header(name, FILE_MODE, EntryKind::File { size }))?;
    let copied = io::copy(&mut file, archive)?;
    if copied != size {
        return Err(io::Error::other(format!("{name} changed while it was read")));
    }
    archive.write_all(&vec![0; archive::padding(size)])
}

fn find_one(store: &Path, wanted: &str) -> Result<PathBuf, ImageError> {
    let none = |reason: &str| ImageError::NotFound { wanted: shorten(wanted), reason: reason.to_owned() };
    let is_wanted = |image: &Image| {
        image.id == wanted
            || image.name == wanted
            || (wanted.len() >= PREFIX_LENGTH_MIN && image.digest.starts_with(wanted))
    };
    let mut found =
        find(store)?.into_iter().filter(|dir| manifest::read(dir).is_ok_and(|image| is_wanted(&image)));
    match (found.next(), found.next()) {
        (Some(dir), None) => Ok(dir),
        (None, _) => Err(none("the store has no such image; `autovibe image list` shows those of the nodes")),
        (Some(_), Some(_)) => Err(none("the store has several of this name; give the digest")),
    }
}

fn shorten(text: &str) -> String {
    text.chars().take(128).collect()
}

#[cfg(test)]
mod tests {
    use super::super::progress::NoProgress;
    use super::*;

    const DIGEST: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    /// A store with one Image.
    async fn store() -> (tempfile::TempDir, Image) {
        let store = tempfile::tempdir().unwrap();
        let dir = store.path().join(DIGEST);
        std::fs::create_dir(&dir).unwrap();
        for (name, content) in [("vmlinuz", "kernel"), ("initrd", "ram"), ("disk.qcow2", "some disk")] {
            std::fs::write(dir.join(name), content).unwrap();
        }
        let image = Image {
            name: "demo".to_owned(),
            digest: DIGEST.to_owned(),
            kernel: Some(manifest::describe(&dir, "vmlinuz").await.unwrap()),
            initrd: Some(manifest::describe(&dir, "initrd").await.unwrap()),
            disk: Some(manifest::describe(&dir, "disk.qcow2").await.unwrap()),
            ..Image::default()
        };
        manifest::write(&dir, &image).unwrap();
        (store, image)
    }

    async fn import_into_new(source: &Path) -> (tempfile::TempDir, Result<BuiltImage, ImageError>) {
        let store = tempfile::tempdir().unwrap();
        let imported = import(source, store.path(), &NoProgress).await;
        (store, imported)
    }

    #[tokio::test]
    async fn what_is_exported_can_be_imported_as_an_archive_and_as_a_folder() {
        let (from, image) = store().await;
        let out = tempfile::tempdir().unwrap();
        let file = out.path().join("demo.tar");
        assert_eq!(export(from.path(), "demo", &file).await.unwrap(), image);
        let again = export(from.path(), &DIGEST[..8], &file).await.unwrap_err();
        assert!(matches!(again, ImageError::TargetExists { .. }));
        for source in [file.clone(), from.path().join(DIGEST)] {
            let (to, imported) = import_into_new(&source).await;
            let imported = imported.unwrap();
            assert_eq!((imported.image, imported.is_reused), (image.clone(), false));
            assert_eq!(manifest::verify(&to.path().join(DIGEST)).await.unwrap(), image);
            let again = import(&source, to.path(), &NoProgress).await.unwrap();
            assert!(again.is_reused);
        }
        let listed = std::process::Command::new("tar").arg("-tf").arg(&file).output().unwrap();
        assert!(String::from_utf8(listed.stdout).unwrap().starts_with("./manifest.json\n"));
    }

    #[tokio::test]
    async fn an_archive_that_is_cut_anywhere_is_refused_and_leaves_nothing() {
        let (from, _) = store().await;
        let out = tempfile::tempdir().unwrap();
        let whole = out.path().join("demo.tar");
        export(from.path(), "demo", &whole).await.unwrap();
        let content = std::fs::read(&whole).unwrap();
        for length in [0, 100, 700, content.len() - 1024 - 100, content.len() - 1024] {
            let cut = out.path().join("cut.tar");
            std::fs::write(&cut, &content[..length]).unwrap();
            let (to, imported) = import_into_new(&cut).await;
            let error = imported.unwrap_err();
            assert!(matches!(error, ImageError::ArchiveDamaged { .. }), "{length}: {error}");
            assert!(find(to.path()).unwrap().is_empty());
        }
    }

    #[tokio::test]
    async fn other_content_than_the_manifest_says_is_refused() {
        let (from, _) = store().await;
        std::fs::write(from.path().join(DIGEST).join("disk.qcow2"), "same disk").unwrap();
        let (_to, imported) = import_into_new(&from.path().join(DIGEST)).await;
        assert!(matches!(imported.unwrap_err(), ImageError::FileDamaged { .. }));
        let out = tempfile::tempdir().unwrap();
        let error = export(from.path(), "demo", &out.path().join("demo.tar")).await.unwrap_err();
        assert!(matches!(error, ImageError::FileDamaged { .. }));
        assert!(std::fs::read_dir(out.path()).unwrap().next().is_none(), "nothing half-written is left");
    }

    #[tokio::test]
    async fn an_archive_with_something_else_in_it_is_refused() {
        let (from, _) = store().await;
        let out = tempfile::tempdir().unwrap();
        let file = out.path().join("demo.tar");
        export(from.path(), "demo", &file).await.unwrap();
        let mut content = std::fs::read(&file).unwrap();
        content.truncate(content.len() - archive::END.len());
        archive::append_file(&mut content, "../outside", FILE_MODE, b"x");
        content.extend(archive::END);
        std::fs::write(&file, content).unwrap();
        let (_to, imported) = import_into_new(&file).await;
        assert!(imported.unwrap_err().to_string().contains("does not name"));
    }

    #[tokio::test]
    async fn a_manifest_whose_digest_is_a_path_is_refused() {
        let (from, mut image) = store().await;
        image.digest = "../elsewhere".to_owned();
        manifest::write(&from.path().join(DIGEST), &image).unwrap();
        let (_to, imported) = import_into_new(&from.path().join(DIGEST)).await;
        assert!(matches!(imported.unwrap_err(), ImageError::ArchiveDamaged { .. }));
    }

    #[tokio::test]
    async fn an_image_that_is_not_there_is_named() {
        let (from, _) = store().await;
        let out = tempfile::tempdir().unwrap();
        let error = export(from.path(), "other", &out.path().join("x.tar")).await.unwrap_err();
        assert!(matches!(error, ImageError::NotFound { .. }), "{error}");
    }
}

//! Writes the root disk: base archive and programs as one tar stream into ext4, then into qcow2.

use std::path::{Path, PathBuf};
use std::time::Duration;

use fs_err::tokio as fs;
use tokio::io::{AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::process::ChildStdin;

use super::archive::{self, Contents, EntryKind};
use super::digest::run_blocking;
use super::error::ImageError;
use super::program::Program;
use super::progress::StageProgress;
use super::store::LockedStore;

/// 15 minutes: seconds are usual, a slow disk under load takes minutes.
const WRITE_LIMIT: Duration = Duration::from_secs(15 * 60);
/// Bytes copied between two signs of life.
const CHUNK_BYTES: usize = 1 << 20;
/// The overlap of raw and qcow2 image, beside twice the content.
const SPARE_BYTES: u64 = 256 << 20;

/// What goes onto a disk.
pub(super) struct DiskContent {
    /// Archive of the base system.
    pub(super) rootfs: PathBuf,
    /// Programs: source on this computer, absolute path inside the Machine.
    pub(super) programs: Vec<(PathBuf, String)>,
    /// Symbolic links: absolute path inside the Machine, target.
    pub(super) links: Vec<(String, String)>,
}

/// Writes a disk of `size_bytes` to `target`; `key` (hexadecimal) fixes its random parts.
///
/// # Errors
/// Among others [`ImageError::StoreFull`], and [`ImageError::BaseUnusable`] when the base has a path already.
pub(super) async fn write(
    content: &DiskContent,
    size_bytes: u64,
    key: &str,
    target: &Path,
    store: &LockedStore,
    progress: StageProgress<'_>,
) -> Result<(), ImageError> {
    let rootfs = content.rootfs.clone();
    let contents = run_blocking(move || Contents::read(&rootfs))
        .await
        .map_err(ImageError::file("read base system", store.dir()))?;
    let new_folders = check_free_paths(content, &contents)?;
    let mut total = contents.end;
    for (source, _) in &content.programs {
        total += file_size(source, store).await?;
    }
    store.require_free(total * 2 + SPARE_BYTES)?;

    let work = store.stage("disk-work")?;
    let raw = work.dir().join("disk.raw");
    let (running, input) = Program::new("mke2fs", "e2fsprogs", store.dir(), WRITE_LIMIT)
        .args(["-q", "-F", "-t", "ext4", "-L", "autovibe", "-m", "0", "-d", "-"])
        .args(["-U", &uuid(key, 0), "-E"])
        // Nothing is left to be initialised by the running Machine, and nothing is random.
        .arg(format!(
            "hash_seed={},assume_storage_prezeroed=1,lazy_itable_init=0,lazy_journal_init=0",
            uuid(key, 1)
        ))
        .env("SOURCE_DATE_EPOCH", "0")
        .arg(&raw)
        .arg(format!("{}K", size_bytes >> 10))
        .start_with_input()?;
    let feed = feed(input, content, &contents, &new_folders, total, progress);
    let (ended, fed) = tokio::join!(running.finish(|_| {}), feed);
    // When mke2fs ends early the stream breaks too; the program's own words say why.
    ended?;
    fed.map_err(ImageError::file("write root disk", store.dir()))?;

    progress.done_part(0.8, "convert to qcow2");
    // Not compressed: reading a compressed disk costs each boot more than the space is worth.
    Program::new("qemu-img", "qemu-utils", store.dir(), WRITE_LIMIT)
        .args(["convert", "-f", "raw", "-O", "qcow2", "-o", "lazy_refcounts=off,compat=1.1"])
        .arg(&raw)
        .arg(target)
        .run(|_| {})
        .await?;
    progress.done_part(1.0, "ready");
    Ok(())
}

/// Returns the folders that must be made for the new paths, parents first.
fn check_free_paths(content: &DiskContent, contents: &Contents) -> Result<Vec<String>, ImageError> {
    let mut folders = Vec::<String>::new();
    let paths =
        content.programs.iter().map(|(_, path)| path).chain(content.links.iter().map(|(path, _)| path));
    for path in paths {
        let name = path.trim_start_matches('/');
        if contents.has(name) {
            return Err(ImageError::BaseUnusable { reason: format!("{path} exists in it already") });
        }
        for (index, _) in name.match_indices('/') {
            let folder = &name[..index];
            if !contents.has(folder) && !folders.iter().any(|known| known == folder) {
                folders.push(folder.to_owned());
            }
        }
    }
    Ok(folders)
}

async fn feed(
    mut input: ChildStdin,
    content: &DiskContent,
    contents: &Contents,
    new_folders: &[String],
    total: u64,
    progress: StageProgress<'_>,
) -> std::io::Result<()> {
    let mut written = 0;
    // Four fifths of the stage: the rest is the conversion.
    let mut on_chunk = |count: u64| {
        written += count;
        #[expect(clippy::cast_precision_loss, reason = "a progress bar needs two digits")]
        let part = written as f32 / total.max(1) as f32;
        progress.done_part(part * 0.8, "write root disk");
    };
    copy(&content.rootfs, contents.end, &mut input, &mut on_chunk).await?;
    for folder in new_folders {
        input.write_all(&archive::header(folder, 0o755, EntryKind::Directory)).await?;
    }
    for (source, path) in &content.programs {
        let size = fs::metadata(source).await?.len();
        let name = path.trim_start_matches('/');
        input.write_all(&archive::header(name, 0o755, EntryKind::File { size })).await?;
        copy(source, size, &mut input, &mut on_chunk).await?;
        input.write_all(&archive::END[..archive::padding(size)]).await?;
    }
    for (path, target) in &content.links {
        let link = EntryKind::Link { target };
        input.write_all(&archive::header(path.trim_start_matches('/'), 0o777, link)).await?;
    }
    input.write_all(&archive::END).await?;
    input.shutdown().await
}

async fn copy(
    source: &Path,
    size: u64,
    target: &mut (impl AsyncWrite + Unpin),
    on_chunk: &mut impl FnMut(u64),
) -> std::io::Result<()> {
    let mut file = fs::File::open(source).await?.take(size);
    let mut buffer = vec![0; CHUNK_BYTES];
    let mut left = size;
    while left > 0 {
        let count = file.read(&mut buffer).await?;
        if count == 0 {
            let what = format!("{} became shorter while it was read", source.display());
            return Err(std::io::Error::new(std::io::ErrorKind::UnexpectedEof, what));
        }
        target.write_all(&buffer[..count]).await?;
        left -= count as u64;
        on_chunk(count as u64);
    }
    Ok(())
}

async fn file_size(path: &Path, store: &LockedStore) -> Result<u64, ImageError> {
    let metadata = fs::metadata(path).await.map_err(ImageError::file("read program", store.dir()))?;
    Ok(metadata.len())
}

/// Makes a UUID of version 8 from 32 of the key's digits.
fn uuid(key: &str, index: usize) -> String {
    let digits = &key[index * 32..][..32];
    format!("{}-{}-8{}-8{}-{}", &digits[..8], &digits[8..12], &digits[13..16], &digits[17..20], &digits[20..])
}

#[cfg(test)]
mod tests {
    use super::super::progress::{BuildStage, NoProgress};
    use super::*;

    const QUIET: StageProgress<'_> = StageProgress { progress: &NoProgress, stage: BuildStage::Disk };

    async fn write_small(dir: &Path, program_path: &str) -> Result<PathBuf, ImageError> {
        let mut rootfs = Vec::new();
        rootfs.extend_from_slice(&archive::header("usr", 0o755, EntryKind::Directory));
        archive::append_file(&mut rootfs, "usr/known", 0o644, b"base");
        rootfs.extend_from_slice(&archive::END);
        std::fs::write(dir.join("rootfs.tar"), rootfs).unwrap();
        std::fs::write(dir.join("guest"), b"#!guest").unwrap();
        let content = DiskContent {
            rootfs: dir.join("rootfs.tar"),
            programs: vec![(dir.join("guest"), program_path.to_owned())],
            links: vec![("/usr/link".to_owned(), "/usr/known".to_owned())],
        };
        let store = LockedStore::acquire(&dir.join("store"), QUIET).await.unwrap();
        let target = dir.join("disk.qcow2");
        write(&content, 64 << 20, &"ab".repeat(32), &target, &store, QUIET).await.map(|()| target)
    }

    #[tokio::test]
    async fn a_path_of_the_base_is_not_overwritten() {
        let dir = tempfile::tempdir().unwrap();
        let error = write_small(dir.path(), "/usr/known").await.unwrap_err();
        assert!(matches!(error, ImageError::BaseUnusable { .. }), "{error:?}");
    }

    #[tokio::test]
    async fn a_disk_holds_base_and_programs_and_is_the_same_twice() {
        let [first, second] = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        let mut disks = Vec::new();
        for dir in [&first, &second] {
            match write_small(dir.path(), "/opt/x/guest").await {
                Ok(disk) => disks.push(std::fs::read(disk).unwrap()),
                // Both come with QEMU and e2fsprogs, which a computer without Machines may lack.
                Err(ImageError::ProgramMissing { .. }) => return,
                Err(error) => panic!("{error:?}"),
            }
        }
        assert!(disks[0] == disks[1], "two builds of the same content differ");
        let has = |text: &[u8]| disks[0].windows(text.len()).any(|part| part == text);
        assert!(has(b"#!guest") && has(b"base"));
    }

    #[test]
    fn the_uuids_of_a_key_are_well_formed_and_differ() {
        let key: String = "0123456789abcdef".repeat(4).chars().rev().collect();
        let key = format!("{}{}", &key[..40], "0".repeat(24));
        assert_eq!(uuid(&key, 0).len(), 36);
        assert_ne!(uuid(&key, 0), uuid(&key, 1));
    }
}

//! Finds the guest's memory inside a file that QEMU saved.

use std::io;
use std::os::unix::fs::FileExt as _;
use std::path::Path;

use rustix::fs::SeekFrom;

/// QEMU places the pages of each block at a multiple of this.
///
/// Source: QEMU, docs/devel/migration/mapped-ram.rst, "RAM section format".
const ALIGNMENT_BYTES: u64 = 1 << 20;

/// The guest's memory is the first block; only the stream's header and its bitmap stand before it.
const PLACE_COUNT: u64 = 8;

const PAGE_BYTES: u64 = 4096;

/// Loading writes some pages of its own: the new generation id, and what devices refresh.
///
/// A fork that loads the same devices writes them again, so they may differ.
const DIFFERENT_PAGES_MAX: u64 = 16;

const CHUNK_BYTES: u64 = 1 << 20;

/// Gives the offset at which `saved` holds what `loaded` holds from its beginning; `None` if it does nowhere.
pub(super) fn find(saved: &Path, loaded: &Path, memory_bytes: u64) -> io::Result<Option<u64>> {
    let (saved, loaded) = (fs_err::File::open(saved)?, fs_err::File::open(loaded)?);
    let (saved, loaded) = (saved.file(), loaded.file());
    let saved_bytes = saved.metadata()?.len();
    // An empty memory would be found anywhere.
    if next_data(loaded, 0, memory_bytes)?.is_none() {
        return Ok(None);
    }
    for place in (1..=PLACE_COUNT).map(|number| number * ALIGNMENT_BYTES) {
        if place + memory_bytes <= saved_bytes && is_same(saved, place, loaded, memory_bytes)? {
            return Ok(Some(place));
        }
    }
    Ok(None)
}

/// Compares wherever either file has data; holes are zero in both.
fn is_same(saved: &std::fs::File, place: u64, loaded: &std::fs::File, memory_bytes: u64) -> io::Result<bool> {
    let mut different = 0;
    for (first, first_at, second, second_at) in [(loaded, 0, saved, place), (saved, place, loaded, 0)] {
        let mut at = 0;
        while let Some((start, end)) = next_data(first, first_at + at, first_at + memory_bytes)? {
            let mut from = start - first_at;
            let to = end - first_at;
            while from < to {
                let length = CHUNK_BYTES.min(to - from);
                let left = read(first, first_at + from, length)?;
                let right = read(second, second_at + from, length)?;
                different += different_pages(&left, &right);
                if different > DIFFERENT_PAGES_MAX {
                    return Ok(false);
                }
                from += length;
            }
            at = to;
        }
    }
    Ok(true)
}

fn different_pages(left: &[u8], right: &[u8]) -> u64 {
    if left == right {
        return 0;
    }
    let page = usize::try_from(PAGE_BYTES).unwrap_or(1);
    left.chunks(page).zip(right.chunks(page)).map(|(left, right)| u64::from(left != right)).sum()
}

/// Reads a part; what lies behind the end of the file is zero.
pub(super) fn read(file: &std::fs::File, offset: u64, length: u64) -> io::Result<Vec<u8>> {
    let mut buffer = vec![0; usize::try_from(length).map_err(io::Error::other)?];
    let mut filled = 0;
    while filled < buffer.len() {
        match file.read_at(&mut buffer[filled..], offset + filled as u64)? {
            0 => break,
            count => filled += count,
        }
    }
    Ok(buffer)
}

/// Gives the next part with data from `from` on that begins before `limit`.
pub(super) fn next_data(file: &std::fs::File, from: u64, limit: u64) -> io::Result<Option<(u64, u64)>> {
    let start = match rustix::fs::seek(file, SeekFrom::Data(from)) {
        Ok(start) if start < limit => start,
        Ok(_) | Err(rustix::io::Errno::NXIO) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let end = rustix::fs::seek(file, SeekFrom::Hole(start))?;
    Ok(Some((start, end.min(limit))))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEMORY_BYTES: u64 = 16 << 20;

    /// Makes a saved file with memory at 2 MiB and a loaded one, which `change` may alter.
    fn check(change: impl Fn(&std::fs::File, &std::fs::File)) -> Option<u64> {
        let folder = tempfile::tempdir().unwrap();
        let [saved, loaded] = ["saved", "loaded"].map(|name| folder.path().join(name));
        let saved_file = std::fs::File::create(&saved).unwrap();
        let loaded_file = std::fs::File::create(&loaded).unwrap();
        saved_file.set_len((2 << 20) + MEMORY_BYTES + 5000).unwrap();
        saved_file.write_all_at(b"header", 0).unwrap();
        loaded_file.set_len(MEMORY_BYTES).unwrap();
        for page in (0..MEMORY_BYTES / PAGE_BYTES).step_by(7) {
            let text = format!("page {page}");
            saved_file.write_all_at(text.as_bytes(), (2 << 20) + page * PAGE_BYTES).unwrap();
            loaded_file.write_all_at(text.as_bytes(), page * PAGE_BYTES).unwrap();
        }
        change(&saved_file, &loaded_file);
        find(&saved, &loaded, MEMORY_BYTES).unwrap()
    }

    #[test]
    fn memory_is_found_at_its_offset() {
        assert_eq!(check(|_, _| ()), Some(2 << 20));
    }

    #[test]
    fn a_few_pages_may_differ() {
        let change = |_: &std::fs::File, loaded: &std::fs::File| loaded.write_all_at(b"id", 9000).unwrap();
        assert_eq!(check(change), Some(2 << 20));
    }

    #[test]
    fn many_different_pages_are_another_memory() {
        let spoil = |file: &std::fs::File, begin: u64| {
            for page in 0..40 {
                file.write_all_at(b"other", begin + page * PAGE_BYTES).unwrap();
            }
        };
        assert_eq!(check(|_, loaded| spoil(loaded, 0)), None);
        // Also where the loaded memory is a hole.
        assert_eq!(check(|saved, _| spoil(saved, (2 << 20) + 8 * PAGE_BYTES)), None);
    }

    #[test]
    fn an_empty_memory_is_found_nowhere() {
        assert_eq!(check(|_, loaded| loaded.set_len(0).unwrap()), None);
    }
}

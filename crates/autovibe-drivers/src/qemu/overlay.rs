//! Empty qcow2 layers on top of another layer.
//!
//! The format is written here because starting `qemu-img` would cost a tenth of a fork.

use std::io;
use std::os::unix::fs::{FileExt as _, OpenOptionsExt as _};
use std::path::Path;

use super::error::QemuError;

const MAGIC: u32 = 0x5146_49fb;
const CLUSTER_BITS: u32 = 16;
const CLUSTER_BYTES: u64 = 1 << CLUSTER_BITS;
const HEADER_BYTES: u32 = 104;
/// Marks the header extension that names the format of the backing file.
const BACKING_FORMAT: u32 = 0xe279_2aca;
/// Guest bytes that one entry of the first-level table stands for.
const ENTRY_BYTES: u64 = CLUSTER_BYTES * (CLUSTER_BYTES / 8);
/// QEMU reads no longer name of a backing file.
const NAME_BYTES_MAX: usize = 1023;

/// Makes an empty layer whose unwritten parts are those of `backing`, a qcow2 file.
pub(super) fn create(path: &Path, backing: &Path, virtual_bytes: u64) -> Result<(), QemuError> {
    let content = render(backing, virtual_bytes).map_err(QemuError::file("make disk layer"))?;
    std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .and_then(|file| file.write_all_at(&content, 0))
        .map_err(QemuError::file("make disk layer"))
}

/// Reads the size that a guest sees.
pub(super) fn virtual_bytes(path: &Path) -> Result<u64, QemuError> {
    let mut header = [0; 32];
    fs_err::File::open(path)
        .and_then(|file| file.file().read_exact_at(&mut header, 0))
        .map_err(QemuError::file("read disk layer"))?;
    let mut size = [0; 8];
    size.copy_from_slice(&header[24..32]);
    if header[..4] == MAGIC.to_be_bytes() {
        Ok(u64::from_be_bytes(size))
    } else {
        Err(QemuError::Record { what: "disk layer".to_owned(), text: "it is no qcow2 file".to_owned() })
    }
}

/// Source: QEMU, docs/interop/qcow2.txt: header, header extensions, reference counts.
fn render(backing: &Path, virtual_bytes: u64) -> io::Result<Vec<u8>> {
    let name = backing.to_str().map(str::as_bytes).filter(|name| name.len() <= NAME_BYTES_MAX);
    let Some(name) = name else {
        return Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "the name of the backing file cannot be stored",
        ));
    };
    let entry_count = virtual_bytes.div_ceil(ENTRY_BYTES);
    let table_clusters = (entry_count * 8).div_ceil(CLUSTER_BYTES).max(1);
    // Header, table of reference counts, one block of reference counts, first-level table.
    let cluster_count = 3 + table_clusters;
    let name_offset = HEADER_BYTES + 16 + 8;

    let mut header = Vec::with_capacity(512);
    for word in [MAGIC, 3] {
        header.extend(word.to_be_bytes());
    }
    header.extend(u64::from(name_offset).to_be_bytes());
    header.extend((name.len() as u32).to_be_bytes());
    header.extend(CLUSTER_BITS.to_be_bytes());
    header.extend(virtual_bytes.to_be_bytes());
    header.extend(0_u32.to_be_bytes());
    header.extend(u32::try_from(entry_count).map_err(io::Error::other)?.to_be_bytes());
    header.extend((3 * CLUSTER_BYTES).to_be_bytes());
    header.extend(CLUSTER_BYTES.to_be_bytes());
    header.extend(1_u32.to_be_bytes());
    header.extend(0_u32.to_be_bytes());
    header.extend([0; 8 + 8 + 8 + 8]);
    // Reference counts have 2^4 bits.
    header.extend(4_u32.to_be_bytes());
    header.extend(HEADER_BYTES.to_be_bytes());
    header.extend(BACKING_FORMAT.to_be_bytes());
    header.extend(5_u32.to_be_bytes());
    header.extend(b"qcow2\0\0\0");
    header.extend([0; 8]);
    header.extend(name);

    let cluster = usize::try_from(CLUSTER_BYTES).map_err(io::Error::other)?;
    let mut content = vec![0; usize::try_from(cluster_count).map_err(io::Error::other)? * cluster];
    content[..header.len()].copy_from_slice(&header);
    content[cluster..cluster + 8].copy_from_slice(&(2 * CLUSTER_BYTES).to_be_bytes());
    for index in 0..usize::try_from(cluster_count).map_err(io::Error::other)? {
        content[2 * cluster + 2 * index..][..2].copy_from_slice(&1_u16.to_be_bytes());
    }
    Ok(content)
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    fn qemu_img(arguments: &[&str]) -> String {
        let output = Command::new("qemu-img").args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    #[test]
    fn qemu_finds_no_fault_in_a_layer() {
        let folder = tempfile::tempdir().unwrap();
        let [base, layer, above] = ["base", "layer", "above"].map(|name| folder.path().join(name));
        for size in [1 << 20, 8 << 30, (2 << 40) + 4096_u64] {
            for path in [&base, &layer, &above] {
                let _ = std::fs::remove_file(path);
            }
            qemu_img(&["create", "-q", "-f", "qcow2", base.to_str().unwrap(), &size.to_string()]);
            create(&layer, &base, size).unwrap();
            create(&above, &layer, size + 65536).unwrap();
            assert_eq!(virtual_bytes(&above).unwrap(), size + 65536);
            qemu_img(&["check", "-q", above.to_str().unwrap()]);
            let info = qemu_img(&["info", "--backing-chain", "--output=json", above.to_str().unwrap()]);
            let info: serde_json::Value = serde_json::from_str(&info).unwrap();
            assert_eq!(info[0]["virtual-size"], size + 65536);
            assert_eq!(info[0]["backing-filename-format"], "qcow2");
            assert_eq!(info[1]["filename"], layer.to_str().unwrap());
            assert_eq!(info[2]["filename"], base.to_str().unwrap());
        }
    }

    #[test]
    fn a_layer_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let layer = folder.path().join("layer");
        create(&layer, Path::new("/base"), 1 << 20).unwrap();
        assert!(create(&layer, Path::new("/base"), 1 << 20).is_err());
    }

    #[test]
    fn another_format_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("raw");
        std::fs::write(&path, [0; 64]).unwrap();
        assert!(matches!(virtual_bytes(&path), Err(QemuError::Record { .. })));
    }
}

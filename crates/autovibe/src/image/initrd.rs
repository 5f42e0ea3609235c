//! Writes the initial RAM file system: one script, one busybox and a few modules.
//!
//! Source: Linux documentation, "initramfs buffer format" (cpio in `newc` form).

const DIRECTORY: u32 = 0o040_755;
const PROGRAM: u32 = 0o100_755;
const CHARACTER_DEVICE: u32 = 0o020_600;

/// The first program of a Machine.
pub(super) const INIT: &str = include_str!("assets/init");

/// Builds the archive; `modules` are file names and contents in loading order.
///
/// It is not compressed: 3 MiB are read faster than unpacked under emulation.
pub(super) fn build(init: &[u8], busybox: &[u8], modules: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = Archive::default();
    for name in ["bin", "dev", "modules", "newroot", "proc", "sys"] {
        archive.add(name, DIRECTORY, (0, 0), &[]);
    }
    // The kernel opens it for the first program before devtmpfs is mounted.
    archive.add("dev/console", CHARACTER_DEVICE, (5, 1), &[]);
    archive.add("init", PROGRAM, (0, 0), init);
    archive.add("bin/busybox", PROGRAM, (0, 0), busybox);
    let mut order = String::new();
    for (name, content) in modules {
        archive.add(&format!("modules/{name}"), PROGRAM, (0, 0), content);
        order.push_str(name);
        order.push('\n');
    }
    archive.add("modules/order", PROGRAM, (0, 0), order.as_bytes());
    archive.close()
}

#[derive(Default)]
struct Archive {
    bytes: Vec<u8>,
    entry_count: u32,
}

impl Archive {
    fn add(&mut self, name: &str, mode: u32, device: (u32, u32), content: &[u8]) {
        self.entry_count += 1;
        self.entry(name, mode, self.entry_count, device, content);
    }

    fn close(mut self) -> Vec<u8> {
        self.entry("TRAILER!!!", 0, 0, (0, 0), &[]);
        self.bytes
    }

    fn entry(&mut self, name: &str, mode: u32, inode: u32, (major, minor): (u32, u32), content: &[u8]) {
        let fields = [
            inode,
            mode,
            0, // user
            0, // group
            1, // links
            0, // time
            u32::try_from(content.len()).expect("a file of the initrd is below 4 GiB"),
            0, // major and minor number of the disk
            0,
            major,
            minor,
            u32::try_from(name.len() + 1).expect("a name of the initrd is short"),
            0, // checksum, unused in this form
        ];
        self.bytes.extend_from_slice(b"070701");
        for field in fields {
            self.bytes.extend_from_slice(format!("{field:08x}").as_bytes());
        }
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.push(0);
        self.pad();
        self.bytes.extend_from_slice(content);
        self.pad();
    }

    fn pad(&mut self) {
        self.bytes.resize(self.bytes.len().next_multiple_of(4), 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_archive_holds_the_modules_in_loading_order() {
        let modules = [("b.ko".to_owned(), vec![1, 2, 3]), ("a.ko".to_owned(), vec![4])];
        let archive = build(b"#!x", b"box", &modules);
        let order = b"b.ko\na.ko\n";
        assert!(archive.windows(order.len()).any(|part| part == order));
        assert!(archive.starts_with(b"070701"));
        assert_eq!(archive.len() % 4, 0);
        assert_eq!(build(b"#!x", b"box", &modules), archive, "the same inputs give the same bytes");
    }
}

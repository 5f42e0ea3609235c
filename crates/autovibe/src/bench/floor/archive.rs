//! An initrd that boots an Image with the responder in place of the guest program.
//!
//! The kernel unpacks one archive after the other, so the Image's own is only appended to.

/// Stands in for the guest program.
const RESPONDER: &[u8] = include_bytes!("assets/responder");

/// Runs before the Image's own first program.
const INIT: &[u8] = include_bytes!("assets/init");

/// Parameter that makes the kernel start it.
pub(super) const INIT_PARAMETER: &str = "rdinit=/floor-init";

/// Appends the responder to an Image's initrd.
pub(super) fn with_responder(mut initrd: Vec<u8>) -> Vec<u8> {
    // Source: Linux documentation, "initramfs buffer format": archives are padded with zero bytes.
    initrd.resize(initrd.len().next_multiple_of(4), 0);
    for (number, (name, content)) in
        [("responder", RESPONDER), ("floor-init", INIT), ("TRAILER!!!", &[])].into_iter().enumerate()
    {
        add(&mut initrd, number, name, content);
    }
    initrd
}

fn add(archive: &mut Vec<u8>, number: usize, name: &str, content: &[u8]) {
    const PROGRAM: usize = 0o100_755;
    // Inode, mode, user, group, links, time, size, four numbers of devices, length of the name, checksum.
    let fields = [number, PROGRAM, 0, 0, 1, 0, content.len(), 0, 0, 0, 0, name.len() + 1, 0];
    archive.extend(b"070701");
    for field in fields {
        archive.extend(format!("{field:08X}").bytes());
    }
    archive.extend(name.bytes());
    archive.push(0);
    archive.resize(archive.len().next_multiple_of(4), 0);
    archive.extend(content);
    archive.resize(archive.len().next_multiple_of(4), 0);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_program_of_images_has_the_line_that_is_looked_for() {
        let image = include_str!("../../image/assets/init");
        let count =
            image.lines().filter(|line| line.starts_with("exec ") && line.contains("switch_root")).count();
        assert_eq!(count, 1);
    }

    #[test]
    fn entries_follow_the_archive_of_the_image_and_are_aligned() {
        let archive = with_responder(vec![7; 5]);
        assert_eq!(archive[..8], [7, 7, 7, 7, 7, 0, 0, 0]);
        assert_eq!(archive[8..14], *b"070701");
        assert_eq!(archive.len() % 4, 0);
        let text = String::from_utf8_lossy(&archive);
        let places = ["responder\0", "#!/usr/bin/perl", "floor-init\0", "#!/bin/busybox sh", "TRAILER!!!\0"]
            .map(|word| text.find(word).unwrap());
        assert!(places.is_sorted(), "{places:?}");
    }
}

//! What has to be on a host: the programs and files that autovibe uses, and the versions that they need.
//!
//! The set-up of the build (`xtask`) asks for the same versions; a rule of `xtask` compares them.

/// Major, minor and patch.
pub(crate) type Version = (u32, u32, u32);

/// What needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// Each Machine that runs.
    Machines,
    /// The build of an Image; a host that has one runs Machines without it.
    Images,
}

/// How it is found.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Proof {
    /// A program of this name is in the path.
    Program(&'static str),
    /// A program says at least this version when called with this argument.
    Version(&'static str, &'static str, Version),
    /// One of these files exists.
    File(&'static [&'static str]),
}

/// One thing that has to be there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Requirement {
    pub(crate) name: &'static str,
    /// The package, named as Debian names it.
    pub(crate) package: &'static str,
    pub(crate) proof: Proof,
    pub(crate) used_by: Use,
    pub(crate) what_for: &'static str,
}

/// Everything that Machines and Images need from the host.
pub(crate) const REQUIREMENTS: [Requirement; 8] = [
    Requirement {
        name: "qemu-system-x86_64",
        package: "qemu-system-x86",
        // Saved memory with fixed page offsets came with 9.0; an older one runs Machines, but saves no memory.
        proof: Proof::Version("qemu-system-x86_64", "--version", (9, 0, 0)),
        used_by: Use::Machines,
        what_for: "runs Machines; Checkpoints with memory need 9.0.0",
    },
    Requirement {
        name: "qemu-img",
        package: "qemu-utils",
        proof: Proof::Version("qemu-img", "--version", (9, 0, 0)),
        used_by: Use::Images,
        what_for: "makes the disks of Images",
    },
    Requirement {
        name: "mmdebstrap",
        package: "mmdebstrap",
        proof: Proof::Version("mmdebstrap", "--version", (1, 3, 0)),
        used_by: Use::Images,
        what_for: "collects the packages of Images",
    },
    Requirement {
        name: "debian keys",
        package: "debian-archive-keyring",
        proof: Proof::File(&["/usr/share/keyrings/debian-archive-keyring.gpg"]),
        used_by: Use::Images,
        what_for: "proves the packages of Images",
    },
    Requirement {
        name: "mke2fs",
        package: "e2fsprogs",
        // File systems made from an archive came with this version. Source: e2fsprogs release notes 1.47.1.
        proof: Proof::Version("mke2fs", "-V", (1, 47, 1)),
        used_by: Use::Images,
        what_for: "fills the disks of Images",
    },
    Requirement {
        name: "libarchive",
        package: "libarchive13",
        // mke2fs loads it by this name when it is given an archive.
        proof: Proof::File(&[
            "/usr/lib/x86_64-linux-gnu/libarchive.so.13",
            "/usr/lib64/libarchive.so.13",
            "/usr/lib/libarchive.so.13",
        ]),
        used_by: Use::Images,
        what_for: "lets mke2fs read archives",
    },
    Requirement {
        name: "npm",
        package: "npm",
        proof: Proof::Program("npm"),
        used_by: Use::Images,
        what_for: "fetches the coding agent of Images",
    },
    Requirement {
        name: "tar",
        package: "tar",
        proof: Proof::Program("tar"),
        used_by: Use::Images,
        what_for: "unpacks the coding agent, and copies folders for `machine cp`",
    },
];

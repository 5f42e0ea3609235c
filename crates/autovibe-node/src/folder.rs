//! The node's folder: its lock and the id in it.

use std::fs::File;
use std::io;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::Path;

use autovibe_proto::NodeId;
use rustix::fs::FlockOperation;
use serde::{Deserialize, Serialize};

use crate::error::NodeError;

/// Holds the folder for this process until it is dropped.
#[derive(Debug)]
pub(crate) struct FolderLock {
    _file: File,
}

/// Version of the files in the folder.
const FORMAT: u32 = 1;

#[derive(Serialize, Deserialize)]
struct NodeFile {
    format: u32,
    node_id: String,
}

/// Makes a folder that only its owner may enter, with its parents.
pub(crate) fn make_private(folder: &Path) -> io::Result<()> {
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// Makes the names in a folder durable.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Takes the folder, or tells that another process has it.
pub(crate) fn lock(folder: &Path) -> Result<FolderLock, NodeError> {
    make_private(folder).map_err(NodeError::io(format!("make the node folder {}", folder.display())))?;
    let path = folder.join("node.lock");
    let file = fs_err::OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(NodeError::io("open the node's lock file"))?;
    let (file, _) = file.into_parts();
    match rustix::fs::flock(&file, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => Ok(FolderLock { _file: file }),
        Err(rustix::io::Errno::WOULDBLOCK) => Err(NodeError::FolderInUse(folder.display().to_string())),
        Err(errno) => Err(NodeError::Io { what: "lock the node's folder".to_owned(), source: errno.into() }),
    }
}

/// Reads the node's id; makes one the first time.
pub(crate) fn node_id(folder: &Path) -> Result<NodeId, NodeError> {
    let path = folder.join("node.json");
    let damaged = |why: String| NodeError::Damaged { what: path.display().to_string(), why };
    match fs_err::read(&path) {
        Ok(bytes) => {
            let file: NodeFile =
                serde_json::from_slice(&bytes).map_err(|error| damaged(error.to_string()))?;
            if file.format != FORMAT {
                return Err(damaged(format!("its format {} is unknown", file.format)));
            }
            file.node_id.parse().map_err(|error: autovibe_proto::IdError| damaged(error.to_string()))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let id = NodeId::generate();
            let file = NodeFile { format: FORMAT, node_id: id.to_string() };
            let bytes = serde_json::to_vec_pretty(&file).map_err(|error| damaged(error.to_string()))?;
            replace(&path, &bytes).map_err(NodeError::io("write the node's id"))?;
            Ok(id)
        }
        Err(error) => Err(NodeError::Io { what: "read the node's id".to_owned(), source: error }),
    }
}

/// Puts a whole file in place; after a crash the old or the new one is there.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    use std::io::Write as _;
    let temporary = path.with_extension("new");
    let mut file = fs_err::File::create(&temporary)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs_err::rename(&temporary, path)?;
    sync_folder(path.parent().unwrap_or(Path::new(".")))
}

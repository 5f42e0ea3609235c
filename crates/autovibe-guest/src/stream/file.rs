//! Writes and reads files and folders for somebody behind the Hub.

use std::os::unix::fs::{PermissionsExt as _, chown};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use autovibe_proto::guest::v1::stream_frame::Kind;
use autovibe_proto::guest::v1::{GetFileOpen, PutFileOpen, StreamEnd};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use super::peer::Peer;
use super::pump::pump;
use crate::account::Account;
use crate::config::GuestConfig;
use crate::error::GuestError;
use crate::launch::LaunchOptions;

/// Enough of an error message to understand it.
const MAX_MESSAGE_BYTES: u64 = 4096;

/// Takes a file, or a tar stream to unpack; nothing appears under its name before all of it has arrived.
///
/// # Errors
/// [`GuestError`] when it cannot be written.
pub(super) async fn run_put_file(
    config: &GuestConfig,
    open: PutFileOpen,
    mut peer: Peer,
) -> Result<StreamEnd, GuestError> {
    let account = Account::find(config, "")?;
    let path = path_of(config, &open.path)?;
    if open.archive {
        make_folders(&path, &account)?;
        return unpack(config, &account, &path, &mut peer).await;
    }
    if path.is_dir() {
        return Err(GuestError::Config(format!("{} is a folder", path.display())));
    }
    let folder = path.parent().unwrap_or(Path::new("/")).to_owned();
    make_folders(&folder, &account)?;
    let mode = if open.mode == 0 { 0o644 } else { open.mode & 0o7777 };
    let fresh = folder.join(format!(".autovibe-put-{}", fresh_name()));
    let written = write_whole(&fresh, mode, &account, &mut peer).await;
    let doing = format!("write {}", path.display());
    let placed = match written {
        Ok(()) => fs_err::rename(&fresh, &path).map_err(GuestError::file(doing)),
        Err(error) => Err(error),
    };
    if placed.is_err() {
        // Nothing may be there to remove.
        let _ = fs_err::remove_file(&fresh);
    }
    placed.map(|()| StreamEnd::default())
}

async fn write_whole(path: &Path, mode: u32, account: &Account, peer: &mut Peer) -> Result<(), GuestError> {
    let doing = || GuestError::file("write the file");
    let mut file = fs_err::tokio::File::create(path).await.map_err(doing())?;
    loop {
        match peer.incoming.recv().await {
            Some(Kind::Input(bytes)) => file.write_all(&bytes).await.map_err(doing())?,
            Some(Kind::InputEnd(_)) => break,
            Some(_) => {}
            None => return Err(GuestError::Config("the file did not arrive in whole".to_owned())),
        }
    }
    file.flush().await.map_err(doing())?;
    // The owner first: a change of owner takes special bits away.
    if let Some((uid, gid)) = account.ids {
        chown(path, Some(uid), Some(gid)).map_err(doing())?;
    }
    fs_err::set_permissions(path, std::fs::Permissions::from_mode(mode)).map_err(doing())?;
    file.sync_all().await.map_err(doing())
}

async fn unpack(
    config: &GuestConfig,
    account: &Account,
    folder: &Path,
    peer: &mut Peer,
) -> Result<StreamEnd, GuestError> {
    let mut child = tar(config, account, folder, &["--extract", "--no-same-owner"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(GuestError::file("start tar"))?;
    let mut input = child.stdin.take();
    let mut is_whole = false;
    while let Some(kind) = peer.incoming.recv().await {
        match kind {
            Kind::Input(bytes) => {
                if let Some(pipe) = &mut input
                    && pipe.write_all(&bytes).await.is_err()
                {
                    // It gave up early and says why on its standard error.
                    input = None;
                }
            }
            Kind::InputEnd(_) => {
                is_whole = true;
                break;
            }
            _ => {}
        }
    }
    drop(input);
    let message = message_of(&mut child).await;
    let status = child.wait().await.map_err(GuestError::file("wait for tar"))?;
    if !is_whole {
        return Err(GuestError::Config("the folder did not arrive in whole".to_owned()));
    }
    if status.success() {
        Ok(StreamEnd::default())
    } else {
        Err(GuestError::Config(format!("unpack: {message}")))
    }
}

/// Sends a file, or a folder as a tar stream.
///
/// # Errors
/// [`GuestError`] when it cannot be read.
pub(super) async fn run_get_file(
    config: &GuestConfig,
    open: GetFileOpen,
    peer: Peer,
) -> Result<StreamEnd, GuestError> {
    let path = path_of(config, &open.path)?;
    let doing = format!("read {}", path.display());
    if open.archive {
        let account = Account::find(config, "")?;
        return pack(config, &account, &path, peer).await;
    }
    let file = fs_err::tokio::File::open(&path).await.map_err(GuestError::file(doing.clone()))?;
    let metadata = file.metadata().await.map_err(GuestError::file(doing.clone()))?;
    // A device or a pipe might never end.
    if !metadata.is_file() {
        return Err(GuestError::Config(format!("{} is no regular file", path.display())));
    }
    pump(file, peer.outgoing.clone(), Kind::Output).await.map_err(GuestError::file(doing))?;
    Ok(StreamEnd::default())
}

async fn pack(
    config: &GuestConfig,
    account: &Account,
    folder: &Path,
    peer: Peer,
) -> Result<StreamEnd, GuestError> {
    if !folder.is_dir() {
        return Err(GuestError::Config(format!("{} is no folder", folder.display())));
    }
    let mut child = tar(config, account, folder, &["--create", "."])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(GuestError::file("start tar"))?;
    if let Some(output) = child.stdout.take() {
        pump(output, peer.outgoing.clone(), Kind::Output).await.map_err(GuestError::file("pack"))?;
    }
    let message = message_of(&mut child).await;
    let status = child.wait().await.map_err(GuestError::file("wait for tar"))?;
    if status.success() {
        Ok(StreamEnd::default())
    } else {
        Err(GuestError::Config(format!("pack: {message}")))
    }
}

fn tar(
    config: &GuestConfig,
    account: &Account,
    folder: &Path,
    arguments: &[&str],
) -> tokio::process::Command {
    let mut all =
        vec!["--directory".to_owned(), folder.to_string_lossy().into_owned(), "--file=-".to_owned()];
    all.extend(arguments.iter().map(|argument| (*argument).to_owned()));
    let mut command = LaunchOptions::of(account).command("tar", &all);
    command.env("PATH", &config.program_path).env("LANG", "C.UTF-8");
    command
}

async fn message_of(child: &mut tokio::process::Child) -> String {
    let mut message = Vec::new();
    if let Some(errors) = child.stderr.take() {
        let mut start = errors.take(MAX_MESSAGE_BYTES);
        // Without a message there is still the exit code.
        let _ = start.read_to_end(&mut message).await;
        // The rest is read as well, so that a chatty program can end.
        let _ = tokio::io::copy(&mut start.into_inner(), &mut tokio::io::sink()).await;
    }
    String::from_utf8_lossy(&message).trim().to_owned()
}

fn path_of(config: &GuestConfig, path: &str) -> Result<PathBuf, GuestError> {
    if path.is_empty() {
        return Err(GuestError::Config("the path is empty".to_owned()));
    }
    Ok(config.workspace().join(path))
}

/// Makes the folders that are missing, for the coding agent's user.
fn make_folders(folder: &Path, account: &Account) -> Result<(), GuestError> {
    let missing: Vec<&Path> = folder.ancestors().take_while(|folder| !folder.exists()).collect();
    for folder in missing.into_iter().rev() {
        let doing = || GuestError::file(format!("make {}", folder.display()));
        fs_err::create_dir(folder).map_err(doing())?;
        if let Some((uid, gid)) = account.ids {
            chown(folder, Some(uid), Some(gid)).map_err(doing())?;
        }
    }
    Ok(())
}

fn fresh_name() -> String {
    let mut bytes = [0_u8; 8];
    // A name that is taken is overwritten, which only another transfer at the same time would notice.
    let _ = getrandom::fill(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

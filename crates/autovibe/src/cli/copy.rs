//! `autovibe machine cp`: files and folders, in and out.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use autovibe_proto::Failure;
use autovibe_proto::guest::v1::stream_frame::Kind;
use autovibe_proto::guest::v1::stream_open::Kind as Open;
use autovibe_proto::guest::v1::{GetFileOpen, PutFileOpen, StreamFrame};
use clap::Args;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::process::Command;

use super::context::Context;
use super::error::CliError;
use super::exec::{FRAME_BYTES, ended, open_stream, stream_lost};
use crate::client::Hub;

/// Copies files into or out of a Machine.
#[derive(Debug, Args)]
pub(crate) struct CopyArguments {
    /// A path, or MACHINE:PATH.
    from: String,
    /// A path, or MACHINE:PATH.
    to: String,
}

pub(crate) async fn copy(context: &Context, arguments: CopyArguments) -> Result<(), CliError> {
    let from = remote(&arguments.from);
    let to = remote(&arguments.to);
    let mut hub = context.connect().await?;
    match (from, to) {
        (None, Some((machine, path))) => put(&mut hub, Path::new(&arguments.from), machine, path).await,
        (Some((machine, path)), None) => get(&mut hub, machine, path, Path::new(&arguments.to)).await,
        _ => Err(Failure::invalid("exactly one of the two must be of the form MACHINE:PATH").into()),
    }
}

/// Splits MACHINE:PATH; a path that begins with a slash or dot is local.
fn remote(text: &str) -> Option<(String, String)> {
    if text.starts_with(['/', '.']) {
        return None;
    }
    text.split_once(':').map(|(machine, path)| (machine.to_owned(), path.to_owned()))
}

async fn put(hub: &mut Hub, from: &Path, machine: String, path: String) -> Result<(), CliError> {
    let metadata = fs_err::metadata(from)?;
    let open = PutFileOpen { path, mode: metadata.permissions().mode() & 0o7777, archive: metadata.is_dir() };
    let (send, mut answers) = open_stream(hub, machine, Open::PutFile(open)).await?;
    let sending = async {
        if metadata.is_dir() {
            let mut tar = Command::new("tar")
                .args(["--create", "--file=-", "--directory"])
                .arg(from)
                .arg(".")
                .stdout(Stdio::piped())
                .kill_on_drop(true)
                .spawn()?;
            let mut source = tar.stdout.take().ok_or_else(stream_lost)?;
            send_all(&send, &mut source).await?;
            if !tar.wait().await?.success() {
                return Err(Failure::internal("tar could not read the folder").into());
            }
        } else {
            send_all(&send, &mut tokio::fs::File::open(from).await?).await?;
        }
        // The receiver must see the end even while this side keeps the stream open for the answer.
        let _ = send.send(StreamFrame { kind: Some(Kind::InputEnd(true)) }).await;
        Ok::<(), CliError>(())
    };
    let receiving = async {
        loop {
            match answers.message().await? {
                Some(StreamFrame { kind: Some(Kind::End(end)) }) => return ended(&end),
                Some(_) => {}
                None => return Err(stream_lost()),
            }
        }
    };
    tokio::pin!(sending, receiving);
    // A refusal of the Machine ends the copy before everything was sent.
    tokio::select! {
        sent = &mut sending => {
            sent?;
            receiving.await
        }
        received = &mut receiving => received,
    }
}

async fn send_all(
    send: &tokio::sync::mpsc::Sender<StreamFrame>,
    source: &mut (impl AsyncRead + Unpin),
) -> Result<(), CliError> {
    let mut buffer = vec![0; FRAME_BYTES];
    loop {
        let count = source.read(&mut buffer).await?;
        if count == 0 {
            return Ok(());
        }
        let frame = StreamFrame { kind: Some(Kind::Input(buffer[..count].to_vec())) };
        send.send(frame).await.map_err(|_| stream_lost())?;
    }
}

async fn get(hub: &mut Hub, machine: String, path: String, to: &Path) -> Result<(), CliError> {
    if to.is_dir() && !path.ends_with('/') {
        let name = Path::new(&path).file_name().ok_or_else(|| Failure::invalid("the path names no file"))?;
        let target = to.join(name);
        return get_file(hub, machine, path, &target).await;
    }
    if path.ends_with('/') {
        return get_folder(hub, machine, path, to).await;
    }
    get_file(hub, machine, path, to).await
}

async fn get_file(hub: &mut Hub, machine: String, path: String, to: &Path) -> Result<(), CliError> {
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let scratch = folder.join(format!(".autovibe-copy-{}", std::process::id()));
    let result = async {
        let mut file = tokio::fs::File::create(&scratch).await?;
        receive(hub, machine, GetFileOpen { path, archive: false }, &mut file).await?;
        file.sync_all().await?;
        fs_err::rename(&scratch, to)?;
        Ok(())
    }
    .await;
    if result.is_err() {
        let _ = fs_err::remove_file(&scratch);
    }
    result
}

async fn get_folder(hub: &mut Hub, machine: String, path: String, to: &Path) -> Result<(), CliError> {
    let folder = fresh_folder(to)?;
    let result = unpack(hub, machine, path, &folder).await.and_then(|()| Ok(fs_err::rename(&folder, to)?));
    if result.is_err() {
        let _ = fs_err::remove_dir_all(&folder);
    }
    result
}

/// A new folder beside the target, which must be empty or not there yet.
///
/// What a Machine packs is hostile: a link that an earlier copy left in the target would lead the next one outside.
fn fresh_folder(to: &Path) -> Result<PathBuf, CliError> {
    let is_free = match fs_err::read_dir(to) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => true,
        Err(error) => return Err(error.into()),
    };
    if !is_free {
        let text = format!("{} is not empty; name a folder that does not exist yet", to.display());
        return Err(Failure::invalid(text).into());
    }
    let mut name = to.components().as_path().as_os_str().to_owned();
    name.push(format!(".autovibe-{}", std::process::id()));
    let folder = PathBuf::from(name);
    if let Some(parent) = folder.parent() {
        fs_err::create_dir_all(parent)?;
    }
    // Fails where something lies already, a link included.
    fs_err::create_dir(&folder)?;
    Ok(folder)
}

async fn unpack(hub: &mut Hub, machine: String, path: String, to: &Path) -> Result<(), CliError> {
    let mut tar = Command::new("tar")
        .args(["--extract", "--file=-", "--no-same-owner", "--no-same-permissions", "--directory"])
        .arg(to)
        .stdin(Stdio::piped())
        .kill_on_drop(true)
        .spawn()?;
    let mut sink = tar.stdin.take().ok_or_else(stream_lost)?;
    receive(hub, machine, GetFileOpen { path, archive: true }, &mut sink).await?;
    drop(sink);
    if !tar.wait().await?.success() {
        return Err(Failure::internal("tar could not write the folder").into());
    }
    refuse_devices(to)
}

/// A folder of work holds files, folders and links; devices and pipes are somebody's trap.
fn refuse_devices(folder: &Path) -> Result<(), CliError> {
    for entry in fs_err::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            refuse_devices(&entry.path())?;
        } else if !kind.is_file() && !kind.is_symlink() {
            let text = format!("{} is a device, a pipe or a socket", entry.path().display());
            return Err(Failure::invalid(text).into());
        }
    }
    Ok(())
}

async fn receive(
    hub: &mut Hub,
    machine: String,
    open: GetFileOpen,
    sink: &mut (impl AsyncWrite + Unpin),
) -> Result<(), CliError> {
    let (_send, mut answers) = open_stream(hub, machine, Open::GetFile(open)).await?;
    loop {
        match answers.message().await? {
            Some(StreamFrame { kind: Some(Kind::Output(bytes)) }) => sink.write_all(&bytes).await?,
            Some(StreamFrame { kind: Some(Kind::End(end)) }) => {
                sink.flush().await?;
                return ended(&end);
            }
            Some(_) => {}
            None => return Err(stream_lost()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{fresh_folder, refuse_devices, remote};

    #[test]
    fn a_folder_that_holds_something_is_no_target() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("out");
        let fresh = fresh_folder(&target).unwrap();
        assert!(fresh.is_dir() && fresh.parent() == target.parent() && !target.exists());
        // The same name again, as a link that was planted would be.
        fresh_folder(&target).unwrap_err();
        fs_err::create_dir(&target).unwrap();
        fs_err::remove_dir(&fresh).unwrap();
        fresh_folder(&target).unwrap();
        fs_err::os::unix::fs::symlink("..", target.join("x")).unwrap();
        let refused = fresh_folder(&target).unwrap_err();
        assert!(refused.text().unwrap().contains("not empty"));
    }

    #[test]
    fn devices_and_pipes_are_refused_wherever_they_lie() {
        let folder = tempfile::tempdir().unwrap();
        fs_err::create_dir(folder.path().join("a")).unwrap();
        fs_err::os::unix::fs::symlink("/nowhere", folder.path().join("a/link")).unwrap();
        refuse_devices(folder.path()).unwrap();
        let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("a/s")).unwrap();
        refuse_devices(folder.path()).unwrap_err();
    }

    #[test]
    fn a_machine_path_is_told_from_a_local_one() {
        assert_eq!(
            remote("web/worker:src/main.rs"),
            Some(("web/worker".to_owned(), "src/main.rs".to_owned()))
        );
        assert_eq!(remote("./a:b"), None);
        assert_eq!(remote("/tmp/a:b"), None);
        assert_eq!(remote("plain"), None);
    }
}

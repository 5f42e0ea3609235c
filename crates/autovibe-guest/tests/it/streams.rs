//! Programs, files and ports.

use autovibe_proto::guest::v1::stream_frame::Kind as Frame;
use autovibe_proto::guest::v1::stream_open::Kind;
use autovibe_proto::guest::v1::{ExecOpen, GetFileOpen, PortOpen, PutFileOpen, TerminalSize};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::fake_hub::FakeHub;
use crate::guest_process::GuestProcess;

fn exec(command: &[&str]) -> ExecOpen {
    ExecOpen { command: command.iter().map(|word| (*word).to_owned()).collect(), ..ExecOpen::default() }
}

/// Bytes that no text tool lets through unharmed.
fn binary(length: usize) -> Vec<u8> {
    (0..length).map(|index| u8::try_from((index * 7 + index / 251) % 256).unwrap()).collect()
}

#[tokio::test]
async fn a_program_gets_its_input_and_returns_output_errors_and_exit_code() {
    let hub = FakeHub::start().await;
    let guest = GuestProcess::start(&hub);
    let open =
        ExecOpen { environment: vec!["WORD=x y".into()], ..exec(&["cat; pwd; echo \"$WORD\" >&2; exit 7"]) };
    let stream = hub.open_stream(Kind::Exec(open)).await;
    let content = binary(200_000);
    for piece in content.chunks(30_000) {
        stream.send(Frame::Input(piece.to_vec())).await;
    }
    stream.send(Frame::InputEnd(true)).await;
    let all = stream.collect().await;
    let workspace = guest.place("home/agent/workspace");
    let expected = [content, format!("{}\n", workspace.display()).into_bytes()].concat();
    assert!(all.output == expected, "output differs");
    assert_eq!((all.errors.as_slice(), all.end.exit_code), (&b"x y\n"[..], 7));
    assert_eq!(all.end.failure, "");
}

#[tokio::test]
async fn signals_and_missing_programs_show_in_the_exit_code() {
    let hub = FakeHub::start().await;
    let _guest = GuestProcess::start(&hub);
    let mut stream = hub.open_stream(Kind::Exec(exec(&["echo ready; sleep 60"]))).await;
    assert_eq!(stream.next().await, Some(Frame::Output(b"ready\n".to_vec())));
    stream.send(Frame::Signal(15)).await;
    assert_eq!(stream.collect().await.end.exit_code, 143);
    let all = hub.open_stream(Kind::Exec(exec(&["no-such-program", "x"]))).await.collect().await;
    assert_eq!(all.end.exit_code, 127);
    assert!(String::from_utf8_lossy(&all.errors).contains("no-such-program"));
}

#[tokio::test]
async fn a_program_whose_user_is_gone_is_ended() {
    let hub = FakeHub::start().await;
    let guest = GuestProcess::start(&hub);
    let script = "trap 'echo gone > hung-up; exit 0' HUP; echo ready; while :; do sleep 0.05; done";
    let mut stream = hub.open_stream(Kind::Exec(exec(&[script]))).await;
    assert_eq!(stream.next().await, Some(Frame::Output(b"ready\n".to_vec())));
    stream.hang_up();
    stream.collect().await;
    assert!(guest.place("home/agent/workspace/hung-up").exists());
}

#[tokio::test]
async fn a_terminal_has_a_size_and_an_end_of_input() {
    let hub = FakeHub::start().await;
    let _guest = GuestProcess::start(&hub);
    let open = ExecOpen {
        terminal: true,
        columns: 100,
        rows: 40,
        ..exec(&["test -t 0 && stty size; echo go; read line; stty size; cat > /dev/null; exit 5"])
    };
    let mut stream = hub.open_stream(Kind::Exec(open)).await;
    let mut text = String::new();
    while !text.contains("go") {
        let Some(Frame::Output(bytes)) = stream.next().await else { panic!("no output") };
        text.push_str(&String::from_utf8_lossy(&bytes));
    }
    assert!(text.contains("40 100"), "{text:?}");
    stream.send(Frame::Resize(TerminalSize { columns: 90, rows: 30 })).await;
    stream.send(Frame::Input(b"line\n".to_vec())).await;
    stream.send(Frame::InputEnd(true)).await;
    let all = stream.collect().await;
    assert!(String::from_utf8_lossy(&all.output).contains("30 90"), "{all:?}");
    assert_eq!(all.end.exit_code, 5);
}

#[tokio::test]
async fn files_come_and_go_byte_for_byte() {
    let hub = FakeHub::start().await;
    let guest = GuestProcess::start(&hub);
    let content = binary(300_000);
    let put = PutFileOpen { path: "new/deep/file.bin".into(), mode: 0o750, archive: false };
    let stream = hub.open_stream(Kind::PutFile(put)).await;
    for piece in content.chunks(32 * 1024) {
        stream.send(Frame::Input(piece.to_vec())).await;
    }
    stream.send(Frame::InputEnd(true)).await;
    assert_eq!(stream.collect().await.end.failure, "");
    let path = guest.place("home/agent/workspace/new/deep/file.bin");
    let mode = std::os::unix::fs::PermissionsExt::mode(&fs_err::metadata(&path).unwrap().permissions());
    assert_eq!(mode & 0o777, 0o750);
    let get = GetFileOpen { path: "new/deep/file.bin".into(), archive: false };
    let all = hub.open_stream(Kind::GetFile(get)).await.collect().await;
    assert!(all.output == content, "the content differs");
    let missing = GetFileOpen { path: "none".into(), archive: false };
    let end = hub.open_stream(Kind::GetFile(missing)).await.collect().await.end;
    assert!(end.failure.contains("none"), "{end:?}");
}

#[tokio::test]
async fn a_file_that_does_not_arrive_in_whole_does_not_appear() {
    let hub = FakeHub::start().await;
    let guest = GuestProcess::start(&hub);
    let put = PutFileOpen { path: "half".into(), ..PutFileOpen::default() };
    let mut stream = hub.open_stream(Kind::PutFile(put)).await;
    stream.send(Frame::Input(vec![1; 1000])).await;
    stream.hang_up();
    assert!(!stream.collect().await.end.failure.is_empty());
    assert_eq!(fs_err::read_dir(guest.place("home/agent/workspace")).unwrap().count(), 0);
}

#[tokio::test]
async fn a_folder_travels_as_a_tar_stream() {
    let hub = FakeHub::start().await;
    let guest = GuestProcess::start(&hub);
    let source = guest.place("home/agent/workspace/source");
    fs_err::create_dir_all(source.join("sub")).unwrap();
    fs_err::write(source.join("sub/a.bin"), binary(70_000)).unwrap();
    let get = GetFileOpen { path: "source".into(), archive: true };
    let packed = hub.open_stream(Kind::GetFile(get)).await.collect().await;
    assert_eq!(packed.end.failure, "");
    let put = PutFileOpen { path: "target".into(), archive: true, mode: 0 };
    let stream = hub.open_stream(Kind::PutFile(put)).await;
    for piece in packed.output.chunks(32 * 1024) {
        stream.send(Frame::Input(piece.to_vec())).await;
    }
    stream.send(Frame::InputEnd(true)).await;
    assert_eq!(stream.collect().await.end.failure, "");
    assert!(fs_err::read(guest.place("home/agent/workspace/target/sub/a.bin")).unwrap() == binary(70_000));
    let put = PutFileOpen { path: "broken".into(), archive: true, mode: 0 };
    let stream = hub.open_stream(Kind::PutFile(put)).await;
    stream.send(Frame::Input(b"this is no tar".to_vec())).await;
    stream.send(Frame::InputEnd(true)).await;
    assert!(stream.collect().await.end.failure.starts_with("unpack"));
}

#[tokio::test]
async fn a_port_of_the_machine_is_reached() {
    let hub = FakeHub::start().await;
    let _guest = GuestProcess::start(&hub);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = i32::from(listener.local_addr().unwrap().port());
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut text = Vec::new();
        stream.read_to_end(&mut text).await.unwrap();
        text.reverse();
        stream.write_all(&text).await.unwrap();
    });
    let stream = hub.open_stream(Kind::Port(PortOpen { port })).await;
    stream.send(Frame::Input(b"abc".to_vec())).await;
    stream.send(Frame::InputEnd(true)).await;
    let all = stream.collect().await;
    assert_eq!((all.output.as_slice(), all.end.failure.as_str()), (&b"cba"[..], ""));
    let end = hub.open_stream(Kind::Port(PortOpen { port: 70_000 })).await.collect().await.end;
    assert!(!end.failure.is_empty());
}

//! What a Machine can reach, and what it never holds.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Result, ensure};
use autovibe_testkit::{Layout, System};

/// A key that exists nowhere else, so that finding it proves a leak.
const KEY: &str = "sk-ant-canary-5f1d0c2b7a94";

#[tokio::test(flavor = "multi_thread")]
async fn a_machine_reaches_the_hub_and_nothing_else() -> Result<()> {
    let (port, visits) = visible_service()?;
    let folder = tempfile::tempdir()?;
    let key_file = folder.path().join("key");
    std::fs::write(&key_file, KEY)?;
    let key_argument = key_file.display().to_string();
    let system = System::start_with(
        Layout::OneProcess,
        &[
            "--provider",
            "anthropic",
            "--anthropic-url",
            "http://127.0.0.1:9",
            "--anthropic-key-file",
            &key_argument,
        ],
    )?;
    let fleet = system.fleet().await?;
    let machine = fleet.machine("closed").await?.id;

    // The service answers on this host, so a connection from the Machine would be seen.
    std::net::TcpStream::connect(("127.0.0.1", port))?.write_all(b"x")?;
    let before = visits.load(Ordering::SeqCst);
    let probe = "import socket,sys\n\
        def reach(host, port):\n    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM); s.settimeout(3)\n    \
        try:\n        s.connect((host, port)); s.sendall(b'x'); print('REACHED', host, port)\n    \
        except Exception as e:\n        print('closed', host, port)\n\
        for host in sys.argv[2:]:\n    reach(host, int(sys.argv[1]))\n";
    let host_addresses = host_addresses();
    let line = format!(
        "python3 -c \"{probe}\" {port} 10.0.2.2 10.0.2.3 127.0.0.1 {host_addresses} 1.1.1.1; python3 -c \"{probe}\" 443 1.1.1.1 93.184.216.34 10.0.2.2; python3 -c \"{probe}\" 53 10.0.2.3 8.8.8.8"
    );
    let seen = fleet.exec_as(&machine, "root", &line).await?;
    ensure!(!seen.out.contains("REACHED") && seen.out.matches("closed").count() >= 7, "{seen:?}");
    ensure!(visits.load(Ordering::SeqCst) == before, "a connection from the machine arrived");

    let udp = fleet
        .exec_as(&machine, "root", "python3 -c \"import socket; s=socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.settimeout(2); s.sendto(bytes.fromhex('000101000001000000000000076578616d706c6503636f6d0000010001'), ('10.0.2.3', 53)); print(s.recv(10))\"")
        .await?;
    ensure!(udp.code != 0, "a name server answered: {udp:?}");

    // An agent process must exist while its environment is searched.
    let turn = fleet.send(&machine, "hello").await?;
    fleet.wait_for(&machine, "the turn", |now| now.turn_id.as_deref() == Some(turn.as_str())).await?;
    let search = format!(
        "cat /proc/[0-9]*/environ /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' '\\n' | grep -c '{part}'; \
         grep -rl --binary-files=text '{part}' /home /root /etc /run /var /tmp 2>/dev/null | head",
        part = "canary-5f1d0c"
    );
    // The search itself carries the words it looks for; the shell that runs it is the only match allowed.
    let seen = fleet.exec_as(&machine, "root", &search).await?;
    let own = fleet.exec_as(&machine, "root", "cat /proc/[0-9]*/cmdline | tr '\\0' '\\n' | grep -c canary-5f1d0c").await?;
    let count: u32 = seen.out.lines().next().unwrap_or_default().trim().parse()?;
    ensure!(own.code == 0, "the search does not find what is there: {own:?}");
    ensure!(count <= 3 && seen.out.lines().count() == 1, "the model key is in the machine: {seen:?}");
    let environ = fleet.exec_as(&machine, "root", "cat /proc/[0-9]*/environ | tr '\\0' '\\n' | grep -i key").await?;
    ensure!(!environ.out.contains("canary") && environ.out.contains("ANTHROPIC_API_KEY"), "{environ:?}");
    let logs = system.logs();
    ensure!(!logs.contains(KEY), "the key is in the daemon's log");
    Ok(())
}

/// A service on this host's loopback address that counts its visits.
fn visible_service() -> Result<(u16, Arc<AtomicU32>)> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let port = listener.local_addr()?.port();
    let visits = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&visits);
    std::thread::spawn(move || {
        for mut connection in listener.incoming().flatten() {
            let mut byte = [0];
            if connection.read(&mut byte).is_ok() {
                counted.fetch_add(1, Ordering::SeqCst);
            }
        }
    });
    Ok((port, visits))
}

/// The host's own addresses beside loopback.
fn host_addresses() -> String {
    let table = std::fs::read_to_string("/proc/net/fib_trie").unwrap_or_default();
    let lines: Vec<&str> = table.lines().collect();
    let mut found: Vec<String> = lines
        .windows(2)
        .filter(|pair| pair[1].contains("host LOCAL"))
        .filter_map(|pair| pair[0].split_whitespace().last())
        .filter(|address| !address.starts_with("127."))
        .map(str::to_owned)
        .collect();
    found.sort();
    found.dedup();
    found.join(" ")
}

//! What a Machine can reach, and what it never holds.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use autovibe_testkit::process::{environment_of, qemu_of};
use autovibe_testkit::{Fleet, Layout, System};

/// A key that exists nowhere else, so that finding it proves a leak.
const KEY: &str = "sk-ant-canary-5f1d0c2b7a94";

#[tokio::test(flavor = "multi_thread")]
async fn a_machine_reaches_the_hub_and_nothing_else() -> Result<()> {
    let (port, visits) = visible_service()?;
    // By environment, as most people give it, so that whatever the daemon starts could inherit it.
    let system = System::start_with(
        Layout::OneProcess,
        &["--provider", "anthropic", "--anthropic-url", "http://127.0.0.1:9"],
        &[("ANTHROPIC_API_KEY", KEY)],
    )?;
    let fleet = system.fleet().await?;
    let machine = fleet.machine("closed").await?.id;

    // The service answers on this host, so a connection from the Machine would be seen.
    std::net::TcpStream::connect(("127.0.0.1", port))?.write_all(b"x")?;
    // The visit of this test itself has been counted before the Machine tries.
    while visits.load(Ordering::SeqCst) == 0 {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    let begin = Instant::now();
    while visits.load(Ordering::SeqCst) != 1 {
        ensure!(begin.elapsed() < Duration::from_secs(20), "a visit is not counted");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let targets: Vec<String> = ["10.0.2.2", "10.0.2.3", "127.0.0.1", "1.1.1.1"]
        .into_iter()
        .map(str::to_owned)
        .chain(host_addresses())
        .map(|address| format!("{address}:{port}"))
        .chain(
            ["1.1.1.1:443", "93.184.216.34:443", "10.0.2.2:443", "10.0.2.3:53", "8.8.8.8:53"]
                .map(str::to_owned),
        )
        .collect();
    // All at once: what a closed network drops in silence costs the whole limit.
    let probe = "import socket,sys,threading\n\
        def reach(target):\n    host, port = target.rsplit(':', 1)\n    \
        try:\n        s = socket.create_connection((host, int(port)), 3); s.sendall(b'x'); print('REACHED', target)\n    \
        except OSError:\n        print('closed', target)\n\
        threads = [threading.Thread(target=reach, args=(t,)) for t in sys.argv[1:]]\n\
        [t.start() for t in threads]\n[t.join() for t in threads]\n";
    let line = format!("python3 -c \"{probe}\" {}", targets.join(" "));
    let seen = fleet.exec_as(&machine, "root", &line).await?;
    ensure!(!seen.out.contains("REACHED") && seen.out.matches("closed").count() == targets.len(), "{seen:?}");
    ensure!(visits.load(Ordering::SeqCst) == 1, "a connection from the machine arrived");

    let udp = fleet
        .exec_as(&machine, "root", "python3 -c \"import socket; s=socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.settimeout(2); s.sendto(bytes.fromhex('000101000001000000000000076578616d706c6503636f6d0000010001'), ('10.0.2.3', 53)); print(s.recv(10))\"")
        .await?;
    ensure!(udp.code != 0, "a name server answered: {udp:?}");

    // An agent process must exist while its environment is searched.
    let turn = fleet.send(&machine, "hello").await?;
    fleet.wait_for(&machine, "the turn", |now| now.turn_id.as_deref() == Some(turn.as_str())).await?;
    let agent = fleet.exec_as(
        &machine,
        "root",
        "cat /proc/[0-9]*/environ | tr '\\0' '\\n' | grep -c ANTHROPIC_API_KEY=",
    );
    ensure!(agent.await?.out.trim() != "0", "no coding agent's environment was searched");
    let clean = search(&fleet, &machine).await?;
    ensure!(clean.is_empty(), "the model key is in the machine: {clean:?}");

    // The same search finds a key that is there, in a file and in an environment.
    let planted = format!(
        "echo {KEY} | tee /home/agent/planted > /dev/shm/planted; \
         LEAK={KEY} setsid sleep 60 > /dev/null 2>&1 < /dev/null & sleep 0.2"
    );
    ensure!(fleet.exec_as(&machine, "root", &planted).await?.code == 0, "the key could not be planted");
    let found = search(&fleet, &machine).await?;
    for place in ["/home/agent/planted", "/dev/shm/planted", "/environ"] {
        ensure!(found.iter().any(|path| path.contains(place)), "the search misses {place}: {found:?}");
    }

    let qemu = environment_of(qemu_of(system.folder(), &machine)?)?;
    ensure!(!qemu.contains(KEY), "the key is in the environment of QEMU: {qemu}");
    let daemon = system.daemon_pids().first().copied().unwrap_or_default();
    ensure!(environment_of(i32::try_from(daemon)?)?.contains(KEY), "the key is not where this test put it");
    ensure!(!system.logs().contains(KEY), "the key is in the daemon's log");
    Ok(())
}

/// Places inside the Machine that hold the key; the pattern does not match itself.
async fn search(fleet: &Fleet, machine: &str) -> Result<Vec<String>> {
    let line = "grep -rl --binary-files=text -s 'canary-5f1d0[c]' /home /root /etc /opt /run /var /tmp /dev/shm; \
                for file in /proc/[0-9]*/environ /proc/[0-9]*/cmdline; do \
                grep -q --binary-files=text -s 'canary-5f1d0[c]' $file && echo $file; done; true";
    let seen = fleet.exec_as(machine, "root", line).await?;
    ensure!(seen.code == 0, "the search failed: {seen:?}");
    Ok(seen.out.lines().map(str::to_owned).collect())
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
fn host_addresses() -> Vec<String> {
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
    found
}

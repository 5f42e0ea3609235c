//! Console logs: the tail, and what follows.

use std::io::Write as _;

use autovibe_proto::node::v1::ReadConsoleRequest;
use autovibe_proto::{ErrorKind, MachineId, failure_of};

use crate::bench::{Bench, within};

async fn read(bench: &Bench, machine: &MachineId, tail_bytes: i64) -> String {
    let request = ReadConsoleRequest { machine_id: machine.to_string(), tail_bytes, follow: false };
    let mut stream = bench.client.clone().read_console(request).await.unwrap().into_inner();
    let mut bytes = Vec::new();
    while let Some(part) = within(stream.message()).await.unwrap() {
        bytes.extend(part.data);
    }
    String::from_utf8(bytes).unwrap()
}

#[tokio::test]
async fn the_tail_is_read_and_followed() {
    let bench = Bench::new().await;
    let machine = bench.created().await;
    let path = bench.folder.path().join("machines").join(machine.as_str()).join("console.log");
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(read(&bench, &machine, 0).await, text);
    assert_eq!(read(&bench, &machine, 4).await, text[text.len() - 4..]);
    let long = "x".repeat(200_000);
    std::fs::write(&path, &long).unwrap();
    assert_eq!(read(&bench, &machine, 0).await.len(), 64 << 10);
    assert_eq!(read(&bench, &machine, 1 << 20).await, long);

    let request = ReadConsoleRequest { machine_id: machine.to_string(), tail_bytes: 1, follow: true };
    let mut stream = bench.client.clone().read_console(request).await.unwrap().into_inner();
    assert_eq!(within(stream.message()).await.unwrap().unwrap().data, b"x");
    // Appended, as a hypervisor does: a rewritten file would look like a new log for a moment.
    let mut log = std::fs::OpenOptions::new().append(true).open(&path).unwrap();
    log.write_all(b"more").unwrap();
    assert_eq!(within(stream.message()).await.unwrap().unwrap().data, b"more");
    // A log that is begun anew is read from its start.
    std::fs::write(&path, "new").unwrap();
    assert_eq!(within(stream.message()).await.unwrap().unwrap().data, b"new");
}

#[tokio::test]
async fn a_missing_log_is_not_found() {
    let bench = Bench::new().await;
    let request = ReadConsoleRequest { machine_id: MachineId::generate().to_string(), ..Default::default() };
    let refused = failure_of(&bench.client.clone().read_console(request).await.unwrap_err());
    assert_eq!(refused.kind, ErrorKind::NotFound);
}

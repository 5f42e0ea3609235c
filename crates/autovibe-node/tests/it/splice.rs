//! Guests' connections: preamble, both directions, half-close, cuts at a new life.

use std::path::PathBuf;
use std::time::Duration;

use autovibe_proto::MachineId;
use autovibe_proto::node::v1::PowerGoal;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader, DuplexStream};
use tokio::net::UnixStream;

use crate::bench::{Bench, within};

fn socket(bench: &Bench, machine: &MachineId) -> PathBuf {
    bench.folder.path().join("machines").join(machine.as_str()).join("guest.sock")
}

async fn dial(bench: &Bench, machine: &MachineId) -> UnixStream {
    UnixStream::connect(socket(bench, machine)).await.unwrap()
}

/// The Hub's end of the next connection, after its first line.
async fn arrival(bench: &Bench) -> (BufReader<DuplexStream>, String) {
    let mut hub = BufReader::new(bench.arrival().await);
    let mut line = String::new();
    within(hub.read_line(&mut line)).await.unwrap();
    (hub, line)
}

#[tokio::test]
async fn bytes_flow_both_ways_and_half_close_is_kept() {
    let bench = Bench::new().await;
    let machine = bench.created().await;
    let mut guest = dial(&bench, &machine).await;
    let (mut hub, line) = arrival(&bench).await;
    assert_eq!(line, format!("AVG1 {machine} 1 ticket-1\n"));
    let large: Vec<u8> = (0..1_000_000_u32).map(|index| index.to_le_bytes()[0]).collect();
    let (sent, expected) = (large.clone(), large.clone());
    let send = async {
        guest.write_all(&sent).await.unwrap();
        guest.shutdown().await.unwrap();
        let mut answer = Vec::new();
        guest.read_to_end(&mut answer).await.unwrap();
        answer
    };
    let receive = async {
        let mut request = Vec::new();
        hub.read_to_end(&mut request).await.unwrap();
        // The guest has closed its side, and still gets the answer.
        hub.write_all(b"done").await.unwrap();
        drop(hub);
        request
    };
    let (answer, request) = within(async { futures::join!(send, receive) }).await;
    assert_eq!(answer, b"done");
    assert!(request == expected);
}

#[tokio::test]
async fn a_new_life_cuts_the_old_connections_and_brings_the_new_ticket() {
    let bench = Bench::with(|config| config.verb_time = Duration::from_millis(150)).await;
    let machine = bench.created().await;
    let (checkpoint, saved) = bench.checkpoint(&machine).await;
    let mut old = dial(&bench, &machine).await;
    let (_hub, _) = arrival(&bench).await;
    let restore = bench.restore(&machine, 2, &checkpoint, &saved.checkpoint_handle);
    let mut client = bench.client.clone();
    let restoring = tokio::spawn(async move { client.restore_machine(restore).await });
    // The old connection ends before the new life begins.
    assert_eq!(within(old.read(&mut [0; 8])).await.unwrap_or(0), 0);
    // Two guests arrive in between: one of the old life that dies with it, one that lives on.
    let dying = dial(&bench, &machine).await;
    let mut waiting = dial(&bench, &machine).await;
    waiting.write_all(b"hello").await.unwrap();
    assert!(!restoring.is_finished());
    drop(dying);
    within(restoring).await.unwrap().unwrap();
    let (mut hub, line) = arrival(&bench).await;
    assert_eq!(line, format!("AVG1 {machine} 2 ticket-2\n"));
    let mut text = [0; 5];
    within(hub.read_exact(&mut text)).await.unwrap();
    assert_eq!(&text, b"hello");
    let nobody = tokio::time::timeout(Duration::from_millis(200), bench.arrivals.lock().await.recv()).await;
    assert!(nobody.is_err(), "the dead connection reached the Hub");
}

#[tokio::test]
async fn a_failed_restore_still_ends_the_old_life() {
    let bench = Bench::new().await;
    let machine = bench.created().await;
    let mut old = dial(&bench, &machine).await;
    let (_hub, _) = arrival(&bench).await;
    let (checkpoint, saved) = bench.checkpoint(&machine).await;
    let restore =
        bench.restore(&machine, 2, &autovibe_proto::CheckpointId::generate(), &saved.checkpoint_handle);
    bench.client.clone().restore_machine(restore).await.unwrap_err();
    assert!(bench.hypervisor.has_checkpoint(&checkpoint));
    assert_eq!(within(old.read(&mut [0; 8])).await.unwrap_or(0), 0);
    let _new = dial(&bench, &machine).await;
    assert_eq!(arrival(&bench).await.1, format!("AVG1 {machine} 2 ticket-2\n"));
}

#[tokio::test]
async fn connections_die_with_the_machine() {
    let bench = Bench::new().await;
    let machine = bench.created().await;
    let (mut lost, mut stopped) = (dial(&bench, &machine).await, dial(&bench, &machine).await);
    let _hubs = (arrival(&bench).await, arrival(&bench).await);
    let off = bench.power(&machine, 1, PowerGoal::Off);
    bench.client.clone().set_power(off).await.unwrap();
    assert_eq!(within(stopped.read(&mut [0; 8])).await.unwrap_or(0), 0);
    assert_eq!(within(lost.read(&mut [0; 8])).await.unwrap_or(0), 0);

    let second = bench.created().await;
    let mut idle = dial(&bench, &second).await;
    let _hub = arrival(&bench).await;
    bench.hypervisor.lose(&second);
    assert_eq!(within(idle.read(&mut [0; 8])).await.unwrap_or(0), 0);

    let third = bench.created().await;
    let mut idle = dial(&bench, &third).await;
    let _hub = arrival(&bench).await;
    bench.destroy(&third, 1).await.unwrap();
    assert_eq!(within(idle.read(&mut [0; 8])).await.unwrap_or(0), 0);
    assert!(UnixStream::connect(socket(&bench, &third)).await.is_err());
}

#[tokio::test]
async fn a_machine_has_at_most_64_connections() {
    let bench = Bench::new().await;
    let machine = bench.created().await;
    let mut guests = Vec::new();
    let mut hubs = Vec::new();
    for _ in 0..64 {
        guests.push(dial(&bench, &machine).await);
        hubs.push(arrival(&bench).await);
    }
    let mut refused = dial(&bench, &machine).await;
    assert_eq!(within(refused.read(&mut [0; 8])).await.unwrap_or(0), 0);
    // One that ends makes room again.
    drop(guests.pop());
    drop(hubs.pop());
    let admitted = async {
        loop {
            let mut guest = dial(&bench, &machine).await;
            let wait = tokio::time::timeout(Duration::from_millis(100), guest.read(&mut [0; 8])).await;
            if wait.is_err() {
                break;
            }
        }
    };
    within(admitted).await;
}

#[tokio::test]
async fn without_a_hub_the_connection_is_closed() {
    let bench = Bench::new().await;
    let machine = bench.created().await;
    bench.arrivals.lock().await.close();
    let mut guest = dial(&bench, &machine).await;
    assert_eq!(within(guest.read(&mut [0; 8])).await.unwrap_or(0), 0);
}

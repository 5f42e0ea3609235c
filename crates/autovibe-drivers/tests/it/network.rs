//! What a guest reaches, and what it is told.

use autovibe_hypervisor::HypervisorDriver;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::UnixListener;

use crate::lab::{IMAGE_DIGEST, Lab, seed, spec};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_guest_reaches_its_node_and_nothing_else() {
    let Some(lab) = Lab::open().await else { return };
    let id = autovibe_proto::MachineId::generate();
    let driver = lab.driver();
    let listener = UnixListener::bind(driver.guest_socket(&id).unwrap()).unwrap();
    let node = tokio::spawn(async move {
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut line = String::new();
            BufReader::new(&mut stream).read_line(&mut line).await.unwrap();
            stream.write_all(format!("node heard {line}").as_bytes()).await.unwrap();
        }
    });
    driver.create(&id, IMAGE_DIGEST, &spec(), &seed(&id, 5)).await.unwrap();
    let told: serde_json::Value = serde_json::from_str(&lab.ask(&id, "seed").await).unwrap();
    assert_eq!((told["machineId"].as_str(), told["incarnation"].as_str()), (Some(id.as_str()), Some("5")));
    // One connection after the other, as after a restore.
    for _ in 0..2 {
        assert_eq!(lab.ask(&id, "dial 10.0.2.100 8443").await, "node heard hello");
    }
    let outside = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = outside.local_addr().unwrap().port();
    for target in [format!("10.0.2.2 {port}"), format!("127.0.0.1 {port}"), "10.0.2.100 80".to_owned()] {
        let answer = lab.ask(&id, &format!("dial {target}")).await;
        assert!(answer.starts_with("failed"), "{target}: {answer}");
    }
    driver.destroy(&id).await.unwrap();
    assert!(!driver.guest_socket(&id).unwrap().exists());
    node.abort();
}

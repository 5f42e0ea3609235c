//! A new process on the same folder.

use autovibe_hypervisor::fake::Content;
use autovibe_node::{NodeError, NodeServer};
use autovibe_proto::node::v1::{ListMachinesRequest, PowerState};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::net::UnixStream;
use tokio::sync::mpsc;

use crate::bench::{Bench, config, within};

#[tokio::test]
async fn a_new_node_adopts_what_runs() {
    let bench = Bench::new().await;
    let machine = bench.created().await;
    let (checkpoint, saved) = bench.checkpoint(&machine).await;
    let restore = bench.restore(&machine, 2, &checkpoint, &saved.checkpoint_handle);
    bench.client.clone().restore_machine(restore.clone()).await.unwrap();
    bench.hypervisor.write(&machine, Content { memory: 5, disk: 6 }).unwrap();
    let id = bench.node.id().clone();

    let bench = bench.restart().await;
    assert_eq!(*bench.node.id(), id);
    let listed =
        bench.client.clone().list_machines(ListMachinesRequest {}).await.unwrap().into_inner().machines;
    assert_eq!((listed[0].power(), listed[0].incarnation), (PowerState::Running, 2));
    // The guest is vouched for at once, without any command.
    let socket = bench.folder.path().join("machines").join(machine.as_str()).join("guest.sock");
    let _guest = UnixStream::connect(&socket).await.unwrap();
    let mut line = String::new();
    within(BufReader::new(bench.arrival().await).read_line(&mut line)).await.unwrap();
    assert_eq!(line, format!("AVG1 {machine} 2 ticket-2\n"));
    // A repeated effect is answered from the ledger: the Machine is not put back once more.
    bench.client.clone().restore_machine(restore).await.unwrap();
    assert_eq!(bench.hypervisor.read(&machine).unwrap(), Content { memory: 5, disk: 6 });
}

#[tokio::test]
async fn a_machine_lost_while_no_node_ran_is_seen() {
    let bench = Bench::new().await;
    let machine = bench.created().await;
    bench.node.shutdown().await;
    bench.hypervisor.lose(&machine);
    let bench = bench.restart().await;
    let listed =
        bench.client.clone().list_machines(ListMachinesRequest {}).await.unwrap().into_inner().machines;
    assert_eq!(listed[0].power(), PowerState::Off);
    assert!(!listed[0].detail.is_empty());
}

#[tokio::test]
async fn a_folder_has_one_node() {
    let bench = Bench::new().await;
    let (sender, _arrivals) = mpsc::channel(1);
    let second = NodeServer::start(config(&bench.hypervisor, bench.folder.path(), sender.clone())).await;
    assert!(matches!(second, Err(NodeError::FolderInUse(_))), "{second:?}");
    bench.node.shutdown().await;
    let refused =
        bench.call_create(bench.create(&autovibe_proto::MachineId::generate(), 1)).await.unwrap_err();
    assert_eq!(refused.reason, "NODE_STOPPING");
    NodeServer::start(config(&bench.hypervisor, bench.folder.path(), sender)).await.unwrap();
}

//! Random faults, with a restart of the node after each failure: one object each, and nothing left over.

use autovibe_hypervisor::fake::{Content, FaultPlan};
use autovibe_proto::node::v1::{CreateCheckpointRequest, DeleteCheckpointRequest, DestroyMachineRequest};
use autovibe_proto::{CheckpointId, MachineId};

use crate::bench::{Bench, within};

/// Repeats one call, always the same request, until it is answered.
macro_rules! until_answered {
    ($bench:ident, $call:ident, $request:expr) => {{
        let request = $request;
        let mut attempts = 0;
        loop {
            match within($bench.client.clone().$call(request.clone())).await {
                Ok(answer) => break answer.into_inner(),
                Err(status) => {
                    attempts += 1;
                    assert!(attempts < 20, "{status}");
                    $bench = $bench.restart().await;
                }
            }
        }
    }};
}

async fn live_once(seed: u64) {
    let plan = FaultPlan::random(seed, 8);
    let line = plan.to_string();
    let mut bench = Bench::with(|config| config.plan = plan).await;
    let (machine, child) = (MachineId::generate(), MachineId::generate());
    let checkpoint = CheckpointId::generate();
    until_answered!(bench, create_machine, bench.create(&machine, 1));
    bench.hypervisor.write(&machine, Content { memory: 1, disk: 2 }).unwrap();
    let save = CreateCheckpointRequest {
        header: Some(bench.header(&machine, 1)),
        checkpoint_id: checkpoint.to_string(),
    };
    let handle = until_answered!(bench, create_checkpoint, save).checkpoint_handle;
    bench.hypervisor.write(&machine, Content { memory: 3, disk: 4 }).unwrap();
    until_answered!(bench, fork_machine, bench.fork(&child, &checkpoint, &handle));
    until_answered!(bench, restore_machine, bench.restore(&machine, 2, &checkpoint, &handle));
    assert_eq!(bench.hypervisor.machine_count(), 2, "{line}");
    for id in [&machine, &child] {
        assert_eq!(bench.hypervisor.read(id).unwrap(), Content { memory: 1, disk: 2 }, "{line}");
    }
    let forget = DeleteCheckpointRequest {
        header: Some(bench.header(&machine, 2)),
        checkpoint_id: checkpoint.to_string(),
        checkpoint_handle: handle,
    };
    until_answered!(bench, delete_checkpoint, forget);
    for (id, incarnation) in [(&machine, 2), (&child, 1)] {
        let header = Some(bench.header(id, incarnation));
        until_answered!(bench, destroy_machine, DestroyMachineRequest { header });
    }
    assert_eq!(bench.hypervisor.machine_count(), 0, "{line}");
    assert!(!bench.hypervisor.has_checkpoint(&checkpoint), "{line}");
    let left = std::fs::read_dir(bench.folder.path().join("machines")).map_or(0, Iterator::count);
    assert_eq!(left, 0, "{line}");
}

#[tokio::test]
async fn every_effect_repeated_through_faults_and_restarts_happens_once() {
    futures::future::join_all((0..16).map(live_once)).await;
}

//! m
use crate::lab::{IMAGE_DIGEST, Lab, seed};
use autovibe_hypervisor::HypervisorDriver;
use autovibe_proto::v1::MachineSpec;
use autovibe_proto::{CheckpointId, MachineId};
use std::time::Instant;
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn measure() {
    let Some(lab) = Lab::open().await else { return };
    let driver = lab.driver();
    let id = MachineId::generate();
    let spec = MachineSpec { vcpu_count: 2, memory_bytes: 1 << 30, ..MachineSpec::default() };
    driver.create(&id, IMAGE_DIGEST, &spec, &seed(&id, 1)).await.unwrap();
    lab.ask(&id, "fill 150").await;
    let mut last = None;
    for _ in 0..4 {
        let c = CheckpointId::generate();
        let began = Instant::now();
        let report = driver.checkpoint(&id, &c).await.unwrap();
        println!(
            "checkpoint whole {:?} pause {:?} size {}",
            began.elapsed(),
            report.pause,
            report.size_bytes >> 20
        );
        last = Some((c, report.handle));
    }
    let (c, h) = last.unwrap();
    for _ in 0..4 {
        let began = Instant::now();
        driver.restore(&id, &c, &h, &seed(&id, 2)).await.unwrap();
        println!("restore {:?}", began.elapsed());
        lab.ask(&id, "memory").await;
    }
    driver.destroy(&id).await.unwrap();
    for _ in 0..11 {
        let child = MachineId::generate();
        let began = Instant::now();
        driver.fork(&c, &h, &child, &seed(&child, 1)).await.unwrap();
        let t = began.elapsed();
        lab.ask(&child, "memory").await;
        println!(
            "fork {t:?} with answer {:?} pss {}",
            began.elapsed(),
            driver.sample(&child).await.unwrap().memory_bytes >> 20
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn enospc() {
    let Some(lab) = Lab::open().await else { return };
    let driver = lab.driver();
    let id = lab.booted().await;
    lab.ask(&id, "fill 120").await;
    lab.ask(&id, "memory one").await;
    lab.ask(&id, "disk one").await;
    let c = CheckpointId::generate();
    let path = lab.node().join("checkpoints").join(c.as_str()).join("memory");
    let hog = lab.folder.path().join("hog");
    let h2 = hog.clone();
    let pre = std::fs::File::create(lab.folder.path().join("pre")).unwrap();
    let free = rustix::fs::fstatvfs(&pre).unwrap().f_bavail * 4096 - (290 << 20);
    rustix::fs::fallocate(&pre, rustix::fs::FallocateFlags::empty(), 0, free).unwrap();
    let t = std::thread::spawn(move || {
        while !path.parent().unwrap().exists() {}
        let f = std::fs::File::create(h2).unwrap();
        println!("{:?}", rustix::fs::fallocate(&f, rustix::fs::FallocateFlags::empty(), 0, 190 << 20));
        println!("full {:?}", std::fs::metadata(&path).map(|m| m.len()));
    });
    let r = driver.checkpoint(&id, &c).await;
    println!("{r:?}");
    t.join().unwrap();
    println!("{:?}", driver.observe().await);
    std::fs::remove_file(&hog).unwrap();
    println!("{}", lab.ask(&id, "memory").await);
    println!("{}", lab.ask(&id, "disk two").await);
    println!("{:?}", std::fs::read_dir(lab.node().join("checkpoints")).unwrap().count());
    std::fs::remove_file(lab.folder.path().join("pre")).unwrap();
    drop(pre);
    let r = driver.checkpoint(&id, &c).await.unwrap();
    lab.ask(&id, "memory three").await;
    driver.restore(&id, &c, &r.handle, &seed(&id, 2)).await.unwrap();
    println!("{} {}", lab.ask(&id, "memory").await, lab.ask(&id, "disk").await);
    println!("{:?}", driver.capabilities().await.unwrap());
    let p = driver.process_id(&id).unwrap();
    println!("{}", std::fs::read_to_string(format!("/proc/{p}/cgroup")).unwrap());
}

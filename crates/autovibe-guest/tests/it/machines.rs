//! What programs inside the Machine ask of other Machines.

use crate::fake_hub::FakeHub;
use crate::guest_process::GuestProcess;

#[tokio::test]
async fn a_program_spawns_tells_and_awaits() {
    let hub = FakeHub::start().await;
    let guest = GuestProcess::start(&hub);
    hub.wait_for("heartbeat", |seen| (!seen.heartbeats.is_empty()).then_some(())).await;
    let spawned = guest.machine(&["spawn", "--key", "k1", "--name", "child"]).await;
    assert_eq!(String::from_utf8_lossy(&spawned.stdout), "mch_child\n");
    let told = guest.machine(&["tell", "mch_child", "do it", "--key", "k2"]).await;
    assert_eq!(String::from_utf8_lossy(&told.stdout), "trn_child\n");
    hub.with(|seen| {
        assert_eq!((seen.spawns[0].key.as_str(), seen.spawns[0].name.as_str()), ("k1", "child"));
        assert_eq!((seen.tells[0].machine.as_str(), seen.tells[0].text.as_str()), ("mch_child", "do it"));
    });
    let awaited = guest.machine(&["await", "trn_child"]).await;
    assert_eq!((String::from_utf8_lossy(&awaited.stdout).as_ref(), awaited.status.code()), ("no\n", Some(1)));
    let awaited = guest.machine(&["await", "trn_open", "--timeout", "1"]).await;
    assert_eq!(awaited.status.code(), Some(124));
    let missing = guest.machine(&["await", "trn_none"]).await;
    assert_eq!(missing.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("404"));
}

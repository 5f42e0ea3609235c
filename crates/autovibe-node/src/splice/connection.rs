//! One guest connection from its arrival to its end.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::MachineId;
use rustix::event::{PollFd, PollFlags, Timespec};
use tokio::io::AsyncWriteExt as _;
use tokio::net::UnixStream;
use tokio::sync::watch;

use crate::splice::gate::{Gate, Vouched};
use crate::splice::uplink::GuestUplink;

/// How long the Hub may take to accept a connection; the guest tries again after that.
const CONNECT_MAX: Duration = Duration::from_secs(5);
/// Bytes held per direction: a few TLS records.
const BUFFER_BYTES: usize = 32 << 10;

/// Joins a guest to the Hub until either is done.
pub(super) async fn splice(
    machine: &MachineId,
    mut guest: UnixStream,
    mut gate: watch::Receiver<Gate>,
    uplink: Arc<dyn GuestUplink>,
) -> io::Result<()> {
    let Some(vouched) = pass(&mut gate).await else { return Ok(()) };
    // A connection of the life that just ended would speak with the new life's ticket.
    if has_hung_up(&guest) {
        return Ok(());
    }
    let preamble = vouched.preamble(machine);
    let connect = async {
        let mut hub = uplink.connect().await?;
        hub.write_all(preamble.as_bytes()).await?;
        Ok::<_, io::Error>(hub)
    };
    let mut hub = tokio::time::timeout(CONNECT_MAX, connect).await??;
    tokio::io::copy_bidirectional_with_sizes(&mut guest, &mut hub, BUFFER_BYTES, BUFFER_BYTES).await?;
    Ok(())
}

async fn pass(gate: &mut watch::Receiver<Gate>) -> Option<Vouched> {
    let open = gate.wait_for(|gate| matches!(gate, Gate::Open(_))).await.ok()?;
    match &*open {
        Gate::Open(vouched) => Some(vouched.clone()),
        Gate::Shut => None,
    }
}

fn has_hung_up(guest: &UnixStream) -> bool {
    let mut polled = [PollFd::new(guest, PollFlags::empty())];
    let now = Timespec { tv_sec: 0, tv_nsec: 0 };
    rustix::event::poll(&mut polled, Some(&now)).is_ok_and(|_| polled[0].revents().contains(PollFlags::HUP))
}

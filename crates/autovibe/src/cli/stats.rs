//! `autovibe machine stats`.

use std::time::Duration;

use autovibe_proto::hub::v1::{GetMachineStatsRequest, GetMachineStatsResponse};
use clap::Args;

use super::context::Context;
use super::error::CliError;
use super::output::{instant, print_json, print_table, size};

/// Measures Machines.
#[derive(Debug, Args)]
pub(crate) struct StatsArguments {
    /// The Machines.
    #[arg(required = true)]
    machines: Vec<String>,
}

pub(crate) async fn stats(context: &Context, arguments: StatsArguments) -> Result<(), CliError> {
    let mut client = context.connect_telemetry().await?;
    let mut found = Vec::new();
    for machine in arguments.machines {
        found.push(client.get_machine_stats(GetMachineStatsRequest { machine }).await?.into_inner());
    }
    if context.is_json() {
        return print_json(&found);
    }
    let rows: Vec<_> = found.iter().map(row).collect();
    print_table(
        ["NAME", "CPU TIME", "MEMORY", "DISK", "GUEST MEMORY", "GUEST DISK", "LOAD", "CHANGED", "HEARD"],
        &rows,
    );
    Ok(())
}

/// What the node measures, then what the guest says; a dash where nothing is known.
fn row(stats: &GetMachineStatsResponse) -> [String; 9] {
    let dash = || "-".to_owned();
    let node = |show: fn(&autovibe_proto::node::v1::MachineStats) -> String| {
        stats.node.as_ref().map_or_else(dash, show)
    };
    let guest = |show: fn(&autovibe_proto::guest::v1::HeartbeatRequest) -> String| {
        stats.heartbeat.as_ref().map_or_else(dash, show)
    };
    [
        stats.name.clone(),
        node(|node| duration(node.cpu_time_ms)),
        node(|node| size(node.memory_bytes)),
        node(|node| size(node.disk_bytes)),
        guest(|guest| format!("{} of {}", size(guest.memory_used_bytes), size(guest.memory_total_bytes))),
        guest(|guest| format!("{} of {}", size(guest.disk_used_bytes), size(guest.disk_total_bytes))),
        guest(|guest| format!("{:.2}", guest.load)),
        guest(|guest| format!("{} files", guest.git_changed_count)),
        stats.heartbeat_time.as_ref().map_or_else(dash, |time| instant(Some(time))),
    ]
}

fn duration(milliseconds: i64) -> String {
    let time = Duration::from_millis(u64::try_from(milliseconds).unwrap_or(0));
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use autovibe_proto::guest::v1::HeartbeatRequest;
    use autovibe_proto::node::v1::MachineStats;

    use super::*;

    #[test]
    fn what_is_not_known_is_a_dash() {
        let stats = GetMachineStatsResponse { name: "worker".to_owned(), ..Default::default() };
        assert_eq!(row(&stats)[1..], std::array::from_fn::<String, 8, _>(|_| "-".to_owned()));
        let stats = GetMachineStatsResponse {
            node: Some(MachineStats { cpu_time_ms: 1250, memory_bytes: 3 << 20, ..MachineStats::default() }),
            heartbeat: Some(HeartbeatRequest { load: 0.5, git_changed_count: 2, ..Default::default() }),
            ..stats
        };
        let row = row(&stats);
        assert_eq!((row[1].as_str(), row[6].as_str(), row[7].as_str()), ("1.2 s", "0.50", "2 files"));
    }
}

//! What a Machine uses of the host.

use std::time::Duration;

use autovibe_hypervisor::{DriverError, MachineSample};
use autovibe_proto::MachineId;

use super::hypervisor::Hypervisor;

/// Part of the kernel's interface to programs on x86-64: times in `/proc` count hundredths of a second.
const TICK_MS: u64 = 10;

const PAGE_BYTES: u64 = 4096;

impl Hypervisor {
    pub(super) fn sample(&self, id: &MachineId) -> Result<MachineSample, DriverError> {
        let (_, record) = self.machine(id.as_str())?;
        let disk_bytes = record.layers.iter().map(|layer| self.layers.allocated_bytes(layer)).sum();
        let Some(process) = self.life(id.as_str(), record.life).process() else {
            return Ok(MachineSample { cpu_time: Duration::ZERO, memory_bytes: 0, disk_bytes });
        };
        let folder = format!("/proc/{}", process.pid);
        let stat = fs_err::read_to_string(format!("{folder}/stat")).unwrap_or_default();
        let shared = fs_err::read_to_string(format!("{folder}/smaps_rollup")).unwrap_or_default();
        Ok(MachineSample {
            cpu_time: cpu_time(&stat).unwrap_or_default(),
            memory_bytes: proportional_bytes(&shared).unwrap_or_else(|| resident_bytes(process.pid)),
            disk_bytes,
        })
    }
}

/// Memory that a process has in use, shared pages counted fully; 0 when it has ended.
pub(super) fn resident_bytes(pid: i32) -> u64 {
    let pages = fs_err::read_to_string(format!("/proc/{pid}/statm"))
        .ok()
        .and_then(|text| text.split_whitespace().nth(1)?.parse::<u64>().ok());
    pages.unwrap_or(0) * PAGE_BYTES
}

/// Source: proc_pid_stat(5): fields 14 and 15; the name before them may hold spaces and parentheses.
fn cpu_time(stat: &str) -> Option<Duration> {
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let user: u64 = fields.next()?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some(Duration::from_millis((user + system) * TICK_MS))
}

fn proportional_bytes(rollup: &str) -> Option<u64> {
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kibibytes| kibibytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_found_behind_any_name() {
        let stat = "42 (a) b (c) S 1 42 42 0 -1 4194560 10 0 0 0 150 25 0 0 20 0 4 0 99";
        assert_eq!(cpu_time(stat), Some(Duration::from_millis(1750)));
    }

    #[test]
    fn shared_memory_is_counted_by_share() {
        let rollup = "00400000-7fff r--p\nRss:   2000 kB\nPss:    1500 kB\nPss_Anon: 1 kB\n";
        assert_eq!(proportional_bytes(rollup), Some(1_536_000));
    }
}

//! What the figures depend on.

use rustix::system::{sysinfo, uname};
use serde_json::{Map, Value, json};

use super::error::BenchError;
use super::shape::{MEMORY_MIB, Shape};

/// Describes this computer and how the virtual machines are run.
pub(super) fn describe(shape: &Shape, qemu_version: &str) -> Result<Map<String, Value>, BenchError> {
    let processors = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let cpuinfo = fs_err::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let memory = sysinfo();
    let image = shape.manifest()?;
    let facts = json!({
        "processor": processor_name(&cpuinfo),
        "processor_count": processors,
        "memory_mib": (u128::from(memory.totalram) * u128::from(memory.mem_unit)) >> 20,
        "kernel": uname().release().to_string_lossy(),
        "qemu_version": qemu_version,
        "accelerator": shape.accelerator,
        "machine_type": shape.machine_type,
        "cpu_model": shape.cpu_model,
        "guest_processor_count": shape.vcpu_count,
        "guest_memory_mib": MEMORY_MIB,
        "image_digest": image.digest,
        "autovibe_version": env!("CARGO_PKG_VERSION"),
        "is_optimised": !cfg!(debug_assertions),
    });
    match facts {
        Value::Object(facts) => Ok(facts),
        _ => Ok(Map::new()),
    }
}

/// Source: Linux, /proc/cpuinfo.
fn processor_name(cpuinfo: &str) -> &str {
    let line = cpuinfo.lines().find(|line| line.starts_with("model name"));
    line.and_then(|line| line.split_once(':')).map_or("unknown", |(_, name)| name.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_processor_is_named() {
        assert_eq!(processor_name("processor\t: 0\nmodel name\t: Fast One: 2 GHz\n"), "Fast One: 2 GHz");
        assert_eq!(processor_name(""), "unknown");
    }
}

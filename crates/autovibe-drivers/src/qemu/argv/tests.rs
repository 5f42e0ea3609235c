//! Arguments of the three kinds of start, and quoting.

use autovibe_proto::v1::MachineSpec;

use super::*;

fn check(memory: MemoryBacking, incoming: bool, relay: &RelayCommand) -> String {
    let shape = MachineShape {
        spec: MachineSpec { vcpu_count: 2, memory_bytes: 1 << 30, ..MachineSpec::default() },
        image_digest: "ab".to_owned(),
        machine_type: "pc-q35-10.0".to_owned(),
        accelerator: "tcg".to_owned(),
        cpu_model: "Nehalem-v1".to_owned(),
        command_line: command_line("root=/dev/vda rw", "tcg"),
    };
    let argv = render(&Launch {
        name: "mch_1",
        shape: &shape,
        kernel: Path::new("/store/ab/vmlinuz"),
        initrd: Path::new("/store/ab/initrd"),
        disk: Path::new("/node/layers/01.qcow2"),
        disk_node: "layer-01",
        folder: Path::new("/node/machines/mch_1/1"),
        sockets: Path::new("/run/a,b/mch_1/1"),
        console_log: Path::new("/node/machines/mch_1/console.log"),
        relay,
        guest_socket: Path::new("/run/a,b/mch_1/guest.sock"),
        memory,
        incoming,
        generation_id: "00000000-0000-0000-0000-000000000001",
    });
    // One option per line, its value behind it.
    argv.join(" ").replace(" -", "\n-")
}

fn relay() -> RelayCommand {
    RelayCommand { program: PathBuf::from("/bin/autovibe"), arguments: vec!["relay".to_owned()] }
}

#[test]
fn a_cold_boot_has_memory_of_its_own() {
    insta::assert_snapshot!(check(MemoryBacking::Own, false, &relay()));
}

#[test]
fn a_fork_maps_saved_memory_privately_and_waits() {
    let path = PathBuf::from("/node/checkpoints/chk_1/memory");
    let text = check(MemoryBacking::Private { path, offset_bytes: 1 << 20 }, true, &relay());
    assert!(text.contains("\"mem-path\":\"/node/checkpoints/chk_1/memory\",\"offset\":1048576"), "{text}");
    assert!(text.contains("\"readonly\":true,\"rom\":\"off\",\"share\":false"), "{text}");
    assert!(text.ends_with("-S\n-incoming defer"), "{text}");
}

#[test]
fn only_the_backing_of_memory_differs_between_the_kinds() {
    let own = check(MemoryBacking::Own, true, &relay());
    let shared = check(MemoryBacking::Shared(PathBuf::from("/ram")), true, &relay());
    let differing: Vec<_> = own.lines().zip(shared.lines()).filter(|(left, right)| left != right).collect();
    assert_eq!(own.lines().count(), shared.lines().count());
    assert!(matches!(differing[..], [(left, _)] if left.starts_with("-object")), "{differing:?}");
}

#[test]
fn the_relay_is_quoted_for_the_shell_and_then_for_qemu() {
    let relay =
        RelayCommand { program: PathBuf::from("/opt/my tools/relay"), arguments: vec!["it's".to_owned()] };
    let text = check(MemoryBacking::Own, false, &relay);
    assert!(text.contains("-cmd:'/opt/my tools/relay' 'it'\\''s' '/run/a,,b/mch_1/guest.sock'"), "{text}");
}

#[test]
fn the_command_line_of_the_image_is_completed_but_not_overruled() {
    assert_eq!(command_line("quiet", "kvm"), format!("quiet {ADDRESS_PARAMETER}"));
    assert_eq!(command_line("ip=dhcp mitigations=auto", "tcg"), "ip=dhcp mitigations=auto");
    assert!(command_line("ip=dhcp", "tcg").ends_with("mitigations=off"));
}

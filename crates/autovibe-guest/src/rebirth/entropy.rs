//! Feeds the kernel's random pool, so that two copies of one memory do not draw the same numbers.

use std::io::Write as _;

use rustix::ioctl::{NoArg, opcode};

/// Makes the kernel draw a new key from its pool.
///
/// Source: random(4), `RNDRESEEDCRNG`.
const RESEED: rustix::ioctl::Opcode = opcode::none(b'R', 7);

/// Mixes bytes into the pool and has it take effect at once.
pub(super) fn mix_entropy(bytes: &[u8]) -> Result<(), std::io::Error> {
    let mut device = fs_err::OpenOptions::new().write(true).open("/dev/urandom")?;
    device.write_all(bytes)?;
    reseed(&device)
}

#[expect(unsafe_code, reason = "no safe wrapper of this request exists")]
fn reseed(device: &fs_err::File) -> Result<(), std::io::Error> {
    // SAFETY: the request takes no argument and touches no memory of this process.
    let request = unsafe { NoArg::<RESEED>::new() };
    // SAFETY: as above; the opcode belongs to the random device, and any other device answers with an error.
    unsafe { rustix::ioctl::ioctl(device.file(), request) }.map_err(std::io::Error::from)
}

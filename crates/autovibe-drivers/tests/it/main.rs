//! The QEMU driver with real QEMU processes.
//!
//! The guest is a program of a few hundred lines on the kernel of an Image, so that a boot takes two seconds
//! under emulation. Without a built Image the tests say so and do nothing; CI builds one first.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]
#![expect(clippy::print_stdout, reason = "figures and reasons are for the one who reads the test's output")]

mod contract;
mod damage;
mod fork;
mod lab;
mod network;
mod old_program;
mod watch;

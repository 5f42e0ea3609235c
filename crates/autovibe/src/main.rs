//! The `autovibe` binary.

fn main() {}

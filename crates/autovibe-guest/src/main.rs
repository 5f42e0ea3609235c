//! The `autovibe-guest` binary.

fn main() {}

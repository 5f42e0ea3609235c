//! Tests of the pure actor: told stories, and random ones.

mod line;
mod power;
mod random;
mod stories;
mod world;

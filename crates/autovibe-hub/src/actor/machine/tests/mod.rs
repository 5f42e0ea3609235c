//! Tests of the pure actor: told stories, and random ones.

mod random;
mod stories;
mod workspace;
mod world;

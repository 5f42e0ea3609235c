//! Tests of the pure actor: told stories, and random ones.

mod random;
mod still;
mod stories;
mod world;

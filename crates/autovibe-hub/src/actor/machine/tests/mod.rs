//! Tests of the pure actor: told stories, and random ones.

mod budget;
mod line;
mod power;
mod random;
mod still;
mod stories;
mod workspace;
mod world;

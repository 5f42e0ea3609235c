//! Actors: pure decisions, and the activations that run them.

pub mod machine;

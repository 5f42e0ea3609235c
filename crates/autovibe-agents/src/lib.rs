//! Codecs of the coding agents: pure functions over values.

//! Finds out what this computer lacks for a build, an Image and a Machine, and adds it.

mod apt;
mod node;
mod os_release;
mod requirement;
mod run;

pub(crate) use node::npm_tool;
pub(crate) use run::set_up;

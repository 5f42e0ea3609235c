//! Carries Effects out after their Commit, and again after a crash.
//!
//! Effects of one Machine run one at a time and in order on each lane: those for the node, those for the guest,
//! and the removal of the virtual machine, which overtakes. An Effect stays until its result is in the mailbox.

mod courier;
mod guest_effect;
mod lane;
mod node_effect;
mod put_off;
mod scan;
mod trouble;

pub(crate) use courier::run;
pub(crate) use lane::Lane;
pub(crate) use put_off::put_off;
pub(crate) use scan::scan;

//! Taking on who we are: after a boot, and again after a restore or fork, before anything else runs.

mod adoption;
mod clock;
mod entropy;
mod identity;

pub(crate) use adoption::Adoption;

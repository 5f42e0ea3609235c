//! The user's side of a workspace: repositories of this computer, packed for Machines, and work that comes back.
//!
//! Everything is done by the user's own git program. What a Machine sends is hostile until it was looked at:
//! it is unpacked and checked in a repository of its own, which ends with the command.

mod branch;
mod bundle;
mod comparison;
mod error;
mod git;
mod link;
mod merge;
mod origin;
mod outgoing;
mod pack;
mod patch;
mod push;
mod receive;
mod repository;
mod scratch;
mod shell_word;
mod snapshot;
mod terminal_text;
#[cfg(test)]
mod tests;
mod tree_size;

pub use branch::{BranchOptions, BranchOutcome, BranchUpdate, update_branch};
pub use comparison::{Comparison, Contribution};
pub use error::WorkspaceError;
pub use git::{Git, HostGit};
pub use merge::{MergeOutlook, merge_outlook};
pub use origin::Origin;
pub use outgoing::{Outgoing, OutgoingOptions};
pub use pack::{PackOptions, PackedSource, pack};
pub use patch::{PatchSummary, PatchedFile, summarise};
pub use push::push;
pub use receive::{ReceiveLimits, Received, receive};
pub use repository::Repository;
pub use scratch::ScratchFolder;
pub use shell_word::shell_word;
pub use terminal_text::{TerminalText, one_line};

//! What `autovibe.node.v1.NodeService` answers.

mod checkpoint;
mod console;
mod greet;
mod life;
mod request;
mod rpc;
mod stats;
mod watch;

pub(crate) use rpc::Service;

//! The control API: gRPC and REST over the same calls, one file per noun.
//!
//! ```text
//! request ─▶ [router] who calls? ─┬▶ gRPC ─┐
//!                                 └▶ REST ─┴▶ [service] one table of calls ─▶ project, machine, turn, …
//! ```

mod access;
mod authenticator;
mod blob;
mod budget;
mod budget_service;
mod checkpoint;
mod console;
mod control;
mod creation;
mod egress;
mod egress_service;
mod event_stream;
mod fork;
mod locate;
mod machine;
mod mailbox;
mod name;
mod page;
mod placement;
mod problem;
mod project;
mod prompt;
mod rest;
mod router;
mod secret;
mod secret_service;
mod service;
mod status;
mod stream;
mod telemetry;
mod telemetry_service;
mod template;
mod token;
mod turn;
mod wait;
mod watch;
mod workspace;

pub use budget_service::BUDGET_ROUTES;
pub use control::ControlConfig;
pub use egress_service::EGRESS_ROUTES;
pub use rest::REST_FLAGS;
pub use router::control_router;
pub use secret_service::SECRET_ROUTES;
pub use service::REST_ROUTES;
pub use telemetry_service::TELEMETRY_ROUTES;
pub use template::ensure_templates;
pub use token::ensure_admin_token;

pub(crate) use authenticator::bearer_secret;
pub(crate) use blob::{blob_path, store_blob};
pub(crate) use creation::{WantedName, accept_machine};
pub(crate) use locate::find_machine;
pub(crate) use machine::{checked_request_id, machine_id};
pub(crate) use name::{check_name, quoted};
pub(crate) use placement::{check_coding_agent, choose_node, find_image};
pub(crate) use problem::{problem, problem_with_status};
pub(crate) use prompt::post_prompt;
pub(crate) use rest::is_json;
pub(crate) use template::{find_template, sized};
pub(crate) use turn::await_turn;

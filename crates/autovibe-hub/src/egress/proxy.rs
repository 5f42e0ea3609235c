//! The way out of all Machines: places, rules, addresses and records that its connections share.

use std::sync::Arc;
use std::time::Duration;

use tokio::io::AsyncWriteExt as _;
use tokio_util::sync::CancellationToken;

use super::activity::{Activity, Watched};
use super::audit::Audit;
use super::config::EgressConfig;
use super::denied::EgressDenied;
use super::interception::ByteStream;
use super::resolver::Resolver;
use super::rules::Rules;
use super::session::Session;
use crate::gateway::Slots;
use crate::guest::Allowance;
use crate::hub::Hub;

/// A connection that carries nothing for this long is closed; longer than any tool waits for a slow server.
const IDLE_MAX: Duration = Duration::from_secs(600);
/// For the last words of a connection that is refused at once.
const FAREWELL_TIME_MAX: Duration = Duration::from_secs(5);

/// The way out.
pub struct Egress {
    pub(super) hub: Arc<Hub>,
    pub(super) config: EgressConfig,
    pub(super) rules: Arc<Rules>,
    pub(super) resolver: Resolver,
    pub(super) audit: Audit,
    slots: Arc<Slots>,
}

impl std::fmt::Debug for Egress {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Egress").field("config", &self.config).finish_non_exhaustive()
    }
}

/// Whose connection it is, as the guest channel has authenticated it.
#[derive(Debug, Clone)]
pub(crate) struct EgressCaller {
    /// The Machine.
    pub(crate) machine_id: String,
    /// Its Project.
    pub(crate) project_id: String,
    /// What the Machine may do.
    pub(crate) allowance: Arc<Allowance>,
    /// Cancelled when the Machine's connection has gone, or the other end of this one.
    pub(crate) closing: CancellationToken,
}

impl Egress {
    /// Starts a way out; its tasks are the Hub's.
    #[must_use]
    pub fn start(hub: &Arc<Hub>, config: EgressConfig) -> Arc<Egress> {
        let (audit, writing) = Audit::new(hub.database().clone());
        let (rules, keeping) = Rules::new(hub.database().clone(), hub.changes());
        hub.tasks().spawn("egress records", writing);
        hub.tasks().spawn("egress rules", keeping);
        Arc::new(Egress {
            hub: Arc::clone(hub),
            rules,
            audit,
            resolver: Resolver::new(config.test_resolve.clone()),
            slots: Slots::new(config.connections_max, config.connections_per_machine_max),
            config,
        })
    }

    /// Serves one connection of a Machine until it ends; `activity` tells afterwards whether in order.
    pub(crate) async fn serve(
        self: Arc<Self>,
        caller: EgressCaller,
        client: impl ByteStream + 'static,
        activity: Activity,
    ) {
        let client = Watched::new(client, &activity);
        let place = self.slots.take(&caller.machine_id);
        let (Some(_place), Ok(())) = (place, caller.allowance.egress.take()) else {
            // Not recorded: a flood would become a flood of records.
            return farewell(client, &EgressDenied::TooMany).await;
        };
        let closing = caller.closing.clone();
        let session = Arc::new(Session::new(self, caller));
        tokio::select! {
            () = closing.cancelled() => {}
            () = activity.idle(IDLE_MAX) => {}
            () = session.rule_gone() => {}
            ended = Box::pin(Arc::clone(&session).run(client)) => {
                if let Err(error) = ended {
                    tracing::debug!(%error, "a way out broke");
                }
            }
        }
    }
}

async fn farewell(mut client: impl ByteStream, denied: &EgressDenied) {
    let answer = denied.answer("");
    let saying = async {
        client.write_all(&answer).await?;
        client.shutdown().await
    };
    // A program that does not listen misses it.
    let _: Result<std::io::Result<()>, _> = tokio::time::timeout(FAREWELL_TIME_MAX, saying).await;
}

//! The Hub: puts its parts together, starts and ends their tasks, and is what the APIs call.

use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::db::v1::{CommitResponse, ReleaseLeasesRequest};
use autovibe_proto::v1::Message;
use autovibe_proto::{ErrorKind, Failure, HubId, MachineId};
use object_store::ObjectStore;
use tokio::sync::RwLock;
use tonic::transport::Channel;

use crate::actor;
use crate::budget::{self, Budgets};
use crate::changes::Changes;
use crate::database::{CommitBuilder, Database};
use crate::dispatcher::{self, Lane};
use crate::error::HubError;
use crate::guest_link::GuestLink;
use crate::guest_secret::GuestSecrets;
use crate::lease::{self, LeaseMode, Leases};
use crate::mailbox::{Mailboxes, NewMessage};
use crate::node::{NodeLink, Nodes};
use crate::reconciler;
use crate::router;
use crate::secret::SecretVault;
use crate::task_set::TaskSet;
use crate::wakeups::Wakeups;

/// Tries to get the first Leases: the database service may still be starting.
const ACQUIRE_TRIES: u32 = 20;
const ACQUIRE_PAUSE: Duration = Duration::from_millis(250);
/// After this the tasks are left to the end of the process.
const SHUT_DOWN_LIMIT: Duration = Duration::from_secs(5);

/// What a Hub is made of.
#[derive(Debug)]
pub struct HubConfig {
    /// Identifier of this process, new at each start.
    pub hub_id: HubId,
    /// Name.
    pub name: String,
    /// Where the control API listens.
    pub address: String,
    /// Channel to the database service.
    pub database: Channel,
    /// The nodes.
    pub nodes: Vec<NodeLink>,
    /// The secrets of guests.
    pub guest_secrets: GuestSecrets,
    /// The guests' connections.
    pub guest_link: Arc<dyn GuestLink>,
    /// The cluster's CA certificate that guests pin, DER.
    pub ca_certificate: Vec<u8>,
    /// Name in the certificate that guests are shown.
    pub hub_name: String,
    /// Where guests dial, as "10.0.2.100:8443".
    pub guest_hub_address: String,
    /// How Leases are held.
    pub lease: LeaseMode,
    /// Where Blobs lie.
    pub blobs: Arc<dyn ObjectStore>,
    /// Seals and opens the values of Secrets.
    pub secrets: Arc<SecretVault>,
    /// Certificates in PEM of further authorities that Machines are to trust; may be empty.
    pub guest_authorities: String,
    /// A Blob that nothing names is kept for so long; less than two hours count as two.
    pub blob_grace: Duration,
}

/// A process that supervises Machines.
#[derive(Debug)]
pub struct Hub {
    pub(crate) config: HubConfig,
    database: Database,
    changes: Changes,
    leases: Leases,
    mailboxes: Mailboxes,
    budgets: Budgets,
    nodes: Nodes,
    actors: Arc<Wakeups<MachineId>>,
    couriers: Arc<Wakeups<(MachineId, Lane)>>,
    tasks: TaskSet,
    blob_gate: RwLock<()>,
}

impl Hub {
    /// Takes the Leases, then starts every background task.
    ///
    /// # Errors
    /// [`HubError::Leases`] when the database service does not answer or refuses.
    pub async fn start(config: HubConfig) -> Result<Arc<Hub>, HubError> {
        let database = Database::new(config.database.clone());
        let changes = Changes::new();
        let hub = Arc::new(Hub {
            mailboxes: Mailboxes::new(database.clone(), changes.clone()),
            leases: Leases::new(config.hub_id.to_string()),
            nodes: Nodes::default(),
            budgets: Budgets::default(),
            actors: Arc::default(),
            couriers: Arc::default(),
            tasks: TaskSet::default(),
            blob_gate: RwLock::default(),
            database,
            changes,
            config,
        });
        hub.take_leases().await?;
        hub.spawn_tasks();
        Ok(hub)
    }

    /// Ends the background tasks and gives the Leases back; Machines keep running.
    pub async fn shutdown(&self) {
        self.tasks.shut_down(SHUT_DOWN_LIMIT).await;
        // What was spent in the last moment; a request in flight ends with its guest's connection.
        if let Ok(Err(failure)) = tokio::time::timeout(SHUT_DOWN_LIMIT, budget::write_all(self)).await {
            tracing::warn!(error = %failure, "what was spent last could not be stored");
        }
        reconciler::remove_hub_row(self).await;
        let tokens = self.leases.every();
        self.leases.clear();
        let mut service = self.database.service();
        let release = service.release_leases(ReleaseLeasesRequest { tokens });
        if !matches!(tokio::time::timeout(Duration::from_secs(2), release).await, Ok(Ok(_))) {
            tracing::warn!("the leases were not given back; they end by themselves or with the next start");
        }
    }

    /// Identifier of this process.
    #[must_use]
    pub fn id(&self) -> &HubId {
        &self.config.hub_id
    }

    /// What the Hub was made of.
    #[must_use]
    pub fn config(&self) -> &HubConfig {
        &self.config
    }

    /// The database service.
    #[must_use]
    pub fn database(&self) -> &Database {
        &self.database
    }

    /// What this Hub's Commits change.
    #[must_use]
    pub fn changes(&self) -> &Changes {
        &self.changes
    }

    /// The Leases.
    #[must_use]
    pub fn leases(&self) -> &Leases {
        &self.leases
    }

    /// What was spent, and what may be.
    pub(crate) fn budgets(&self) -> &Budgets {
        &self.budgets
    }

    /// The nodes.
    #[must_use]
    pub fn nodes(&self) -> &Nodes {
        &self.nodes
    }

    /// The secrets of guests.
    #[must_use]
    pub fn guest_secrets(&self) -> &GuestSecrets {
        &self.config.guest_secrets
    }

    /// The guests' connections.
    #[must_use]
    pub fn guest_link(&self) -> &Arc<dyn GuestLink> {
        &self.config.guest_link
    }

    /// Where Blobs lie.
    #[must_use]
    pub fn blobs(&self) -> &Arc<dyn ObjectStore> {
        &self.config.blobs
    }

    /// Seals and opens the values of Secrets.
    #[must_use]
    pub fn secrets(&self) -> &Arc<SecretVault> {
        &self.config.secrets
    }

    /// Held shared while a Blob is stored, alone while one is removed.
    pub(crate) fn blob_gate(&self) -> &RwLock<()> {
        &self.blob_gate
    }

    /// Accepts a Message; see [`Mailboxes::post`].
    ///
    /// # Errors
    /// As [`Mailboxes::post`].
    pub async fn post(&self, new: NewMessage) -> Result<Message, Failure> {
        self.mailboxes.post(new).await
    }

    /// Applies a Commit and tells those who wait; actors of inserted MailboxEntries wake up.
    ///
    /// # Errors
    /// As [`Database::commit`].
    pub async fn commit(&self, commit: CommitBuilder) -> Result<CommitResponse, Failure> {
        let changes = commit.changes().to_vec();
        let response = self.database.commit(commit).await?;
        changes.into_iter().for_each(|change| self.changes.publish(change));
        Ok(response)
    }

    /// Number of Machines whose actor is in memory now.
    #[must_use]
    pub fn active_count(&self) -> usize {
        self.actors.len()
    }

    /// The actors in memory.
    pub(crate) fn actors(&self) -> &Arc<Wakeups<MachineId>> {
        &self.actors
    }

    /// Those who carry Effects out now.
    pub(crate) fn couriers(&self) -> &Arc<Wakeups<(MachineId, Lane)>> {
        &self.couriers
    }

    /// The background tasks.
    pub(crate) fn tasks(&self) -> &TaskSet {
        &self.tasks
    }

    async fn take_leases(&self) -> Result<(), HubError> {
        let mut tries = 0;
        loop {
            match lease::acquire(&self.database, &self.leases, &self.config.lease).await {
                Ok(()) => return Ok(()),
                Err(failure) if failure.kind == ErrorKind::Unavailable && tries < ACQUIRE_TRIES => tries += 1,
                Err(failure) => return Err(HubError::Leases(failure)),
            }
            tokio::time::sleep(ACQUIRE_PAUSE).await;
        }
    }

    fn spawn_tasks(self: &Arc<Hub>) {
        let hub = Arc::clone(self);
        self.tasks.spawn("lease keeper", async move {
            lease::keep(hub.database.clone(), &hub.leases, hub.config.lease.clone()).await;
        });
        // Subscribed before the scans read, so nothing falls between them.
        let changes = self.changes.subscribe();
        self.tasks.spawn("wake-up router", router::route(Arc::clone(self), changes));
        self.tasks.spawn("mailbox scan", actor::scan(Arc::clone(self)));
        self.tasks.spawn("effect scan", dispatcher::scan(Arc::clone(self)));
        self.tasks.spawn("spend writer", budget::write(Arc::clone(self)));
        self.tasks.spawn("working time", budget::keep(Arc::clone(self), self.changes.subscribe()));
        self.tasks.spawn("blob sweep", reconciler::sweep_blobs(Arc::clone(self)));
        self.tasks.spawn("hub row", reconciler::keep_hub_row(Arc::clone(self)));
        for link in self.config.nodes.clone() {
            self.tasks.spawn("node follower", reconciler::follow(Arc::clone(self), link));
        }
    }
}

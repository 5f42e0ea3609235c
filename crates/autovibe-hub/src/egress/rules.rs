//! Reads the rules of Projects, and tells open connections when they change.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use autovibe_proto::Failure;
use autovibe_proto::v1::EgressRule;
use tokio::sync::{broadcast, watch};

use super::rule_set::RuleSet;
use crate::api::quoted;
use crate::changes::{Change, Changes};
use crate::database::{Database, Entity as _};

/// Rules of one Project.
pub(crate) const RULE_COUNT_MAX: usize = 1000;
/// How soon a change is seen that another process made; with what it takes to read, a connection is cut in time.
const LOOK_INTERVAL: Duration = Duration::from_secs(1);

/// The rules of the Projects whose Machines have connections open.
#[derive(Debug)]
pub(super) struct Rules {
    database: Database,
    /// Only those that somebody listens to.
    open: Mutex<HashMap<String, watch::Sender<RuleSet>>>,
}

impl Rules {
    /// Rules without listeners, and what keeps them fresh; the keeper ends when they are dropped.
    pub(super) fn new(
        database: Database,
        changes: &Changes,
    ) -> (Arc<Rules>, impl Future<Output = ()> + Send + 'static) {
        let rules = Arc::new(Rules { database, open: Mutex::default() });
        let keeping = keep(Arc::downgrade(&rules), changes.subscribe());
        (rules, keeping)
    }

    /// Listens to the changes of a Project's rules.
    pub(super) fn subscribe(&self, project_id: &str) -> watch::Receiver<RuleSet> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let sender =
            open.entry(project_id.to_owned()).or_insert_with(|| watch::Sender::new(RuleSet::default()));
        sender.subscribe()
    }

    /// Reads the rules of a Project as they are now; listeners hear of what is new.
    pub(super) async fn read(&self, project_id: &str) -> Result<RuleSet, Failure> {
        let filter = format!("project_id = {}", quoted(project_id));
        let rules = self.database.list_all::<EgressRule>(&filter, "id", RULE_COUNT_MAX).await?;
        let set = RuleSet::new(&rules);
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(sender) = open.get(project_id) {
            sender.send_if_modified(|known| {
                let is_new = *known != set;
                if is_new {
                    known.clone_from(&set);
                }
                is_new
            });
        }
        Ok(set)
    }

    /// Projects that somebody listens to; the others are forgotten.
    fn listened(&self) -> Vec<String> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|_, sender| sender.receiver_count() > 0);
        open.keys().cloned().collect()
    }
}

async fn keep(rules: Weak<Rules>, mut changes: broadcast::Receiver<Change>) {
    loop {
        // A change that falls into the reading is read by the next turn.
        tokio::select! {
            () = tokio::time::sleep(LOOK_INTERVAL) => {}
            () = rule_changed(&mut changes) => {}
        }
        let Some(rules) = rules.upgrade() else { return };
        for project_id in rules.listened() {
            if let Err(failure) = rules.read(&project_id).await {
                tracing::warn!(project.id = project_id, %failure, "read egress rules");
            }
        }
    }
}

async fn rule_changed(changes: &mut broadcast::Receiver<Change>) {
    loop {
        match changes.recv().await {
            Ok(change) if change.entity == EgressRule::NAME => return,
            Ok(_) => {}
            Err(broadcast::error::RecvError::Lagged(_)) => return,
            Err(broadcast::error::RecvError::Closed) => std::future::pending::<()>().await,
        }
    }
}

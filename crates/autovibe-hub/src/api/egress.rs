//! What the Machines of a Project may reach, and the record of what was decided.

use autovibe_proto::hub::v1::{
    AllowEgressRequest, AllowEgressResponse, DenyEgressRequest, DenyEgressResponse, EgressPreset,
    ListAuditRequest, ListAuditResponse, ListEgressRequest, ListEgressResponse,
};
use autovibe_proto::v1::{AuditRecord, EgressRule};
use autovibe_proto::{AuditRecordId, ErrorKind, Failure};

use super::access::{Access, Caller};
use super::control::ControlApi;
use super::locate::find_project;
use super::name::quoted;
use super::page::page;
use crate::database::CommitBuilder;
use crate::egress::{PRESETS, RULE_COUNT_MAX, Target};

/// Targets of one call.
const TARGET_COUNT_MAX: usize = 100;

impl ControlApi {
    pub(super) async fn allow_egress(
        &self,
        caller: &Caller,
        request: AllowEgressRequest,
    ) -> Result<AllowEgressResponse, Failure> {
        let project = find_project(self.database(), &request.project).await?;
        caller.check(Access::Change, &project.id)?;
        let targets = targets(&request.targets)?;
        let mut rules: Vec<EgressRule> =
            targets.iter().flat_map(|target| target.rules(&project.id)).collect();
        rules.sort_by(|one, other| one.id.cmp(&other.id));
        rules.dedup_by(|one, other| one.id == other.id);
        let present = self.egress_rules(&project.id).await?;
        let is_new = |rule: &&EgressRule| !present.iter().any(|known| known.id == rule.id);
        let new: Vec<&EgressRule> = rules.iter().filter(is_new).collect();
        if present.len() + new.len() > RULE_COUNT_MAX {
            let text = format!("a project has at most {RULE_COUNT_MAX} egress rules; take some away first");
            return Err(Failure::new(ErrorKind::LimitExceeded, "LIMIT_EXCEEDED", text));
        }
        let commit = new.iter().fold(CommitBuilder::new(), |commit, rule| commit.insert_if_absent(*rule));
        if !commit.is_empty() {
            self.hub().commit(commit).await?;
            self.record_rules(caller, "egress.allow", &new).await;
        }
        let mut stored = self.egress_rules(&project.id).await?;
        stored.retain(|known| rules.iter().any(|rule| rule.id == known.id));
        Ok(AllowEgressResponse { rules: stored })
    }

    pub(super) async fn deny_egress(
        &self,
        caller: &Caller,
        request: DenyEgressRequest,
    ) -> Result<DenyEgressResponse, Failure> {
        let project = find_project(self.database(), &request.project).await?;
        caller.check(Access::Change, &project.id)?;
        let targets = targets(&request.targets)?;
        let present = self.egress_rules(&project.id).await?;
        for (target, text) in targets.iter().zip(&request.targets) {
            // Silence would let a person believe that it is denied now, while a preset or "*.name" allows it.
            if !present.iter().any(|rule| target.covers(rule)) {
                return Err(Failure::not_found(format!(
                    "project {} has no egress rule {text:?}; its rules: autovibe egress list --project {}",
                    project.name, project.name
                ))
                .with("project_id", project.id.clone()));
            }
        }
        let gone: Vec<EgressRule> =
            present.into_iter().filter(|rule| targets.iter().any(|target| target.covers(rule))).collect();
        let commit =
            gone.iter().fold(CommitBuilder::new(), |commit, rule| commit.delete::<EgressRule>(&rule.id, ""));
        self.hub().commit(commit).await?;
        self.record_rules(caller, "egress.deny", &gone.iter().collect::<Vec<_>>()).await;
        Ok(DenyEgressResponse { rules: gone })
    }

    pub(super) async fn list_egress(
        &self,
        caller: &Caller,
        request: ListEgressRequest,
    ) -> Result<ListEgressResponse, Failure> {
        let project = find_project(self.database(), &request.project).await?;
        caller.check(Access::View, &project.id)?;
        let presets = PRESETS.iter().map(|preset| EgressPreset {
            name: preset.name.to_owned(),
            hosts: preset.hosts.iter().map(|host| (*host).to_owned()).collect(),
        });
        Ok(ListEgressResponse { rules: self.egress_rules(&project.id).await?, presets: presets.collect() })
    }

    pub(super) async fn list_audit(
        &self,
        caller: &Caller,
        request: ListAuditRequest,
    ) -> Result<ListAuditResponse, Failure> {
        let project = find_project(self.database(), &request.project).await?;
        caller.check(Access::View, &project.id)?;
        let page = page(request.page_size, &request.page_token)?;
        let filter = format!("project_id = {}", quoted(&project.id));
        // The ids of records grow with time.
        let listed = self.database().list::<AuditRecord>(&filter, "id desc", page).await?;
        Ok(ListAuditResponse { records: listed.rows, next_page_token: listed.next_page_token })
    }

    async fn egress_rules(&self, project_id: &str) -> Result<Vec<EgressRule>, Failure> {
        let filter = format!("project_id = {}", quoted(project_id));
        self.database().list_all::<EgressRule>(&filter, "preset, host, port", RULE_COUNT_MAX).await
    }

    /// Takes down who changed the rules; the change holds even if this fails.
    async fn record_rules(&self, caller: &Caller, action: &str, rules: &[&EgressRule]) {
        let commit = rules.iter().fold(CommitBuilder::new(), |commit, rule| {
            let subject = match (rule.preset.as_str(), rule.port) {
                ("", 0) => format!("{}:*", rule.host),
                ("", port) => format!("{}:{port}", rule.host),
                (preset, _) => preset.to_owned(),
            };
            commit.insert(&AuditRecord {
                id: AuditRecordId::generate().into_string(),
                project_id: rule.project_id.clone(),
                actor: caller.sender(),
                action: action.to_owned(),
                subject_id: subject,
                allowed: true,
                reason: String::new(),
                ..AuditRecord::default()
            })
        });
        if let Err(failure) = self.database().commit(commit).await {
            tracing::error!(%failure, action, "a change of egress rules was not recorded");
        }
    }
}

fn targets(texts: &[String]) -> Result<Vec<Target>, Failure> {
    if texts.is_empty() || texts.len() > TARGET_COUNT_MAX {
        let text = format!("name 1 to {TARGET_COUNT_MAX} hosts or presets");
        return Err(Failure::invalid(text).with("field", "targets"));
    }
    texts.iter().map(|text| Target::parse(text)).collect()
}

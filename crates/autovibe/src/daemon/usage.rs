//! Keeps what model requests used as TelemetrySamples, off the path of the requests.

use autovibe_hub::database::{CommitBuilder, Database};
use autovibe_hub::gateway::{ModelCaller, Usage, UsageSink};
use autovibe_proto::TelemetrySampleId;
use autovibe_proto::v1::TelemetrySample;
use tokio::sync::mpsc;
use tracing::warn;

/// Records that may wait for the database; a Machine makes a few in a second.
const BACKLOG: usize = 1024;

/// Records that are written at once.
const BATCH: usize = 64;

/// Takes down usage without holding up the request.
#[derive(Debug)]
pub(super) struct UsageRecorder {
    records: mpsc::Sender<(ModelCaller, Usage)>,
}

impl UsageRecorder {
    /// Makes a recorder and what it will write with.
    pub(super) fn new() -> (UsageRecorder, mpsc::Receiver<(ModelCaller, Usage)>) {
        let (records, queue) = mpsc::channel(BACKLOG);
        (UsageRecorder { records }, queue)
    }
}

impl UsageSink for UsageRecorder {
    fn record(&self, caller: &ModelCaller, usage: Usage) {
        if self.records.try_send((caller.clone(), usage)).is_err() {
            warn!(machine.id = %caller.machine_id, "a usage record was dropped: the database does not keep up");
        }
    }
}

/// Writes records until every recorder is gone.
pub(super) async fn write_usage(mut queue: mpsc::Receiver<(ModelCaller, Usage)>, database: Database) {
    let mut batch = Vec::with_capacity(BATCH);
    while queue.recv_many(&mut batch, BATCH).await > 0 {
        let commit = batch
            .drain(..)
            .flat_map(|(caller, usage)| samples(&caller, &usage))
            .fold(CommitBuilder::new(), |commit, sample| commit.insert(&sample));
        if let Err(failure) = database.commit(commit).await {
            warn!(%failure, "usage records were not stored");
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "token counts stay far below 2^53")]
fn samples(caller: &ModelCaller, usage: &Usage) -> [TelemetrySample; 3] {
    [
        (
            "model_input_tokens",
            usage.input_tokens + usage.cache_read_tokens + usage.cache_write_tokens,
            "tokens",
        ),
        ("model_output_tokens", usage.output_tokens, "tokens"),
        ("model_cost", usage.cost_micros, "microdollars"),
    ]
    .map(|(metric, value, unit)| TelemetrySample {
        id: TelemetrySampleId::generate().into_string(),
        project_id: caller.project_id.clone(),
        subject_id: caller.machine_id.clone(),
        metric: metric.to_owned(),
        value: value as f64,
        unit: unit.to_owned(),
        sample_time: Some(now()),
        create_time: None,
    })
}

fn now() -> pbjson_types::Timestamp {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    autovibe_proto::timestamp_from_micros(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
}

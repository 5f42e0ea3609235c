//! The Anthropic provider with the real Claude Code in a real Machine, against a stand-in of the real service.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Result, ensure};
use autovibe_hub::gateway::{Gateway, GatewayConfig, ModelCaller, Usage, UsageSink};
use autovibe_proto::v1::TurnOutcome;
use autovibe_testkit::{Layout, System};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;

/// A key that exists nowhere else.
const KEY: &str = "sk-ant-canary-8b20d9f41c66";

/// A service that answers like the real one, to the right key only.
struct StandIn {
    model: Gateway,
    answered: AtomicUsize,
    refused: Mutex<Vec<String>>,
}

/// What was used is the business of the Hub under test.
struct Uncounted;

impl UsageSink for Uncounted {
    fn record(&self, _caller: &ModelCaller, _usage: Usage) {}
}

#[tokio::test(flavor = "multi_thread")]
async fn a_turn_goes_through_the_provider_with_the_hubs_key() -> Result<()> {
    let (stand_in, address) = serve().await?;
    let system = System::start_with(
        Layout::OneProcess,
        &["--provider", "anthropic", "--anthropic-url", &address],
        &[("ANTHROPIC_API_KEY", KEY)],
    )?;
    let fleet = system.fleet().await?;
    let machine = fleet.machine("worker").await?.id;
    let turn = fleet
        .run(&machine, "script: write note.txt <<< by way of the provider\nscript: run cat note.txt\nscript: say it says: {last_result}")
        .await?;
    let result = turn.result.unwrap_or_default();
    ensure!(result.outcome() == TurnOutcome::Ok, "{result:?}");
    ensure!(result.text.contains("it says: by way of the provider"), "{result:?}");
    ensure!(result.usage.is_some_and(|usage| usage.output_tokens > 0), "{result:?}");
    // Two tool calls take three requests at least.
    let answered = stand_in.answered.load(Ordering::SeqCst);
    ensure!(answered >= 3, "{answered} requests reached the provider");
    let refused = stand_in.refused.lock().unwrap().clone();
    ensure!(refused.is_empty(), "requests without the hub's key: {refused:?}");

    let failed = fleet.run(&machine, "script: error 529 overloaded").await?.result.unwrap_or_default();
    ensure!(failed.outcome() == TurnOutcome::ApiError && failed.http_status == 529, "{failed:?}");
    let logs = system.logs();
    ensure!(!logs.contains(KEY), "the key is in a log");
    Ok(())
}

async fn serve() -> Result<(Arc<StandIn>, String)> {
    let stand_in = Arc::new(StandIn {
        model: Gateway::new(GatewayConfig::scripted(), Arc::new(Uncounted))?,
        answered: AtomicUsize::new(0),
        refused: Mutex::new(Vec::new()),
    });
    let router = Router::new().fallback(answer).with_state(Arc::clone(&stand_in));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = format!("http://{}", listener.local_addr()?);
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok((stand_in, address))
}

async fn answer(State(stand_in): State<Arc<StandIn>>, request: Request) -> Response {
    let keys: Vec<String> = ["x-api-key", "authorization"]
        .iter()
        .filter_map(|name| request.headers().get(*name)?.to_str().ok().map(str::to_owned))
        .collect();
    if keys != [KEY] {
        stand_in
            .refused
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(format!("{} with {keys:?}", request.uri().path()));
        let body =
            r#"{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}"#;
        let mut refusal = Response::new(Body::from(body));
        *refusal.status_mut() = StatusCode::UNAUTHORIZED;
        return refusal;
    }
    stand_in.answered.fetch_add(1, Ordering::SeqCst);
    let caller = ModelCaller { machine_id: "stand-in".to_owned(), project_id: String::new(), incarnation: 1 };
    stand_in.model.handle(caller, request).await.map(Body::new)
}

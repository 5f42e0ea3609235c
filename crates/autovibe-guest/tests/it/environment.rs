//! Placeholders and the trusted authority in the programs that the guest starts.

use autovibe_proto::guest::v1::ExecOpen;
use autovibe_proto::guest::v1::stream_open::Kind;

use crate::fake_hub::FakeHub;
use crate::guest_process::{GuestProcess, prompt};

const PEM: &str = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";

async fn printed(hub: &FakeHub, own: &str) -> Vec<String> {
    let environment = vec![own.to_owned()];
    let open = ExecOpen { command: vec!["env".into()], environment, ..ExecOpen::default() };
    let all = hub.open_stream(Kind::Exec(open)).await.collect().await;
    String::from_utf8(all.output).unwrap().lines().map(str::to_owned).collect()
}

fn has(lines: &[String], line: &str) -> bool {
    lines.iter().any(|found| found == line)
}

#[tokio::test]
async fn programs_know_placeholders_and_whom_to_trust() {
    let hub = FakeHub::start().await;
    hub.with(|seen| {
        seen.environment = [("API_TOKEN", "avp_one"), ("PATH", "/evil"), ("NOT A NAME", "x")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into();
        seen.egress_ca_pem = PEM.to_owned();
    });
    let guest = GuestProcess::start(&hub);
    let lines = printed(&hub, "OWN=1").await;
    assert!(has(&lines, "API_TOKEN=avp_one") && has(&lines, "OWN=1"), "{lines:?}");
    assert!(!lines.iter().any(|line| line == "PATH=/evil" || line.starts_with("NOT")), "{lines:?}");
    let place = |path: &str| guest.place(path).display().to_string();
    let certificate = place("usr/local/share/ca-certificates/autovibe-egress.crt");
    let bundle = place("etc/ssl/certs/ca-certificates.crt");
    assert!(has(&lines, &format!("NODE_EXTRA_CA_CERTS={certificate}")), "{lines:?}");
    for name in [
        "SSL_CERT_FILE",
        "REQUESTS_CA_BUNDLE",
        "PIP_CERT",
        "CARGO_HTTP_CAINFO",
        "GIT_SSL_CAINFO",
        "CURL_CA_BUNDLE",
    ] {
        assert!(has(&lines, &format!("{name}={bundle}")), "{name} {lines:?}");
    }
    assert_eq!(fs_err::read_to_string(&certificate).unwrap(), PEM);
    assert_eq!(fs_err::read_to_string(&bundle).unwrap(), PEM);
    assert!(has(&printed(&hub, "API_TOKEN=mine").await, "API_TOKEN=mine"), "a caller's own comes first");

    let effect_id = hub.send(prompt("trn_1", "hello")).await;
    assert_eq!(hub.answer(&effect_id).await.outcome.unwrap().failure, None);
    hub.wait_for("turn result", |seen| seen.results.first().cloned()).await;
    let agent = fs_err::read_to_string(guest.place("home/agent/environment")).unwrap();
    let agent: Vec<String> = agent.lines().map(str::to_owned).collect();
    assert!(has(&agent, "API_TOKEN=avp_one") && has(&agent, &format!("SSL_CERT_FILE={bundle}")), "{agent:?}");
    assert!(
        agent.iter().any(|line| line.starts_with("ANTHROPIC_")) && !has(&agent, "PATH=/evil"),
        "{agent:?}"
    );
}

#[tokio::test]
async fn a_new_secret_is_in_programs_started_afterwards() {
    let hub = FakeHub::start().await;
    let _guest = GuestProcess::start(&hub);
    let is_known = async || printed(&hub, "X=1").await.iter().any(|line| line.starts_with("LATER="));
    assert!(!is_known().await);
    hub.with(|seen| {
        seen.environment.insert("LATER".to_owned(), "avp_later".to_owned());
        seen.heartbeats.clear();
    });
    // The second of these is sent after the first was answered with the new Secret.
    hub.wait_for("two heartbeats", |seen| (seen.heartbeats.len() > 1).then_some(())).await;
    assert!(is_known().await);
    // As after a restore: another life of the Machine gets the same placeholder.
    hub.with(|seen| seen.incarnation = 2);
    hub.drop_connections();
    hub.wait_for("greeting again", |seen| (seen.hellos.len() > 1).then_some(())).await;
    assert!(has(&printed(&hub, "X=1").await, "LATER=avp_later"));
}

//! The way out over a guest's real connection: what gets through, what is refused, and that both are on record.

use std::sync::Arc;
use std::time::Duration;

use autovibe_hub::egress::{ByteStream, EgressConfig, Interception};
use axum::body::Body;
use bytes::Bytes;
use http_body_util::BodyExt as _;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::egress_way::{LIMIT, Way, greeting, read_all};

#[tokio::test]
async fn nothing_is_allowed_until_a_rule_says_so_and_then_at_once() {
    let mut way = Way::start().await;
    let request = "GET http://up.example/a?b HTTP/1.1\r\nHost: up.example\r\nProxy-Authorization: Basic eDp5\r\n\
                   Connection: close, X-Mine\r\nX-Mine: 1\r\nAccept: */*\r\n\r\n";
    let refused = way.ask(request).await;
    assert!(refused.starts_with("HTTP/1.1 403 "), "{refused}");
    assert!(refused.contains("autovibe egress allow up.example --project shop"), "{refused}");
    let denied =
        ("up.example:80".to_owned(), false, "EGRESS_DENIED: no rule allows up.example:80".to_owned());
    assert_eq!(way.last_record(1).await, denied);
    way.change("allow", "up.example").await;
    let answer = way.ask(request).await;
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    let (head, seen) = answer.split_once("\r\n\r\n").unwrap();
    assert!(!head.contains("x-hop"), "what is for one hop stays there: {head}");
    assert!(seen.starts_with("GET /a?b HTTP/1.1\r\n"), "{seen}");
    let seen = seen.to_lowercase();
    assert!(seen.contains("host: up.example\r\n") && seen.contains("accept: */*"), "{seen}");
    assert!(!seen.contains("proxy-") && !seen.contains("x-mine"), "{seen}");
    let allowed = ("up.example:80".to_owned(), true, "rule up.example:80".to_owned());
    assert_eq!(way.last_record(2).await, allowed);
    way.change("deny", "up.example").await;
    assert!(way.ask(request).await.starts_with("HTTP/1.1 403 "));
}

#[tokio::test]
async fn each_request_of_a_connection_is_checked_anew() {
    let mut way = Way::start().await;
    way.change("allow", "up.example").await;
    let mut stream = way.open().await;
    let request = |host: &str| format!("GET http://{host}/ HTTP/1.1\r\nHost: {host}\r\n\r\n");
    for _ in 0..2 {
        stream.write_all(request("up.example").as_bytes()).await.unwrap();
        let mut answer = vec![0; 15];
        stream.read_exact(&mut answer).await.unwrap();
        assert_eq!(answer, b"HTTP/1.1 200 OK");
        // The rest of the answer ends with what the server saw.
        let mut seen = Vec::new();
        while !seen.ends_with(b"host: up.example\r\n\r\n") {
            seen.push(tokio::time::timeout(LIMIT, stream.read_u8()).await.unwrap().unwrap());
        }
    }
    stream.write_all(request("other.example").as_bytes()).await.unwrap();
    let refused = read_all(&mut stream).await;
    assert!(refused.starts_with("HTTP/1.1 403 ") && refused.contains("other.example"), "{refused}");
    let places: Vec<_> =
        way.records(3).await.into_iter().map(|(place, allowed, _)| (place, allowed)).collect();
    let place = |name: &str, allowed| (format!("{name}:80"), allowed);
    assert_eq!(places, [place("up.example", true), place("up.example", true), place("other.example", false)]);
}

#[tokio::test]
async fn a_body_is_passed_on_and_nothing_after_it() {
    let mut way = Way::start().await;
    way.change("allow", "up.example").await;
    let chunked = "POST http://up.example/ HTTP/1.1\r\nHost: up.example\r\nTransfer-Encoding: chunked\r\n\
                   Connection: close\r\n\r\n5\r\nhello\r\n3\r\nend\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
    let answer = way.ask(chunked).await;
    assert!(answer.contains("hello") && !answer.contains("smuggled"), "{answer}");
    let long = "POST http://up.example/ HTTP/1.1\r\nHost: up.example\r\nContent-Length: 8\r\nConnection: close\r\n\r\n\
                longxendGET /smuggled HTTP/1.1\r\n\r\n";
    let answer = way.ask(long).await;
    assert!(answer.contains("longxend") && !answer.contains("smuggled"), "{answer}");
}

#[tokio::test]
async fn a_tunnel_carries_bytes_both_ways_with_half_an_end() {
    let mut way = Way::start().await;
    way.change("allow", "up.example:2222").await;
    let (mut stream, head) = way.connect("up.example:2222").await;
    assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
    let sent: Vec<u8> = (0..1_000_000_u32).map(|number| (number % 250) as u8 ^ 0x80).collect();
    let (mut reader, mut writer) = tokio::io::split(stream);
    let sending = {
        let sent = sent.clone();
        tokio::spawn(async move {
            writer.write_all(&sent).await.unwrap();
            writer.shutdown().await.unwrap();
        })
    };
    let mut received = Vec::new();
    tokio::time::timeout(LIMIT, reader.read_to_end(&mut received)).await.unwrap().unwrap();
    sending.await.unwrap();
    assert!(received.strip_suffix(b"<end>") == Some(&sent[..]), "{} bytes came back", received.len());
    let (refused, head) = way.connect("up.example:2223").await;
    drop(refused);
    assert!(head.starts_with("HTTP/1.1 403 "), "{head}");
    stream = way.connect("up.example:443").await.0;
    assert!(read_all(&mut stream).await.contains("allow up.example --project"), "the remedy names the host");
}

#[tokio::test]
async fn tls_must_greet_the_host_that_was_allowed() {
    let mut way = Way::start().await;
    way.change("allow", "up.example:*").await;
    let (mut stream, head) = way.connect("up.example:443").await;
    assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
    let hello = greeting("up.example");
    stream.write_all(&hello[..7]).await.unwrap();
    stream.write_all(&hello[7..]).await.unwrap();
    let mut back = vec![0; hello.len()];
    tokio::time::timeout(LIMIT, stream.read_exact(&mut back)).await.unwrap().unwrap();
    assert_eq!(back, hello, "the greeting reached the server");
    drop(stream);
    let mut count = 1;
    for (port, bytes, why) in [
        (443, greeting("other.example"), "names \"other.example\""),
        (443, greeting("192.0.2.1"), "names no server"),
        (443, b"GET / HTTP/1.1\r\nHost: other.example\r\n\r\n".to_vec(), "this is not TLS"),
        (443, b"SSH-2.0-x\r\n".to_vec(), "this is not TLS"),
        (8443, greeting("other.example"), "names \"other.example\""),
    ] {
        let (mut stream, _) = way.connect(&format!("up.example:{port}")).await;
        stream.write_all(&bytes).await.unwrap();
        assert_eq!(read_all(&mut stream).await, "", "{why}: nothing comes back");
        count += 2;
        let (place, allowed, reason) = way.last_record(count).await;
        assert_eq!((place, allowed), (format!("up.example:{port}"), false));
        assert!(reason.starts_with("SNI_MISMATCH: ") && reason.contains(why), "{reason}");
    }
}

#[tokio::test]
async fn no_spelling_leads_inside() {
    let mut way = Way::start().await;
    // Not even rules that somebody put into the database by hand.
    let project_id = way.endpoint.project_id.clone();
    for (index, host) in
        ["127.0.0.1", "169.254.169.254", "::1", "10.0.0.1", "*.local.example"].iter().enumerate()
    {
        let rule = autovibe_proto::v1::EgressRule {
            id: autovibe_proto::EgressRuleId::generate().into_string(),
            project_id: project_id.clone(),
            host: (*host).to_owned(),
            port: if index == 4 { 443 } else { 0 },
            ..Default::default()
        };
        let commit = autovibe_hub::database::CommitBuilder::new().insert(&rule);
        way.endpoint.test.hub.commit(commit).await.unwrap();
    }
    let mut count = 0;
    let port = way.upstream.port();
    for (host, is_named) in [
        ("127.0.0.1", true),
        ("127.1", true),
        ("2130706433", true),
        ("0x7f000001", true),
        ("0177.0.0.1", true),
        ("127.0.0.1.", true),
        ("[::1]", true),
        ("[0:0:0:0:0:0:0:1]", true),
        ("[::ffff:127.0.0.1]", true),
        ("[::ffff:7f00:1]", true),
        ("169.254.169.254", true),
        ("10.0.0.1", true),
        ("127.0.0.2", false),
        ("[::]", false),
        ("0.0.0.0", false),
        ("0", false),
        ("[fe80::1]", false),
        ("[64:ff9b::7f00:1]", false),
        ("localhost", false),
        ("metadata.google.internal", false),
    ] {
        let (mut stream, head) = way.connect(&format!("{host}:{port}")).await;
        assert!(head.starts_with("HTTP/1.1 403 "), "{host}: {head}");
        let text = read_all(&mut stream).await;
        let reason = if is_named { "ADDRESS_NOT_PUBLIC" } else { "EGRESS_DENIED" };
        assert!(text.contains(reason), "{host}: {text}");
        count += 1;
        assert!(!way.last_record(count).await.1, "{host}");
    }
    for head in ["CONNECT [fe80::1%25eth0]:80 HTTP/1.1\r\n\r\n", "CONNECT ::1:80 HTTP/1.1\r\n\r\n"] {
        assert!(way.ask(head).await.starts_with("HTTP/1.1 400 "), "{head}");
    }
}

#[tokio::test]
async fn a_redirect_is_only_another_request() {
    let mut way = Way::start().await;
    way.change("allow", "up.example").await;
    let answer = way
        .ask("GET http://up.example/redirect HTTP/1.1\r\nHost: up.example\r\nConnection: close\r\n\r\n")
        .await;
    assert!(answer.contains("location: http://127.0.0.1:9/"), "{answer}");
    let refused = way.ask("GET http://127.0.0.1:9/ HTTP/1.1\r\nHost: 127.0.0.1:9\r\n\r\n").await;
    assert!(refused.starts_with("HTTP/1.1 403 "), "{refused}");
}

#[tokio::test]
async fn malformed_requests_are_refused_and_recorded() {
    let mut way = Way::start().await;
    way.change("allow", "up.example").await;
    let long = format!("GET http://up.example/{} HTTP/1.1\r\nHost: up.example\r\n\r\n", "a".repeat(20_000));
    let mut count = 0;
    for (request, status) in [
        ("GET http://up.example/ HTTP/1.1\r\nHost: up.example\r\nHost: b.example\r\n\r\n", 400),
        ("GET http://up.example/ HTTP/1.1\r\nHost: b.example\r\n\r\n", 400),
        (
            "POST http://up.example/ HTTP/1.1\r\nHost: up.example\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
            400,
        ),
        (
            "POST http://up.example/ HTTP/1.1\r\nHost: up.example\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n",
            400,
        ),
        ("GET http://up.example/ HTTP/1.1\r\nHost: up.example\r\nX: a\r\n b\r\n\r\n", 400),
        ("GET http://up.example/ HTTP/1.1\nHost: up.example\n\n", 400),
        ("GET http://u:p@up.example/ HTTP/1.1\r\nHost: up.example\r\n\r\n", 400),
        ("GET http://up.example/\0 HTTP/1.1\r\nHost: up.example\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: up.example\r\n\r\n", 400),
        ("CONNECT up.example:443 HTTP/1.1\r\nHost: other.example:443\r\n\r\n", 400),
        ("CONNECT up.example HTTP/1.1\r\n\r\n", 400),
        ("\u{16}\u{3}\u{1}\u{2}\0\u{1}", 400),
        (long.as_str(), 431),
    ] {
        let refused = way.ask(request).await;
        assert!(refused.starts_with(&format!("HTTP/1.1 {status} ")), "{request:.80}: {refused}");
        count += 1;
        let (_, allowed, reason) = way.last_record(count).await;
        assert!(!allowed && reason.starts_with("EGRESS_MALFORMED: "), "{request:.80}: {reason}");
    }
    assert_eq!(way.ask("").await, "", "a connection without a word is no decision");
}

#[tokio::test]
async fn a_tunnel_to_the_plain_port_is_read_like_plain_requests() {
    let mut way = Way::start().await;
    way.change("allow", "up.example").await;
    let (mut stream, head) = way.connect("up.example:80").await;
    assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
    stream.write_all(b"GET /x HTTP/1.1\r\nHost: up.example\r\nConnection: close\r\n\r\n").await.unwrap();
    assert!(read_all(&mut stream).await.contains("GET /x HTTP/1.1"));
    let (mut stream, _) = way.connect("up.example:80").await;
    stream.write_all(b"GET /x HTTP/1.1\r\nHost: other.example\r\n\r\n").await.unwrap();
    assert!(read_all(&mut stream).await.starts_with("HTTP/1.1 400 "));
}

#[tokio::test]
async fn taking_a_rule_away_cuts_what_it_allowed_and_nothing_else() {
    let mut way = Way::start().await;
    way.change("allow", "gone.example:2222").await;
    way.change("allow", "*.wild.example:2222").await;
    let (mut cut, head) = way.connect("gone.example:2222").await;
    assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
    let (mut kept, head) = way.connect("x.wild.example:2222").await;
    assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
    assert!(way.connect("wild.example:2222").await.1.starts_with("HTTP/1.1 403 "), "not the name itself");
    cut.write_all(b"x").await.unwrap();
    assert_eq!(cut.read_u8().await.unwrap(), b'x');
    let begin = std::time::Instant::now();
    way.change("deny", "gone.example").await;
    assert_eq!(read_all(&mut cut).await, "");
    assert!(begin.elapsed() < Duration::from_secs(2), "{:?}", begin.elapsed());
    kept.write_all(b"y").await.unwrap();
    assert_eq!(kept.read_u8().await.unwrap(), b'y');
    let (place, allowed, reason) = way.last_record(4).await;
    assert_eq!((place.as_str(), allowed), ("gone.example:2222", false));
    assert!(reason.contains("taken away"), "{reason}");
}

#[tokio::test]
async fn a_flood_is_refused_before_it_costs_anything() {
    let mut way = Way::with(EgressConfig { connections_per_machine_max: 3, ..EgressConfig::default() }).await;
    let mut open = Vec::new();
    for _ in 0..3 {
        open.push(way.open().await);
    }
    let refused = way.ask("GET http://up.example/ HTTP/1.1\r\nHost: up.example\r\n\r\n").await;
    assert!(refused.starts_with("HTTP/1.1 429 "), "{refused}");
    drop(open);
    let waiting = async {
        while way.ask("GET http://up.example/ HTTP/1.1\r\n\r\n").await.starts_with("HTTP/1.1 429 ") {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(LIMIT, waiting).await.expect("places come back");
    // The rate: its bucket holds 500, so of as many at once some are refused however fast it fills.
    let asking = (0..1000).map(|_| {
        let (mut sender, token) = (way.guest.sender.clone(), way.guest.token.clone());
        tokio::spawn(async move {
            let request = http::Request::post("https://hub.test/guest/v1/egress");
            let request = request.header("authorization", format!("Bearer {token}"));
            let answer = sender.send_request(request.body(Body::empty()).unwrap()).await.unwrap();
            answer.into_body().collect().await.unwrap().to_bytes()
        })
    });
    let answers = futures::future::join_all(asking).await;
    let is_refused = |answer: &Bytes| answer.starts_with(b"HTTP/1.1 429 ");
    let refused_count = answers.iter().filter(|answer| is_refused(answer.as_ref().unwrap())).count();
    assert!(refused_count > 0, "opening connections is limited");
    assert!(way.records(0).await.len() < 100, "what a flood is refused is no record");
}

struct Takeover;

#[async_trait::async_trait]
impl Interception for Takeover {
    async fn wanted(&self, _project_id: &str, host: &str) -> bool {
        host == "up.example"
    }

    async fn run(
        &self,
        _project_id: &str,
        machine_id: &str,
        host: &str,
        port: u16,
        mut client: Box<dyn ByteStream>,
        upstream: TcpStream,
    ) -> std::io::Result<()> {
        let first = client.read_u8().await?;
        let text = format!("{machine_id} {host} {port} {first} {}", upstream.peer_addr()?.ip());
        client.write_all(text.as_bytes()).await?;
        client.shutdown().await
    }
}

#[tokio::test]
async fn whoever_looks_into_tunnels_comes_after_every_check() {
    let mut way =
        Way::with(EgressConfig { interception: Arc::new(Takeover), ..EgressConfig::default() }).await;
    assert!(way.connect("up.example:443").await.1.starts_with("HTTP/1.1 403 "));
    way.change("allow", "up.example:*").await;
    let (mut stream, _) = way.connect("up.example:443").await;
    stream.write_all(&greeting("other.example")).await.unwrap();
    assert_eq!(read_all(&mut stream).await, "", "the greeting was wrong");
    let (mut stream, _) = way.connect("up.example:8443").await;
    stream.write_all(&greeting("up.example")).await.unwrap();
    let expected = format!("{} up.example 8443 22 127.0.0.1", way.endpoint.machine_id);
    assert_eq!(read_all(&mut stream).await, expected);
}

//! The decoder over recorded runs.

use autovibe_proto::v1::agent_event_body::Kind;
use autovibe_proto::v1::{AgentEventBody, TurnOutcome, TurnResult};
use serde_json::Value;

use super::ClaudeWire;
use crate::codec::{Codec, ExitObservation, StdStream, StopCause, UsageBaseline};
use crate::command::{AgentCommand, Encoded, RunSpec};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/");

/// The lines that the process wrote, whether recorded bare or as a transcript of both directions.
fn recorded_lines(file: &str) -> Vec<Vec<u8>> {
    let text = std::fs::read_to_string(format!("{FOLDER}{file}")).unwrap();
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .filter_map(|line| match serde_json::from_str::<Value>(line) {
            Ok(value) if value.get("dir").is_some() => {
                (value["dir"] == "<").then(|| value["msg"].to_string().into_bytes())
            }
            _ => Some(line.as_bytes().to_vec()),
        })
        .collect()
}

fn results_of(bodies: &[AgentEventBody]) -> Vec<TurnResult> {
    bodies
        .iter()
        .filter_map(|body| match body.kind.clone() {
            Some(Kind::TurnResult(result)) => Some(result),
            _ => None,
        })
        .collect()
}

/// Plays a recorded run: each expected outcome stands for one prompt.
fn play(case: &Value) -> (Vec<AgentEventBody>, Vec<TurnResult>) {
    let mut decoder = ClaudeWire.decoder(UsageBaseline::default());
    let expected: Vec<&str> = case["outcome"].as_str().unwrap().split(',').collect();
    let mut bodies = Vec::new();
    decoder.begin_turn();
    let mut begun = 1;
    if let Some(signal) = case["signal"]["name"].as_str() {
        // A kill that nobody announced is a crash; the other signals were asked for.
        if signal != "SIGKILL" {
            decoder.stop_turn(StopCause::Interrupted);
        }
    }
    if !case["harness_kill_after_s"].is_null() {
        decoder.stop_turn(StopCause::TimedOut);
    }
    for file in case["files"].as_array().unwrap() {
        let file = file.as_str().unwrap();
        let stream = if file.ends_with(".stderr") { StdStream::Error } else { StdStream::Output };
        if file.ends_with(".stdin") {
            continue;
        }
        for line in recorded_lines(file) {
            let decoded = decoder.decode(stream, &line);
            assert!(!decoded.is_empty(), "{}: a line got lost", case["case"]);
            if !results_of(&decoded).is_empty() && begun < expected.len() {
                decoder.begin_turn();
                begun += 1;
            }
            bodies.extend(decoded);
        }
    }
    let exit = ExitObservation {
        code: case["exit_code"].as_i64().map(|code| i32::try_from(code).unwrap()),
        signal: case["exit_signal"].as_i64().map(|signal| i32::try_from(signal).unwrap()),
    };
    bodies.extend(decoder.on_exit(exit));
    let results = results_of(&bodies);
    (bodies, results)
}

fn cases() -> Vec<Value> {
    let text = std::fs::read_to_string(format!("{FOLDER}cases.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn case(name: &str) -> Value {
    cases().into_iter().find(|case| case["case"] == name).unwrap()
}

fn outcome_word(result: &TurnResult) -> String {
    match result.outcome() {
        TurnOutcome::Ok => "ok".to_owned(),
        TurnOutcome::Denied => "ok+denials".to_owned(),
        TurnOutcome::Interrupted => "interrupted".to_owned(),
        TurnOutcome::TimedOut => "timed_out".to_owned(),
        TurnOutcome::ReplyLimit => "max_turns".to_owned(),
        TurnOutcome::Failed => "failed".to_owned(),
        TurnOutcome::Crashed => "crashed".to_owned(),
        TurnOutcome::ApiError if result.http_status == 0 => "api_error:none".to_owned(),
        TurnOutcome::ApiError => format!("api_error:{}", result.http_status),
        other => format!("{other:?}"),
    }
}

#[test]
fn each_recorded_run_gives_the_expected_outcomes() {
    let cases = cases();
    assert!(cases.len() > 20);
    for case in cases {
        let (_, results) = play(&case);
        let words: Vec<String> = results.iter().map(outcome_word).collect();
        assert_eq!(words.join(","), case["outcome"].as_str().unwrap(), "{}", case["case"]);
    }
}

#[test]
fn a_run_is_decoded_into_calls_answers_and_a_result() {
    let (bodies, results) = play(&case("claude/basic"));
    let session = bodies.iter().find_map(|body| match &body.kind {
        Some(Kind::Session(session)) => Some(session.clone()),
        _ => None,
    });
    assert_eq!(session.unwrap().version, "2.1.330");
    let calls: Vec<_> = bodies
        .iter()
        .filter_map(|body| match &body.kind {
            Some(Kind::ToolCall(call)) => {
                Some((call.name.clone(), call.title.clone(), call.tool_call_id.clone()))
            }
            _ => None,
        })
        .collect();
    assert_eq!(calls[0].1, "Write: /workspace/hello.py");
    assert_eq!(calls[1].1, "Bash: Run hello.py");
    let answer = bodies.iter().find_map(|body| match &body.kind {
        Some(Kind::ToolResult(answer)) if answer.tool_call_id == calls[1].2 => Some(answer.clone()),
        _ => None,
    });
    assert_eq!(answer.unwrap().output, "hello");
    let result = &results[0];
    assert_eq!(result.text, "Done: hello.py prints: hello");
    assert_eq!(result.reply_count, 3);
    let usage = result.usage.unwrap();
    assert_eq!((usage.input_tokens, usage.output_tokens, usage.cost_micros), (38601, 119, 156_784));
}

#[test]
fn usage_is_that_of_each_turn_even_when_it_was_aborted() {
    let (_, results) = play(&case("claude/streamin"));
    let spent: Vec<_> = results
        .iter()
        .map(|result| result.usage.unwrap())
        .map(|usage| (usage.input_tokens, usage.output_tokens, usage.cost_micros))
        .collect();
    assert_eq!(spent, [(38613, 120, 156_852), (13016, 14, 52_344), (13068, 33, 52_932), (13127, 36, 53_228)]);
}

#[test]
fn denied_tools_keep_the_text_and_are_counted() {
    let (bodies, results) = play(&case("claude/permission-denied"));
    assert_eq!(results[0].denial_count, 2);
    assert!(results[0].text.starts_with("Done:"));
    let denied =
        bodies.iter().filter(|body| matches!(&body.kind, Some(Kind::Permission(p)) if p.denied)).count();
    assert_eq!(denied, 2);
}

#[test]
fn retries_are_reported() {
    let (bodies, _) = play(&case("claude/err500"));
    let retry = bodies.iter().find_map(|body| match &body.kind {
        Some(Kind::Retry(retry)) => Some(*retry),
        _ => None,
    });
    assert_eq!(retry.unwrap().http_status, 500);
}

#[test]
fn a_closing_line_without_a_prompt_is_a_notice() {
    let mut decoder = ClaudeWire.decoder(UsageBaseline::default());
    let line = br#"{"type":"result","subtype":"success","is_error":false,"result":"late"}"#;
    let bodies = decoder.decode(StdStream::Output, line);
    assert!(matches!(&bodies[0].kind, Some(Kind::Notice(notice)) if notice.text.ends_with("late")));
    assert!(decoder.on_exit(ExitObservation { code: Some(0), signal: None }).is_empty());
}

#[test]
fn an_unreadable_line_is_kept_as_unknown() {
    let mut decoder = ClaudeWire.decoder(UsageBaseline::default());
    for (line, kind) in [(&b"\xff\xfe{"[..], ""), (br#"{"type":"new","subtype":"x"}"#, "new/x"), (b"[1]", "")]
    {
        let bodies = decoder.decode(StdStream::Output, line);
        assert!(matches!(&bodies[0].kind, Some(Kind::Unknown(unknown)) if unknown.kind == kind));
    }
}

#[test]
fn a_process_that_never_began_is_a_configuration_error() {
    let mut decoder = ClaudeWire.decoder(UsageBaseline::default());
    decoder.begin_turn();
    decoder.decode(StdStream::Error, b"cannot be used with root");
    let results = results_of(&decoder.on_exit(ExitObservation { code: Some(1), signal: None }));
    assert_eq!(results[0].outcome(), TurnOutcome::ConfigError);
    assert_eq!(results[0].text, "cannot be used with root");
    assert!(results[0].synthesised);
}

#[test]
fn a_cumulative_cost_is_turned_into_a_difference() {
    let mut decoder = ClaudeWire.decoder(UsageBaseline { cost_micros: 1_000_000 });
    decoder.begin_turn();
    let line = br#"{"type":"result","subtype":"success","total_cost_usd":1.25,"usage":{"input_tokens":3}}"#;
    let results = results_of(&decoder.decode(StdStream::Output, line));
    assert_eq!(results[0].usage.unwrap().cost_micros, 250_000);
}

#[test]
fn long_texts_are_cut_between_characters() {
    let mut decoder = ClaudeWire.decoder(UsageBaseline::default());
    decoder.begin_turn();
    let long = "é".repeat(1_000_000);
    let line =
        serde_json::json!({"type": "result", "subtype": "success", "result": format!("x{long}")}).to_string();
    let results = results_of(&decoder.decode(StdStream::Output, line.as_bytes()));
    assert_eq!(results[0].text.len(), 128 * 1024 - 1);
}

fn run_spec() -> RunSpec {
    RunSpec {
        home: "/home/agent".into(),
        user: "agent".into(),
        directory: "/home/agent/work_space".into(),
        path: "/usr/bin".into(),
        model_url: "http://127.0.0.1:8484".into(),
        proxy_url: "http://127.0.0.1:3128".into(),
        session_id: "11111111-2222-4333-8444-555555555555".into(),
        is_resumed: false,
        model: String::new(),
    }
}

#[test]
fn a_session_is_begun_or_continued() {
    let fresh = ClaudeWire.launch(&run_spec());
    assert!(fresh.arguments.ends_with(&["--session-id".into(), run_spec().session_id]));
    let resumed = ClaudeWire.launch(&RunSpec { is_resumed: true, ..run_spec() });
    assert!(resumed.arguments.ends_with(&["--resume".into(), run_spec().session_id]));
    assert_eq!(
        ClaudeWire.transcript_path(&run_spec()).unwrap(),
        "/home/agent/.claude/projects/-home-agent-work-space/11111111-2222-4333-8444-555555555555.jsonl"
    );
}

#[test]
fn orders_are_single_lines() {
    let prompt = AgentCommand::Prompt { text: "a\nb \"c\"".into() };
    let Encoded::Stdin(bytes) = ClaudeWire.encode(&prompt) else { panic!("not standard input") };
    assert_eq!(bytes.iter().filter(|byte| **byte == b'\n').count(), 1);
    let value: Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(value["message"]["content"], "a\nb \"c\"");
    let reply = AgentCommand::ReplyPermission {
        request_id: "r".into(),
        is_allowed: true,
        reason: String::new(),
        input_json: r#"{"command":"ls"}"#.into(),
    };
    let Encoded::Stdin(bytes) = ClaudeWire.encode(&reply) else { panic!("not standard input") };
    let value: Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(value["response"]["response"]["updatedInput"]["command"], "ls");
    assert_eq!(ClaudeWire.encode(&AgentCommand::Close), Encoded::CloseStdin);
}

#[test]
fn it_is_told_of_the_way_out_but_not_for_its_model() {
    let environment = ClaudeWire.launch(&run_spec()).environment;
    let value = |name: &str| environment.iter().find(|(known, _)| known == name).unwrap().1.clone();
    assert_eq!(value("HTTPS_PROXY"), "http://127.0.0.1:3128");
    let model = value("ANTHROPIC_BASE_URL");
    assert!(value("NO_PROXY").split(',').any(|host| model.contains(&format!("//{host}:"))), "{model}");
}

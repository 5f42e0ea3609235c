//! Which crate may use which: a new edge needs a decision record.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

use crate::{require_none, tree};

/// Crates of ours and the crates of ours that they may use.
const EDGES: [(&str, &[&str]); 12] = [
    ("autovibe-proto", &[]),
    ("autovibe-orm", &["autovibe-proto"]),
    ("autovibe-db", &["autovibe-orm", "autovibe-proto"]),
    ("autovibe-hypervisor", &["autovibe-proto"]),
    ("autovibe-drivers", &["autovibe-hypervisor", "autovibe-proto"]),
    ("autovibe-node", &["autovibe-hypervisor", "autovibe-proto"]),
    ("autovibe-agents", &["autovibe-proto"]),
    ("autovibe-guest", &["autovibe-agents", "autovibe-proto"]),
    ("autovibe-hub", &["autovibe-proto"]),
    (
        "autovibe",
        &[
            "autovibe-agents",
            "autovibe-db",
            "autovibe-drivers",
            "autovibe-hub",
            "autovibe-hypervisor",
            "autovibe-node",
            "autovibe-orm",
            "autovibe-proto",
        ],
    ),
    (
        "autovibe-testkit",
        &["autovibe", "autovibe-db", "autovibe-hub", "autovibe-node", "autovibe-orm", "autovibe-proto"],
    ),
    ("xtask", &[]),
];

/// Libraries that speak SQL, and the crates that may link them.
const SQL: [&str; 7] =
    ["rusqlite", "libsqlite3-sys", "sqlx", "sea-query", "sea-schema", "tokio-postgres", "mysql_async"];
const SQL_USERS: [&str; 2] = ["autovibe-orm", "autovibe-db"];

/// Crates that must not be anywhere below a crate of ours, and why.
const ABSENT: [(&str, &[&str], &str); 3] = [
    ("autovibe-guest", &["tonic", "rusqlite", "libsqlite3-sys", "prost-reflect"], "the guest stays small"),
    ("autovibe-agents", &["tokio", "hyper", "tonic", "rusqlite", "tracing"], "codecs do no input or output"),
    (
        "autovibe-hub",
        &["rusqlite", "libsqlite3-sys", "sea-query"],
        "the Hub's state lives in the database service",
    ),
];

struct Dependency {
    user: String,
    used: String,
    is_dev: bool,
}

fn dependencies() -> Vec<Dependency> {
    let metadata = cargo(&["metadata", "--format-version", "1", "--no-deps", "--offline"]);
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    let mut dependencies = Vec::new();
    for package in metadata["packages"].as_array().unwrap() {
        for dependency in package["dependencies"].as_array().unwrap() {
            dependencies.push(Dependency {
                user: package["name"].as_str().unwrap().to_owned(),
                used: dependency["name"].as_str().unwrap().to_owned(),
                is_dev: dependency["kind"] == "dev",
            });
        }
    }
    assert!(dependencies.len() > 50, "only {} dependencies were found", dependencies.len());
    dependencies
}

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(tree::root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn crates_use_only_what_the_table_allows() {
    let allowed: BTreeMap<&str, &[&str]> = EDGES.into_iter().collect();
    let dependencies = dependencies();
    let mut findings: Vec<String> = dependencies
        .iter()
        .filter(|edge| allowed.contains_key(edge.used.as_str()))
        .filter(|edge| match allowed.get(edge.user.as_str()) {
            None => true,
            Some(used) if used.contains(&edge.used.as_str()) => false,
            // Tests may build on more, but nothing below the composition root may need the root itself.
            Some(_) => !edge.is_dev || edge.used == "autovibe",
        })
        .map(|edge| format!("{} uses {}", edge.user, edge.used))
        .collect();
    let users: BTreeSet<&str> = dependencies.iter().map(|edge| edge.user.as_str()).collect();
    findings.extend(
        users
            .into_iter()
            .filter(|user| !allowed.contains_key(user))
            .map(|user| format!("{user} is not in the table")),
    );
    require_none("edges between crates are decided in docs/adr/0001-rust-and-crates.md:", &findings);
}

#[test]
fn only_the_data_layer_links_sql() {
    let findings: Vec<String> = dependencies()
        .iter()
        .filter(|edge| !edge.is_dev && SQL.contains(&edge.used.as_str()))
        .filter(|edge| !SQL_USERS.contains(&edge.user.as_str()))
        .map(|edge| format!("{} uses {}", edge.user, edge.used))
        .collect();
    require_none("SQL libraries stay below autovibe-orm and autovibe-db:", &findings);
}

#[test]
fn nothing_heavy_hides_below_the_small_crates() {
    let mut findings = Vec::new();
    for (user, absent, reason) in ABSENT {
        let below = cargo(&["tree", "--offline", "--package", user, "--edges", "normal", "--prefix", "none"]);
        let names: BTreeSet<&str> = below.lines().filter_map(|line| line.split_whitespace().next()).collect();
        assert!(names.contains("prost"), "cargo tree says nothing about {user}");
        findings.extend(
            absent
                .iter()
                .filter(|name| names.contains(*name))
                .map(|name| format!("{user} links {name}: {reason}")),
        );
    }
    require_none("these crates must be absent:", &findings);
}

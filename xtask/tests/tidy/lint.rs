//! Every crate takes the lints and the versions of the workspace.

use std::path::PathBuf;

use crate::{require_none, tree};

fn manifests() -> Vec<(PathBuf, toml::Table)> {
    let root = tree::root();
    let mut folders: Vec<PathBuf> =
        std::fs::read_dir(root.join("crates")).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.push(root.join("xtask"));
    folders
        .into_iter()
        .map(|folder| folder.join("Cargo.toml"))
        .filter(|path| path.is_file())
        .map(|path| (path.clone(), std::fs::read_to_string(&path).unwrap().parse().unwrap()))
        .collect()
}

#[test]
fn every_crate_inherits_the_lints() {
    let findings: Vec<String> = manifests()
        .into_iter()
        .filter(|(_, manifest)| {
            let lints = manifest.get("lints").and_then(|lints| lints.get("workspace"));
            lints.and_then(toml::Value::as_bool) != Some(true)
        })
        .map(|(path, _)| path.display().to_string())
        .collect();
    require_none("a crate says `[lints] workspace = true`:", &findings);
}

#[test]
fn versions_stand_in_the_workspace_alone() {
    let mut findings = Vec::new();
    for (path, manifest) in manifests() {
        for section in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let Some(dependencies) = manifest.get(section).and_then(toml::Value::as_table) else { continue };
            for (name, dependency) in dependencies {
                if dependency.get("workspace").and_then(toml::Value::as_bool) != Some(true) {
                    findings.push(format!("{}: {name}", path.display()));
                }
            }
        }
    }
    require_none("a dependency is `workspace = true`; its version stands in the root Cargo.toml:", &findings);
}

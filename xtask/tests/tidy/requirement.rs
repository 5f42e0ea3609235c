//! The set-up of the build and `autovibe doctor` ask for the same versions of the same programs.

use std::collections::BTreeMap;

use crate::{require_none, tree};

const OF_THE_BUILD: &str = "xtask/src/setup/requirement.rs";
const OF_THE_DOCTOR: &str = "crates/autovibe/src/doctor/requirement.rs";

/// Programs and the versions that a text asks for, as `Proof::Version("mke2fs", "-V", (1, 47, 1))`.
fn versions(text: &str) -> BTreeMap<String, String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.split("Proof::Version(\"")
        .skip(1)
        .filter_map(|rest| {
            let (program, rest) = rest.split_once('"')?;
            let version = rest.split_once('(')?.1.split_once(')')?.0;
            Some((program.to_owned(), version.to_owned()))
        })
        .collect()
}

#[test]
fn the_doctor_asks_for_what_the_build_asks_for() {
    let read = |path: &str| versions(&std::fs::read_to_string(tree::root().join(path)).unwrap());
    let (build, doctor) = (read(OF_THE_BUILD), read(OF_THE_DOCTOR));
    assert!(build.contains_key("mke2fs"), "no version was found in {OF_THE_BUILD}");
    let findings: Vec<String> = build
        .iter()
        .filter(|(program, version)| doctor.get(*program) != Some(version))
        .map(|(program, version)| {
            format!("{program}: ({version}) in {OF_THE_BUILD}, {:?} in {OF_THE_DOCTOR}", doctor.get(program))
        })
        .collect();
    require_none("one version per program:", &findings);
}

#[test]
fn a_version_is_found_in_a_text() {
    let found = versions("Proof::Version(\"mke2fs\", \"-V\", (1, 47, 1)), Proof::Program(\"tar\")");
    assert_eq!(found.into_iter().collect::<Vec<_>>(), [("mke2fs".to_owned(), "1, 47, 1".to_owned())]);
}

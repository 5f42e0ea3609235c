//! Generates the Rust types, services and canonical JSON of `autovibe-proto`, and the descriptor set.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use prost::Message as _;

use super::run::GeneratedFiles;

const OUTPUT: &str = "crates/autovibe-proto/src/generated";
/// Messages whose `Debug` is written by hand, in `redacted.rs`.
const REDACTED: [&str; 2] = [".autovibe.hub.v1.SetSecretRequest", ".autovibe.v1.Secret"];

/// Compiles every schema below `proto/` and returns the files of `autovibe-proto`.
pub(crate) fn generate(root: &Path) -> Result<GeneratedFiles> {
    let proto = root.join("proto");
    let mut schemas = Vec::new();
    collect(&proto, &mut schemas)?;
    schemas.sort();

    let mut compiler = protox::Compiler::new([proto, root.join("third_party/proto")])?;
    compiler.include_imports(true).include_source_info(true);
    compiler.open_files(&schemas).context("compile the schemas")?;

    let scratch = tempfile::tempdir()?;
    let mut own = compiler.file_descriptor_set();
    own.file.retain(|file| file.package() != "google.api");
    own.file.iter_mut().for_each(|file| file.dependency.retain(|name| !name.starts_with("google/api/")));
    // Comments become documentation, so this set keeps its source information.
    let mut config = tonic_prost_build::Config::new();
    config.out_dir(scratch.path()).btree_map(["."]);
    // What holds a value that no log may show has a Debug of its own.
    config.skip_debug(REDACTED);
    tonic_prost_build::configure()
        .out_dir(scratch.path())
        .compile_well_known_types(true)
        .extern_path(".google.protobuf", "::pbjson_types")
        .client_mod_attribute(".", "#[cfg(feature = \"grpc\")]")
        .server_mod_attribute(".", "#[cfg(feature = \"grpc\")]")
        .emit_rerun_if_changed(false)
        .compile_fds_with_config(own.clone(), config)
        .context("generate types and services")?;
    pbjson_build::Builder::new()
        .register_descriptors(&own.encode_to_vec())?
        .out_dir(scratch.path())
        .extern_path(".google.protobuf", "::pbjson_types")
        .ignore_unknown_fields()
        .btree_map(["."])
        .build(&[".autovibe"])
        .context("generate canonical JSON")?;

    let mut files = GeneratedFiles::new();
    for entry in std::fs::read_dir(scratch.path())? {
        let entry = entry?;
        if !entry.file_name().to_string_lossy().starts_with("autovibe.") {
            continue;
        }
        files.insert(PathBuf::from(OUTPUT).join(entry.file_name()), std::fs::read(entry.path())?);
    }
    // Custom options survive only in the encoding that protox itself writes; comments are not needed at run time.
    let mut bare = protox::Compiler::new([root.join("proto"), root.join("third_party/proto")])?;
    bare.include_imports(true).open_files(&schemas)?;
    files.insert(PathBuf::from(OUTPUT).join("descriptor_set.bin"), bare.encode_file_descriptor_set());
    Ok(files)
}

/// Collects the `.proto` files below a folder.
pub(crate) fn collect(folder: &Path, into: &mut Vec<PathBuf>) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, into)?;
        } else if path.extension().is_some_and(|extension| extension == "proto") {
            into.push(path);
        }
    }
    Ok(())
}

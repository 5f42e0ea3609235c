//! Names of Secrets, and the variables that hold their placeholders.

use autovibe_proto::Failure;

const LENGTH_MAX: usize = 63;

/// Variables that decide how programs run, whom they trust or who they are; a placeholder there would break them.
const REFUSED: [&str; 34] = [
    "BASHOPTS",
    "CARGO_HTTP_CAINFO",
    "CDPATH",
    "CLASSPATH",
    "CURL_CA_BUNDLE",
    "EDITOR",
    "ENV",
    "HOME",
    "HOSTNAME",
    "IFS",
    "LANG",
    "LOGNAME",
    "NODE_EXTRA_CA_CERTS",
    "NODE_OPTIONS",
    "NODE_PATH",
    "OLDPWD",
    "PAGER",
    "PATH",
    "PERL5LIB",
    "PERL5OPT",
    "PIP_CERT",
    "PROMPT_COMMAND",
    "PS4",
    "PWD",
    "REQUESTS_CA_BUNDLE",
    "RUBYOPT",
    "SHELL",
    "SHELLOPTS",
    "SSL_CERT_DIR",
    "SSL_CERT_FILE",
    "TERM",
    "TMPDIR",
    "TZ",
    "USER",
];
const REFUSED_PREFIXES: [&str; 9] =
    ["ANTHROPIC_", "AUTOVIBE_", "BASH_", "CLAUDE_", "DYLD_", "GIT_", "LC_", "LD_", "PYTHON"];

/// The variable for a Secret of this name.
///
/// # Errors
/// `InvalidArgument` when the name cannot be used, or its variable would change how programs run.
pub(crate) fn environment_name(name: &str) -> Result<String, Failure> {
    let bytes = name.as_bytes();
    let is_name = (1..=LENGTH_MAX).contains(&bytes.len())
        && bytes[0].is_ascii_alphabetic()
        && bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if !is_name {
        // What was given is not repeated: it may be the value, typed at the wrong place.
        return Err(Failure::invalid(
            "a secret's name begins with a letter and has 1 to 63 letters, digits, hyphens and underscores",
        )
        .with("field", "name"));
    }
    let variable = name.to_ascii_uppercase().replace('-', "_");
    let is_refused = REFUSED.contains(&variable.as_str())
        || REFUSED_PREFIXES.iter().any(|prefix| variable.starts_with(prefix))
        || variable.ends_with("_PROXY");
    if is_refused {
        let text = format!("a secret cannot be called {name:?}: {variable} changes how programs run");
        return Err(Failure::invalid(text).with("field", "name"));
    }
    Ok(variable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_a_variable() {
        for (name, variable) in [
            ("github-token", "GITHUB_TOKEN"),
            ("NPM_TOKEN", "NPM_TOKEN"),
            ("node_auth_token", "NODE_AUTH_TOKEN"),
            ("a", "A"),
        ] {
            assert_eq!(environment_name(name).unwrap(), variable);
        }
        assert!(environment_name(&"x".repeat(63)).is_ok());
    }

    #[test]
    fn what_would_harm_programs_is_refused() {
        let long = "x".repeat(64);
        for name in [
            "",
            "1a",
            "-a",
            "_a",
            "a b",
            "a=b",
            "a\0",
            "ä",
            &long,
            "path",
            "Home",
            "ld-preload",
            "LD_LIBRARY_PATH",
            "anthropic-api-key",
            "https_proxy",
            "no-proxy",
            "git_ssl_cainfo",
            "node-options",
            "pythonpath",
        ] {
            assert!(environment_name(name).is_err(), "{name}");
        }
    }
}

//! Where a repository comes from: a folder, or an address without its credentials.

use std::path::PathBuf;

use super::error::WorkspaceError;

/// Ways to a repository that git is allowed to take.
pub(super) const SCHEMES: [&str; 5] = ["https", "http", "ssh", "git", "file"];

/// Where a repository comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A folder of this computer.
    Folder(PathBuf),
    /// An address.
    Address {
        /// As the user gave it; may hold credentials and is only for git.
        given: String,
        /// Without credentials.
        shown: String,
    },
}

impl Origin {
    /// Reads what the user gave; what exists here is a folder.
    ///
    /// # Errors
    /// [`WorkspaceError::SourceUnusable`] when it is neither.
    pub fn parse(text: &str) -> Result<Origin, WorkspaceError> {
        if std::path::Path::new(text).exists() {
            return Ok(Origin::Folder(PathBuf::from(text)));
        }
        if let Some((scheme, rest)) = text.split_once("://") {
            if !SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()) {
                return Err(WorkspaceError::SourceUnusable(format!(
                    "addresses that begin with {scheme:?} are not fetched; use one of {}",
                    SCHEMES.join(", ")
                )));
            }
            if rest.is_empty() {
                return Err(WorkspaceError::SourceUnusable("the address names nothing".to_owned()));
            }
            return Ok(Origin::Address { given: text.to_owned(), shown: without_credentials(scheme, rest) });
        }
        if is_short_ssh(text) {
            return Ok(Origin::Address { given: text.to_owned(), shown: text.to_owned() });
        }
        Err(WorkspaceError::SourceUnusable(format!(
            "there is no folder {text:?}; name a folder that exists, or an address as https://HOST/PATH.git or git@HOST:PATH"
        )))
    }

    /// Takes the credentials out of a text of git.
    pub(super) fn redact(&self, text: &str) -> String {
        let Origin::Address { given, shown } = self else { return text.to_owned() };
        let clean = text.replace(given.as_str(), shown);
        let Some((_, rest)) = given.split_once("://") else { return clean };
        let (authority, _) = split_authority(rest);
        match authority.rsplit_once('@') {
            // Git itself shortens addresses; the password must not be left in any form of them.
            Some((credentials, _)) => {
                let password = credentials.split_once(':').map_or("", |(_, password)| password);
                let clean = clean.replace(credentials, "***");
                if password.is_empty() { clean } else { clean.replace(password, "***") }
            }
            None => clean,
        }
    }
}

fn split_authority(rest: &str) -> (&str, &str) {
    rest.split_at(rest.find('/').unwrap_or(rest.len()))
}

fn without_credentials(scheme: &str, rest: &str) -> String {
    let scheme = scheme.to_ascii_lowercase();
    let (authority, path) = split_authority(rest);
    let authority = match authority.rsplit_once('@') {
        // The user name of ssh is part of the address; that of the web is half of a credential.
        Some((credentials, host)) if scheme == "ssh" => {
            let user = credentials.split(':').next().unwrap_or_default();
            format!("{user}@{host}")
        }
        Some((_, host)) => host.to_owned(),
        None => authority.to_owned(),
    };
    // Tokens are also given as a query.
    let path = if scheme == "file" { path } else { path.split(['?', '#']).next().unwrap_or_default() };
    format!("{scheme}://{authority}{path}")
}

/// `user@host:path` or `host:path`, as ssh has it. Source: gitrepository-layout of `git clone`, "GIT URLS".
fn is_short_ssh(text: &str) -> bool {
    let Some((host, path)) = text.split_once(':') else { return false };
    !host.is_empty()
        && !path.is_empty()
        // `helper::address` runs a program.
        && !path.starts_with(':')
        && !text.starts_with('-')
        && !host.contains('/')
        && host.chars().all(|letter| letter.is_ascii_alphanumeric() || "@._-[]".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        match Origin::parse(text).unwrap() {
            Origin::Address { shown, .. } => shown,
            Origin::Folder(folder) => panic!("{folder:?} is a folder"),
        }
    }

    #[test]
    fn credentials_are_left_out() {
        assert_eq!(shown("https://me:secret@example.org/a/b.git"), "https://example.org/a/b.git");
        assert_eq!(shown("https://token@example.org/a?private_token=x#y"), "https://example.org/a");
        assert_eq!(shown("https://a@b:c@d@example.org/x"), "https://example.org/x");
        assert_eq!(shown("ssh://git:pw@example.org:22/a.git"), "ssh://git@example.org:22/a.git");
        assert_eq!(shown("git@example.org:a/b.git"), "git@example.org:a/b.git");
        assert_eq!(shown("HTTPS://x:y@example.org"), "https://example.org");
        assert_eq!(shown("file:///srv/a?b"), "file:///srv/a?b");
    }

    #[test]
    fn what_git_says_holds_no_password() {
        let origin = Origin::parse("https://me:secret@example.org/a.git").unwrap();
        let said = "fatal: unable to access 'https://me:secret@example.org/a.git/': no (secret)";
        let clean = origin.redact(said);
        assert!(!clean.contains("secret") && !clean.contains("me:"), "{clean}");
        assert!(clean.contains("example.org/a.git"), "{clean}");
    }

    #[test]
    fn strange_addresses_are_refused() {
        for text in
            ["ext::sh -c true", "ftp://example.org/a", "--upload-pack=x:y", "no-such-folder", "https://"]
        {
            let error = Origin::parse(text).unwrap_err();
            assert_eq!(error.reason(), "SOURCE_UNUSABLE", "{text}");
        }
    }

    #[test]
    fn what_exists_is_a_folder() {
        assert_eq!(Origin::parse(".").unwrap(), Origin::Folder(PathBuf::from(".")));
    }
}

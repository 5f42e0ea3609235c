//! The users of the Machine, as far as the guest switches to them.

use std::path::Path;

use crate::config::GuestConfig;
use crate::error::GuestError;

/// Who a program runs as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Account {
    /// Name.
    pub(crate) name: String,
    /// User and group to switch to; `None` stays who we are.
    pub(crate) ids: Option<(u32, u32)>,
    /// Home folder.
    pub(crate) home: String,
    /// Login shell.
    pub(crate) shell: String,
}

impl Account {
    /// Finds a user by name; an empty name means the coding agent's.
    ///
    /// Outside of a Machine, or without the rights to switch, every program runs as ourselves.
    ///
    /// # Errors
    /// [`GuestError::Config`] when there is no such user.
    pub(crate) fn find(config: &GuestConfig, name: &str) -> Result<Account, GuestError> {
        let name = if name.is_empty() { "agent" } else { name };
        if !config.owns_system() || !rustix::process::geteuid().is_root() {
            return Ok(Account {
                name: name.to_owned(),
                ids: None,
                home: config.home().to_string_lossy().into_owned(),
                shell: shell_or_default("/bin/bash"),
            });
        }
        let text = fs_err::read_to_string("/etc/passwd").map_err(GuestError::file("find user"))?;
        parse(&text, name).ok_or_else(|| GuestError::Config(format!("there is no user {name:?}")))
    }
}

fn parse(passwd: &str, name: &str) -> Option<Account> {
    passwd.lines().find_map(|line| {
        let fields: Vec<&str> = line.split(':').collect();
        let [user, _, uid, gid, _, home, shell] = fields.as_slice() else { return None };
        if *user != name {
            return None;
        }
        Some(Account {
            name: name.to_owned(),
            ids: Some((uid.parse().ok()?, gid.parse().ok()?)),
            home: (*home).to_owned(),
            shell: shell_or_default(shell),
        })
    })
}

fn shell_or_default(shell: &str) -> String {
    if !shell.is_empty() && Path::new(shell).exists() { shell.to_owned() } else { "/bin/sh".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn users_are_found_by_their_whole_name() {
        let passwd =
            "root:x:0:0:root:/root:/bin/sh\nagent2:x:5:5::/a:/bin/sh\nagent:x:1000:1001::/home/agent:/none\n";
        let account = parse(passwd, "agent").unwrap();
        assert_eq!((account.ids, account.shell.as_str()), (Some((1000, 1001)), "/bin/sh"));
        assert!(parse(passwd, "nobody").is_none());
    }
}

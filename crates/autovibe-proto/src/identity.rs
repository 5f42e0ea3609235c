//! Who calls a service, as its certificate's SAN URI `autovibe://<cluster>/<role>/<id>` says.

use std::fmt;
use std::str::FromStr;

/// The role of an internal caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CallerRole {
    /// Supervises Machines.
    Hub,
    /// The database service.
    Db,
    /// Runs Machines.
    Node,
    /// Any other service.
    Service,
}

impl CallerRole {
    /// The word in the URI.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            CallerRole::Hub => "hub",
            CallerRole::Db => "db",
            CallerRole::Node => "node",
            CallerRole::Service => "service",
        }
    }
}

/// An authenticated internal caller; servers find it in the request's extensions.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CallerIdentity {
    /// Name of the cluster.
    pub cluster: String,
    /// The role.
    pub role: CallerRole,
    /// Name within the role.
    pub id: String,
}

/// Why a URI names no caller.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not of the form autovibe://<cluster>/<role>/<id>")]
pub struct CallerIdentityError(String);

impl FromStr for CallerIdentity {
    type Err = CallerIdentityError;

    fn from_str(text: &str) -> Result<CallerIdentity, CallerIdentityError> {
        let refuse = || CallerIdentityError(text.chars().take(128).collect());
        let mut parts = text.strip_prefix("autovibe://").ok_or_else(refuse)?.split('/');
        let (Some(cluster), Some(role), Some(id), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(refuse());
        };
        let role = match role {
            "hub" => CallerRole::Hub,
            "db" => CallerRole::Db,
            "node" => CallerRole::Node,
            "service" => CallerRole::Service,
            _ => return Err(refuse()),
        };
        if cluster.is_empty() || id.is_empty() {
            return Err(refuse());
        }
        Ok(CallerIdentity { cluster: cluster.to_owned(), role, id: id.to_owned() })
    }
}

impl fmt::Display for CallerIdentity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "autovibe://{}/{}/{}", self.cluster, self.role.as_str(), self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_is_read_and_written() {
        let text = "autovibe://home/node/box-1";
        assert_eq!(text.parse::<CallerIdentity>().unwrap().to_string(), text);
        for wrong in
            ["autovibe://home/root/x", "autovibe://home/hub/", "https://home/hub/x", "autovibe://a/hub/x/y"]
        {
            assert!(wrong.parse::<CallerIdentity>().is_err(), "{wrong}");
        }
    }
}

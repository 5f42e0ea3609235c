//! Who calls the control API, and what they may do.

use autovibe_proto::v1::TokenRole;
use autovibe_proto::{ErrorKind, Failure};

/// What a call needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// Reading.
    View,
    /// Changing what belongs to a Project.
    Change,
    /// Changing what belongs to nobody, as tokens.
    Administer,
}

/// An authenticated caller; stands in the extensions of each request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Caller {
    /// The ApiToken.
    pub(crate) token_id: String,
    /// What it may do.
    pub(crate) role: TokenRole,
    /// The only Project it may touch.
    pub(crate) project_id: Option<String>,
}

impl Caller {
    /// The sender of this caller's Messages.
    pub(crate) fn sender(&self) -> String {
        format!("user/{}", self.token_id)
    }

    /// Checks an access to one Project.
    pub(crate) fn check(&self, access: Access, project_id: &str) -> Result<(), Failure> {
        if self.project_id.as_deref().is_some_and(|own| own != project_id) {
            return Err(denied("this token belongs to another project").with("project_id", project_id));
        }
        self.check_role(access).map_err(|failure| failure.with("project_id", project_id))
    }

    /// Checks an access to what belongs to no Project; a caller bound to a Project may only read there.
    pub(crate) fn check_global(&self, access: Access) -> Result<(), Failure> {
        if self.project_id.is_some() && access != Access::View {
            return Err(denied("this token is bound to one project; use one without a project"));
        }
        self.check_role(access)
    }

    fn check_role(&self, access: Access) -> Result<(), Failure> {
        let is_allowed = match self.role {
            TokenRole::Admin => true,
            TokenRole::Member => access != Access::Administer,
            TokenRole::Viewer => access == Access::View,
            TokenRole::Unspecified => false,
        };
        if is_allowed {
            return Ok(());
        }
        let needed = match access {
            Access::View => "viewer",
            Access::Change => "member",
            Access::Administer => "admin",
        };
        Err(denied(format!("this needs a token with the role {needed}")))
    }
}

fn denied(message: impl Into<String>) -> Failure {
    Failure::new(ErrorKind::PermissionDenied, "PERMISSION_DENIED", message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caller(role: TokenRole, project_id: Option<&str>) -> Caller {
        Caller { token_id: "tok_1".into(), role, project_id: project_id.map(str::to_owned) }
    }

    #[test]
    fn roles_allow_what_they_say() {
        for (role, view, change, administer) in [
            (TokenRole::Admin, true, true, true),
            (TokenRole::Member, true, true, false),
            (TokenRole::Viewer, true, false, false),
            (TokenRole::Unspecified, false, false, false),
        ] {
            let caller = caller(role, None);
            assert_eq!(caller.check(Access::View, "p").is_ok(), view, "{role:?}");
            assert_eq!(caller.check(Access::Change, "p").is_ok(), change, "{role:?}");
            assert_eq!(caller.check_global(Access::Administer).is_ok(), administer, "{role:?}");
        }
    }

    #[test]
    fn a_bound_token_stays_in_its_project() {
        let caller = caller(TokenRole::Admin, Some("p"));
        assert!(caller.check(Access::Change, "p").is_ok());
        assert!(caller.check(Access::View, "q").is_err());
        assert!(caller.check_global(Access::View).is_ok());
        assert!(caller.check_global(Access::Administer).is_err());
    }
}

//! What the way out refuses, and how it says so.

use super::destination::Destination;
use super::host::HostDenied;

/// Why a connection or request was not let out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EgressDenied {
    /// Not the HTTP that a proxy is spoken to with.
    #[error("the request is malformed: {0}")]
    Malformed(&'static str),
    /// The host cannot be one.
    #[error("the request is malformed: {0}")]
    Host(HostDenied),
    /// The head is longer than is read.
    #[error("the head of the request is too long")]
    HeadTooLong,
    /// The head did not come in time.
    #[error("the head of the request did not come in time")]
    HeadLate,
    /// No rule of the Project allows it.
    #[error("no rule allows {0}")]
    NotAllowed(Destination),
    /// It leads to addresses that are not public.
    #[error("{0} is not in the public Internet")]
    NotPublic(Destination),
    /// The name is not known.
    #[error("{0} has no address")]
    NotResolved(Destination),
    /// Nobody takes the connection.
    #[error("{0} does not take connections")]
    Unreachable(Destination),
    /// The answer did not come in time.
    #[error("{0} did not answer in time")]
    Late(Destination),
    /// The TLS greeting is for somebody else, or is none.
    #[error("{0}: {1}")]
    Greeting(Destination, String),
    /// The rule that allowed it is gone.
    #[error("the rule that allowed {0} was taken away")]
    RuleGone(Destination),
    /// Too many connections, or too quickly.
    #[error("this machine has too many connections, or opens them too quickly")]
    TooMany,
    /// The Hub cannot decide now.
    #[error("the hub cannot decide now")]
    Undecided,
}

impl EgressDenied {
    /// The stable reason.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        match self {
            Self::Malformed(_) | Self::Host(_) | Self::HeadTooLong | Self::HeadLate => "EGRESS_MALFORMED",
            Self::NotAllowed(_) | Self::RuleGone(_) => "EGRESS_DENIED",
            Self::NotPublic(_) => "ADDRESS_NOT_PUBLIC",
            Self::NotResolved(_) => "HOST_NOT_RESOLVED",
            Self::Unreachable(_) => "HOST_UNREACHABLE",
            Self::Late(_) => "HOST_LATE",
            Self::Greeting(..) => "SNI_MISMATCH",
            Self::TooMany => "TOO_MANY_CONNECTIONS",
            Self::Undecided => "UNAVAILABLE",
        }
    }

    /// The HTTP status that the program in the Machine sees.
    #[must_use]
    pub fn status(&self) -> http::StatusCode {
        use http::StatusCode;
        match self {
            Self::Malformed(_) | Self::Host(_) => StatusCode::BAD_REQUEST,
            Self::HeadTooLong => StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
            Self::HeadLate => StatusCode::REQUEST_TIMEOUT,
            Self::NotAllowed(_) | Self::NotPublic(_) | Self::Greeting(..) | Self::RuleGone(_) => {
                StatusCode::FORBIDDEN
            }
            Self::NotResolved(_) | Self::Unreachable(_) => StatusCode::BAD_GATEWAY,
            Self::Late(_) => StatusCode::GATEWAY_TIMEOUT,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Undecided => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// What the program is told; names the command that would allow it.
    pub(super) fn text(&self, project: &str) -> String {
        let remedy = match self {
            Self::NotAllowed(destination) => {
                let target = match destination.port {
                    80 | 443 => destination.host.to_string(),
                    _ => destination.to_string(),
                };
                format!("To allow it: autovibe egress allow {target} --project {project}\n")
            }
            _ => String::new(),
        };
        format!("autovibe: {self} ({})\n{remedy}", self.reason())
    }

    /// A whole HTTP/1.1 answer, after which the connection is closed.
    pub(super) fn answer(&self, project: &str) -> Vec<u8> {
        let (status, text) = (self.status(), self.text(project));
        format!(
            "HTTP/1.1 {} {}\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: {}\r\n\
             x-autovibe-reason: {}\r\nconnection: close\r\n\r\n{text}",
            status.as_u16(),
            status.canonical_reason().unwrap_or("Refused"),
            text.len(),
            self.reason(),
        )
        .into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_says_what_would_allow_it() {
        let denied = |text| EgressDenied::NotAllowed(Destination::parse(text, None).unwrap());
        assert!(denied("a.example:443").text("shop").ends_with("egress allow a.example --project shop\n"));
        let answer = String::from_utf8(denied("a.example:22").answer("shop")).unwrap();
        assert!(answer.starts_with("HTTP/1.1 403 Forbidden\r\n"), "{answer}");
        assert!(answer.contains("egress allow a.example:22 --project shop"), "{answer}");
    }
}

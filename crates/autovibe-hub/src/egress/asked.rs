//! What a head asks a proxy for, and whether it says so in one way only.

use http::{HeaderMap, Method, header};

use super::denied::EgressDenied;
use super::destination::Destination;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// A tunnel.
    Tunnel(Destination),
    /// A request of plain HTTP.
    Forward {
        /// Where to.
        destination: Destination,
        /// Path and query, as the origin is asked for them.
        path_and_query: String,
    },
}

impl Asked {
    /// Reads what is asked for; inside a tunnel to a plain port, every request must be for its destination.
    ///
    /// # Errors
    /// [`EgressDenied`] when it is malformed or could be read in two ways.
    pub fn of(
        method: &Method,
        target: &str,
        headers: &HeaderMap,
        tunnel: Option<&Destination>,
    ) -> Result<Asked, EgressDenied> {
        if headers.get_all(header::HOST).iter().count() > 1 {
            return Err(EgressDenied::Malformed("there are two Host headers"));
        }
        let has_length = headers.contains_key(header::CONTENT_LENGTH);
        if headers.get_all(header::CONTENT_LENGTH).iter().count() > 1
            || (has_length && headers.contains_key(header::TRANSFER_ENCODING))
        {
            return Err(EgressDenied::Malformed("the length of the body is said twice"));
        }
        if method == Method::CONNECT {
            return tunnel_of(target, headers, tunnel);
        }
        let (destination, path_and_query) = match tunnel {
            None => absolute(target)?,
            Some(tunnel) => {
                if !target.starts_with('/') {
                    return Err(EgressDenied::Malformed("inside a tunnel, ask for a path"));
                }
                (tunnel.clone(), target.to_owned())
            }
        };
        match host_of(headers, 80)? {
            Some(host) if host != destination => {
                Err(EgressDenied::Malformed("the Host header names another host"))
            }
            None if tunnel.is_some() => Err(EgressDenied::Malformed("there is no Host header")),
            _ => Ok(Asked::Forward { destination, path_and_query }),
        }
    }
}

fn tunnel_of(target: &str, headers: &HeaderMap, tunnel: Option<&Destination>) -> Result<Asked, EgressDenied> {
    if tunnel.is_some() {
        return Err(EgressDenied::Malformed("a tunnel inside a tunnel"));
    }
    // What follows the head of a CONNECT belongs to the tunnel. Source: RFC 9110, section 9.3.6.
    let length = headers.get(header::CONTENT_LENGTH).is_some_and(|length| length.as_bytes() != b"0");
    if length || headers.contains_key(header::TRANSFER_ENCODING) {
        return Err(EgressDenied::Malformed("CONNECT has no body"));
    }
    let destination = Destination::parse(target, None)?;
    match host_of(headers, destination.port)? {
        Some(host) if host != destination => {
            Err(EgressDenied::Malformed("the Host header names another host"))
        }
        _ => Ok(Asked::Tunnel(destination)),
    }
}

fn host_of(headers: &HeaderMap, implied_port: u16) -> Result<Option<Destination>, EgressDenied> {
    let Some(value) = headers.get(header::HOST) else { return Ok(None) };
    let text = value.to_str().map_err(|_| EgressDenied::Malformed("the Host header is not plain text"))?;
    Destination::parse(text, Some(implied_port)).map(Some)
}

/// Destination, path and query of an absolute URL of plain HTTP.
fn absolute(target: &str) -> Result<(Destination, String), EgressDenied> {
    let scheme = target.get(..7).filter(|scheme| scheme.eq_ignore_ascii_case("http://"));
    if scheme.is_none() {
        return Err(EgressDenied::Malformed("a proxy is asked for http://HOST/… or CONNECT HOST:PORT"));
    }
    let rest = &target[7..];
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    if authority.contains('@') {
        return Err(EgressDenied::Malformed("the URL holds a user name"));
    }
    let path_and_query = match path.as_bytes().first() {
        None => "/".to_owned(),
        Some(b'/') => path.to_owned(),
        Some(b'?') => format!("/{path}"),
        Some(_) => return Err(EgressDenied::Malformed("the URL has no path")),
    };
    // A fragment stays with the one who asks; a server that took it would see another path than we do.
    if path_and_query.contains(['#', '\\']) {
        return Err(EgressDenied::Malformed("the path holds characters that no path has"));
    }
    Ok((Destination::parse(authority, Some(80))?, path_and_query))
}

#[cfg(test)]
mod tests {
    use super::super::request_head::parse_request_head;
    use super::*;

    fn ask(head: &str, tunnel: Option<&str>) -> Result<Asked, EgressDenied> {
        let head = parse_request_head(head.replace('\n', "\r\n").as_bytes())?.unwrap();
        let tunnel = tunnel.map(|text| Destination::parse(text, None).unwrap());
        Asked::of(&head.method, &head.target, &head.headers, tunnel.as_ref())
    }

    fn destination(asked: Asked) -> String {
        match asked {
            Asked::Tunnel(destination) => format!("tunnel {destination}"),
            Asked::Forward { destination, path_and_query } => format!("{destination} {path_and_query}"),
        }
    }

    #[test]
    fn tunnels_and_requests_are_told_apart() {
        for (head, found) in [
            ("CONNECT A.example.:443 HTTP/1.1\nHost: a.example:443\n\n", "tunnel a.example:443"),
            ("CONNECT a.example:443 HTTP/1.1\nHost: a.example\n\n", "tunnel a.example:443"),
            ("CONNECT a.example:22 HTTP/1.0\n\n", "tunnel a.example:22"),
            ("GET http://a.example HTTP/1.1\nHost: a.example\n\n", "a.example:80 /"),
            ("GET HTTP://a.example?q HTTP/1.1\nHost: a.example:80\n\n", "a.example:80 /?q"),
            (
                "POST http://a.example:8080/x/../y?z HTTP/1.1\nHost: a.example:8080\n\n",
                "a.example:8080 /x/../y?z",
            ),
            ("GET http://127.1/ HTTP/1.1\n\n", "127.0.0.1:80 /"),
        ] {
            assert_eq!(destination(ask(head, None).unwrap()), found, "{head}");
        }
        let inside = ask("GET /x HTTP/1.1\nHost: a.example\n\n", Some("a.example:80")).unwrap();
        assert_eq!(destination(inside), "a.example:80 /x");
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_refused() {
        for head in [
            "GET http://a.example/ HTTP/1.1\nHost: a.example\nHost: b.example\n\n",
            "GET http://a.example/ HTTP/1.1\nHost: b.example\n\n",
            "GET http://a.example/ HTTP/1.1\nHost: a.example:81\n\n",
            "GET http://user:pw@a.example/ HTTP/1.1\nHost: a.example\n\n",
            "GET http://b.example@a.example/ HTTP/1.1\nHost: a.example\n\n",
            "GET http://a.example\\@b.example/ HTTP/1.1\nHost: b.example\n\n",
            "GET http://a.example#@b.example/ HTTP/1.1\nHost: b.example\n\n",
            "GET http://a.example/#x HTTP/1.1\nHost: a.example\n\n",
            "GET https://a.example/ HTTP/1.1\nHost: a.example\n\n",
            "GET ftp://a.example/ HTTP/1.1\nHost: a.example\n\n",
            "GET / HTTP/1.1\nHost: a.example\n\n",
            "OPTIONS * HTTP/1.1\nHost: a.example\n\n",
            "POST http://a.example/ HTTP/1.1\nContent-Length: 4\nTransfer-Encoding: chunked\n\n",
            "POST http://a.example/ HTTP/1.1\nTransfer-Encoding: chunked\nContent-Length: 4\n\n",
            "POST http://a.example/ HTTP/1.1\nContent-Length: 4\nContent-Length: 5\n\n",
            "CONNECT a.example:443 HTTP/1.1\nHost: b.example:443\n\n",
            "CONNECT a.example:443 HTTP/1.1\nContent-Length: 4\n\n",
            "CONNECT a.example HTTP/1.1\n\n",
            "CONNECT http://a.example:443 HTTP/1.1\n\n",
            "CONNECT user@a.example:443 HTTP/1.1\n\n",
            "CONNECT ::1:443 HTTP/1.1\n\n",
        ] {
            let refused = ask(head, None);
            assert!(
                matches!(refused, Err(EgressDenied::Malformed(_) | EgressDenied::Host(_))),
                "{head}: {refused:?}"
            );
        }
        for head in [
            "GET /x HTTP/1.1\nHost: b.example\n\n",
            "GET /x HTTP/1.1\n\n",
            "GET http://b.example/ HTTP/1.1\nHost: b.example\n\n",
            "CONNECT a.example:80 HTTP/1.1\n\n",
        ] {
            assert!(ask(head, Some("a.example:80")).is_err(), "{head}");
        }
    }
}

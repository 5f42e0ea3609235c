//! Where a Machine wants to go: a host and a port.

use std::fmt;

use super::denied::EgressDenied;
use super::host::Host;

/// Host and port.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Destination {
    /// The host.
    pub host: Host,
    /// The port, never 0.
    pub port: u16,
}

impl Destination {
    /// Reads `HOST:PORT`, or `HOST` where a port is implied.
    ///
    /// # Errors
    /// [`EgressDenied::Malformed`] when it is neither.
    pub fn parse(text: &str, implied_port: Option<u16>) -> Result<Destination, EgressDenied> {
        // The colons of an IPv6 address stand in brackets.
        let split = text.rfind(']').map_or(0, |at| at + 1);
        let (host, port) = match text[split..].find(':') {
            Some(at) => {
                let digits = &text[split + at + 1..];
                let is_plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
                let port = digits.parse().ok().filter(|port| is_plain && *port != 0);
                (&text[..split + at], port.ok_or(EgressDenied::Malformed("the port is no number"))?)
            }
            None => (text, implied_port.ok_or(EgressDenied::Malformed("the port is missing"))?),
        };
        let host = Host::parse(host).map_err(EgressDenied::Host)?;
        Ok(Destination { host, port })
    }
}

impl fmt::Display for Destination {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.host, self.port)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn host_and_port_are_read() {
        let read = |text, implied| Destination::parse(text, implied).map(|found| found.to_string());
        assert_eq!(read("Example.com.:443", None).unwrap(), "example.com:443");
        assert_eq!(read("example.com", Some(80)).unwrap(), "example.com:80");
        assert_eq!(read("[::1]:8080", None).unwrap(), "[::1]:8080");
        assert_eq!(read("[2606:4700::1111]", Some(80)).unwrap(), "[2606:4700::1111]:80");
        for wrong in [
            "example.com",
            "example.com:",
            "example.com:0",
            "example.com:65536",
            "example.com:+1",
            "::1:80",
            "a:b:1",
            ":80",
            "[::1]x:1",
        ] {
            assert!(read(wrong, None).is_err(), "{wrong}");
        }
    }
}

//! What is particular about this computer's way out: a resolver or an authority of its own, as companies have them.

use std::net::{IpAddr, Ipv4Addr, ToSocketAddrs as _};
use std::path::Path;

/// The hosts that the demonstrations install packages from.
pub(super) const PACKAGE_HOSTS: [&str; 2] = ["pypi.org", "files.pythonhosted.org"];

/// Where Debian keeps authorities that were added to its own. Source: update-ca-certificates(8).
const LOCAL_AUTHORITIES: &str = "/usr/local/share/ca-certificates";

/// Arguments of `autovibe up` that let Machines go the same way as this computer.
pub(super) fn arguments() -> Vec<String> {
    let mut arguments = Vec::new();
    for path in added_authorities() {
        arguments.extend(["--guest-ca".to_owned(), path]);
    }
    for host in PACKAGE_HOSTS {
        // A proxy of the network answers for the registry at an address that is not public. The daemon refuses such
        // addresses for good reason, so it has to be told.
        if let Some(address) = inner_address(host) {
            eprintln!("this network answers for {host} at {address}; the daemon is told to go there");
            arguments.extend(["--egress-test-resolve".to_owned(), format!("{host}={address}")]);
        }
    }
    arguments
}

fn added_authorities() -> Vec<String> {
    let folder = Path::new(LOCAL_AUTHORITIES).read_dir().into_iter().flatten().flatten();
    let is_certificate = |path: &Path| {
        path.extension().is_some_and(|end| end == "crt")
            && std::fs::read_to_string(path)
                .is_ok_and(|text| text.trim().starts_with("-----BEGIN CERTIFICATE-----"))
    };
    let mut paths: Vec<_> = folder.map(|entry| entry.path()).filter(|path| is_certificate(path)).collect();
    paths.sort();
    paths.iter().map(|path| path.display().to_string()).collect()
}

/// The address of a host, unless it is public or there is none.
fn inner_address(host: &str) -> Option<IpAddr> {
    let addresses = (host, 443).to_socket_addrs().ok()?;
    addresses.map(|address| address.ip()).find(|ip| match ip {
        IpAddr::V4(ip) => is_inner(*ip),
        IpAddr::V6(_) => false,
    })
}

fn is_inner(ip: Ipv4Addr) -> bool {
    let is_shared = ip.octets()[0] == 100 && (64..128).contains(&ip.octets()[1]);
    ip.is_private() || ip.is_loopback() || ip.is_link_local() || ip.is_documentation() || is_shared
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_that_are_not_public_are_passed_on() {
        for inner in ["10.1.2.3", "192.168.0.1", "127.0.0.1", "203.0.113.80", "100.64.0.1", "169.254.1.1"] {
            assert!(is_inner(inner.parse().unwrap()), "{inner}");
        }
        for public in ["151.101.0.223", "1.1.1.1", "100.128.0.1"] {
            assert!(!is_inner(public.parse().unwrap()), "{public}");
        }
    }
}

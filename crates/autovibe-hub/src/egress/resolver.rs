//! Finds the addresses of names that are allowed, and drops those that are not public.
//!
//! Nothing else resolves names: the connection goes to the very address that was checked here.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs as _};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::Instant;

use super::address::{is_own, is_public};
use super::denied::EgressDenied;
use super::destination::Destination;
use super::host::Host;

/// The system's resolver asks again after five seconds; this lets it do so once.
const LOOKUP_TIME_MAX: Duration = Duration::from_secs(8);
/// Look-ups at a time. Each holds a thread until the system gives up.
const LOOKUP_COUNT_MAX: usize = 32;
/// Short, because names of package registries move; long enough for one installation.
const MEMORY_TIME: Duration = Duration::from_secs(30);
const MEMORY_COUNT_MAX: usize = 1024;
/// Addresses that are tried for one connection.
const ADDRESS_COUNT_MAX: usize = 4;

/// Finds addresses.
#[derive(Debug)]
pub(super) struct Resolver {
    test_resolve: HashMap<String, SocketAddr>,
    known: Mutex<HashMap<String, (Instant, Vec<IpAddr>)>>,
    lookups: Arc<Semaphore>,
}

impl Resolver {
    pub(super) fn new(test_resolve: HashMap<String, SocketAddr>) -> Resolver {
        if !test_resolve.is_empty() {
            tracing::warn!(
                names = test_resolve.len(),
                "TEST ONLY: some names lead to fixed addresses, which may be inside this host"
            );
        }
        Resolver {
            test_resolve,
            known: Mutex::default(),
            lookups: Arc::new(Semaphore::new(LOOKUP_COUNT_MAX)),
        }
    }

    /// The public addresses of a destination that a rule allows; never empty.
    pub(super) async fn resolve(&self, destination: &Destination) -> Result<Vec<SocketAddr>, EgressDenied> {
        let found = match &destination.host {
            Host::Address(address) => vec![*address],
            Host::Name(name) => match self.test_resolve.get(name) {
                // TEST ONLY: the one way past the check below; see `EgressConfig::test_resolve`.
                Some(address) if address.port() == 0 => {
                    return Ok(vec![SocketAddr::new(address.ip(), destination.port)]);
                }
                Some(address) => return Ok(vec![*address]),
                None => self.look_up(name, destination).await?,
            },
        };
        let reachable: Vec<SocketAddr> = found
            .into_iter()
            .filter(|address| is_public(*address) && !is_own(*address))
            .take(ADDRESS_COUNT_MAX)
            .map(|address| SocketAddr::new(address.to_canonical(), destination.port))
            .collect();
        if reachable.is_empty() {
            return Err(EgressDenied::NotPublic(destination.clone()));
        }
        Ok(reachable)
    }

    async fn look_up(&self, name: &str, destination: &Destination) -> Result<Vec<IpAddr>, EgressDenied> {
        if let Some((at, addresses)) = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(name)
            && at.elapsed() < MEMORY_TIME
        {
            return Ok(addresses.clone());
        }
        let late = || EgressDenied::Late(destination.clone());
        // The final dot keeps the host's own search list out of it.
        let wanted = format!("{name}.");
        let lookups = Arc::clone(&self.lookups);
        let looking = async {
            let place = lookups.acquire_owned().await.map_err(|_| late())?;
            let found = tokio::task::spawn_blocking(move || {
                // Held by the thread: one that the caller gave up still counts.
                let _place = place;
                (wanted.as_str(), 0).to_socket_addrs().map(|found| found.map(|one| one.ip()).collect())
            });
            let found: std::io::Result<Vec<IpAddr>> = found.await.map_err(|_| late())?;
            found.map_err(|_| EgressDenied::NotResolved(destination.clone()))
        };
        let addresses = tokio::time::timeout(LOOKUP_TIME_MAX, looking).await.map_err(|_| late())??;
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MEMORY_COUNT_MAX {
            known.clear();
        }
        known.insert(name.to_owned(), (Instant::now(), addresses.clone()));
        Ok(addresses)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn destination(text: &str) -> Destination {
        Destination::parse(text, None).unwrap()
    }

    #[tokio::test]
    async fn an_address_that_is_not_public_is_refused_however_it_is_spelled() {
        let resolver = Resolver::new(HashMap::new());
        for text in [
            "127.0.0.1:80",
            "0x7f.1:80",
            "169.254.169.254:80",
            "[::1]:443",
            "[::ffff:10.0.0.1]:80",
            "[fe80::1]:80",
        ] {
            let refused = resolver.resolve(&destination(text)).await;
            assert!(matches!(refused, Err(EgressDenied::NotPublic(_))), "{text}: {refused:?}");
        }
        let public = resolver.resolve(&destination("1.1.1.1:443")).await.unwrap();
        assert_eq!(public, ["1.1.1.1:443".parse().unwrap()]);
    }

    #[tokio::test]
    async fn a_name_is_as_hidden_as_what_it_leads_to() {
        let resolver = Resolver::new(HashMap::new());
        let addresses = ["127.0.0.1", "10.0.0.1", "fe80::1"].map(|text| text.parse().unwrap()).to_vec();
        let mixed = ["10.0.0.1", "9.9.9.9"].map(|text| text.parse().unwrap()).to_vec();
        {
            let mut known = resolver.known.lock().unwrap();
            known.insert("rebound.example".to_owned(), (Instant::now(), addresses));
            known.insert("mixed.example".to_owned(), (Instant::now(), mixed));
        }
        let refused = resolver.resolve(&destination("rebound.example:443")).await;
        assert!(matches!(refused, Err(EgressDenied::NotPublic(_))), "{refused:?}");
        let left = resolver.resolve(&destination("mixed.example:443")).await.unwrap();
        assert_eq!(left, ["9.9.9.9:443".parse().unwrap()]);
    }

    #[tokio::test]
    async fn only_a_name_that_a_test_gave_leads_inside() {
        let inside: SocketAddr = "127.0.0.1:9".parse().unwrap();
        let resolver = Resolver::new(HashMap::from([("up.example".to_owned(), inside)]));
        assert_eq!(resolver.resolve(&destination("up.example:443")).await, Ok(vec![inside]));
        assert!(resolver.resolve(&destination("127.0.0.1:9")).await.is_err());
        let keeping =
            Resolver::new(HashMap::from([("up.example".to_owned(), "127.0.0.1:0".parse().unwrap())]));
        assert_eq!(
            keeping.resolve(&destination("up.example:80")).await,
            Ok(vec!["127.0.0.1:80".parse().unwrap()])
        );
    }
}

//! The proxy on loopback: each connection's bytes go to the Hub as they are, and nothing is read here.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use bytes::{Bytes, BytesMut};
use http::Method;
use http_body_util::{BodyExt as _, StreamBody};
use hyper::body::{Frame, Incoming};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc};
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::ReceiverStream;

use crate::config::GuestConfig;
use crate::error::GuestError;
use crate::hub::{Body, HubLink};

/// After a restore the connection is back within this.
const CONNECTION_WAIT: Duration = Duration::from_secs(30);
/// As many as the Hub takes from one Machine; the others wait to be accepted.
const CONNECTION_COUNT_MAX: usize = 256;
/// Longer than the Hub's own limit, for when the Hub does not tell.
const IDLE_MAX: Duration = Duration::from_secs(900);
const PIECE_BYTES: usize = 16 * 1024;
/// Pieces on their way to the Hub; more wait in the program.
const PIECE_COUNT_MAX: usize = 2;

type Piece = Result<Frame<Bytes>, io::Error>;

/// Listens on the configured address; ends never once it listens.
///
/// # Errors
/// [`GuestError::File`] when the address is taken.
pub(crate) async fn run_egress(config: &GuestConfig, link: Arc<HubLink>) -> Result<Infallible, GuestError> {
    let address = config.egress_address;
    let listener =
        TcpListener::bind(address).await.map_err(GuestError::file(format!("listen on {address}")))?;
    let places = Arc::new(Semaphore::new(CONNECTION_COUNT_MAX));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { continue };
        let Ok((stream, _)) = listener.accept().await else {
            // Out of file descriptors, most likely; some will come back.
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        let link = Arc::clone(&link);
        tokio::spawn(async move {
            pass(&link, stream).await;
            drop(place);
        });
    }
}

/// Points apt to the proxy; other programs are told by their environment.
///
/// # Errors
/// [`GuestError::File`] when the file cannot be written.
pub(crate) fn configure_apt(config: &GuestConfig) -> Result<(), GuestError> {
    let folder = config.place("/etc/apt/apt.conf.d");
    if !folder.is_dir() {
        return Ok(());
    }
    let url = proxy_url(config.egress_address);
    let text = format!("Acquire::http::Proxy \"{url}\";\nAcquire::https::Proxy \"{url}\";\n");
    fs_err::write(folder.join("90autovibe-proxy"), text).map_err(GuestError::file("point apt to the proxy"))
}

/// The address of the proxy, as programs want it.
pub(crate) fn proxy_url(address: SocketAddr) -> String {
    format!("http://{address}")
}

/// Carries one connection until both directions have ended, or one is cut off.
async fn pass(link: &HubLink, stream: TcpStream) {
    let clock = Clock::default();
    let (mut reader, mut writer) = stream.into_split();
    let (sender, receiver) = mpsc::channel(PIECE_COUNT_MAX);
    let carried = {
        let up = upload(&mut reader, sender, &clock);
        let down = download(link, receiver, &mut writer, &clock);
        tokio::select! {
            carried = async { tokio::try_join!(up, down).map(|_| ()) } => carried,
            () = clock.idle() => Err(io::ErrorKind::TimedOut.into()),
        }
    };
    if let Err(error) = carried {
        tracing::debug!(%error, "a way out was cut off");
        if let Ok(stream) = reader.reunite(writer) {
            // The program is to see a reset: an orderly end would look like a whole answer.
            let _ = stream.set_zero_linger();
        }
    }
}

async fn upload(reader: &mut OwnedReadHalf, pieces: mpsc::Sender<Piece>, clock: &Clock) -> io::Result<()> {
    loop {
        let mut piece = BytesMut::with_capacity(PIECE_BYTES);
        let read = tokio::select! {
            read = reader.read_buf(&mut piece) => read,
            // The Hub wants no more; what it still says goes on.
            () = pieces.closed() => return Ok(()),
        };
        match read {
            // The body ends with its sender: one direction is done.
            Ok(0) => return Ok(()),
            Ok(_) => {
                if pieces.send(Ok(Frame::data(piece.freeze()))).await.is_err() {
                    return Ok(());
                }
                clock.touch();
            }
            Err(error) => {
                // Told apart from an orderly end, so that the Hub cuts the other side off too.
                let _ = pieces.send(Err(error.kind().into())).await;
                return Err(error);
            }
        }
    }
}

async fn download(
    link: &HubLink,
    pieces: mpsc::Receiver<Piece>,
    writer: &mut OwnedWriteHalf,
    clock: &Clock,
) -> io::Result<()> {
    let body: Body =
        StreamBody::new(ReceiverStream::new(pieces).map(|piece| piece.map_err(Into::into))).boxed_unsync();
    let mut answer = open(link, body).await.map_err(|error| io::Error::other(error.chain()))?;
    while let Some(frame) = answer.frame().await {
        let Ok(piece) = frame.map_err(io::Error::other)?.into_data() else { continue };
        writer.write_all(&piece).await?;
        clock.touch();
    }
    writer.shutdown().await
}

async fn open(link: &HubLink, body: Body) -> Result<Incoming, GuestError> {
    let path = "/guest/v1/egress";
    let session = link.session(CONNECTION_WAIT).await?;
    let request = session.request(Method::POST, path).body(body).map_err(GuestError::unreachable)?;
    let response = session.send(request).await?;
    if !response.status().is_success() {
        let status = response.status().as_u16();
        return Err(GuestError::Refused { path: path.to_owned(), status, text: String::new() });
    }
    Ok(response.into_body())
}

/// When a connection last carried something.
#[derive(Debug)]
struct Clock {
    begin: Instant,
    last_ms: AtomicU64,
}

impl Default for Clock {
    fn default() -> Clock {
        Clock { begin: Instant::now(), last_ms: AtomicU64::new(0) }
    }
}

impl Clock {
    fn touch(&self) {
        let passed = u64::try_from(self.begin.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.last_ms.store(passed, Ordering::Relaxed);
    }

    async fn idle(&self) {
        loop {
            let last = Duration::from_millis(self.last_ms.load(Ordering::Relaxed));
            let quiet = self.begin.elapsed().saturating_sub(last);
            let Some(left) = IDLE_MAX.checked_sub(quiet).filter(|left| !left.is_zero()) else { return };
            tokio::time::sleep(left).await;
        }
    }
}

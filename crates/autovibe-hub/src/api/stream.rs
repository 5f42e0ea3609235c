//! Bridges a caller's stream to the guest: programs, files and ports inside a Machine.

use std::time::Duration;

use autovibe_proto::guest::v1::guest_command::Kind as CommandKind;
use autovibe_proto::guest::v1::stream_frame::Kind;
use autovibe_proto::guest::v1::{GuestCommand, OpenStreamCommand, StreamEnd, StreamFrame, StreamOpen};
use autovibe_proto::v1::Machine;
use autovibe_proto::{EffectId, ErrorKind, Failure};
use futures::StreamExt as _;
use tokio_stream::wrappers::ReceiverStream;
use tonic::Streaming;

use super::access::{Access, Caller};
use super::control::ControlApi;
use super::event_stream::MessageStream;
use super::machine::machine_id;
use crate::guest::{GuestStream, is_from_client};

/// The first frame says what is wanted; whoever opens a stream knows it.
const FIRST_FRAME_TIME_MAX: Duration = Duration::from_secs(10);
/// A guest that takes longer to answer a command is not there.
const GUEST_TIME_MAX: Duration = Duration::from_secs(10);

impl ControlApi {
    pub(super) async fn open_stream(
        &self,
        caller: &Caller,
        mut frames: Streaming<StreamFrame>,
    ) -> Result<MessageStream<StreamFrame>, Failure> {
        let first = tokio::time::timeout(FIRST_FRAME_TIME_MAX, frames.next()).await.map_err(|_| {
            Failure::new(ErrorKind::DeadlineExceeded, "OPEN_MISSING", "the first frame did not come in time")
        })?;
        let first = first.transpose().map_err(Failure::from)?.and_then(|frame| frame.kind);
        let Some(Kind::Open(request)) = first else {
            return Err(Failure::invalid("the first frame of a stream is open"));
        };
        let open = request.open.filter(|open| open.kind.is_some());
        let open =
            open.ok_or_else(|| Failure::invalid("say what to open: exec, put_file, get_file or port"))?;
        let machine = self.machine(caller, Access::Change, &request.machine_id).await?;
        let stream = self.connect(&machine, open).await?;
        let slot = self.stream_slot()?;
        self.hub().tasks().spawn("stream input", pump_input(frames, stream.to_guest));
        let output = ReceiverStream::new(stream.from_guest);
        // The end is the last frame; a stream that breaks off gets one that says so.
        let ended = futures::stream::once(async { Ok(broken_off()) });
        let output = until_end(output.map(Ok).chain(ended));
        Ok(Box::pin(output.inspect(move |_| {
            let _slot = &slot;
        })))
    }

    /// Asks the guest to open a stream, and waits for it.
    async fn connect(&self, machine: &Machine, open: StreamOpen) -> Result<GuestStream, Failure> {
        let id = machine_id(machine)?;
        let away = |text: &str| {
            let text = format!("machine {}: {text}", machine.name);
            Failure::new(ErrorKind::Unavailable, "GUEST_AWAY", text).with("machine_id", machine.id.clone())
        };
        let link = self.hub().guest_link();
        let deadline = tokio::time::Instant::now() + GUEST_TIME_MAX;
        // Between the greeting of a life and its first command lies a moment, and a guest that lost its
        // connection comes back by itself.
        let mut connected = link.connected();
        let incarnation = loop {
            match link.incarnation(&id) {
                Some(incarnation) if incarnation >= machine.incarnation => break incarnation,
                _ => tokio::time::timeout_at(deadline, connected.recv())
                    .await
                    .map_err(|_| away("its guest is not connected"))?
                    .ok(),
            };
        };
        let (stream_id, waiting) = self.config.guests.await_stream(&id, incarnation)?;
        let command = GuestCommand {
            effect_id: EffectId::generate().into_string(),
            incarnation,
            kind: Some(CommandKind::OpenStream(OpenStreamCommand {
                stream_id: stream_id.as_str().to_owned(),
                open: Some(open),
            })),
        };
        link.send(&id, command).await.map_err(|_| away("its guest is not connected"))?;
        match tokio::time::timeout(GUEST_TIME_MAX, waiting).await {
            Ok(Ok(stream)) => Ok(stream),
            Ok(Err(_)) | Err(_) => Err(away("its guest did not open the stream in time")),
        }
    }
}

/// Passes a caller's frames on until there are none, or nobody takes them.
///
/// A caller that has said all ends the input; one that broke off just goes, which the guest tells apart.
async fn pump_input(mut frames: Streaming<StreamFrame>, to_guest: tokio::sync::mpsc::Sender<StreamFrame>) {
    let mut has_ended = false;
    loop {
        let frame = tokio::select! {
            () = to_guest.closed() => return,
            frame = frames.next() => frame,
        };
        match frame {
            Some(Ok(frame)) if is_from_client(&frame) => {
                has_ended |= matches!(frame.kind, Some(Kind::InputEnd(_)));
                if to_guest.send(frame).await.is_err() {
                    return;
                }
            }
            None => {
                if !has_ended {
                    let _ = to_guest.send(StreamFrame { kind: Some(Kind::InputEnd(true)) }).await;
                }
                return;
            }
            // A caller that breaks the rules is treated as one that broke off.
            Some(Ok(_) | Err(_)) => return,
        }
    }
}

/// Ends a stream after its end frame.
fn until_end(
    frames: impl futures::Stream<Item = Result<StreamFrame, Failure>> + Send,
) -> impl futures::Stream<Item = Result<StreamFrame, Failure>> + Send {
    frames.scan(false, |has_ended, frame| {
        let item = if *has_ended { None } else { Some(frame) };
        *has_ended |= matches!(&item, Some(Ok(StreamFrame { kind: Some(Kind::End(_)) })));
        std::future::ready(item)
    })
}

fn broken_off() -> StreamFrame {
    let failure = "the stream broke off: the machine or its connection went away".to_owned();
    StreamFrame { kind: Some(Kind::End(StreamEnd { exit_code: 255, failure })) }
}

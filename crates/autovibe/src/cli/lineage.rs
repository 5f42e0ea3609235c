//! The Turns that led to a Checkpoint, back through restores and forks to the first boot.

use std::collections::{BTreeMap, BTreeSet};

use autovibe_proto::hub::v1::watch_machine_response::Kind;
use autovibe_proto::hub::v1::{GetCheckpointRequest, WatchMachineRequest};
use autovibe_proto::v1::machine_event_body::Kind as Fact;
use autovibe_proto::v1::{Checkpoint, Turn};
use autovibe_proto::{ErrorKind, Failure, timestamp_micros};
use serde::Serialize;

use super::diff::all_turns;
use super::error::CliError;
use super::output::{lower, turn_outcome};
use crate::client::Hub;
use crate::workspace::one_line;

/// Most lives that are followed back: restores in a loop must end somewhere.
const LIVES_MAX: usize = 10_000;

/// What is known about one Machine.
#[derive(Debug, Default)]
struct History {
    turns: Vec<Turn>,
    /// The Checkpoint that each life started from; `None` for a boot.
    lives: BTreeMap<i64, Option<String>>,
    /// AgentEvents of each Turn: life and place in the guest's stream.
    events: BTreeMap<String, Vec<(i64, i64)>>,
}

/// Reads histories once.
#[derive(Debug, Default)]
pub(super) struct Lineages {
    histories: BTreeMap<String, History>,
}

/// One Turn on the way to a Checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Station {
    /// The Turn.
    pub(super) turn_id: String,
    /// The Machine that it ran on.
    pub(super) machine_id: String,
    /// What was asked.
    pub(super) prompt: String,
    /// What the coding agent said at its end, or how far it was.
    pub(super) closing_text: String,
    /// How it ended.
    pub(super) outcome: String,
    /// AgentEvents up to the Checkpoint.
    pub(super) event_count: usize,
}

/// The Turns of two Checkpoints, common ones apart.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Conversation {
    /// Turns that both have.
    pub(super) common_count: usize,
    /// Turns of the first one alone.
    pub(super) only_left: Vec<Station>,
    /// Turns of the second one alone.
    pub(super) only_right: Vec<Station>,
    /// Something older is not known any more.
    pub(super) incomplete: bool,
}

/// A moment in a Machine's life.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Moment {
    machine_id: String,
    incarnation: i64,
    /// Microseconds; everything that began later belongs to another branch.
    until: i64,
    /// The newest place in the guest's stream.
    sequence: i64,
}

impl Moment {
    fn of(checkpoint: &Checkpoint) -> Moment {
        let cut = checkpoint.cut.clone().unwrap_or_default();
        Moment {
            machine_id: checkpoint.machine_id.clone(),
            incarnation: cut.incarnation,
            until: checkpoint.create_time.as_ref().map_or(i64::MAX, timestamp_micros),
            sequence: cut.out_sequence,
        }
    }
}

impl Lineages {
    /// Compares what led to two Checkpoints.
    pub(super) async fn compare(
        &mut self,
        hub: &mut Hub,
        left: &Checkpoint,
        right: &Checkpoint,
    ) -> Result<Conversation, CliError> {
        let (left, left_whole) = self.stations(hub, left).await?;
        let (right, right_whole) = self.stations(hub, right).await?;
        Ok(split(left, right, !(left_whole && right_whole)))
    }

    /// The Turns that led to a Checkpoint, oldest first, and whether none is missing.
    async fn stations(
        &mut self,
        hub: &mut Hub,
        checkpoint: &Checkpoint,
    ) -> Result<(Vec<Station>, bool), CliError> {
        let mut moment = Moment::of(checkpoint);
        let mut stations: Vec<Station> = Vec::new();
        let mut whole = true;
        for _ in 0..LIVES_MAX {
            if !self.histories.contains_key(&moment.machine_id) {
                match read(hub, &moment.machine_id).await {
                    Ok(history) => {
                        self.histories.insert(moment.machine_id.clone(), history);
                    }
                    // A Machine that is gone has taken its Turns with it.
                    Err(CliError::Failure(failure)) if failure.kind == ErrorKind::NotFound => {
                        whole = false;
                        break;
                    }
                    Err(error) => return Err(error),
                }
            }
            let history = self.histories.get(&moment.machine_id).expect("it was read above");
            stations.extend(history.stations(&moment).into_iter().rev());
            match history.lives.get(&moment.incarnation) {
                Some(Some(checkpoint_id)) => {
                    let request = GetCheckpointRequest { checkpoint_id: checkpoint_id.clone() };
                    match hub.get_checkpoint(request).await.map_err(Failure::from) {
                        Ok(checkpoint) => moment = Moment::of(&checkpoint.into_inner()),
                        Err(failure) if failure.kind == ErrorKind::NotFound => {
                            whole = false;
                            break;
                        }
                        Err(failure) => return Err(failure.into()),
                    }
                }
                // A boot goes on from the disk that the life before has left.
                _ if moment.incarnation > 1 => {
                    moment = Moment {
                        incarnation: moment.incarnation - 1,
                        until: i64::MAX,
                        sequence: i64::MAX,
                        ..moment
                    };
                }
                _ => break,
            }
        }
        stations.reverse();
        Ok((stations, whole))
    }
}

impl History {
    /// The Turns of one life up to a moment, oldest first.
    fn stations(&self, moment: &Moment) -> Vec<Station> {
        self.turns
            .iter()
            .filter(|turn| turn.incarnation == moment.incarnation)
            .filter(|turn| turn.start_time.as_ref().is_none_or(|time| timestamp_micros(time) <= moment.until))
            .map(|turn| self.station(turn, moment))
            .collect()
    }

    fn station(&self, turn: &Turn, moment: &Moment) -> Station {
        let ended = turn.end_time.as_ref().is_some_and(|time| timestamp_micros(time) <= moment.until);
        let result = turn.result.as_ref().filter(|_| ended);
        let events = self.events.get(&turn.id).map_or(0, |events| {
            let in_time = |(life, sequence): &&(i64, i64)| {
                *life < moment.incarnation || (*life == moment.incarnation && *sequence <= moment.sequence)
            };
            events.iter().filter(in_time).count()
        });
        Station {
            turn_id: turn.id.clone(),
            machine_id: turn.machine_id.clone(),
            prompt: one_line(&turn.prompt),
            closing_text: result.map(|result| one_line(&result.text)).unwrap_or_default(),
            outcome: result.map_or_else(|| "under way".to_owned(), |result| turn_outcome(result.outcome())),
            event_count: events,
        }
    }
}

async fn read(hub: &mut Hub, machine: &str) -> Result<History, CliError> {
    let mut history = History { turns: all_turns(hub, machine).await?, ..History::default() };
    let request = WatchMachineRequest {
        machine: machine.to_owned(),
        stored_only: true,
        ..WatchMachineRequest::default()
    };
    let mut events = hub.watch_machine(request).await?.into_inner();
    while let Some(event) = events.message().await? {
        match event.kind {
            Some(Kind::AgentEvent(event)) => {
                history.events.entry(event.turn_id).or_default().push((event.incarnation, event.sequence));
            }
            Some(Kind::MachineEvent(event)) => {
                if let Some(Fact::IncarnationStarted(fact)) = event.body.and_then(|body| body.kind) {
                    history.lives.insert(fact.incarnation, fact.checkpoint_id);
                }
            }
            _ => {}
        }
    }
    Ok(history)
}

/// Takes off what both begin with.
fn split(left: Vec<Station>, right: Vec<Station>, incomplete: bool) -> Conversation {
    let known: BTreeSet<&str> = right.iter().map(|station| station.turn_id.as_str()).collect();
    let common_count = left.iter().take_while(|station| known.contains(station.turn_id.as_str())).count();
    let shared: BTreeSet<String> =
        left[..common_count].iter().map(|station| station.turn_id.clone()).collect();
    Conversation {
        common_count,
        only_left: left.into_iter().skip(common_count).collect(),
        only_right: right.into_iter().filter(|station| !shared.contains(&station.turn_id)).collect(),
        incomplete,
    }
}

/// The sentences of one side.
pub(super) fn lines(stations: &[Station]) -> Vec<String> {
    stations
        .iter()
        .flat_map(|station| {
            let events = if station.event_count == 1 {
                "1 event".to_owned()
            } else {
                format!("{} events", station.event_count)
            };
            let mut lines = vec![
                format!("  {}  {}, {events}", station.turn_id, lower(&station.outcome, "")),
                format!("    > {}", station.prompt),
            ];
            if !station.closing_text.is_empty() {
                lines.push(format!("    {}", station.closing_text));
            }
            lines
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use autovibe_proto::timestamp_from_micros;
    use autovibe_proto::v1::TurnResult;

    fn turn(id: &str, incarnation: i64, start: i64, end: i64) -> Turn {
        Turn {
            id: id.to_owned(),
            incarnation,
            start_time: Some(timestamp_from_micros(start)),
            end_time: Some(timestamp_from_micros(end)),
            result: Some(TurnResult { text: format!("{id} is done"), ..TurnResult::default() }),
            ..Turn::default()
        }
    }

    #[test]
    fn a_life_counts_up_to_the_moment() {
        let history = History {
            turns: vec![turn("a", 1, 10, 20), turn("b", 1, 30, 40), turn("c", 1, 60, 70), turn("d", 2, 5, 6)],
            events: [("b".to_owned(), vec![(1, 1), (1, 2), (1, 9)])].into(),
            ..History::default()
        };
        let moment = Moment { machine_id: String::new(), incarnation: 1, until: 35, sequence: 2 };
        let stations = history.stations(&moment);
        let seen: Vec<_> = stations
            .iter()
            .map(|station| (station.turn_id.as_str(), station.closing_text.as_str()))
            .collect();
        assert_eq!(seen, [("a", "a is done"), ("b", "")]);
        assert_eq!((stations[1].outcome.as_str(), stations[1].event_count), ("under way", 2));
    }

    #[test]
    fn what_both_begin_with_is_taken_off() {
        let station = |id: &str| Station {
            turn_id: id.to_owned(),
            machine_id: String::new(),
            prompt: "do".to_owned(),
            closing_text: String::new(),
            outcome: "ok".to_owned(),
            event_count: 0,
        };
        let names = |stations: &[Station]| stations.iter().map(|one| one.turn_id.clone()).collect::<Vec<_>>();
        let conversation =
            split(vec![station("a"), station("b")], vec![station("a"), station("c"), station("d")], false);
        assert_eq!(conversation.common_count, 1);
        assert_eq!(names(&conversation.only_left), ["b"]);
        assert_eq!(names(&conversation.only_right), ["c", "d"]);
        let same = split(vec![station("a")], vec![station("a")], false);
        assert!(same.only_left.is_empty() && same.only_right.is_empty());
    }
}

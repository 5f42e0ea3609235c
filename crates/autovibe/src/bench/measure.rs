//! What can be measured.

use clap::ValueEnum;

/// A group of measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Measure {
    /// A fork to its first exec, without and with the rebirth; the rebirth alone; the memory of an idle fork.
    Fork,
    /// The pause of a running Machine, and the size of its saved memory.
    Checkpoint,
    /// Going back, to the first exec, without and with the rebirth; ours also ends the process that ran until then.
    Restore,
    /// A new Machine, to its first exec.
    Create,
}

impl Measure {
    /// In the order in which they are measured.
    pub(super) const ALL: [Measure; 4] =
        [Measure::Create, Measure::Checkpoint, Measure::Restore, Measure::Fork];

    /// Gives what was asked for without repetitions; everything when nothing was.
    pub(super) fn chosen(asked: &[Measure]) -> Vec<Measure> {
        Measure::ALL.into_iter().filter(|measure| asked.is_empty() || asked.contains(measure)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_measure_is_made_once_and_in_order() {
        let asked = [Measure::Fork, Measure::Create, Measure::Fork];
        assert_eq!(Measure::chosen(&asked), [Measure::Create, Measure::Fork]);
        assert_eq!(Measure::chosen(&[]), Measure::ALL);
    }
}

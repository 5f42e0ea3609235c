//! The figures of a run: one JSON object, or a table for people.

use serde::Serialize;
use serde_json::{Map, Value};

use super::statistics::Samples;
use crate::cli::print_table;

/// Everything that a run tells.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    /// What the figures depend on: processor, versions, accelerator, Image.
    pub(super) machine: Map<String, Value>,
    pub(super) results: Vec<Figure>,
}

/// One measure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Figure {
    /// "driver/measure".
    pub(super) name: &'static str,
    /// "ms" or "MiB".
    pub(super) unit: &'static str,
    /// Median of ours.
    pub(super) value: f64,
    /// Median of bare QEMU in the same run; none where there is no such thing.
    pub(super) floor: Option<f64>,
    /// Value divided by floor.
    pub(super) ratio: Option<f64>,
    pub(super) p50: f64,
    pub(super) p99: f64,
    /// Number of ours.
    pub(super) samples: usize,
}

impl Figure {
    /// Summarises ours beside the floor's; `None` without samples of ours.
    pub(super) fn of(
        name: &'static str,
        unit: &'static str,
        ours: &Samples,
        floor: &Samples,
    ) -> Option<Figure> {
        let value = ours.median()?;
        let floor = floor.median();
        Some(Figure {
            name,
            unit,
            value: rounded(value),
            floor: floor.map(rounded),
            ratio: floor.filter(|floor| *floor > 0.0).map(|floor| rounded(value / floor)),
            p50: rounded(ours.percentile(50)?),
            p99: rounded(ours.percentile(99)?),
            samples: ours.count(),
        })
    }
}

impl Report {
    /// Prints a table.
    pub(super) fn print(&self) {
        let told = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |value| format!("{value:.2}"));
        let rows: Vec<_> = self
            .results
            .iter()
            .map(|figure| {
                [
                    figure.name.to_owned(),
                    format!("{:.1} {}", figure.value, figure.unit),
                    figure
                        .floor
                        .map_or_else(|| "-".to_owned(), |floor| format!("{floor:.1} {}", figure.unit)),
                    told(figure.ratio),
                    told(Some(figure.p50)),
                    told(Some(figure.p99)),
                    figure.samples.to_string(),
                ]
            })
            .collect();
        print_table(["MEASURE", "MEDIAN", "BARE QEMU", "RATIO", "P50", "P99", "SAMPLES"], &rows);
    }
}

/// A thousandth is finer than what can be measured.
fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn samples(values: &[f64]) -> Samples {
        let mut samples = Samples::default();
        values.iter().for_each(|value| samples.add(*value));
        samples
    }

    #[test]
    fn a_figure_compares_medians() {
        let figure =
            Figure::of("qemu/restore", "ms", &samples(&[30.0, 10.0, 20.0]), &samples(&[10.0, 30.0])).unwrap();
        assert_eq!((figure.value, figure.floor, figure.ratio), (20.0, Some(20.0), Some(1.0)));
        assert_eq!((figure.p50, figure.p99, figure.samples), (20.0, 30.0, 3));
    }

    #[test]
    fn without_a_floor_there_is_no_ratio() {
        let figure = Figure::of("qemu/rebirth", "ms", &samples(&[12.34567]), &Samples::default()).unwrap();
        let json = serde_json::to_value(&figure).unwrap();
        assert_eq!(json["floor"], Value::Null);
        assert_eq!(json["ratio"], Value::Null);
        assert_eq!(json["value"], 12.346);
        assert_eq!(Figure::of("qemu/rebirth", "ms", &Samples::default(), &samples(&[1.0])), None);
    }
}

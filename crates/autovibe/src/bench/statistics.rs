//! From samples to the figures that are told.

/// Values of one measure in the order in which they were taken.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Samples(Vec<f64>);

impl Samples {
    pub(super) fn add(&mut self, value: f64) {
        self.0.push(value);
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// The smallest value that at least `percent` of a hundred values do not exceed; `None` without values.
    pub(super) fn percentile(&self, percent: usize) -> Option<f64> {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let rank = (sorted.len() * percent).div_ceil(100).max(1);
        sorted.get(rank - 1).copied()
    }

    /// The value in the middle; of an even number the mean of both.
    pub(super) fn median(&self) -> Option<f64> {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let middle = sorted.len() / 2;
        let upper = *sorted.get(middle)?;
        if sorted.len() % 2 == 1 {
            return Some(upper);
        }
        Some(f64::midpoint(sorted[middle - 1], upper))
    }
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
    fn medians_and_percentiles_do_not_depend_on_the_order() {
        let values = samples(&[5.0, 1.0, 4.0, 2.0]);
        assert_eq!(values.median(), Some(3.0));
        assert_eq!(values.percentile(50), Some(2.0));
        assert_eq!(values.percentile(99), Some(5.0));
        assert_eq!(samples(&[3.0, 9.0, 1.0]).median(), Some(3.0));
    }

    #[test]
    fn a_hundred_values_have_a_99th() {
        let values: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        assert_eq!(samples(&values).percentile(99), Some(99.0));
        assert_eq!(samples(&values).count(), 100);
    }

    #[test]
    fn without_values_there_is_nothing_to_tell() {
        assert_eq!(Samples::default().median(), None);
        assert_eq!(Samples::default().percentile(50), None);
    }
}

//! Which calls go wrong and how: printable, so that a failing test is repeated from one line.
//!
//! ```text
//! checkpoint#2=lose-reply; create@mch_…=busy*3; fork#1=stall
//! ```

use std::fmt;
use std::str::FromStr;

use crate::verb::Verb;

/// Which call of a verb a rule meets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultPoint {
    /// The call with this number, from 1.
    Nth(u32),
    /// The first call for this id.
    Subject(String),
}

/// What happens instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultAction {
    /// Fails before anything is applied.
    Fail,
    /// Is applied, then the answer is lost.
    LoseReply,
    /// Answers busy this many times, from this call on.
    Busy(u32),
    /// Never answers; ends when the caller gives up.
    Stall,
    /// Is applied, then the virtual machine is lost.
    LoseMachine,
}

/// One thing that goes wrong once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultRule {
    /// The verb.
    pub verb: Verb,
    /// Which call.
    pub point: FaultPoint,
    /// What happens.
    pub action: FaultAction,
}

/// An ordered list of rules; the first that fits a call is used up by it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FaultPlan {
    rules: Vec<FaultRule>,
}

/// A text is no fault plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no rule of a fault plan, as in \"checkpoint#2=lose-reply\"")]
pub struct FaultPlanError(String);

impl FaultPlan {
    /// A plan of these rules.
    #[must_use]
    pub fn new(rules: Vec<FaultRule>) -> FaultPlan {
        FaultPlan { rules }
    }

    /// A plan of `count` rules that always follows from `seed`; it stalls nothing.
    #[must_use]
    pub fn random(seed: u64, count: usize) -> FaultPlan {
        let mut state = seed;
        let mut draw = |below: u64| {
            // Source: Steele, Lea, Flood: "Fast splittable pseudorandom number generators" (SplitMix64).
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut value = state;
            value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            (value ^ (value >> 31)) % below
        };
        let rules = (0..count)
            .map(|_| FaultRule {
                verb: Verb::WRITES[usize::try_from(draw(Verb::WRITES.len() as u64)).unwrap_or(0)],
                point: FaultPoint::Nth(u32::try_from(draw(4)).unwrap_or(0) + 1),
                action: match draw(3) {
                    0 => FaultAction::Fail,
                    1 => FaultAction::LoseReply,
                    _ => FaultAction::Busy(u32::try_from(draw(3)).unwrap_or(0) + 1),
                },
            })
            .collect();
        FaultPlan { rules }
    }

    /// Tells what happens to the call with this number; the rule is used up.
    pub(super) fn take(&mut self, verb: Verb, number: u32, subjects: &[&str]) -> Option<FaultAction> {
        let index = self.rules.iter().position(|rule| {
            rule.verb == verb
                && match &rule.point {
                    FaultPoint::Nth(nth) => *nth == number,
                    FaultPoint::Subject(id) => subjects.contains(&id.as_str()),
                }
        })?;
        let rule = &mut self.rules[index];
        let action = rule.action;
        match (&mut rule.action, &mut rule.point) {
            (FaultAction::Busy(count), point) if *count > 1 => {
                *count -= 1;
                if let FaultPoint::Nth(nth) = point {
                    *nth += 1;
                }
            }
            _ => {
                self.rules.remove(index);
            }
        }
        Some(action)
    }
}

impl fmt::Display for FaultRule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.verb)?;
        match &self.point {
            FaultPoint::Nth(nth) => write!(formatter, "#{nth}=")?,
            FaultPoint::Subject(id) => write!(formatter, "@{id}=")?,
        }
        match self.action {
            FaultAction::Fail => formatter.write_str("fail"),
            FaultAction::LoseReply => formatter.write_str("lose-reply"),
            FaultAction::Busy(count) => write!(formatter, "busy*{count}"),
            FaultAction::Stall => formatter.write_str("stall"),
            FaultAction::LoseMachine => formatter.write_str("lose-machine"),
        }
    }
}

impl FromStr for FaultRule {
    type Err = FaultPlanError;

    fn from_str(text: &str) -> Result<FaultRule, FaultPlanError> {
        let refuse = || FaultPlanError(text.chars().take(128).collect());
        let (call, action) = text.split_once('=').ok_or_else(refuse)?;
        let (verb, point) = if let Some((verb, nth)) = call.split_once('#') {
            (verb, FaultPoint::Nth(nth.parse().map_err(|_| refuse())?))
        } else {
            let (verb, id) = call.split_once('@').ok_or_else(refuse)?;
            (verb, FaultPoint::Subject(id.to_owned()))
        };
        let action = match action.split_once('*') {
            Some(("busy", count)) => FaultAction::Busy(count.parse().map_err(|_| refuse())?),
            Some(_) => return Err(refuse()),
            None => match action {
                "fail" => FaultAction::Fail,
                "lose-reply" => FaultAction::LoseReply,
                "stall" => FaultAction::Stall,
                "lose-machine" => FaultAction::LoseMachine,
                _ => return Err(refuse()),
            },
        };
        Ok(FaultRule { verb: verb.parse().map_err(|_| refuse())?, point, action })
    }
}

impl fmt::Display for FaultPlan {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, rule) in self.rules.iter().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(formatter, "{separator}{rule}")?;
        }
        Ok(())
    }
}

impl FromStr for FaultPlan {
    type Err = FaultPlanError;

    fn from_str(text: &str) -> Result<FaultPlan, FaultPlanError> {
        let rules = text.split(';').map(str::trim).filter(|rule| !rule.is_empty());
        Ok(FaultPlan { rules: rules.map(str::parse).collect::<Result<_, _>>()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_printed_and_read() {
        let text = "checkpoint#2=lose-reply; create@mch_1=busy*3; fork#1=stall; power#4=lose-machine";
        assert_eq!(text.parse::<FaultPlan>().unwrap().to_string(), text);
        for seed in 0..50 {
            let plan = FaultPlan::random(seed, 6);
            assert_eq!(plan.to_string().parse::<FaultPlan>().unwrap(), plan);
        }
        assert_ne!(FaultPlan::random(1, 6), FaultPlan::random(2, 6));
        for wrong in ["create", "create#x=fail", "create#1=laugh", "sing#1=fail", "create#1=fail*2"] {
            assert!(wrong.parse::<FaultPlan>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_rule_is_used_up() {
        let mut plan: FaultPlan = "fork#2=busy*2; destroy@m=fail".parse().unwrap();
        let mut take = |number| plan.take(Verb::Fork, number, &["m"]);
        assert_eq!(take(1), None);
        assert_eq!(take(2), Some(FaultAction::Busy(2)));
        assert_eq!(take(3), Some(FaultAction::Busy(1)));
        assert_eq!(take(4), None);
        assert_eq!(plan.take(Verb::Destroy, 9, &["m"]), Some(FaultAction::Fail));
        assert_eq!(plan, FaultPlan::default());
    }
}

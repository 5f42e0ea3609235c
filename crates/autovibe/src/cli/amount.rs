//! Amounts as people write and read them: money, numbers of tokens, times, parts.

use std::time::Duration;

const MICROS: i64 = 1_000_000;

/// Reads an amount of US dollars, as "5", "$5.00" or "0.25", into millionths; "none" is 0.
pub(crate) fn parse_dollars(text: &str) -> Result<i64, String> {
    if text == "none" {
        return Ok(0);
    }
    let bad =
        || format!("{text:?} is no amount of US dollars, as 5.00, above 0; `none` takes the limit away");
    let (whole, part) =
        text.trim_start_matches('$').split_once('.').unwrap_or((text.trim_start_matches('$'), ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(part) || part.len() > 6 {
        return Err(bad());
    }
    let whole: i64 = whole.parse().map_err(|_| bad())?;
    let part: i64 = format!("{part:0<6}").parse().map_err(|_| bad())?;
    let micros = whole.checked_mul(MICROS).and_then(|micros| micros.checked_add(part)).ok_or_else(bad)?;
    if micros > 0 { Ok(micros) } else { Err(bad()) }
}

/// Reads a number of tokens, as "2M", "500k" or "1000"; "none" is 0.
pub(crate) fn parse_count(text: &str) -> Result<i64, String> {
    if text == "none" {
        return Ok(0);
    }
    let bad =
        || format!("{text:?} is no number of tokens, as 500k or 2M, above 0; `none` takes the limit away");
    let (digits, factor) = match text.bytes().last() {
        Some(b'k' | b'K') => (&text[..text.len() - 1], 1000),
        Some(b'm' | b'M') => (&text[..text.len() - 1], 1_000_000),
        Some(b'g' | b'G') => (&text[..text.len() - 1], 1_000_000_000),
        _ => (text, 1),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let scale = 10_i64.checked_pow(u32::try_from(part.len()).unwrap_or(u32::MAX)).ok_or_else(bad)?;
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(part) {
        return Err(bad());
    }
    let number: i64 = format!("{whole}{part}").parse().map_err(|_| bad())?;
    let count = number.checked_mul(factor).ok_or_else(bad)? / scale;
    if count > 0 { Ok(count) } else { Err(bad()) }
}

/// Reads a time, as "90s", "30min", "2h" or "1h30min", into milliseconds; "none" is 0.
pub(crate) fn parse_time(text: &str) -> Result<i64, String> {
    if text == "none" {
        return Ok(0);
    }
    let bad =
        || format!("{text:?} is no time, as 90s, 30m, 2h or 1h30m, above 0; `none` takes the limit away");
    let mut rest = text;
    let mut seconds = 0_i64;
    while !rest.is_empty() {
        let digits = rest.len() - rest.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        let (number, after) = rest.split_at(digits);
        let unit_end = after.find(|letter: char| letter.is_ascii_digit()).unwrap_or(after.len());
        let (unit, after) = after.split_at(unit_end);
        let factor = match unit {
            "s" | "sec" => 1,
            "m" | "min" => 60,
            "h" => 3600,
            "d" => 86_400,
            _ => return Err(bad()),
        };
        let number: i64 = number.parse().map_err(|_| bad())?;
        seconds = number.checked_mul(factor).and_then(|part| seconds.checked_add(part)).ok_or_else(bad)?;
        rest = after;
    }
    let ms = seconds.checked_mul(1000).ok_or_else(bad)?;
    if ms > 0 { Ok(ms) } else { Err(bad()) }
}

/// Reads a part, as "80%" or "80".
pub(crate) fn parse_percent(text: &str) -> Result<i32, String> {
    let number: Option<i32> = text.trim_end_matches('%').parse().ok();
    number
        .filter(|percent| (1..=99).contains(percent))
        .ok_or_else(|| format!("{text:?} is no part between 1% and 99%"))
}

/// An amount of money, with at least two digits after the point and no more than it needs.
pub(crate) fn dollars(micros: i64) -> String {
    let digits = format!("{:06}", micros % MICROS);
    let length = digits.trim_end_matches('0').len().max(2);
    format!("${}.{}", micros / MICROS, &digits[..length])
}

/// A number of tokens, in thousands or millions where it is large.
pub(crate) fn count(tokens: i64) -> String {
    match tokens {
        0..10_000 => tokens.to_string(),
        10_000..10_000_000 if tokens < 1_000_000 => format!("{}.{}k", tokens / 1000, tokens / 100 % 10),
        _ => format!("{}.{:02}M", tokens / 1_000_000, tokens / 10_000 % 100),
    }
}

/// A time, as "1h 30min" or "12s".
pub(crate) fn time(ms: i64) -> String {
    let seconds = Duration::from_millis(u64::try_from(ms).unwrap_or(0)).as_secs();
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, seconds) => format!("{seconds}s"),
        (0, minutes, seconds) => format!("{minutes}min {seconds}s"),
        (hours, minutes, _) => format!("{hours}h {minutes}min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_read_exactly() {
        assert_eq!(parse_dollars("5.00"), Ok(5_000_000));
        assert_eq!(parse_dollars("$0.25"), Ok(250_000));
        assert_eq!(parse_dollars("7"), Ok(7_000_000));
        assert_eq!(parse_dollars("none"), Ok(0));
        for bad in ["", "$", "-1", "0", "1e3", "1.2345678", "5 dollars", "99999999999999999999"] {
            assert!(parse_dollars(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn numbers_have_their_letters() {
        assert_eq!(parse_count("2M"), Ok(2_000_000));
        assert_eq!(parse_count("1.5k"), Ok(1500));
        assert_eq!(parse_count("1000"), Ok(1000));
        for bad in ["", "k", "0", "-1", "1x", "0.0001k", "99999999999999999G"] {
            assert!(parse_count(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn times_have_their_units() {
        assert_eq!(parse_time("2h"), Ok(7_200_000));
        assert_eq!(parse_time("1h30min"), Ok(5_400_000));
        assert_eq!(parse_time("90s"), Ok(90_000));
        for bad in ["", "2", "h", "2x", "0s", "-1h", "99999999999999999d"] {
            assert!(parse_time(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn parts_are_percent() {
        assert_eq!((parse_percent("80%"), parse_percent("5")), (Ok(80), Ok(5)));
        assert!(parse_percent("0").is_err() && parse_percent("100%").is_err() && parse_percent("x").is_err());
    }

    #[test]
    fn amounts_are_written_as_people_read_them() {
        assert_eq!((dollars(5_020_000), dollars(1_500)), ("$5.02".to_owned(), "$0.0015".to_owned()));
        assert_eq!(
            (count(9_999), count(500_000), count(2_340_000)),
            ("9999".into(), "500.0k".into(), "2.34M".into())
        );
        assert_eq!(
            (time(5_400_000), time(61_000), time(900)),
            ("1h 30min".into(), "1min 1s".into(), "0s".into())
        );
    }
}

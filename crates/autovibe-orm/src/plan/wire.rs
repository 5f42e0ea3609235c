//! The Protobuf wire format: reading with every bound checked, and writing.
//!
//! Source: Protocol Buffers documentation, "Encoding".

use bytes::BufMut;

/// Groups inside groups beyond this depth are refused.
const GROUP_DEPTH_MAX: usize = 32;

/// Why bytes are no message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Malformed;

/// The wire type of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WireType {
    Varint,
    Fixed64,
    Length,
    GroupStart,
    GroupEnd,
    Fixed32,
}

impl WireType {
    pub(crate) fn number(self) -> u32 {
        match self {
            WireType::Varint => 0,
            WireType::Fixed64 => 1,
            WireType::Length => 2,
            WireType::GroupStart => 3,
            WireType::GroupEnd => 4,
            WireType::Fixed32 => 5,
        }
    }
}

/// Reads one message from front to back.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Reader<'a> {
        Reader { bytes, at: 0 }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// Where the next byte stands.
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    pub(crate) fn varint(&mut self) -> Result<u64, Malformed> {
        let mut value = 0_u64;
        for index in 0..10 {
            let byte = *self.bytes.get(self.at).ok_or(Malformed)?;
            self.at += 1;
            if index == 9 && byte > 1 {
                return Err(Malformed);
            }
            value |= u64::from(byte & 0x7f) << (7 * index);
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(Malformed)
    }

    /// The next field number and its wire type.
    pub(crate) fn tag(&mut self) -> Result<(u32, WireType), Malformed> {
        let key = u32::try_from(self.varint()?).map_err(|_| Malformed)?;
        let wire = match key & 7 {
            0 => WireType::Varint,
            1 => WireType::Fixed64,
            2 => WireType::Length,
            3 => WireType::GroupStart,
            4 => WireType::GroupEnd,
            5 => WireType::Fixed32,
            _ => return Err(Malformed),
        };
        match key >> 3 {
            0 => Err(Malformed),
            number => Ok((number, wire)),
        }
    }

    pub(crate) fn fixed32(&mut self) -> Result<u32, Malformed> {
        let bytes = self.take(4)?;
        Ok(u32::from_le_bytes(bytes.try_into().map_err(|_| Malformed)?))
    }

    pub(crate) fn fixed64(&mut self) -> Result<u64, Malformed> {
        let bytes = self.take(8)?;
        Ok(u64::from_le_bytes(bytes.try_into().map_err(|_| Malformed)?))
    }

    /// The bytes of a field with a length.
    pub(crate) fn length(&mut self) -> Result<&'a [u8], Malformed> {
        let length = usize::try_from(self.varint()?).map_err(|_| Malformed)?;
        self.take(length)
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8], Malformed> {
        let end = self.at.checked_add(length).ok_or(Malformed)?;
        let bytes = self.bytes.get(self.at..end).ok_or(Malformed)?;
        self.at = end;
        Ok(bytes)
    }

    /// Passes over the value of a field that nobody asks for.
    pub(crate) fn skip(&mut self, number: u32, wire: WireType) -> Result<(), Malformed> {
        self.skip_within(number, wire, 0)
    }

    fn skip_within(&mut self, number: u32, wire: WireType, depth: usize) -> Result<(), Malformed> {
        if depth > GROUP_DEPTH_MAX {
            return Err(Malformed);
        }
        match wire {
            WireType::Varint => self.varint().map(|_| ()),
            WireType::Fixed64 => self.fixed64().map(|_| ()),
            WireType::Fixed32 => self.fixed32().map(|_| ()),
            WireType::Length => self.length().map(|_| ()),
            WireType::GroupEnd => Err(Malformed),
            WireType::GroupStart => loop {
                let (inner, wire) = self.tag()?;
                if wire == WireType::GroupEnd {
                    return if inner == number { Ok(()) } else { Err(Malformed) };
                }
                self.skip_within(inner, wire, depth + 1)?;
            },
        }
    }
}

pub(crate) fn put_varint(out: &mut impl BufMut, mut value: u64) {
    while value >= 0x80 {
        out.put_u8((value.to_le_bytes()[0] & 0x7f) | 0x80);
        value >>= 7;
    }
    out.put_u8(value.to_le_bytes()[0]);
}

pub(crate) fn put_tag(out: &mut impl BufMut, number: u32, wire: WireType) {
    put_varint(out, u64::from(number << 3 | wire.number()));
}

pub(crate) fn put_length(out: &mut impl BufMut, number: u32, bytes: &[u8]) {
    put_tag(out, number, WireType::Length);
    put_varint(out, bytes.len() as u64);
    out.put_slice(bytes);
}

pub(crate) fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)).cast_unsigned()
}

pub(crate) fn unzigzag(value: u64) -> i64 {
    (value >> 1).cast_signed() ^ -((value & 1).cast_signed())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_survive(value in any::<u64>(), signed in any::<i64>()) {
            let mut out = Vec::new();
            put_varint(&mut out, value);
            prop_assert_eq!(Reader::new(&out).varint(), Ok(value));
            prop_assert_eq!(unzigzag(zigzag(signed)), signed);
        }

        #[test]
        fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            let mut reader = Reader::new(&bytes);
            while let Ok((number, wire)) = reader.tag() {
                if reader.skip(number, wire).is_err() {
                    break;
                }
            }
        }
    }

    #[test]
    fn groups_are_skipped_and_must_end() {
        let mut whole = Reader::new(&[0x0b, 0x10, 0x05, 0x0c, 0x18]);
        let (number, wire) = whole.tag().unwrap();
        assert_eq!(whole.skip(number, wire), Ok(()));
        assert_eq!(whole.position(), 4);
        let mut cut = Reader::new(&[0x0b, 0x10, 0x05]);
        let (number, wire) = cut.tag().unwrap();
        assert_eq!(cut.skip(number, wire), Err(Malformed));
    }
}

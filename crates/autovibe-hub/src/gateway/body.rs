//! Bodies of requests and answers: one boxed type, read with limits.

use std::io::Read;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use flate2::read::MultiGzDecoder;
use http::{HeaderMap, StatusCode, header};
use http_body::Body;
use http_body_util::BodyExt;
use http_body_util::combinators::UnsyncBoxBody;

/// Why a body broke off.
pub type BodyError = Box<dyn std::error::Error + Send + Sync>;

/// Any body.
pub type BoxBody = UnsyncBoxBody<Bytes, BodyError>;

/// Boxes a body of any type.
pub fn boxed_body<B>(body: B) -> BoxBody
where
    B: Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BodyError>,
{
    body.map_err(Into::into).boxed_unsync()
}

/// A request whose body is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BodyDenied {
    /// Larger than allowed.
    TooLarge,
    /// It took too long to come.
    TooSlow,
    /// It broke off or cannot be unpacked.
    Broken,
    /// Packed in a way that is not supported.
    UnknownEncoding,
}

impl BodyDenied {
    /// The status of the answer.
    pub(crate) fn status(self) -> StatusCode {
        match self {
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Broken => StatusCode::BAD_REQUEST,
            Self::UnknownEncoding => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        }
    }

    /// The text of the answer.
    pub(crate) fn message(self) -> &'static str {
        match self {
            Self::TooLarge => "the request is larger than the gateway accepts",
            Self::TooSlow => "the request did not arrive in time",
            Self::Broken => "the body of the request is broken",
            Self::UnknownEncoding => "only gzip is accepted as the content encoding of a request",
        }
    }
}

/// Reads a whole body.
pub(crate) async fn read_body(
    mut body: BoxBody,
    length_max: usize,
    time_max: Duration,
) -> Result<Bytes, BodyDenied> {
    let reading = async {
        let mut whole = BytesMut::new();
        while let Some(frame) = body.frame().await {
            let Ok(data) = frame.map_err(|_| BodyDenied::Broken)?.into_data() else { continue };
            if whole.len() + data.len() > length_max {
                return Err(BodyDenied::TooLarge);
            }
            whole.extend_from_slice(&data);
        }
        Ok(whole.freeze())
    };
    tokio::time::timeout(time_max, reading).await.unwrap_or(Err(BodyDenied::TooSlow))
}

/// Unpacks a body as its headers say; the limit holds for the unpacked bytes.
pub(crate) fn unpack_body(headers: &HeaderMap, body: Bytes, length_max: usize) -> Result<Bytes, BodyDenied> {
    let encoding =
        headers.get(header::CONTENT_ENCODING).map_or(b"identity".as_slice(), |value| value.as_bytes());
    if encoding.eq_ignore_ascii_case(b"identity") {
        return Ok(body);
    }
    if !encoding.eq_ignore_ascii_case(b"gzip") {
        return Err(BodyDenied::UnknownEncoding);
    }
    let mut unpacked = Vec::new();
    let mut reader = MultiGzDecoder::new(body.as_ref()).take(length_max as u64 + 1);
    reader.read_to_end(&mut unpacked).map_err(|_| BodyDenied::Broken)?;
    if unpacked.len() > length_max { Err(BodyDenied::TooLarge) } else { Ok(Bytes::from(unpacked)) }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use http::HeaderValue;
    use http_body_util::Full;

    use super::*;

    #[tokio::test]
    async fn a_body_over_the_limit_is_denied() {
        let body = |length| boxed_body(Full::new(Bytes::from(vec![0; length])));
        let time = Duration::from_secs(5);
        assert_eq!(read_body(body(8), 8, time).await.unwrap().len(), 8);
        assert_eq!(read_body(body(9), 8, time).await, Err(BodyDenied::TooLarge));
    }

    #[test]
    fn a_packed_body_is_limited_by_what_it_unpacks_to() {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(&[b'x'; 5_000]).unwrap();
        let packed = Bytes::from(encoder.finish().unwrap());
        let headers =
            |value| HeaderMap::from_iter([(header::CONTENT_ENCODING, HeaderValue::from_static(value))]);
        assert_eq!(unpack_body(&headers("gzip"), packed.clone(), 5_000).unwrap(), vec![b'x'; 5_000]);
        assert_eq!(unpack_body(&headers("gzip"), packed.clone(), 4_999), Err(BodyDenied::TooLarge));
        assert_eq!(unpack_body(&headers("gzip"), packed.slice(0..9), 5_000), Err(BodyDenied::Broken));
        assert_eq!(unpack_body(&headers("br"), packed, 5_000), Err(BodyDenied::UnknownEncoding));
    }
}

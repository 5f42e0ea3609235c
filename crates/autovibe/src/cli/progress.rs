//! A line on the terminal while a call takes its time: what is waited for, and for how long.

use std::future::Future;
use std::io::{IsTerminal as _, Write};
use std::time::{Duration, Instant};

use super::context::Context;

/// What takes less needs no line, and afterwards the seconds are counted at this pace.
const PACE: Duration = Duration::from_secs(1);

/// Waits for a call and shows on the terminal's error output that it goes on; results stay alone on the other one.
pub(crate) async fn waiting<T>(context: &Context, what: &str, call: impl Future<Output = T>) -> T {
    let mut out = std::io::stderr();
    if context.is_json() || !out.is_terminal() {
        return call.await;
    }
    show_while(what, PACE, &mut out, call).await
}

async fn show_while<T>(what: &str, pace: Duration, out: &mut impl Write, call: impl Future<Output = T>) -> T {
    let begin = Instant::now();
    let mut is_drawn = false;
    let mut call = std::pin::pin!(call);
    let done = loop {
        tokio::select! {
            biased;
            done = &mut call => break done,
            () = tokio::time::sleep(pace) => {
                // A terminal that is gone takes nothing from the call.
                let _ = write!(out, "\r\x1b[K⋯ {what} · {} s", begin.elapsed().as_secs());
                let _ = out.flush();
                is_drawn = true;
            }
        }
    };
    if is_drawn {
        let _ = write!(out, "\r\x1b[K");
        let _ = out.flush();
    }
    done
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use super::*;

    #[derive(Clone, Default)]
    struct Screen(Rc<RefCell<Vec<u8>>>);

    impl Screen {
        fn text(&self) -> String {
            String::from_utf8_lossy(&self.0.borrow()).into_owned()
        }
    }

    impl Write for Screen {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.borrow_mut().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[tokio::test]
    async fn a_long_call_is_shown_and_leaves_nothing_behind() {
        let screen = Screen::default();
        let seen = screen.clone();
        let call = async {
            while seen.text().is_empty() {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            7
        };
        let done = show_while("making a machine", Duration::from_millis(2), &mut screen.clone(), call).await;
        assert_eq!(done, 7);
        let text = screen.text();
        assert!(text.contains("⋯ making a machine · 0 s"), "{text:?}");
        assert!(text.ends_with("\r\u{1b}[K"), "the line stays: {text:?}");
    }

    #[tokio::test]
    async fn a_short_call_draws_nothing() {
        let mut screen = Screen::default();
        show_while("making a machine", PACE, &mut screen, async {}).await;
        assert_eq!(screen.text(), "");
    }
}

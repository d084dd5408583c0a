//! A moment as a form takes it: the clock on the wall, and the zone.

/// A moment of `format: date-time`, in the two parts that a form has controls for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Day and time of day: `2026-07-14T12:30:45`.
    pub wall: String,
    /// The zone: `Z`, `+02:00`.
    pub zone: String,
}

impl Moment {
    /// Reads a moment; `None` if the text has another form.
    pub fn read(text: &str) -> Option<Self> {
        const SHAPE: &[u8] = b"0000-00-00T00:00";
        let bytes = text.as_bytes();
        let fits = |(shape, byte): (&u8, &u8)| match shape {
            b'0' => byte.is_ascii_digit(),
            shape => shape == byte,
        };
        if bytes.len() < SHAPE.len() || !SHAPE.iter().zip(bytes).all(fits) {
            return None;
        }
        let is_zone = |c: char| matches!(c, '+' | '-' | 'Z' | 'z');
        let at = text.get(SHAPE.len()..)?.find(is_zone);
        let (wall, zone) = text.split_at(at.map_or(text.len(), |at| SHAPE.len() + at));
        let is_time = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.');
        wall.chars().skip(SHAPE.len()).all(is_time).then(|| Self {
            wall: wall.to_owned(),
            zone: zone.to_owned(),
        })
    }

    /// Writes it, with the seconds that a control for a date leaves out.
    pub fn text(&self) -> String {
        let seconds = if self.wall.len() == 16 { ":00" } else { "" };
        [&self.wall, seconds, &self.zone].concat()
    }
}

/// Returns the zone that is so many minutes behind UTC.
pub fn zone_behind(minutes: i32) -> String {
    let sign = if minutes > 0 { '-' } else { '+' };
    let minutes = minutes.abs();
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_has_a_clock_and_a_zone() {
        for (text, wall, zone, written) in [
            (
                "2025-11-01T06:00:00+01:00",
                "2025-11-01T06:00:00",
                "+01:00",
                "2025-11-01T06:00:00+01:00",
            ),
            (
                "2025-11-01T06:00",
                "2025-11-01T06:00",
                "",
                "2025-11-01T06:00:00",
            ),
            (
                "2025-11-01T06:00Z",
                "2025-11-01T06:00",
                "Z",
                "2025-11-01T06:00:00Z",
            ),
            (
                "2025-11-01T06:00:00.123-05:30",
                "2025-11-01T06:00:00.123",
                "-05:30",
                "2025-11-01T06:00:00.123-05:30",
            ),
        ] {
            let moment = Moment::read(text).unwrap();
            assert_eq!((moment.wall.as_str(), moment.zone.as_str()), (wall, zone));
            assert_eq!(moment.text(), written);
        }
        for text in [
            "",
            "2025-11-01",
            "yesterday",
            "2025-11-01 06:00",
            "2025-11-01T06:00 or so",
        ] {
            assert_eq!(Moment::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_zone_is_written_with_its_sign() {
        for (minutes, zone) in [(-120, "+02:00"), (0, "+00:00"), (210, "-03:30")] {
            assert_eq!(zone_behind(minutes), zone);
        }
    }
}

//! Durations: seconds for SeaTable, hours and minutes for people.

/// Writes seconds as h:mm or h:mm:ss. `None` if h:mm does not tell them all.
pub(super) fn show(seconds: u64, with_seconds: bool) -> Option<String> {
    let mut out = (seconds / 3600).to_string();
    push(&mut out, seconds / 60 % 60);
    if with_seconds {
        push(&mut out, seconds % 60);
    } else if !seconds.is_multiple_of(60) {
        return None;
    }
    Some(out)
}

fn push(out: &mut String, number: u64) {
    out.push_str(if number < 10 { ":0" } else { ":" });
    out.push_str(&number.to_string());
}

/// Reads h:mm or h:mm:ss as [`show`] writes it, and no other way: what reads back differently would change under the
/// fingers of who types it.
pub(super) fn parse(text: &str, with_seconds: bool) -> Option<u64> {
    let mut seconds = 0u64;
    let mut fields = 0;
    for field in text.split(':') {
        seconds = seconds.checked_mul(60)?.checked_add(field.parse().ok()?)?;
        fields += 1;
    }
    if fields == 2 {
        seconds = seconds.checked_mul(60)?;
    }
    (show(seconds, with_seconds)? == text).then_some(seconds)
}

//! Whether a pasted text can be the token that an operation wants.

use super::{Claims, Secret, TokenKind};
use crate::typed;

/// The length of Account-Tokens and API-Tokens.
const OPAQUE: usize = 40;

/// What a text looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// 40 characters without a meaning of their own: an Account-Token or an API-Token.
    Opaque,
    /// A JWT: a Base-Token, or a temporary API-Token.
    Jwt(Claims),
    /// Something else.
    Other,
}

/// Why a text is not the token that is wanted. Never holds the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenFault {
    /// There is no text.
    Missing(TokenKind),
    /// There is white space inside.
    Broken(TokenKind),
    /// There are characters that no header carries.
    Unsendable(TokenKind),
    /// It is a Base-Token where another is wanted.
    IsBaseToken(TokenKind),
    /// It is a temporary API-Token where an Account-Token is wanted.
    IsTemporary,
    /// It has the length of an Account-Token or API-Token where a Base-Token is wanted.
    IsOpaque,
    /// It has the shape of none of SeaTable's tokens.
    Unlike(TokenKind),
}

/// Returns what a text looks like.
pub fn shape(text: &str) -> Shape {
    let is_opaque = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
    if let Some(claims) = Claims::read(text) {
        Shape::Jwt(claims)
    } else if text.len() == OPAQUE && text.bytes().all(is_opaque) {
        Shape::Opaque
    } else {
        Shape::Other
    }
}

/// Cleans what a person pasted and checks that it can be a token of that kind.
///
/// White space and quotes around it go, characters without width anywhere, and `Bearer` and `Token` in front. What cannot be
/// told apart, such as an Account-Token and an API-Token, is accepted.
pub fn accept(kind: TokenKind, pasted: &str) -> Result<Secret, TokenFault> {
    let seen = seen(pasted);
    let text = clean(&seen);
    if text.is_empty() {
        return Err(TokenFault::Missing(kind));
    }
    if text.contains(' ') {
        return Err(TokenFault::Broken(kind));
    }
    if !text.bytes().all(|b| b.is_ascii_graphic()) {
        return Err(TokenFault::Unsendable(kind));
    }
    match (kind, shape(text)) {
        (TokenKind::Base, Shape::Opaque) => return Err(TokenFault::IsOpaque),
        // A temporary API-Token is a JWT too, but says nothing of rights or an app.
        (TokenKind::Account | TokenKind::Api, Shape::Jwt(claims))
            if claims.permission.is_some() || claims.app_name.is_some() =>
        {
            return Err(TokenFault::IsBaseToken(kind));
        }
        (TokenKind::Account, Shape::Jwt(_)) => return Err(TokenFault::IsTemporary),
        (TokenKind::Account | TokenKind::Api, Shape::Other) => {
            return Err(TokenFault::Unlike(kind));
        }
        _ => {}
    }
    Ok(Secret::new(text))
}

/// Leaves out what has no width. White space stays as plain spaces, since it shows where a token was cut.
fn seen(pasted: &str) -> String {
    let plain = |c: char| match c {
        c if c.is_whitespace() => Some(' '),
        c => (!typed::is_unseen(c)).then_some(c),
    };
    pasted.chars().filter_map(plain).collect()
}

fn clean(pasted: &str) -> &str {
    let is_around = |c: char| matches!(c, ' ' | '"' | '\'' | '“' | '”' | '‘' | '’' | ',');
    let mut text = pasted.trim_matches(is_around);
    for scheme in ["Authorization:", "Bearer ", "Token "] {
        if let Some((head, rest)) = text.split_at_checked(scheme.len())
            && head.eq_ignore_ascii_case(scheme)
        {
            text = rest.trim_matches(is_around);
        }
    }
    text
}

/// Whether the practice SeaTable made this token: it begins with `practice`, or claims to.
pub fn is_practice(text: &str) -> bool {
    text.starts_with("practice") || Claims::read(text).is_some_and(|claims| claims.practice)
}

#[cfg(test)]
mod tests {
    use super::super::claims::tests::jwt;
    use super::*;

    const OPAQUE_TOKEN: &str = "fake0000fake0000fake0000fake0000fake0000";

    fn base_token() -> String {
        jwt(br#"{"exp":1,"permission":"rw","app_name":"x","username":""}"#)
    }

    #[test]
    fn what_stands_around_a_pasted_token_goes() {
        for pasted in [
            format!(" {OPAQUE_TOKEN}\n"),
            format!("Bearer {OPAQUE_TOKEN}"),
            format!("token  {OPAQUE_TOKEN}"),
            format!("\"{OPAQUE_TOKEN}\","),
            format!("Authorization: Bearer {OPAQUE_TOKEN}"),
            format!("\u{200b}{OPAQUE_TOKEN}\u{feff}"),
            format!("\u{a0}Bearer\u{a0}{OPAQUE_TOKEN}\u{3000}"),
            OPAQUE_TOKEN.replacen("fake", "fa\u{ad}k\u{200b}e", 2),
        ] {
            assert_eq!(
                accept(TokenKind::Api, &pasted).unwrap().reveal(),
                OPAQUE_TOKEN
            );
        }
    }

    #[test]
    fn a_token_of_the_wrong_kind_is_refused() {
        let base = base_token();
        assert_eq!(
            accept(TokenKind::Api, &base),
            Err(TokenFault::IsBaseToken(TokenKind::Api))
        );
        assert_eq!(
            accept(TokenKind::Account, &base),
            Err(TokenFault::IsBaseToken(TokenKind::Account))
        );
        assert_eq!(
            accept(TokenKind::Base, OPAQUE_TOKEN),
            Err(TokenFault::IsOpaque)
        );
        assert!(accept(TokenKind::Base, &base).is_ok());
    }

    #[test]
    fn a_temporary_api_token_is_an_api_token() {
        let temporary =
            jwt(br#"{"username":"fake@auth.local","dtable_uuid":"x","exp":1614682126.7}"#);
        assert!(accept(TokenKind::Api, &temporary).is_ok());
        assert_eq!(
            accept(TokenKind::Account, &temporary),
            Err(TokenFault::IsTemporary)
        );
    }

    #[test]
    fn what_no_header_can_carry_is_refused() {
        assert_eq!(
            accept(TokenKind::Api, "  "),
            Err(TokenFault::Missing(TokenKind::Api))
        );
        assert_eq!(
            accept(TokenKind::Api, "fake fake"),
            Err(TokenFault::Broken(TokenKind::Api))
        );
        assert_eq!(
            accept(TokenKind::Base, "fäke"),
            Err(TokenFault::Unsendable(TokenKind::Base))
        );
        assert_eq!(
            accept(TokenKind::Account, "fake"),
            Err(TokenFault::Unlike(TokenKind::Account))
        );
    }

    #[test]
    fn no_fault_repeats_the_token() {
        let kinds = [TokenKind::Account, TokenKind::Api, TokenKind::Base];
        for pasted in [
            base_token(),
            "fake0000 fake".to_owned(),
            "fake0000".to_owned(),
        ] {
            for fault in kinds.iter().filter_map(|&kind| accept(kind, &pasted).err()) {
                let told = format!("{} {fault:?}", crate::words::token::fault(fault));
                assert!(!told.contains(&pasted) && !told.contains("fake"), "{told}");
            }
        }
    }

    #[test]
    fn practice_tokens_are_known() {
        assert!(is_practice("practice-api-token"));
        assert!(is_practice(&jwt(br#"{"practice":true}"#)));
        assert!(!is_practice(&jwt(br#"{"practice":false}"#)));
        assert!(!is_practice(OPAQUE_TOKEN));
    }
}

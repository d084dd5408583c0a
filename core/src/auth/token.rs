//! A token as it was given: cleaned, and checked for what it is to be. That is done once, when it is entered or arrives.

use super::{Claims, Secret, TokenKind};
use crate::typed;

/// The length of Account-Tokens and API-Tokens.
const OPAQUE: usize = 40;

/// A token that was given for one of a kind, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The kind that is wanted.
    pub kind: TokenKind,
    /// The token as it is sent, or why what was given cannot be one.
    pub secret: Result<Secret, TokenFault>,
    /// What it says of itself; `None` if it says nothing.
    pub claims: Option<Claims>,
    /// Whether the practice SeaTable made it: it begins with `practice`, or claims to.
    pub is_practice: bool,
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

impl Token {
    /// Cleans what was given and checks that it can be a token of that kind.
    ///
    /// White space and quotes around it go, characters without width anywhere, and `Bearer` and `Token` in front. What cannot be
    /// told apart, such as an Account-Token and an API-Token, is accepted.
    pub fn new(kind: TokenKind, given: &Secret) -> Self {
        let seen = seen(given.reveal());
        let text = clean(seen.reveal());
        let claims = Claims::read(text);
        let is_practice =
            text.starts_with("practice") || claims.as_ref().is_some_and(|claims| claims.practice);
        Self {
            kind,
            secret: match fault(kind, text, claims.as_ref()) {
                None => Ok(Secret::new(text)),
                Some(fault) => Err(fault),
            },
            claims,
            is_practice,
        }
    }

    /// Whether it is this one.
    pub fn is(&self, secret: &Secret) -> bool {
        self.secret.as_ref().is_ok_and(|own| own == secret)
    }

    /// Returns what is wrong with it; `None` if it is accepted.
    pub fn fault(&self) -> Option<TokenFault> {
        self.secret.as_ref().err().copied()
    }
}

/// Whether something in a text has the shape of a token.
pub fn has_likely_token(text: &str) -> bool {
    let is_inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let mut words = text.split(|c| !is_inside(c));
    words.any(|word| is_opaque(word) || Claims::read(word).is_some())
}

fn is_opaque(text: &str) -> bool {
    text.len() == OPAQUE && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

fn fault(kind: TokenKind, text: &str, claims: Option<&Claims>) -> Option<TokenFault> {
    if text.is_empty() {
        return Some(TokenFault::Missing(kind));
    }
    if text.contains(' ') {
        return Some(TokenFault::Broken(kind));
    }
    if !text.bytes().all(|b| b.is_ascii_graphic()) {
        return Some(TokenFault::Unsendable(kind));
    }
    let is_opaque = is_opaque(text);
    match (kind, claims) {
        (TokenKind::Base, None) if is_opaque => Some(TokenFault::IsOpaque),
        // A temporary API-Token is a JWT too, but says nothing of rights or an app.
        (TokenKind::Account | TokenKind::Api, Some(claims))
            if claims.permission.is_some() || claims.app_name.is_some() =>
        {
            Some(TokenFault::IsBaseToken(kind))
        }
        (TokenKind::Account, Some(_)) => Some(TokenFault::IsTemporary),
        (TokenKind::Account | TokenKind::Api, None) if !is_opaque => Some(TokenFault::Unlike(kind)),
        _ => None,
    }
}

/// Leaves out what has no width. White space stays as plain spaces, since it shows where a token was cut.
fn seen(pasted: &str) -> Secret {
    let plain = |c: char| match c {
        c if c.is_whitespace() => Some(' '),
        c => (!typed::is_unseen(c)).then_some(c),
    };
    Secret::new(pasted.chars().filter_map(plain).collect::<String>())
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

#[cfg(test)]
mod tests {
    use super::super::claims::tests::jwt;
    use super::*;

    const OPAQUE_TOKEN: &str = "fake0000fake0000fake0000fake0000fake0000";

    fn accept(kind: TokenKind, given: &str) -> Result<Secret, TokenFault> {
        Token::new(kind, &Secret::new(given)).secret
    }

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
        let is_practice = |text: &str| Token::new(TokenKind::Base, &Secret::new(text)).is_practice;
        assert!(is_practice("practice-api-token"));
        assert!(is_practice(&jwt(br#"{"practice":true}"#)));
        assert!(!is_practice(&jwt(br#"{"practice":false}"#)));
        assert!(!is_practice(OPAQUE_TOKEN));
    }
}

//! The kind of token that an operation wants.

use super::document::Document;
use super::error::Error;
use super::yaml::Node;
use playground_core::auth::TokenKind;

/// Returns the kind that a security scheme stands for. Only its name tells: every scheme of SeaTable's documents has the type http
/// and the scheme bearer.
fn of_scheme(name: &str) -> Option<TokenKind> {
    Some(match name {
        "AccountTokenAuth" => TokenKind::Account,
        "ApiTokenAuth" => TokenKind::Api,
        "BaseTokenAuth" => TokenKind::Base,
        "PythonSchedulerAuth" => TokenKind::Scheduler,
        _ => return None,
    })
}

/// Reads the kind of token that an operation wants. An operation that does not say so follows its
/// document; where neither does, or an empty list is given, none is wanted.
pub(super) fn read_token(
    document: Document<'_>,
    operation: Node<'_>,
) -> Result<Option<TokenKind>, Error> {
    let Some(security) = operation
        .get("security")
        .or_else(|| document.root().get("security"))
    else {
        return Ok(None);
    };
    let mut alternatives = security.items()?;
    let Some(requirement) = alternatives.next() else {
        return Ok(None);
    };
    let schemes = requirement.entries()?;
    let ([(scheme, _)], None) = (schemes.as_slice(), alternatives.next()) else {
        return Err(security.error("one security scheme is expected"));
    };
    let token = of_scheme(scheme);
    token.map(Some).ok_or_else(|| {
        requirement.error(format!(
            "the security scheme `{scheme}` stands for no known token"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::yaml::Yaml;

    fn read(text: &str) -> Result<Option<TokenKind>, Error> {
        let yaml = Yaml::parse(text).unwrap();
        read_token(
            Document::new(yaml.root()),
            yaml.root().need("operation").unwrap(),
        )
    }

    #[test]
    fn the_name_of_the_scheme_tells_the_kind() {
        for (scheme, token) in [
            ("AccountTokenAuth", TokenKind::Account),
            ("ApiTokenAuth", TokenKind::Api),
            ("BaseTokenAuth", TokenKind::Base),
            ("PythonSchedulerAuth", TokenKind::Scheduler),
        ] {
            let text = format!("operation: {{security: [{{{scheme}: []}}]}}");
            assert_eq!(read(&text).unwrap(), Some(token));
        }
    }

    #[test]
    fn no_security_is_no_token() {
        assert_eq!(read("operation: {security: []}").unwrap(), None);
        assert_eq!(read("operation: {summary: Ping}").unwrap(), None);
    }

    #[test]
    fn an_operation_without_security_follows_its_document() {
        let text = "security: [{BaseTokenAuth: []}]\noperation: {summary: Ping}";
        assert_eq!(read(text).unwrap(), Some(TokenKind::Base));
        let text = "security: [{BaseTokenAuth: []}]\noperation: {security: []}";
        assert_eq!(read(text).unwrap(), None);
    }

    #[test]
    fn an_unknown_scheme_is_an_error() {
        let error = read("operation: {security: [{CatAuth: []}]}").unwrap_err();
        assert_eq!(
            error.to_string(),
            "1:24: the security scheme `CatAuth` stands for no known token"
        );
    }

    #[test]
    fn two_schemes_are_an_error() {
        for security in [
            "[{ApiTokenAuth: [], BaseTokenAuth: []}]",
            "[{ApiTokenAuth: []}, {}]",
        ] {
            let error = read(&format!("operation: {{security: {security}}}")).unwrap_err();
            assert_eq!(error.to_string(), "1:23: one security scheme is expected");
        }
    }
}

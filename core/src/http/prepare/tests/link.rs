//! Uploads by a link, to the server or to another host that the person lets links lead to.

use super::*;

const LINK: &str = "https://files.example.com/seafhttp/upload-api/fake-0000";

fn upload(token: Option<TokenKind>) -> Operation {
    let link = with_role("upload_link", Place::Path, Role::UploadLink);
    let path = "/seafhttp/upload-api/{upload_link}";
    Operation {
        token,
        fixed_query: "ret-json=1".into(),
        ..operation(Method::Post, path, None, vec![link])
    }
}

fn by(link: &str, server: &Server, token: Option<TokenKind>) -> Result<String, Vec<FieldError>> {
    prepare(&form(&upload(token), &[link]), server).map(|request| request.url.in_the_clear())
}

#[test]
fn a_link_leads_to_the_server_or_to_the_host_that_was_allowed() {
    let cloud = Server::cloud();
    let files = Server::parse("files.example.com").unwrap();
    let both = cloud.with_links(Some(&files));
    let own = "https://cloud.seatable.io/seafhttp/upload-api/fake-0000?ret-json=1";
    for link in ["fake-0000", own] {
        assert_eq!(by(link, &both, None).as_deref(), Ok(own), "{link}");
    }
    let there = [LINK, "?ret-json=1"].concat();
    assert_eq!(by(LINK, &both, None), Ok(there));
    let own_path = "https://files.example.com/x/upload-api/fake-0000";
    let sent = by(own_path, &both, None);
    assert_eq!(sent, Ok([own_path, "?ret-json=1"].concat()));
    let told = "https://Files.example.com/seafhttp/upload-api/fake-0000";
    assert_eq!(by(told, &both, None), Ok([LINK, "?ret-json=1"].concat()));
    let refused = by(LINK, &cloud, None).unwrap_err();
    let is_other = |fault: &FieldFault| matches!(fault, FieldFault::OtherHost { host, .. } if host == "files.example.com");
    assert!(is_other(&refused[0].fault), "{refused:?}");
}

#[test]
fn no_token_goes_to_the_host_of_links() {
    let both = Server::cloud().with_links(Some(&Server::parse("files.example.com").unwrap()));
    let sent = by(LINK, &both, Some(TokenKind::Api)).unwrap();
    assert!(sent.starts_with("https://cloud.seatable.io/"), "{sent}");
}

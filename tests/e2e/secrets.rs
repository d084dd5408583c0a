//! Secrets: what they are to the browser, where they are not shown, and what is left of them once they are forgotten.

use super::browser::devtools;
use super::stage::Stage;
use super::upload_a_file;
use serde_json::json;

/// Keeps the memory of the page's program at hand, for a look into it.
const KEEP_MEMORY: &str = "for (const name of ['instantiate', 'instantiateStreaming']) {\
    const original = WebAssembly[name];\
    WebAssembly[name] = async (...a) => {\
        const made = await original(...a);\
        const given = Object.values((made.instance ?? made).exports);\
        const memory = given.find(it => it instanceof WebAssembly.Memory);\
        if (memory) window.programMemory ??= memory;\
        return made;\
    };\
}";

/// Counts how often a text stands in the memory of the page's program.
const COUNT: &str = "const bytes = new Uint8Array(programMemory.buffer);\
    const wanted = new TextEncoder().encode(arguments[0]);\
    let count = 0;\
    for (let i = bytes.indexOf(wanted[0]); i >= 0; i = bytes.indexOf(wanted[0], i + 1))\
        if (wanted.every((byte, j) => bytes[i + j] === byte)) count += 1;\
    return count;";

/// What the browser is told of each field of the open step.
const ROLES: &str = "return [...document.querySelectorAll('.step.open input:not([type=radio])')]\
    .map(e => [e.type, e.autocomplete, getComputedStyle(e).webkitTextSecurity].join(' '))";

#[tokio::test]
async fn a_token_is_no_password_and_a_login_is_a_login() {
    let stage = Stage::set().await;
    stage.open("#/walkthrough/write-and-read").await;
    let token = "text off disc";
    let login = ["text username none", "password current-password disc"];
    assert_eq!(
        stage.run(ROLES, vec![]).await,
        json!([token, login[0], login[1]])
    );
    let forms = "return [...document.querySelectorAll('.step.open form')].map(f => f.querySelectorAll('input').length)";
    assert_eq!(
        stage.run(forms, vec![]).await,
        json!([1, 2]),
        "a login has a form of its own"
    );
    stage.press("Show").await;
    let shown = stage.run(ROLES, vec![]).await;
    assert_eq!(shown[0], "text off none", "a token can be looked at");

    stage
        .run("location.hash = '#/walkthrough/create-a-user'", vec![])
        .await;
    stage.shows("h1", "Create a user").await;
    let member = [
        "text off none",
        "text off none",
        "password new-password disc",
    ];
    let all = [login.as_slice(), &member].concat();
    assert_eq!(stage.run(ROLES, vec![]).await, json!(all));
    stage
        .run("location.hash = '#/walkthrough/create-a-user/2'", vec![])
        .await;
    stage.shows(".step.open .number", "2").await;
    assert_eq!(stage.run(ROLES, vec![]).await, json!(login));
    stage
        .run("location.hash = '#/walkthrough/create-a-user/4'", vec![])
        .await;
    stage.shows(".step.open .number", "4").await;
    let roles = stage.run(ROLES, vec![]).await.to_string();
    assert!(
        roles.contains("password new-password") && !roles.contains("current"),
        "{roles}"
    );
    stage.strike(&[]).await;
}

#[tokio::test]
async fn an_upload_link_is_nowhere_in_clear_but_in_the_response_that_gave_it() {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/walkthrough/upload-a-file")
        .await;
    upload_a_file::to_the_end(&stage).await;
    let upload = stage
        .sent()
        .into_iter()
        .find(|sent| sent.request.path.contains("/upload-api/"));
    let path = upload.unwrap().request.path;
    let credential = path.rsplit('/').next().unwrap();
    stage.press("Upload the file").await;
    stage.shows(".step.open .number", "6").await;
    for language in ["curl", "Python", "JavaScript"] {
        stage.press(language).await;
        stage
            .shows(".step.open .code", "SEATABLE_UPLOAD_LINK")
            .await;
        let code = stage.text(".step.open .code").await;
        assert!(!code.contains(credential), "{code}");
    }
    let main = stage.text("main").await;
    assert!(!main.contains(credential), "{main}");
    stage.press("requests").await;
    stage.shows("main", "/upload-api/{upload_link}").await;
    assert!(!stage.text("main").await.contains(credential));
    stage.strike_http().await;
}

#[tokio::test]
async fn what_is_forgotten_is_gone_from_the_page_the_tab_and_the_memory() {
    let stage = Stage::set().await;
    let hook = json!({ "source": KEEP_MEMORY });
    devtools::tell(&stage.client, "Page.addScriptToEvaluateOnNewDocument", hook).await;
    stage
        .open_with_practice("#/walkthrough/look-at-the-team")
        .await;
    let credentials = stage.practice.credentials();
    let (login, password) = (credentials.username, credentials.password);
    stage.enter("Login name", &login).await;
    stage.enter("Password", &password).await;
    let held = stage.run(COUNT, vec![json!(password)]).await;
    assert!(held.as_u64().unwrap() > 0, "the memory is looked at");
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.go(4, "").await;
    let account_token = stage
        .sent()
        .last()
        .unwrap()
        .request
        .header("authorization")
        .unwrap()
        .to_owned();
    let account_token = account_token.trim_start_matches("Bearer ").to_owned();
    stage
        .run("location.hash = '#/walkthrough/write-and-read/1'", vec![])
        .await;
    stage.enter("API-Token", &credentials.api_token).await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    let base_token = stage
        .sent()
        .last()
        .unwrap()
        .request
        .header("authorization")
        .unwrap()
        .to_owned();
    let base_token = base_token.trim_start_matches("Bearer ").to_owned();
    stage.go(4, "").await;
    stage.find(".step.open .tree").await;
    stage.find(".bar-button.key").await.click().await.unwrap();
    stage.press("Forget everything").await;
    stage.shows(".step.open .taken .chip", "…").await;

    for secret in [
        &password,
        &account_token,
        &credentials.api_token,
        &base_token,
    ] {
        let left = stage.run(COUNT, vec![json!(secret)]).await;
        assert_eq!(left, 0, "{secret} is still in the memory");
    }
    let kept = "return JSON.stringify(sessionStorage) + JSON.stringify(localStorage)";
    let kept = stage.run(kept, vec![]).await;
    assert!(!kept.as_str().unwrap().contains("done:"), "{kept}");
    assert!(stage.text(".count").await.starts_with("0"));
    for (hash, words) in [
        ("#/requests", "No request is listed"),
        ("#/made", "Nothing is listed."),
    ] {
        stage
            .run("location.hash = arguments[0]", vec![json!(hash)])
            .await;
        stage.shows("main", words).await;
    }
    stage
        .run("location.hash = '#/walkthrough/look-at-the-team/1'", vec![])
        .await;
    let field = stage.control("Login name").await;
    assert_eq!(field.prop("value").await.unwrap().as_deref(), Some(""));
    stage.strike_http().await;
}

#[tokio::test]
async fn what_was_looked_for_in_an_answer_is_forgotten_too() {
    let stage = Stage::set().await;
    let hook = json!({ "source": KEEP_MEMORY });
    devtools::tell(&stage.client, "Page.addScriptToEvaluateOnNewDocument", hook).await;
    stage
        .open_with_practice("#/walkthrough/write-and-read")
        .await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.copy("Find in the response", "sought-by-ada").await;
    stage.press("Path").await;
    stage
        .copy("Path in the response", "rows[?@.of == 'ada']")
        .await;
    stage.find(".step.open .find.wide").await;

    stage.find(".bar-button.key").await.click().await.unwrap();
    stage.press("Forget everything").await;
    stage.shows(".step.open .taken .chip", "…").await;
    for looked_for in ["sought-by-ada", "rows[?@.of == 'ada']"] {
        let left = stage.run(COUNT, vec![json!(looked_for)]).await;
        assert_eq!(left, 0, "{looked_for} is still in the memory");
    }

    stage.press("Enter your API-Token").await;
    let token = stage.practice.credentials().api_token;
    stage.enter("API-Token", &token).await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    let find = stage.control("Find in the response").await;
    assert_eq!(find.prop("value").await.unwrap().as_deref(), Some(""));
    stage.press("Path").await;
    let path = stage.control("Path in the response").await;
    assert_eq!(path.prop("value").await.unwrap().as_deref(), Some(""));
    stage.strike_http().await;
}

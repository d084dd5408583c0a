//! All walkthroughs by keyboard alone, with the number of presses of Tab.

use super::super::stage::Stage;
use fantoccini::key::Key;
use serde_json::json;

/// What is done with the keyboard. Each thing is gone to with Tab.
enum Do {
    /// Goes on to the next step.
    Next(&'static str),
    /// Sends, and waits until it worked.
    Send,
    /// Both.
    Go(&'static str),
    /// Types into the field with this label, or chooses from its list by the first letters.
    Type(&'static str, &'static str),
    /// Presses the space bar on the box with this label.
    Tick(&'static str),
    /// Chooses a file, in the dialog of the system.
    File,
}

use Do::{File, Go, Next, Send, Tick, Type};

const SEND: &str = ".step.open .send .primary";
const NEXT: &str = ".step.open .next";

const WRITE_AND_READ: &[Do] = &[Go("2"), Go("3"), Go("4"), Go("5")];

const CREATE_A_BASE: &[Do] = &[
    Go("2"),
    Go("3"),
    Type("Workspace", "Sales"),
    Go("4"),
    Go("5"),
    Go("6"),
    Go("7"),
    Go("8"),
];

const UPDATE_A_ROW: &[Do] = &[
    Go("2"),
    Go("3"),
    Go("4"),
    Type("Row", "Jasmin"),
    Go("5"),
    Next("6"),
    Type("Age", "8"),
    Tick("Done"),
    Send,
    Go("7"),
];

const UPLOAD_A_FILE: &[Do] = &[
    Go("2"),
    Go("3"),
    Go("4"),
    Type("Row", "Max"),
    Go("5"),
    Next("6"),
    File,
    Send,
    Go("7"),
    Go("8"),
];

const LOOK_AT_THE_TEAM: &[Do] = &[Go("2"), Go("3"), Go("4"), Go("5")];

const CREATE_A_USER: &[Do] = &[
    Type("Email address of the new member", "new@practice.example"),
    Type("Name of the new member", "Nova Neu"),
    Type("First password", "fake-first-password"),
    Go("2"),
    Go("3"),
    Go("4"),
    Go("5"),
    Go("6"),
];

/// How often Tab is pressed at most: hardly more than was counted; 40 for the first is what was aimed at.
const WALKTHROUGHS: [(&str, &[Do], usize); 6] = [
    ("write-and-read", WRITE_AND_READ, 40),
    ("create-a-base", CREATE_A_BASE, 60),
    ("update-a-row", UPDATE_A_ROW, 50),
    ("upload-a-file", UPLOAD_A_FILE, 57),
    ("look-at-the-team", LOOK_AT_THE_TEAM, 26),
    ("create-a-user", CREATE_A_USER, 35),
];

impl Stage {
    /// Goes on with Tab to the control with a label.
    async fn tabs_to_label(&self, label: &str) -> usize {
        let id = self.control(label).await.attr("id").await.unwrap();
        self.tabs_to(&format!("[id='{}']", id.unwrap())).await
    }

    async fn tabs_to_next(&self, number: &str) -> usize {
        let count = self.tabs_to(NEXT).await;
        self.key(Key::Enter).await;
        self.shows(".step.open .number", number).await;
        self.has_focus_on(".step.open h2").await;
        count
    }

    async fn tabs_to_send(&self) -> usize {
        let count = self.tabs_to(SEND).await;
        self.key(Key::Enter).await;
        self.shows(".step.open .went", "That worked.").await;
        self.has_focus_on(SEND).await;
        count
    }

    /// Does one thing; returns how often Tab was pressed for it.
    async fn by_keyboard(&self, what: &Do) -> usize {
        match *what {
            Next(number) => self.tabs_to_next(number).await,
            Send => self.tabs_to_send().await,
            Go(number) => self.tabs_to_next(number).await + self.tabs_to_send().await,
            Type(label, text) => {
                let count = self.tabs_to_label(label).await;
                self.keys(text).await;
                count
            }
            Tick(label) => {
                let count = self.tabs_to_label(label).await;
                self.keys(" ").await;
                count
            }
            File => {
                let count = self.tabs_to(".step.open [type=file]").await;
                let path = self.file("by-keyboard.txt", "one");
                let field = self.find(".step.open [type=file]").await;
                field.send_keys(path.to_str().unwrap()).await.unwrap();
                self.shows(".step.open .drop", "by-keyboard.txt").await;
                count
            }
        }
    }
}

#[tokio::test]
async fn all_walkthroughs_are_done_by_keyboard() {
    let stage = Stage::set().await;
    stage.open_with_practice("#/").await;
    // What keeps the focus near a button that goes comes once the page is quiet.
    tokio::time::sleep(std::time::Duration::from_millis(2_500)).await;
    let mut told = Vec::new();
    for (name, all, most) in WALKTHROUGHS {
        let hash = format!("#/walkthrough/{name}/1");
        stage
            .run("location.hash = arguments[0]", vec![json!(hash)])
            .await;
        stage.find(NEXT).await;
        stage.has_focus_on("#heading, .step.open h2").await;
        let mut count = 0;
        for what in all {
            count += stage.by_keyboard(what).await;
        }
        stage.shows(".finished", "Walkthrough complete").await;
        told.push((name, count, most));
    }
    println!("Tab is pressed so often, and may be: {told:?}");
    let within = told.iter().all(|(_, count, most)| count <= most);
    assert!(within, "Tab is pressed too often: {told:?}");
    stage.strike_http().await;
}

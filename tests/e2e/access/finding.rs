//! Find by the browser's own keys, also where the browser does not see all of a response.

use super::super::answers::{answered, json_answer};
use super::super::stage::Stage;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

/// What stands at the field: how far the hits were gone through.
const TOLD: &str = ".step.open .find output";

impl Stage {
    /// Presses a key while another is held.
    async fn with_held(&self, held: Key, value: char) {
        let held = char::from(held);
        let presses = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value })
            .then(KeyAction::Up { value: held });
        self.client.perform_actions(presses).await.unwrap();
    }
}

#[tokio::test]
async fn the_keys_of_find_work_in_every_view_that_is_drawn_in_part() {
    let rows = r#"{"_id":"AAAA","Name":"somebody","Age":30},"#.repeat(2_000);
    let (stage, _) = answered(json_answer(&format!("{{\"rows\":[{rows}{{}}]}}"))).await;
    stage.find(".step.open .tree .row").await;
    for view in ["JSON", "Table", "Path", "Raw"] {
        stage.view(view).await;
        stage
            .find(".step.open .tree, .step.open .grid, .step.open .list, .step.open .raw")
            .await;
        let inside = "document.querySelector('.step.open [role=tabpanel]:is(#view) :is(.tree, .grid, .list, .raw)').focus()";
        stage.run(inside, vec![]).await;
        stage.with_held(Key::Control, 'f').await;
        stage.has_focus_on(".find input[type=search]").await;
        stage
            .shows(".step.open [aria-selected=true]#view-0", "JSON")
            .await;
    }
    stage.keys("somebody").await;
    stage.shows(TOLD, "2000 found").await;
    stage.key(Key::F3).await;
    stage.shows(TOLD, "1 of 2000").await;
    stage.with_held(Key::Control, 'g').await;
    stage.shows(TOLD, "2 of 2000").await;
    stage.key(Key::Escape).await;
    stage.has_focus_on(".tree").await;
    stage.key(Key::F3).await;
    stage.shows(TOLD, "3 of 2000").await;
    stage.with_held(Key::Shift, char::from(Key::F3)).await;
    stage.shows(TOLD, "2 of 2000").await;
    stage.leave().await;
}

//! The rules of accessibility in the reference.

use super::super::stage::Stage;
use super::Axe;
use fantoccini::key::Key;

/// Opens everything that is folded, so that it is looked at.
const UNFOLD: &str =
    "document.querySelectorAll('main details:not([open]) > summary').forEach(s => s.click())";

#[tokio::test]
async fn lists_operations_questions_and_the_search_break_no_rule_of_axe() {
    let Some(mut axe) = Axe::find() else { return };
    let stage = Stage::set().await;
    let workspace = stage.inside("Shop").workspace_id.to_string();
    stage.open_with_practice("#/reference").await;
    stage.find(".area").await;
    axe.look(&stage, "reference").await;
    stage.go_to("#/reference/scheduler").await;
    stage.find(".operations").await;
    axe.look(&stage, "area").await;
    stage.go_to("#/reference/base/updateView").await;
    stage.find(".operation .fields .send").await;
    stage.find(".about section").await;
    stage.run(UNFOLD, vec![]).await;
    axe.look(&stage, "operation").await;
    stage.go_to("#/reference/user/listApps").await;
    stage.find(".instead .sample").await;
    axe.look(&stage, "sample").await;
    stage.go_to("#/reference/base/deleteTable?path.base_uuid=5c264e76-0e5a-448a-9f34-580b551364ca&body.table_name=Customers").await;
    stage.shows("h1", "Delete").await;
    let token = stage.inside("Shop").token().to_owned();
    stage.copy("Base-Token", &token).await;
    stage
        .click(&stage.find(".operation .send .primary").await)
        .await;
    stage.find(".asked").await;
    axe.look(&stage, "removal").await;
    stage
        .go_to(&format!(
            "#/reference/user/deleteBase?path.workspace_id={workspace}&body.name=Shop"
        ))
        .await;
    stage
        .comes_true(
            "return location.hash.includes('deleteBase') && !document.querySelector('.asked')",
        )
        .await;
    stage.press("Fill in the practice token").await;
    stage
        .click(&stage.find(".operation .send .primary").await)
        .await;
    stage.find(".asked input").await;
    axe.look(&stage, "removal by name").await;
    stage.keys("/").await;
    stage.keys("list ro").await;
    stage.find("#found .hit").await;
    axe.look_at(&stage, "search", 1280).await;
    stage.key(Key::Escape).await;
    stage.keys("xyzzy").await;
    stage.find(".rail .none").await;
    axe.look_at(&stage, "nothing found", 1280).await;
    stage.leave().await;
    axe.holds();
}

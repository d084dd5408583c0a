//! Colours that the system forces: what the page says by grounds and shadows is said by other means there.

use super::super::answers::{answered, json_answer};
use super::super::browser::devtools;
use serde_json::json;

/// Names what looks the same whether it is chosen or not.
const ALIKE: &str = "const style = (e, after) => { const s = getComputedStyle(e, after); return [s.backgroundColor, s.outlineStyle, s.outlineColor].join(' '); };\
    const differ = (name, one, other, after) => one && other ? (style(one, after) === style(other, after) ? [name] : []) : [name + ' is not there'];\
    const get = css => document.querySelector(css);\
    const knob = get('.bar .knob'), before = style(knob), button = knob.parentElement;\
    const was = button.getAttribute('aria-checked');\
    button.setAttribute('aria-checked', was === 'true' ? 'false' : 'true');\
    const after = style(knob);\
    const dot = style(knob, '::after').split(' outline')[0] === after.split(' outline')[0];\
    button.setAttribute('aria-checked', was);\
    return [...differ('tab', get('#view-0'), get('#view-1')),\
        ...differ('active line', get('.tree .row.active'), get('.tree .row:not(.active, .changed)')),\
        ...differ('changed line', get('.tree .row.changed:not(.active)'), get('.tree .row:not(.active, .changed)')),\
        ...(before === after ? ['practice'] : []), ...(dot ? ['dot of practice'] : []),\
        ].join(', ');";

#[tokio::test]
async fn what_is_chosen_is_seen_in_colours_of_the_system() {
    let answer = |age: u32| {
        let row = format!(r#"{{"_id":"AAAA","Name":"somebody","Age":{age}}}"#);
        json_answer(&format!(r#"{{"rows":[{row}]}}"#))
    };
    let (stage, stand_ins) = answered(answer(1)).await;
    *stand_ins.lock().unwrap() = vec![answer(2)];
    stage.send().await;
    stage.find(".step.open .tree .row.changed").await;
    let forced = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
    devtools::tell(&stage.client, "Emulation.setEmulatedMedia", forced).await;
    assert_eq!(stage.run(ALIKE, vec![]).await, json!(""));
    stage.go_to("#/walkthrough/write-and-read/1").await;
    stage.find(".step.open .next").await;
    let edge = "return getComputedStyle(document.querySelector('.next')).borderStyle";
    assert_eq!(stage.run(edge, vec![]).await, "solid");
    stage.leave().await;
}

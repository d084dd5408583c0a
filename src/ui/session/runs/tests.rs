//! What a keystroke has worked out anew, and what it leaves alone.

use super::{StepRun, WholeRun};
use crate::ui::dynamic::{Memo, memo};
use crate::walkthroughs::ALL;
use leptos::prelude::*;
use playground_core::catalogue::FieldPath;
use playground_core::walkthrough::{Action, Run, Walkthrough};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// A part of the page that counts how often it is worked out.
struct Watched {
    memo: Memo<()>,
    times: Arc<AtomicUsize>,
}

impl Watched {
    fn new(read: impl Fn() + Send + Sync + 'static) -> Self {
        let times = Arc::new(AtomicUsize::new(0));
        let counted = times.clone();
        let memo = memo(move || {
            read();
            counted.fetch_add(1, Relaxed);
        });
        let part = Self { memo, times };
        assert_eq!(part.worked_out(), 1);
        part
    }

    /// Says how often it was worked out since the last question.
    fn worked_out(&self) -> usize {
        self.memo.get_untracked();
        self.times.swap(0, Relaxed)
    }
}

/// What stands on the page of a walkthrough.
struct Page {
    run: &'static WholeRun,
    /// The line of each step.
    lines: Vec<Watched>,
    /// What follows from the outcome of each step.
    outcomes: Vec<Watched>,
    rail: Watched,
    keyring: Watched,
    _owner: Owner,
}

impl Page {
    fn of(walkthrough: &'static Walkthrough) -> Self {
        let owner = Owner::new();
        owner.set();
        let run: &_ = Box::leak(Box::new(WholeRun::new(walkthrough)));
        let steps = || (0..walkthrough.steps.len()).map(move |step| run.at(step));
        let line = |step: StepRun| {
            Watched::new(move || {
                let _ = step.with(|run| run.status(step.step));
            })
        };
        let outcome = |step: StepRun| Watched::new(move || step.desk().unwrap().outcome.track());
        Self {
            run,
            lines: steps().map(line).collect(),
            outcomes: steps().map(outcome).collect(),
            rail: Watched::new(move || {
                let _ = run.with(Run::progress);
            }),
            keyring: Watched::new(move || run.with_values(|run| drop(run.values(0)))),
            _owner: owner,
        }
    }

    /// Lists the parts of steps that were worked out anew.
    fn woken(parts: &[Watched]) -> Vec<usize> {
        let woken = parts.iter().map(Watched::worked_out).enumerate();
        woken
            .filter(|(_, times)| *times > 0)
            .map(|(step, _)| step)
            .collect()
    }
}

fn steps(walkthrough: &'static Walkthrough, sends: bool) -> Vec<usize> {
    let all = walkthrough.steps.iter().enumerate();
    all.filter(|(_, step)| matches!(step.action, Action::Send(_)) == sends)
        .map(|(step, _)| step)
        .collect()
}

fn first_field(walkthrough: &'static Walkthrough, step: usize) -> Option<FieldPath> {
    match walkthrough.steps[step].action {
        Action::Send(call) => Some(call.operation.fields().next()?.path()),
        Action::Provide(_) => None,
    }
}

#[test]
fn a_keystroke_in_a_request_wakes_its_desk_and_nothing_else() {
    for walkthrough in ALL.iter() {
        let page = Page::of(walkthrough);
        for step in steps(walkthrough, true) {
            let Some(first) = first_field(walkthrough, step) else {
                continue;
            };
            for text in ["a", "ab", ""] {
                let edit = |run: &mut Run| run.set_field(step, &first, text.to_owned());
                page.run.at(step).update(edit);
                assert_eq!(Page::woken(&page.lines), [step], "{}", walkthrough.id);
                assert_eq!(Page::woken(&page.outcomes), [] as [usize; 0]);
                assert_eq!(page.rail.worked_out(), 0);
                assert_eq!(page.keyring.worked_out(), 0);
            }
        }
    }
}

#[test]
fn what_is_entered_for_other_steps_wakes_the_rail_only_once_that_step_is_done() {
    let walkthrough = &ALL[0];
    let page = Page::of(walkthrough);
    let first = steps(walkthrough, false)[0];
    let token = "fakefakefakefakefakefakefakefakefakefake";
    for (text, is_done) in [
        ("fake", false),
        ("fakefake", false),
        (token, true),
        ("", true),
    ] {
        let edit = |run: &mut Run| run.set_input(first, 0, text.to_owned());
        page.run.at(first).update(edit);
        assert!(Page::woken(&page.lines).contains(&first));
        assert_eq!(page.rail.worked_out(), usize::from(is_done), "{text}");
        assert_eq!(page.keyring.worked_out(), 1);
    }
}

#[test]
fn an_outcome_wakes_all_and_a_beginning_leaves_what_follows_from_outcomes_alone() {
    let page = Page::of(&ALL[0]);
    page.run.wake();
    assert_eq!(Page::woken(&page.lines).len(), page.lines.len());
    assert_eq!(Page::woken(&page.outcomes), [] as [usize; 0]);
    page.run.follow();
    assert_eq!(Page::woken(&page.lines).len(), page.lines.len());
    assert_eq!(Page::woken(&page.outcomes).len(), page.outcomes.len());
    assert_eq!(page.rail.worked_out(), 1);
}

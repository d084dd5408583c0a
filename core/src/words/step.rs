//! Steps of a walkthrough: what one is called, what it waits for, and how it went.

use crate::http::{Exchange, Outcome};
use crate::walkthrough::{ActedOn, Stop, Walkthrough, Went};
use crate::words::failure;

/// Says how a request went.
pub fn went(went: Went<'_>) -> String {
    let fixed = match went {
        Went::NothingToChoose(title) => {
            return format!("The request worked, but there is nothing to choose: {title}.");
        }
        Went::Lacks(names) => {
            return format!(
                "The response doesn't contain what this step is for: {}.",
                names.join(", ")
            );
        }
        Went::Well => "That worked.",
        Went::LinkElsewhere => "The request worked, but this page can't use the link.",
        Went::NotAllStored => {
            "SeaTable reports success, but did not store all of it as it was sent."
        }
        Went::Otherwise => "This isn't the expected response.",
    };
    fixed.to_owned()
}

/// Says that a step is done.
pub fn done(number: &str) -> String {
    format!("Step {number} is done.")
}

/// Says in a word or two what came of the request of a step.
pub fn came(exchange: &Exchange) -> String {
    match &exchange.outcome {
        Outcome::Answer(answer) => format!("{} · {} ms", answer.status, exchange.elapsed_ms),
        Outcome::Failure(failure) => failure::name(failure).to_owned(),
    }
}

/// Names a step by its number and its title.
pub fn named(number: &str, title: &str) -> String {
    format!("step {number}, “{title}”")
}

/// Leads to a step that shows whether a request was carried out.
pub fn look(number: &str, title: &str) -> String {
    ["Look there: ", &named(number, title)].concat()
}

/// Says what comes from a step, by being entered in it or by its response.
pub fn gives(names: &[&str]) -> String {
    let comes = if names.len() == 1 { "comes" } else { "come" };
    format!(": {} {comes} from there.", names.join(", "))
}

/// Says that a step uses a value.
pub fn has_it(number: &str) -> String {
    format!("Step {number} uses it now.")
}

/// Says that a list has nothing to choose from.
pub fn none_fits(title: &str) -> String {
    format!("{title}: the response has none to choose.")
}

/// Says that something has to be chosen before the next step.
pub fn choose(title: &str) -> String {
    format!("{title}: choose one above. The page chooses none, since the next steps act on it.")
}

/// Names the person or base that a request acts on.
pub fn acted_on(acted_on: &ActedOn) -> String {
    match &acted_on.login {
        Some(login) => format!("{} ({login})", acted_on.name),
        None => acted_on.name.clone(),
    }
}

/// Says why running the rest of a walkthrough has stopped.
pub fn stopped(stop: &Stop, walkthrough: &Walkthrough) -> String {
    let at = |step: usize| ["Stopped at step ", walkthrough.number(step)].concat();
    match stop {
        Stop::Finished => "Everything is done.".to_owned(),
        Stop::ToChoose { step, title } => format!("{}: choose one ({title}).", at(*step)),
        Stop::Chosen { step, title } => format!(
            "{}. If this is the right choice ({title}), run the rest again.",
            at(*step)
        ),
        Stop::ActsOn { step, what } => format!(
            "{}: it acts on {}. Send it yourself if that is right.",
            at(*step),
            acted_on(what)
        ),
        Stop::Needs(step) => [&at(*step), ": it needs something from you."].concat(),
        Stop::Failed(step) => [&at(*step), ": it failed."].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stop_names_the_step_and_what_it_acts_on() {
        let what = |login: Option<&str>| ActedOn {
            name: "Ada".to_owned(),
            login: login.map(str::to_owned),
        };
        for (login, expected) in [
            (
                Some("ada@example.com"),
                "Stopped at step : it acts on Ada (ada@example.com). Send it yourself if that is right.",
            ),
            (
                None,
                "Stopped at step : it acts on Ada. Send it yourself if that is right.",
            ),
        ] {
            let what = what(login);
            assert_eq!(
                stopped(&Stop::ActsOn { step: 5, what }, &Walkthrough::NONE),
                expected
            );
        }
    }
}

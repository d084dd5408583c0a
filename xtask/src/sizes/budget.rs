//! The budgets of what is fetched later: which files count together, and how much they may weigh. What is fetched at first counts
//! in a browser, in `tests/sizes`.

use std::iter;

use super::measure::Measured;

/// Where the parts lie that are fetched when they are first shown.
const PARTS: &str = "parts/";
/// One of them.
const PART_BYTES: u64 = 60_000;
/// The forms of one area of the API.
const AREA_BYTES: u64 = 40_000;
/// The practice SeaTable, which loads when a person switches it on.
const PRACTICE_BYTES: u64 = 120_000;

/// Files that have a budget together. Bytes are those of brotli at quality 11.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sum {
    /// What the files are for.
    pub(super) name: String,
    /// How many they are.
    pub(super) files: usize,
    /// What they weigh.
    pub(super) bytes: u64,
    /// What they may weigh.
    pub(super) bytes_limit: u64,
}

impl Sum {
    /// Returns a sentence if the files are too heavy, or if there are none.
    pub(super) fn complaint(&self) -> Option<String> {
        let Self {
            name,
            files,
            bytes,
            bytes_limit,
            ..
        } = self;
        if *files == 0 {
            return Some(format!("{name} has no files"));
        }
        (bytes > bytes_limit)
            .then(|| format!("{name} weighs {bytes} bytes, the budget is {bytes_limit}"))
    }
}

/// Adds the files up by budget.
pub(super) fn sums(files: &[Measured]) -> Vec<Sum> {
    let practice: Vec<_> = files
        .iter()
        .filter(|file| file.path.starts_with("practice/"))
        .collect();
    let practice = sum("practice", &practice, PRACTICE_BYTES);
    let each = |directory: &'static str, limit| {
        let within = files
            .iter()
            .filter(move |file| file.path.starts_with(directory));
        within.map(move |file| sum(&file.path, &[file], limit))
    };
    iter::once(practice)
        .chain(each(PARTS, PART_BYTES))
        .chain(each("catalogue/", AREA_BYTES))
        .collect()
}

fn sum(name: &str, files: &[&Measured], bytes_limit: u64) -> Sum {
    Sum {
        name: name.to_owned(),
        files: files.len(),
        bytes: files.iter().map(|file| file.brotli).sum(),
        bytes_limit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, brotli: u64) -> Measured {
        Measured {
            path: path.to_owned(),
            raw: brotli,
            gzip: brotli,
            brotli,
        }
    }

    fn page() -> Vec<Measured> {
        vec![
            file("app.wasm", 150_000),
            file("catalogue/base.json", 9_000),
            file("index.html", 1_000),
            file("parts/answers.wasm", 40_000),
            file("practice/practice.wasm", 90_000),
            file("practice/worker.js", 1_000),
        ]
    }

    fn over(files: &[Measured]) -> Vec<String> {
        sums(files).iter().filter_map(Sum::complaint).collect()
    }

    #[test]
    fn files_count_by_their_folder() {
        let sums = sums(&page());
        let sums: Vec<_> = sums.iter().map(|sum| (&*sum.name, sum.bytes)).collect();
        assert_eq!(
            sums,
            [
                ("practice", 91_000),
                ("parts/answers.wasm", 40_000),
                ("catalogue/base.json", 9_000)
            ]
        );
        assert_eq!(over(&page()), [""; 0]);
    }

    #[test]
    fn a_later_part_has_a_budget_of_its_own() {
        let mut files = page();
        files.push(file("parts/viewer.wasm", 60_001));
        assert_eq!(
            over(&files),
            ["parts/viewer.wasm weighs 60001 bytes, the budget is 60000"]
        );
    }

    #[test]
    fn each_area_has_a_budget_of_its_own() {
        let mut files = page();
        files.push(file("catalogue/user.json", 40_001));
        assert_eq!(
            over(&files),
            ["catalogue/user.json weighs 40001 bytes, the budget is 40000"]
        );
    }

    #[test]
    fn a_heavy_practice_server_is_over_budget() {
        let mut files = page();
        files.push(file("practice/more.wasm", 29_001));
        assert_eq!(
            over(&files),
            ["practice weighs 120001 bytes, the budget is 120000"]
        );
    }

    #[test]
    fn a_page_without_its_practice_server_does_not_pass() {
        let mut files = page();
        files.retain(|file| !file.path.starts_with("practice/"));
        assert_eq!(over(&files), ["practice has no files"]);
    }
}

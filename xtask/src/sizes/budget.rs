//! The budgets: which files count together, and how much they may weigh.

use super::measure::Measured;

/// What the page loads before a person can send their first request.
const FIRST_LOAD_BYTES: u64 = 180_000;
const FIRST_LOAD_FILES: usize = 5;
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
    /// How many they may be, where that is limited.
    pub(super) files_limit: Option<usize>,
    /// What they weigh.
    pub(super) bytes: u64,
    /// What they may weigh.
    pub(super) bytes_limit: u64,
}

impl Sum {
    /// Returns a sentence if the files are too many or too heavy, or if there are none.
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
        if let Some(limit) = self.files_limit.filter(|limit| files > limit) {
            return Some(format!("{name} has {files} files, the budget is {limit}"));
        }
        (bytes > bytes_limit)
            .then(|| format!("{name} weighs {bytes} bytes, the budget is {bytes_limit}"))
    }
}

/// Adds the files up by budget.
pub(super) fn sums(files: &[Measured]) -> Vec<Sum> {
    let first_load = Sum {
        files_limit: Some(FIRST_LOAD_FILES),
        ..sum("first load", &first_load(files), FIRST_LOAD_BYTES)
    };
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
    [first_load, practice]
        .into_iter()
        .chain(each(PARTS, PART_BYTES))
        .chain(each("catalogue/", AREA_BYTES))
        .collect()
}

fn sum(name: &str, files: &[&Measured], bytes_limit: u64) -> Sum {
    Sum {
        name: name.to_owned(),
        files: files.len(),
        files_limit: None,
        bytes: files.iter().map(|file| file.brotli).sum(),
        bytes_limit,
    }
}

/// Returns `index.html` and every file that it names, directly or through scripts and styles. The script names the later
/// parts too, and leaves them where they are.
fn first_load(files: &[Measured]) -> Vec<&Measured> {
    let named = |path: &str| {
        let found = files.iter().find(|file| file.path == path);
        found.filter(|file| !file.path.starts_with(PARTS))
    };
    let mut reached: Vec<&Measured> = named("index.html").into_iter().collect();
    let mut next = 0;
    while let Some(file) = reached.get(next).copied() {
        next += 1;
        for other in file.mentions.iter().filter_map(|path| named(path)) {
            if !reached.iter().any(|file| file.path == other.path) {
                reached.push(other);
            }
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, brotli: u64, mentions: &[&str]) -> Measured {
        let mentions = mentions.iter().copied().map(str::to_owned).collect();
        Measured {
            path: path.to_owned(),
            raw: brotli,
            gzip: brotli,
            brotli,
            mentions,
        }
    }

    fn page() -> Vec<Measured> {
        vec![
            file("app.js", 5_000, &["part.js"]),
            file("app.wasm", 150_000, &[]),
            file("boot.js", 300, &[]),
            file("catalogue/base.json", 9_000, &[]),
            file("index.html", 1_000, &["app.js", "app.wasm", "boot.js"]),
            file("part.js", 700, &["app.js"]),
            file("practice/practice.wasm", 90_000, &[]),
            file("practice/worker.js", 1_000, &["index.html"]),
        ]
    }

    #[test]
    fn the_first_load_is_what_the_document_leads_to() {
        let sums = sums(&page());
        assert_eq!((sums[0].files, sums[0].bytes), (5, 157_000));
        assert_eq!((sums[1].files, sums[1].bytes), (2, 91_000));
        assert_eq!(sums[2].name, "catalogue/base.json");
        assert!(sums.iter().all(|sum| sum.complaint().is_none()));
    }

    #[test]
    fn a_heavy_first_load_is_over_budget() {
        let mut files = page();
        files[1].brotli = 173_001;
        let text = sums(&files)[0].complaint();
        assert_eq!(
            text.as_deref(),
            Some("first load weighs 180001 bytes, the budget is 180000")
        );
    }

    #[test]
    fn a_sixth_file_of_the_first_load_is_one_too_many() {
        let mut files = page();
        files.push(file("more.css", 1, &[]));
        files[4].mentions.push("more.css".to_owned());
        let text = sums(&files)[0].complaint();
        assert_eq!(
            text.as_deref(),
            Some("first load has 6 files, the budget is 5")
        );
    }

    #[test]
    fn a_later_part_has_a_budget_of_its_own() {
        let mut files = page();
        files.push(file("parts/answers.wasm", 60_001, &[]));
        files[0].mentions.push("parts/answers.wasm".to_owned());
        let sums = sums(&files);
        assert_eq!((sums[0].files, sums[0].bytes), (5, 157_000));
        let over: Vec<_> = sums.iter().filter_map(Sum::complaint).collect();
        assert_eq!(
            over,
            ["parts/answers.wasm weighs 60001 bytes, the budget is 60000"]
        );
    }

    #[test]
    fn each_area_has_a_budget_of_its_own() {
        let mut files = page();
        files.push(file("catalogue/user.json", 40_001, &[]));
        let over: Vec<_> = sums(&files).iter().filter_map(Sum::complaint).collect();
        assert_eq!(
            over,
            ["catalogue/user.json weighs 40001 bytes, the budget is 40000"]
        );
    }

    #[test]
    fn a_page_without_its_practice_server_does_not_pass() {
        let mut files = page();
        files.retain(|file| !file.path.starts_with("practice/"));
        assert_eq!(
            sums(&files)[1].complaint().as_deref(),
            Some("practice has no files")
        );
    }
}

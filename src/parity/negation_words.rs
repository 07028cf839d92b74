//! In: a sentence of one language. Out: whether it has a word that says no.

use super::Reader;

/// Whether an English sentence has one of the plain words that turn another one round.
pub fn negates(text: &str) -> bool {
    const WORDS: [&str; 9] =
        ["not", "no", "never", "nor", "neither", "nobody", "none", "cannot", "without"];
    let words = text.split(|c: char| !c.is_alphabetic());
    words.map(str::to_ascii_lowercase).any(|word| WORDS.contains(&&*word))
}

/// Whether an English sentence says that something was not done: 未履行, `fails to`, `in breach of`.
pub fn falls_short(text: &str) -> bool {
    const BEGINNINGS: [&str; 9] =
        ["fail", "break", "breach", "violat", "contrary", "neglect", "default", "overdue", "lack"];
    let mut words = text.split(|c: char| !c.is_alphabetic());
    words.any(|word| {
        let word = word.to_ascii_lowercase();
        BEGINNINGS.iter().any(|begin| word.starts_with(begin))
    })
}

/// Whether a text has any word with which its language may say no.
/// `source` is the sentence beside it: `approved before it begins` says no where that has 未 or 方可.
pub fn denies(text: &str, reader: Reader, source: &str) -> bool {
    match reader {
        Reader::Chinese => {
            text.contains(|c| "不未无非禁勿莫没免严防避杜绝拒否限仅只除消止戒难零".contains(c))
                || text.contains("方可")
        }
        Reader::English => {
            let mut before = "";
            let mut words = text.split(|c: char| !c.is_alphabetic());
            while let Some(word) = words.next() {
                // `will end`; but `by the end of`.
                let ends = word == "end" && matches!(before, "will" | "shall" | "must" | "to");
                // `keep out of`, `off limits`
                let keeps = matches!(before, "keep" | "keeps" | "kept" | "stay" | "stays");
                let off =
                    keeps && matches!(word, "out" | "off") || (before, word) == ("off", "limits");
                let bounds = matches!(word, "no" | "not") && is_bound(words.clone());
                let when = matches!(word, "before" | "until" | "prior") && !source.is_empty();
                let plain =
                    when && !source.contains(['未', '才', '后', '无']) && !source.contains("方可");
                if ends || off || (!bounds && !plain && is_negative(word)) {
                    return true;
                }
                before = word;
            }
            false
        }
    }
}

/// Whether the words behind `no` or `not` make a bound of it: `no more than`, `no interruption may last longer than`.
fn is_bound<'t>(words: impl Iterator<Item = &'t str>) -> bool {
    const MODALS: [&str; 4] = ["may", "shall", "must", "will"];
    let next: Vec<&str> = words.take(8).collect();
    let compared = |at: usize| {
        next.get(at).is_some_and(|next| COMPARISONS.contains(next))
            && next.get(at + 1) == Some(&"than")
    };
    let modal = (1..4).find(|at| next.get(*at).is_some_and(|next| MODALS.contains(next)));
    compared(0) || modal.is_some_and(|at| compared(at + 2) || compared(at + 3))
}

/// Behind `no` and `not`, these bound a quantity.
const COMPARISONS: [&str; 9] =
    ["more", "less", "fewer", "later", "earlier", "longer", "shorter", "higher", "lower"];

/// Whether an English word says no, or leaves room for it: there are many ways of saying what must not be.
pub fn is_negative(word: &str) -> bool {
    const WORDS: [&str; 32] = [
        "not", "no", "non", "never", "none", "nor", "neither", "nothing", "nobody", "nowhere",
        "without", "cannot", "only", "except", "until", "before", "prior", "instead", "rather",
        "against", "outside", "beyond", "ban", "bans", "banned", "banning", "bar", "bars",
        "barred", "free", "clear", "away",
    ];
    const BEGINNINGS: [&str; 47] = [
        "prohibit",
        "forbid",
        "forbad",
        "refus",
        "reject",
        "deny",
        "deni",
        "declin",
        "dismiss",
        "disallow",
        "disqualif",
        "disregard",
        "prevent",
        "avoid",
        "exclud",
        "exclus",
        "ineligib",
        "illegal",
        "unlawful",
        "illicit",
        "invalid",
        "void",
        "cease",
        "cessation",
        "stop",
        "halt",
        "cancel",
        "abolish",
        "discontinu",
        "terminat",
        "withdraw",
        "withh",
        "revok",
        "remov",
        "eliminat",
        "eradicat",
        "waiv",
        "exempt",
        "suspend",
        "inapp",
        "refrain",
        "abstain",
        "curb",
        "una",
        "unl",
        "unq",
        "restrict",
    ];
    // Nearly all words begin with other letters.
    let first = word.as_bytes().first().map(u8::to_ascii_lowercase);
    if !first.is_some_and(|first| b"abcdefhinoprsuvw".contains(&first)) {
        return false;
    }
    let word = word.to_lowercase();
    WORDS.contains(&word.as_str()) || BEGINNINGS.iter().any(|begin| word.starts_with(begin))
}

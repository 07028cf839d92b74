//! In: an English text that ends where a comparison begins. Out: whether its clause denies the comparison.

/// What a clause is looked at for, from its end.
const MOST: usize = 16;

/// Whether a text that goes on with `longer than` or `exceed` has a negation that holds for it: `no cut shall last`, `may not
/// be closed for`.
pub fn negated(before: &str) -> bool {
    const MARKS: [char; 12] = [',', ';', ':', '.', '!', '?', '(', ')', '—', '“', '”', '\n'];
    let from = before.floor_char_boundary(before.len().saturating_sub(128));
    let clause = before[from..].trim_end();
    let clause = &clause[clause.rfind(MARKS).map_or(0, |at| clause.ceil_char_boundary(at + 1))..];
    let words: Vec<String> =
        clause.split_whitespace().rev().take(MOST).map(str::to_ascii_lowercase).collect();
    // Another thought begins there.
    const BREAKS: [&str; 14] = [
        "and", "but", "which", "that", "who", "whose", "if", "when", "where", "until", "unless",
        "while", "with", "because",
    ];
    let near = words.iter().position(|word| BREAKS.contains(&word.as_str()));
    (0..near.unwrap_or(words.len())).any(|at| {
        // The words behind this one, the last first; and the one before it.
        let (behind, previous) = (&words[..at], words.get(at + 1).map_or("", String::as_str));
        match words[at].as_str() {
            "not" => denies(previous, behind),
            "cannot" | "never" | "none" | "neither" | "nor" => true,
            "without" => behind.is_empty(),
            "no" => {
                let of = behind.first().is_none_or(|word| word == "of");
                // `in no case exceed`
                let case = behind.last().is_some_and(|word| {
                    matches!(word.as_str(), "case" | "event" | "circumstances" | "instance")
                });
                // `no enterprise receives`
                let begins = at + 1 == near.unwrap_or(words.len());
                let verb = begins
                    && matches!(behind, [verb, _, ..] if verb.ends_with('s') && !verb.ends_with("ss"));
                // `no subsidy is paid for less than five days`
                let paid = matches!(behind, [to, paid, is, ..]
                    if to == "for" && PAID.contains(&paid.as_str()) && is_verb(is));
                of || case || verb || !paid && behind.iter().any(|word| word == "longer" || is_verb(word))
            }
            _ => false,
        }
    })
}

/// What is denied to somebody, whatever the bound behind it.
const PAID: [&str; 7] = ["paid", "granted", "given", "provided", "due", "payable", "charged"];

/// Whether `not` holds for all that follows: behind a verb, or alone; but not in `not only`.
fn denies(previous: &str, behind: &[String]) -> bool {
    let only =
        matches!(behind.last().map(String::as_str), Some("only" | "just" | "merely" | "yet"));
    // `but not to less than three months`
    let to = matches!(behind, [one] if one == "to");
    !only && (behind.is_empty() || to || is_verb(previous))
}

fn is_verb(word: &str) -> bool {
    const VERBS: [&str; 20] = [
        "shall", "may", "must", "should", "will", "can", "could", "would", "do", "does", "did",
        "need", "is", "are", "was", "were", "be", "been", "has", "have",
    ];
    VERBS.contains(&word)
}

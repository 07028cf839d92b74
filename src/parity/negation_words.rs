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

/// Whether a text has any word with which its language may say no. `source` is the sentence beside it, without the word that is
/// asked for: `cancel` says nothing more where that has 取消, and `approved before it begins` says no where it has 未 or 方可.
pub fn denies(text: &str, reader: Reader, source: [&str; 2]) -> bool {
    match reader {
        Reader::Chinese => {
            text.contains(|c| "不未无非禁勿莫没免严防避杜绝拒否限仅只除消止戒难零".contains(c))
                || text.contains("方可")
        }
        Reader::English => {
            /// With more words that say something else, nobody asks what each of them says.
            const MOST_SAID: usize = 32;
            let (mut before, mut said) = ("", 0);
            let mut words = text.split(|c: char| !c.is_alphabetic());
            while let Some(word) = words.next() {
                // `will end`, `must stay on the list`; but `by the end of`.
                let modal = matches!(before, "will" | "shall" | "must" | "to");
                let ends = modal && matches!(word, "end" | "stay" | "remain");
                // `keep out of`, `off limits`
                let keeps = matches!(before, "keep" | "keeps" | "kept" | "stay" | "stays");
                let off =
                    keeps && matches!(word, "out" | "off") || (before, word) == ("off", "limits");
                let bounds = || matches!(word, "no" | "not") && is_bound(words.clone());
                if ends || off {
                    return true;
                }
                if is_negative(word) && !bounds() {
                    said += 1;
                    if said > MOST_SAID || !is_said(word, source) {
                        return true;
                    }
                }
                before = word;
            }
            false
        }
    }
}

/// Whether a negative English word says what a word of the Chinese sentence says, and nothing more.
fn is_said(word: &str, [before, behind]: [&str; 2]) -> bool {
    /// So far from the word that is asked for, in bytes, it may stand.
    const NEAR: usize = 600;
    let before = &before[before.ceil_char_boundary(before.len().saturating_sub(NEAR))..];
    let behind = &behind[..behind.floor_char_boundary(NEAR)];
    let has = |one: &str| before.contains(one) || behind.contains(one);
    if before.is_empty() && behind.is_empty() {
        return false;
    }
    let word = word.to_lowercase();
    if matches!(&*word, "before" | "until" | "prior") {
        return !["未", "才", "后", "无", "方可"].into_iter().any(has);
    }
    let said = SAID.iter().find(|(begin, _)| word.starts_with(begin) && word != "unless");
    said.is_some_and(|(_, chinese)| chinese.iter().any(|one| has(one)))
}

/// How English words begin that may say no or something else, and the Chinese ones in whose place they stand then.
const SAID: [(&str, &[&str]); 37] = [
    ("only", &["只", "仅", "限", "唯", "方可", "才", "专"]),
    ("without", &["擅自", "私自", "未经", "未通过", "没有", "无"]),
    ("except", &["除", "例外"]),
    ("exempt", &["免"]),
    ("waiv", &["免"]),
    ("free", &["免", "无偿", "自由"]),
    ("cancel", &["注销", "取消", "撤销"]),
    ("terminat", &["终止", "解除"]),
    ("withdraw", &["撤", "收回", "退"]),
    ("withh", &["截留", "扣"]),
    ("revok", &["吊销", "撤销", "取消"]),
    ("remov", &["除", "清", "移", "取消", "摘", "拆", "退出"]),
    ("suspend", &["停", "中止"]),
    ("stop", &["停", "制止"]),
    ("halt", &["停"]),
    ("cease", &["停", "终止"]),
    ("restrict", &["限"]),
    ("prevent", &["防"]),
    ("avoid", &["避", "防"]),
    ("eliminat", &["消除", "淘汰"]),
    ("eradicat", &["消除", "根除"]),
    ("exclud", &["除", "不含", "不包括", "不计"]),
    ("exclus", &["专", "独"]),
    ("illegal", &["违法", "非法", "违规"]),
    ("unlawful", &["违法", "非法", "违规"]),
    ("illicit", &["违法", "非法", "违规"]),
    ("outside", &["外"]),
    ("beyond", &["超", "外"]),
    ("against", &["对", "防", "抗", "反", "抵", "按", "核"]),
    ("clear", &["清", "明"]),
    ("away", &["离", "走", "远"]),
    ("invalid", &["无效", "作废"]),
    ("void", &["无效", "作废"]),
    ("refus", &["拒", "不予"]),
    ("reject", &["拒", "驳", "不予"]),
    ("disqualif", &["取消", "资格"]),
    ("una", &["擅自", "未经", "私自"]),
];

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

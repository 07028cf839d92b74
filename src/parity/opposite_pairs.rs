//! In: nothing. Out: pairs of things that are easily taken for each other, with their words in two languages.

/// One of two things that are taken for each other.
pub struct Side {
    pub chinese: &'static [&'static str],
    /// What says it in English, each in small letters: a word, the beginning of words with `*`, or several words.
    pub english: &'static [&'static str],
    /// What may say it, too, or makes it needless.
    pub loosely: &'static [&'static str],
}

pub static PAIRS: [[Side; 2]; 25] = [
    [
        Side {
            chinese: &["不早于", "不得早于", "不应早于"],
            english: &["no earlier than", "not earlier than", "no sooner than"],
            loosely: &["before", "after", "from", "earliest", "or later", "until", "since"],
        },
        Side {
            chinese: &["不晚于", "不得晚于", "不应晚于", "不迟于", "不得迟于"],
            english: &["no later than", "not later than", "at the latest"],
            loosely: &["by", "before", "until", "latest", "within", "deadline"],
        },
    ],
    [
        Side { chinese: &["汽油"], english: &["petrol", "gasoline"], loosely: &["fuel*", "gas"] },
        Side { chinese: &["柴油"], english: &["diesel"], loosely: &["fuel*"] },
    ],
    [
        Side {
            chinese: &["进口"],
            english: &["import", "imports", "imported", "importing"],
            loosely: &["importer*", "foreign"],
        },
        Side {
            chinese: &["出口"],
            english: &["export", "exports", "exported", "exporting"],
            loosely: &["exit*", "exporter*", "outlet*", "foreign"],
        },
    ],
    [
        Side {
            chinese: &["上半年"],
            english: &["first half", "first six months"],
            loosely: &["june", "march", "spring", "quarter", "mid-*"],
        },
        Side {
            chinese: &["下半年"],
            english: &["second half", "last six months", "latter half"],
            loosely: &["december", "autumn", "september", "quarter", "later"],
        },
    ],
    [
        Side {
            chinese: &["昼间", "白天", "日间"],
            english: &["daytime", "by day", "during the day", "in the day"],
            loosely: &["day", "days", "daylight", "morning", "afternoon"],
        },
        Side {
            chinese: &["夜间", "夜晚", "晚间"],
            english: &["night", "nights", "nighttime", "night-time"],
            loosely: &["overnight", "evening*", "midnight", "late"],
        },
    ],
    [
        Side {
            chinese: &["城镇", "市区", "城区"],
            english: &["urban"],
            loosely: &["city", "cities", "town*", "built-up", "municipal*", "district*"],
        },
        Side {
            chinese: &["农村", "乡村"],
            english: &["rural"],
            loosely: &["village*", "countryside", "township*", "agricultur*", "farm*", "county"],
        },
    ],
    [
        Side {
            chinese: &["男性", "男生", "男职工", "男子"],
            english: &["men", "male", "males", "boys"],
            loosely: &["man", "boy", "father*", "he", "his"],
        },
        Side {
            chinese: &["女性", "女生", "女职工", "妇女", "女子"],
            english: &["women", "female", "females", "girls"],
            loosely: &["woman", "girl", "mother*", "maternal", "she", "her"],
        },
    ],
    [
        Side {
            chinese: &["上限"],
            english: &["ceiling", "ceilings", "upper limit", "upper limits", "cap"],
            loosely: &["limit*", "most", "maximum", "exceed*", "capped", "more", "up to", "upper"],
        },
        Side {
            chinese: &["下限"],
            english: &["floor", "lower limit", "lower limits"],
            loosely: &["limit*", "least", "minimum", "less", "lower", "below"],
        },
    ],
    [
        Side {
            chinese: &["公办"],
            english: &["public", "state-run", "state"],
            loosely: &["government*", "state-*", "publicly"],
        },
        Side {
            chinese: &["民办", "私立"],
            english: &["private", "privately"],
            loosely: &["independent*", "non-public", "social", "non-state"],
        },
    ],
    [
        Side {
            chinese: &["工作日"],
            english: &["working day", "working days", "weekday", "weekdays", "workday", "workdays"],
            loosely: &["day", "days", "business"],
        },
        Side {
            chinese: &["周末", "双休日", "节假日", "休息日"],
            english: &["weekend", "weekends", "holiday", "holidays"],
            loosely: &["saturday*", "sunday*", "rest", "festival*"],
        },
    ],
    [
        Side { chinese: &["上游"], english: &["upstream"], loosely: &["upper", "above"] },
        Side { chinese: &["下游"], english: &["downstream"], loosely: &["lower", "below"] },
    ],
    [
        Side {
            chinese: &["线上", "网上", "在线"],
            english: &["online"],
            loosely: &["internet", "web*", "digital*", "electronic*", "platform*", "app", "portal"],
        },
        Side {
            chinese: &["线下", "现场"],
            english: &["offline", "in person"],
            loosely: &[
                "site*",
                "spot",
                "counter*",
                "paper",
                "face-to-face",
                "physical*",
                "on-site",
                "place",
                "scene",
            ],
        },
    ],
    [
        Side {
            chinese: &["室内"],
            english: &["indoor", "indoors"],
            loosely: &["inside", "within", "interior", "room*"],
        },
        Side {
            chinese: &["室外", "户外"],
            english: &["outdoor", "outdoors"],
            loosely: &["outside", "open-air", "exterior", "external"],
        },
    ],
    [
        Side {
            chinese: &["地上"],
            english: &["above ground", "above-ground", "overground"],
            loosely: &["surface", "ground"],
        },
        Side {
            chinese: &["地下"],
            english: &["underground", "below ground", "below-ground"],
            loosely: &["ground*", "basement*", "subsurface", "buried"],
        },
    ],
    [
        Side {
            chinese: &["长期"],
            english: &["long-term", "long term"],
            loosely: &["long", "permanent*", "lasting", "years"],
        },
        Side {
            chinese: &["短期", "临时"],
            english: &["short-term", "short term", "temporary", "temporarily"],
            loosely: &["short", "interim", "brief*", "ad"],
        },
    ],
    [
        Side {
            chinese: &["初中"],
            english: &[
                "junior secondary",
                "junior high",
                "lower secondary",
                "middle school",
                "middle schools",
            ],
            loosely: &["junior", "lower", "middle", "secondary"],
        },
        Side {
            chinese: &["高中"],
            english: &[
                "senior secondary",
                "senior high",
                "upper secondary",
                "high school",
                "high schools",
            ],
            loosely: &["senior", "upper", "high", "secondary"],
        },
    ],
    [
        Side {
            chinese: &["提前"],
            english: &["ahead of", "bring forward", "brought forward", "in advance"],
            loosely: &[
                "early", "earlier", "before", "advance*", "prior", "notice", "ahead", "forward",
            ],
        },
        Side {
            chinese: &["推迟", "延后", "延期"],
            english: &["postpone", "postponed", "postponing", "delay", "delayed", "put off"],
            loosely: &["later", "extend*", "extension*", "defer*", "longer", "prolong*"],
        },
    ],
    [
        Side {
            chinese: &["东部", "东侧", "以东"],
            english: &["eastern", "east side", "to the east"],
            loosely: &["east*"],
        },
        Side {
            chinese: &["西部", "西侧", "以西"],
            english: &["western", "west side", "to the west"],
            loosely: &["west*"],
        },
    ],
    [
        Side {
            chinese: &["南部", "南侧", "以南"],
            english: &["southern", "south side", "to the south"],
            loosely: &["south*"],
        },
        Side {
            chinese: &["北部", "北侧", "以北"],
            english: &["northern", "north side", "to the north"],
            loosely: &["north*"],
        },
    ],
    [
        Side {
            chinese: &["吃水"],
            english: &["draught", "draughts"],
            loosely: &["draft*", "deep"],
        },
        Side {
            chinese: &["干旱", "旱灾", "旱情", "抗旱"],
            english: &["drought", "droughts"],
            loosely: &["dry"],
        },
    ],
    [
        Side {
            chinese: &["减半"],
            english: &["halve", "halves", "halved", "halving", "by half"],
            loosely: &["half"],
        },
        Side {
            chinese: &["加倍", "翻倍", "翻番", "翻一番"],
            english: &["double", "doubles", "doubled", "doubling"],
            loosely: &["twice", "twofold"],
        },
    ],
    [
        Side {
            chinese: &["出租人"],
            english: &["lessor", "lessors", "landlord", "landlords"],
            loosely: &["owner*", "let*", "parties", "both"],
        },
        Side {
            chinese: &["承租人"],
            english: &["lessee", "lessees", "tenant", "tenants"],
            loosely: &["rent*", "parties", "both"],
        },
    ],
    [
        Side {
            chinese: &["批发"],
            english: &["wholesale", "wholesalers"],
            loosely: &["wholesal*"],
        },
        Side {
            chinese: &["零售"],
            english: &["retail", "retailers"],
            loosely: &["retail*", "shop*"],
        },
    ],
    [
        Side { chinese: &["左岸"], english: &["left bank"], loosely: &["left"] },
        Side { chinese: &["右岸"], english: &["right bank"], loosely: &["right"] },
    ],
    [
        Side {
            chinese: &["干流"],
            english: &["main stream", "mainstream", "main river", "main channel"],
            loosely: &["main", "trunk"],
        },
        Side {
            chinese: &["支流"], english: &["tributary", "tributaries"], loosely: &["branch*"]
        },
    ],
];

//! In: exact numbers, dates and names. Out: numbers and dates as each language writes them, names in the order in
//! which it sorts them (Chinese by pinyin), by ICU4X with the data it brings along, so that no machine's own
//! locale has a say.

use std::cmp::Ordering;

use fixed_decimal::Decimal as IcuDecimal;
use icu_calendar::{Date as IcuDate, Gregorian};
use icu_collator::{CollatorBorrowed, options::CollatorOptions};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_decimal::DecimalFormatter;
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_locale_core::Locale;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Lang, Languages};

/// Number and date formats of every language of the site.
pub struct Formats {
    by_language: Vec<Format>,
}

struct Format {
    numbers: DecimalFormatter,
    /// Whether it writes whole numbers of up to three digits as computers do, as nearly every language.
    small_as_is: bool,
    dates: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    order: CollatorBorrowed<'static>,
    lists: ListFormatter,
}

impl Formats {
    pub fn new(languages: &Languages) -> Self {
        Self { by_language: languages.tags().map(Format::new).collect() }
    }

    /// `6893` becomes `6,893`; zeros that the author wrote behind the point stay.
    pub fn number(&self, lang: Lang, value: Decimal) -> String {
        let mut text = String::new();
        push_value(&mut text, value);
        let format = &self.by_language[lang.index()];
        let is_small = text.len() < 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_small && format.small_as_is {
            return text;
        }
        match IcuDecimal::try_from_str(&text) {
            Ok(value) => format.numbers.format(&value).to_string(),
            Err(_) => text,
        }
    }

    /// The order of two names in a list.
    pub fn compare(&self, lang: Lang, one: &str, other: &str) -> Ordering {
        self.by_language[lang.index()].order.compare(one, other)
    }

    /// `甲、乙、丙`, `A, B, C`: names one after the other, as in a table.
    pub fn list(&self, lang: Lang, names: &[&str]) -> String {
        self.by_language[lang.index()].lists.format(names.iter()).to_string()
    }

    /// What stands behind each entry of a list of so many, where the entries are more than text.
    pub fn list_marks(&self, lang: Lang, count: usize) -> Vec<String> {
        const ENTRY: char = '\u{fffc}';
        let entries = vec![ENTRY; count];
        let list = self.by_language[lang.index()].lists.format(entries.iter()).to_string();
        list.split(ENTRY).skip(1).map(str::to_owned).collect()
    }

    /// `2018年4月11日`, `11 April 2018`.
    pub fn date(&self, lang: Lang, date: Date) -> String {
        let (year, month, day) = (date.year(), date.month(), date.day());
        match IcuDate::try_new_gregorian(i32::from(year), month.unsigned_abs(), day.unsigned_abs())
        {
            Ok(date) => self.by_language[lang.index()].dates.format(&date).to_string(),
            Err(_) => date.to_string(),
        }
    }
}

/// Writes a value as the library does, `1.0` and `-0.05`. The library divides numbers of three words by ten for every digit;
/// nearly all figures fit in one word.
pub fn push_value(out: &mut String, value: Decimal) {
    let small = u64::try_from(value.mantissa()).ok().filter(|_| value.is_sign_positive());
    let (Some(digits), Ok(scale)) = (small, usize::try_from(value.scale())) else {
        out.push_str(&value.to_string());
        return;
    };
    let mut buffer = itoa::Buffer::new();
    let digits = buffer.format(digits);
    let whole = digits.len().saturating_sub(scale);
    out.push_str(if whole == 0 { "0" } else { &digits[..whole] });
    if scale > 0 {
        out.push('.');
        out.extend(std::iter::repeat_n('0', scale.saturating_sub(digits.len())));
        out.push_str(&digits[whole..]);
    }
}

impl Format {
    fn new(tag: &str) -> Self {
        // Official English in China writes 11 April 2018; a site that wants another order names its
        // region, such as `en-US`.
        let tag = if tag == "en" { "en-GB" } else { tag };
        let locale: Locale = tag.parse().unwrap_or(Locale::UNKNOWN);
        let numbers = DecimalFormatter::try_new(locale.clone().into(), Default::default())
            .expect("number data is compiled in, with a fallback for every language");
        let as_is = |number: u16| numbers.format(&number.into()).to_string() == number.to_string();
        Self {
            small_as_is: (0..1000).all(as_is),
            numbers,
            order: CollatorBorrowed::try_new(locale.clone().into(), CollatorOptions::default())
                .expect("collation data is compiled in, with a fallback for every language"),
            lists: ListFormatter::try_new_and(
                locale.clone().into(),
                ListFormatterOptions::default().with_length(ListLength::Narrow),
            )
            .expect("list data is compiled in, with a fallback for every language"),
            dates: FixedCalendarDateTimeFormatter::try_new(locale.into(), YMD::long())
                .expect("date data is compiled in, with a fallback for every language"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_numbers_and_dates_as_each_language_does() {
        let languages = Languages::new(vec!["zh".into(), "en".into()]);
        let formats = Formats::new(&languages);
        let zh = languages.find("zh").unwrap();
        let en = languages.find("en").unwrap();
        let date = jiff::civil::date(2018, 4, 11);
        assert_eq!(formats.date(zh, date), "2018年4月11日");
        assert_eq!(formats.date(en, date), "11 April 2018");
        assert_eq!(formats.number(en, "6893".parse().unwrap()), "6,893");
        assert_eq!(formats.number(en, "689".parse().unwrap()), "689");
        assert_eq!(formats.number(zh, "1.0".parse().unwrap()), "1.0");
        assert_eq!(formats.number(zh, "-0.05".parse().unwrap()), "-0.05");
    }

    #[test]
    fn lists_names_as_each_language_does() {
        let languages = Languages::new(vec!["zh".into(), "en".into()]);
        let formats = Formats::new(&languages);
        let [zh, en] = ["zh", "en"].map(|tag| languages.find(tag).unwrap());
        assert_eq!(formats.list(zh, &["甲", "乙", "丙"]), "甲、乙、丙");
        assert_eq!(formats.list(en, &["A", "B", "C"]), "A, B, C");
        assert_eq!(formats.list(en, &[]), "");
        assert_eq!(formats.list_marks(zh, 3), ["、", "、", ""]);
        assert_eq!(formats.list_marks(en, 2), [", ", ""]);
        assert_eq!(formats.list_marks(en, 1), [""]);
    }

    #[test]
    fn sorts_names_by_pinyin_and_by_alphabet() {
        let languages = Languages::new(vec!["zh".into(), "en".into()]);
        let formats = Formats::new(&languages);
        let sorted = |tag: &str, mut names: Vec<&'static str>| {
            let lang = languages.find(tag).unwrap();
            names.sort_by(|a, b| formats.compare(lang, a, b));
            names
        };
        assert_eq!(
            sorted("zh", vec!["永清县", "三河市", "安次区", "文安县", "霸州市", "香河县"]),
            ["安次区", "霸州市", "三河市", "文安县", "香河县", "永清县"]
        );
        assert_eq!(
            sorted("en", vec!["Zhuozhou", "anci", "Bazhou", "Élan"]),
            ["anci", "Bazhou", "Élan", "Zhuozhou"]
        );
    }

    proptest::proptest! {
        #[test]
        fn a_value_is_written_as_by_the_library(digits: i64, large: i64, scale in 0_u32..=28) {
            let mut values = vec![Decimal::new(digits, scale), Decimal::new(digits % 10_000, scale)];
            values.push(Decimal::from_i128_with_scale(i128::from(digits) * i128::from(large >> 32), scale));
            for value in values {
                let mut written = String::new();
                push_value(&mut written, value);
                proptest::prop_assert_eq!(written, value.to_string());
            }
        }
    }
}

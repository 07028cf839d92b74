//! In: a Chinese name and what stands behind it in a text. Out: whether the name ends there, or its last character begins
//! another word, as 部 does in 上级科技部门: that text does not name 科技部.

/// What a name may end with.
struct Ending {
    last: char,
    /// What makes another word of it: 部门, 局长, 市民.
    goes_on: &'static str,
    /// Words that begin with one of these and stand behind the whole name: 市民政局 is no 市民.
    words: &'static [&'static str],
}

const fn ending(last: char, goes_on: &'static str, words: &'static [&'static str]) -> Ending {
    Ending { last, goes_on, words }
}

/// 长 is the head of a body; 长期 is not.
const LONG: [&str; 5] = ["长期", "长效", "长远", "长江", "长城"];

/// Only what nearly always is another word may stand here: where nobody can tell, the name counts.
static ENDINGS: &[Ending] = &[
    ending(
        '部',
        "门队分位署件长",
        &["分别", "分工", "分管", "分头", "分批", "分类", "位于", "署名"],
    ),
    ending('局', "长部面势限域", &["部分", "部门", "部署", "面向", "面对", "限时", "限期"]),
    ending('厅', "长", &[]),
    ending('委', "员托", &["员工"]),
    ending('办', "理法事学好证", &["法制", "法治", "学习"]),
    ending('院', "士校长", &["校园", "校企"]),
    ending('所', "有属谓需得长", &["有关", "有限", "属于", "需要", "得到"]),
    ending('会', "议员长", &["议定", "议事", "员工"]),
    ending('处', "长理置罚", &["理事"]),
    ending('科', "长学技研普目", &["学习", "研究", "技改"]),
    ending('协', "议调商定", &["调查", "商务", "议事", "定期"]),
    ending('联', "合系动盟", &["合同"]),
    ending('司', "法令机长", &["法人", "法定", "法务"]),
    ending('行', "业长", &[]),
    ending('站', "点位长", &["位于"]),
    ending('队', "员伍长列", &["员工"]),
    ending('心', "城思", &["城乡"]),
    ending('省', "级长份会", &["会议", "会同"]),
    ending('州', "长", &[]),
    ending(
        '市',
        "民场长级面域",
        &["民政", "民营", "民主", "民族", "民宗", "民生", "民间", "场馆", "面向", "面对", "面临"],
    ),
    ending('区', "域间块位别级长", &["域名", "位于", "级别"]),
    ending('县', "域城级长", &["域名", "城管", "城市", "城乡", "城建", "级别"]),
    ending('镇', "区域长", &["区划"]),
    ending('乡', "村镇亲土长", &[]),
    ending('村', "民庄级", &["民政", "民主"]),
    ending('园', "林丁长", &["林业"]),
    ending('校', "长友园", &["园区"]),
    ending('学', "生家者", &["生态", "生产", "生物", "生活", "生命"]),
    ending('业', "家", &["家数", "家庭"]),
    ending('体', "系制育", &[]),
];

/// Whether a name that stands in front of `rest` ends there.
pub fn ends(name: &str, rest: &str) -> bool {
    let (Some(last), Some(next)) = (name.chars().next_back(), rest.chars().next()) else {
        return true;
    };
    let Some(ending) = ENDINGS.iter().find(|ending| ending.last == last) else { return true };
    let mut words = ending.words.iter().chain(&LONG);
    !ending.goes_on.contains(next) || words.any(|word| rest.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::ends;

    #[test]
    fn a_name_that_goes_on_is_another_word() {
        for (name, rest) in [
            ("科技部", "门"),
            ("省委组织部", "署重点工作"),
            ("市财政局", "长任组长"),
            ("市委", "员会"),
            ("市政府办", "理事项"),
            ("廊坊市", "场监督管理局"),
            ("廊坊市", "民"),
            ("XX区", "域科技创新"),
            ("固安县", "域经济"),
            ("河北大学", "生创业"),
            ("企业", "家精神"),
        ] {
            assert!(!ends(name, rest), "{name}{rest}");
        }
    }

    #[test]
    fn a_name_before_other_words_is_the_name() {
        for (name, rest) in [
            ("科技部", ""),
            ("科技部", "、财政部"),
            ("科技部", "分别负责"),
            ("科技部", "长期支持"),
            ("市财政局", "部门预算"),
            ("廊坊市", "民政局"),
            ("廊坊市", "政府"),
            ("固安县", "城管局"),
            ("河北大学", "生态研究所"),
            ("企业", "家庭"),
            ("Ministry", "of"),
        ] {
            assert!(ends(name, rest), "{name}{rest}");
        }
    }
}

//! In: sentences of English plans. Out: whether misspelled words and mixed spellings and marks are found, and nothing
//! else.

use super::*;

#[test]
fn misspelled_words() {
    let code = "english-spelling";
    for (text, right) in [
        ("special maintainance funds", "special maintenance funds"),
        ("Goverment of the city", "Government of the city"),
        ("THE ENVIROMENT BUREAU", "THE ENVIRONMENT BUREAU"),
        ("has occured, and was refered to", "has occurred, and was referred to"),
        ("clean-up of the enviroment.", "clean-up of the environment."),
        ("the comittee’s “responsiblity”", "the committee’s “responsibility”"),
        ("teh city", "the city"),
        ("Febuary", "February"),
        // The right word depends on the rest of the text.
        ("to fullfill", "to fullfill"),
    ] {
        wrong_english(text, code, right);
    }
    for text in [
        "maintenance, government, environment, development",
        "see https://example.org/goverment and goverment@example.org",
        "goverment.pdf, files/goverment and goverment_plan",
        "“goverment” [sic] and goverment (sic)",
        "ADN and TEH, Hte",
        "Gôverment",
    ] {
        fine_english(text);
    }
    fine("goverment的网站");
}

#[test]
fn spelling_of_two_countries() {
    let code = "mixed-spelling";
    for (text, right) in [
        ("a centre of 300 square meters for labour", "a centre of 300 square metres for labour"),
        ("within 500 meters of the theatre; colour", "within 500 metres of the theatre; colour"),
        ("a 500-meter road to the centre, metres", "a 500-metre road to the centre, metres"),
        ("color, labor and favour", "color, labor and favor"),
        ("a program for ageing; colour", "a programme for ageing; colour"),
        ("a license and a licence; labor, color", "a license and a license; labor, color"),
        ("organise, organised and organization", "organise, organised and organisation"),
        ("centre, then center", "centre, then centre"),
    ] {
        wrong_english(text, code, right);
    }
    for text in [
        "centre, labour, colour and metres",
        "center, labor, color and meters",
        "The Labor Center of the National Defense Program; the centre of labour",
        "the “labor center” and the labour centre",
        "the \"labor center\" and the labour centre",
        "20 water meters and smart meters, colour and labour",
        "a mini-program and a computer program, colour and labour",
        "a license to fish, licensed boats, colour",
        "supervise, exercise, advertise and enterprise; organize and organization",
        "colour and organization",
        "colour; center.example.org, /center and my_center",
        "the analyses of fibre; curb, tire, stories",
    ] {
        fine_english(text);
    }
    // As many of both: nobody can say which are right.
    fine_english("colour and center");
    fine_english("organise and modernization");
}

#[test]
fn spelling_goes_by_the_whole_text() {
    let texts = ["a centre for labour", "a center", "the theatre"];
    let parts = texts.map(|text| Part { text, heading: false });
    let found = flaws(&parts, Script::English);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].part, found[0].range.clone()), (1, 2..8));
    assert_eq!(found[0].fix, [(2..8, "centre".to_owned())]);
}

#[test]
fn straight_marks_among_curly_ones() {
    let code = "mixed-quotes";
    wrong_english("“one”, “two” and \"three\"", code, "“one”, “two” and “three”");
    wrong_english("\"one\", \"two\" and “three”", code, "\"one\", \"two\" and \"three\"");
    wrong_english("the city's, the town’s", code, "the city’s, the town’s");
    wrong_english("it's, don't and can’t", code, "it's, don't and can't");
    wrong_english("“one” and \"two", code, "“one” and \"two");
    for text in [
        "“one” and “two”, the city’s",
        "\"one\" and \"two\", the city's",
        "“one” of 15\" and 6' 2\"",
        "“the ‘one’ of residents’ committees” and the city’s",
        "“one” and the city's",
    ] {
        fine_english(text);
    }
}

#[test]
fn slips_of_the_hand_in_long_words() {
    let code = "english-spelling";
    for (text, right) in [
        ("the reservior is full", "the reservior is full"),
        ("Reservior levels rise", "Reservior levels rise"),
    ] {
        wrong_english(text, code, right);
    }
    // A name within a sentence, parts of an address.
    fine_english("the village of Reservior, reservior.pdf and /reservior");
}

#[test]
fn forms_that_never_stand_so() {
    let code = "english-grammar";
    for text in [
        "The works will completed by June.",
        "Reports must submitted in time",
        "Pumps shall built by the bureau",
        "a increase of 5%",
        "within an year, (an plan)",
        "The ceilings is set by the bureau",
        "It is done in accordance the plan.",
        "Residents take part their work",
    ] {
        wrong_english(text, code, text);
    }
    for text in [
        "The works will be completed, and will need money; costs must not exceed 5%.",
        "It may indeed speed up. Political will needed time to form; with the will expressed by all",
        "those who can, provided that they apply; works to be complete by June",
        "an hour, a one-off grant, a European road, a unit, an honest answer, a EU plan, an SMS",
        "grade a enterprises, Plan A increases, a A-level school, a e-bike",
        "The series is long, the news has it; The number of buses is 5. The analysis is done",
        "according to the plan, prior to a visit, taking part in the work, part the third",
        "may-added, will-based; completed works will, united, win; May added a day",
    ] {
        fine_english(text);
    }
}

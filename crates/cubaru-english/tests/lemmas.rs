//! Lemmas of English: a table for each class of rule, and laws.

mod common;

use common::ENGLISH;
use cubaru_parse::syntax::{Upos, Xpos, is_shouted, lemma};
use proptest::prelude::*;

fn of(form: &str, upos: &str, xpos: &str) -> String {
    let (upos, xpos) = (Upos::of_label(upos).expect(upos), Xpos::of_label(xpos).expect(xpos));
    lemma(&ENGLISH, form, upos, xpos, false).into_owned()
}

/// Each line: word class, tag, then `form>lemma`.
fn check(table: &str) {
    let mut wrong = Vec::new();
    for line in table.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let mut cells = line.split(' ');
        let (upos, xpos) = (cells.next().unwrap(), cells.next().unwrap());
        for (form, lemma) in cells.map(|c| c.split_once('>').unwrap()) {
            let found = of(form, upos, xpos);
            if found != lemma {
                wrong.push(format!("{form} {upos} {xpos}: {found}, should be {lemma}"));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn plurals() {
    check(
        "NOUN NNS sanctions>sanction troops>troops forces>force taxes>tax crises>crisis media>media criteria>criterion bases>base
         NOUN NNS leaves>leaf lives>life knives>knife wives>wife thieves>thief beliefs>belief archives>archive olives>olive moves>move
         NOUN NNS parties>party allies>ally movies>movie ties>tie series>series embassies>embassy enquiries>enquiry monarchies>monarchy
         NOUN NNS vetoes>veto heroes>hero embargoes>embargo shoes>shoe canoes>canoe photos>photo
         NOUN NNS boxes>box churches>church headaches>headache bushes>bush losses>loss quizzes>quiz prizes>prize axes>axe
         NOUN NNS viruses>virus buses>bus causes>cause houses>house caucuses>caucus excuses>excuse gases>gas leases>lease
         NOUN NNS theses>thesis analyses>analysis hypotheses>hypothesis diagnoses>diagnosis phases>phase purchases>purchase
         NOUN NNS men>man women>woman policemen>policeman gunmen>gunman children>child grandchildren>grandchild feet>foot teeth>tooth
         NOUN NNS referenda>referendum alumni>alumnus appendices>appendix phenomena>phenomenon memoranda>memorandum
         NOUN NNS people>people police>police staff>staff aircraft>aircraft politics>politics headquarters>headquarters barracks>barracks
         NOUN NNS 1990s>1990s 90's>90s mid-1980s>mid-1980s F-16s>F-16 NGOs>NGO MPs>MP AK47s>AK47 jihadis>jihadi taxis>taxi gurus>guru
         NOUN NNS Talks>talk ELECTIONS>election Christians>Christian Kurds>Kurd
         PROPN NNPS States>State Nations>Nation Emirates>Emirate Houthis>Houthi Israelis>Israeli Democrats>Democrat Tories>Tory
         PROPN NNPS Philippines>Philippines Netherlands>Netherlands Taliban>Taliban Olympics>Olympics Countries>Country Sens.>Sen.",
    );
}

#[test]
fn verbs() {
    check(
        "VERB VBD lay>lie laid>lay found>find ground>grind bound>bind wound>wind left>leave saw>see dove>dive fell>fall felt>feel led>lead
         VERB VBN found>find left>leave wounded>wound bound>bind founded>found shown>show stricken>strike gotten>get overthrown>overthrow
         VERB VB found>found lay>lay wound>wound leave>leave saw>saw
         VERB VBD vetoed>veto vowed>vow met>meet retold>retell outbid>outbid mis-sold>mis-sold overcame>overcome outflew>outfly undershot>undershoot
         VERB VBD voted>vote visited>visit invited>invite limited>limit treated>treat created>create debated>debate combated>combat
         VERB VBD hoped>hope stopped>stop developed>develop planned>plan complained>complain defined>define trained>train declined>decline
         VERB VBN banned>ban occurred>occur preferred>prefer offered>offer interfered>interfere appeared>appear declared>declare
         VERB VBN travelled>travel controlled>control called>call killed>kill fulfilled>fulfill expelled>expel propelled>propel
         VERB VBN seized>seize focused>focus used>use accused>accuse raised>raise harassed>harass licensed>license collapsed>collapse
         VERB VBN agreed>agree freed>free fled>flee tied>tie carried>carry destroyed>destroy issued>issue argued>argue
         VERB VBN changed>change charged>charge belonged>belong challenged>challenge banged>bang pledged>pledge mandated>mandate
         VERB VBN attacked>attack panicked>panic provoked>provoke convened>convene opened>open undermined>undermine postponed>postpone
         VERB VBG lying>lie dying>die tying>tie studying>study making>make speaking>speak writing>write sitting>sit biting>bite
         VERB VBG relying>rely seeing>see dyeing>dye singing>sing singeing>singe bringing>bring clothing>clothe shelling>shell
         VERB VBG resettling>resettle handling>handle enabling>enable excluding>exclude clouding>cloud prevailing>prevail wailing>wail
         VERB VBZ visits>visit says>say goes>go vetoes>veto watches>watch flies>fly dies>die focuses>focus accuses>accuse aches>ache
         VERB VBZ has>have does>do is>be presses>press taxes>tax analyses>analyse relaxes>relax
         VERB VBD Visited>visit MET>meet
         VERB NNP United>Unite Flying>Fly",
    );
}

#[test]
fn adjectives_and_adverbs() {
    check(
        "ADJ JJR better>good worse>bad further>further older>old larger>large bigger>big easier>easy wider>wide safer>safe closer>close freer>free
         ADJ JJR later>late cheaper>cheap tougher>tough fiercer>fierce simpler>simple stronger>strong clearer>clear severer>severe
         ADJ JJS best>good worst>bad most>most largest>large hottest>hot deadliest>deadly latest>late strangest>strange poorest>poor
         ADV RBR better>well later>late longer>long further>far more>more sooner>soon
         ADV RBS best>well most>most hardest>hard
         ADV RB Now>now formerly>formerly n't>n't
         ADJ JJ Russian>Russian Cuban>Cuban Western>western Foreign>foreign united>united anti-American>anti-American
         ADJ JJ Anti-American>anti-American FORMER>former born>born
         ADJ NNP New>New National>National",
    );
}

#[test]
fn small_words() {
    check(
        "PRON PRP me>I I>I i>I him>he her>she us>we them>they It>it mine>my ours>our 'em>they 's>we
         PRON PRP$ her>her His>his their>their
         PRON DT these>this those>that
         PRON WP whom>whom Who>who
         DET DT an>a An>a The>the these>this Those>that
         AUX VBZ 's>be has>have is>be Does>do
         AUX VBP 'm>be 're>be 've>have are>be do>do
         AUX MD 'll>will 'd>would ca>can wo>will sha>shall could>could May>may
         AUX VBD 'd>have was>be were>be did>do had>have
         AUX VBN been>be
         AUX VBG being>be having>have
         AUX VB be>be 've>have
         PART RB n't>not Not>not N'T>not
         PART POS 's>'s '>'s
         PART TO to>to na>to
         SCONJ IN That>that 'cause>because
         ADP IN In>in
         CCONJ CC And>and",
    );
}

#[test]
fn names_numbers_and_marks() {
    check(
        "PROPN NNP Putin>Putin NATO>NATO U.N.>U.N. IRAN>Iran iran>Iran al>al McCain>McCain Sept.>September Wed.>Wednesday May>May Saunders>Saunders
         NOUN NN Minister>minister CEO>CEO GDP>GDP PM>p.m. am>a.m. etc>etc. PhD>PhD war>war Kurd>Kurd
         NUM CD One>one 1,200>1200 3,000,000.50>3000000.50 1,2>1,2 m>million bn>billion XIV>XIV 2023>2023 Million>million
         SYM $ $>$ US$>US$
         SYM SYM –>- %>%
         PUNCT `` “>\" ‘>'
         PUNCT '' ”>\" ’>'
         PUNCT , ,>,
         PUNCT : –>- —>—
         X FW vis>vis Realpolitik>Realpolitik",
    );
}

#[test]
fn shouted_sentences() {
    let words = ["PUTIN", "VOWS", "REVENGE", "ON", "NATO"];
    assert!(is_shouted(words) && !is_shouted(["NATO", "vows", "revenge"]) && !is_shouted(["NATO", "EU"]));
    let of = |form, upos, xpos| lemma(&ENGLISH, form, upos, xpos, true).into_owned();
    assert_eq!(of("PUTIN", Upos::Propn, Xpos::Nnp), "Putin");
    assert_eq!(of("NATO", Upos::Propn, Xpos::Nnp), "NATO");
    assert_eq!(of("STATES", Upos::Propn, Xpos::Nnps), "State");
    assert_eq!(of("VOWS", Upos::Verb, Xpos::Vbz), "vow");
    assert_eq!(of("WAR", Upos::Noun, Xpos::Nn), "war");
}

/// The base form that a lemma stands for is its own lemma, and every irregular form of the list leads to it.
#[test]
fn irregular_verbs_lead_to_lemmas_that_stay() {
    let (mut all, mut elsewhere) = (0, Vec::new());
    for row in ENGLISH.lexicon().list("irregular-verbs") {
        let (form, lemma) = (row.form(), row.cell(1));
        let xpos = match row.cell(2) {
            "past" => "VBD",
            "participle" => "VBN",
            "present3" => "VBZ",
            "gerund" => "VBG",
            _ => continue,
        };
        all += 1;
        let ours = of(form, "VERB", xpos);
        if ours != lemma {
            elsewhere.push(format!("{form} {xpos}: {ours}, {lemma}"));
        }
        assert_eq!(of(&ours, "VERB", "VB"), ours);
    }
    // A form of two verbs (`lay` of `lay` and `lie`, `wound` of `wind`) has one lemma here.
    assert!(elsewhere.len() * 50 < all, "{} of {all}: {elsewhere:?}", elsewhere.len());
}

fn label() -> impl Strategy<Value = (Upos, Xpos)> {
    (prop::sample::select(Upos::ALL), prop::sample::select(Xpos::ALL))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn never_panics((upos, xpos) in label(), form in "\\PC{0,12}|[A-Za-zİßéŁ'’-]{0,10}(s|'s|es|ed|ing|er|est|S|ies)", shouted: bool) {
        let found = lemma(&ENGLISH, &form, upos, xpos, shouted);
        prop_assert_eq!(found.is_empty(), form.is_empty());
    }

    #[test]
    fn base_forms_stay(word in "[a-z]{1,10}", (upos, xpos) in prop::sample::select(vec![
        (Upos::Noun, Xpos::Nn), (Upos::Verb, Xpos::Vb), (Upos::Adj, Xpos::Jj), (Upos::Adv, Xpos::Rb),
    ])) {
        let once = lemma(&ENGLISH, &word, upos, xpos, false).into_owned();
        prop_assert_eq!(lemma(&ENGLISH, &once, upos, xpos, false), once.clone());
    }
}

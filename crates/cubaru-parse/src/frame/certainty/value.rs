//! How one value of certainty acts upon another: negation, modals, and what a predicate makes of its complement.

use crate::{
    certainty::{Certainty, Modality, Status, Value},
    language::Predicate,
};

pub(super) const PLAIN: Value = Value::new(Certainty::CtPlus, Status::Actual, Modality::Asserted);
pub(super) const REPORTED: Value = Value::new(Certainty::U, Status::Reported, Modality::Attributed);
pub(super) const DESIRED: Value = Value::new(Certainty::U, Status::Hypothetical, Modality::Desired);
pub(super) const ASKED: Value = Value::new(Certainty::U, Status::Hypothetical, Modality::Asked);
pub(super) const CONDITIONAL: Value = Value::new(Certainty::U, Status::Hypothetical, Modality::Conditional);
pub(super) const COUNTERFACTUAL: Value = Value::new(Certainty::CtMinus, Status::Hypothetical, Modality::Counterfactual);
pub(super) const COMING: Value = Value::new(Certainty::CtPlus, Status::Future, Modality::Future);

/// What a negation makes of a value. What is only supposed stays so.
pub(super) fn negated(value: Value) -> Value {
    use Certainty::*;
    let (certainty, status) = match (value.certainty, value.status) {
        // "had they not attacked": they did.
        (CtMinus, Status::Hypothetical) => return Value { certainty: CtPlus, ..value },
        (_, Status::Hypothetical) | (U, Status::Possible) => return value,
        (CtMinus, _) => return PLAIN,
        (U, Status::Negated) => return REPORTED,
        (CtPlus, _) => (CtMinus, Status::Negated),
        (PrPlus, Status::Possible) => (PrMinus, Status::Possible),
        (PrPlus, _) => (PrMinus, Status::Negated),
        (PsPlus, _) => (PsMinus, Status::Possible),
        (PrMinus, _) => (PrPlus, Status::Possible),
        (PsMinus, _) => (PsPlus, Status::Possible),
        (U, _) => (U, Status::Negated),
    };
    Value::new(certainty, status, Modality::of(status))
}

/// What a word beside the verb makes of the value that its clause has: the innermost word tells what the act is, and it is no more certain than
/// the clause.
pub(super) fn under(clause: Value, word: Value) -> Value {
    use Certainty::*;
    let weaker = match (clause.certainty, word.certainty) {
        (U, _) | (_, U) => U,
        (CtPlus, c) | (c, CtPlus) => c,
        (_, c @ (CtMinus | PrMinus)) => c,
        (PrPlus, c) => c,
        (c, _) => c,
    };
    match (clause.status, word.status) {
        _ if clause == PLAIN => word,
        // "rightly", "certainly"
        (_, Status::Actual) if word.modality == Modality::Evaluative => Value { modality: word.modality, ..clause },
        (_, Status::Actual) | (Status::Hypothetical, _) | (Status::Possible, Status::Hypothetical) => clause,
        (Status::Actual, _) => word,
        (Status::Reported, _) => Value { certainty: weaker, ..word },
        (Status::Negated, _) => {
            if word.certainty == CtMinus {
                negated(clause)
            } else {
                clause
            }
        }
        // "can hardly"
        (Status::Possible, Status::Negated) if word.certainty == PrMinus => Value { certainty: weaker, ..clause },
        (_, Status::Negated) => Value { certainty: if weaker == U { U } else { word.certainty }, ..word },
        (Status::Future, Status::Hypothetical) => word,
        (Status::Future | Status::Possible, _) => Value { certainty: weaker, ..clause },
    }
}

/// What a predicate makes of its complement, where the predicate itself has a value: signatures compose down the tree.
pub(super) fn complement(predicate: Value, row: &Predicate, own: bool) -> Value {
    use Certainty::*;
    // Of what the author believes or doubts, the author's own certainty counts.
    let source = row.source.filter(|_| own);
    let (yes, no) = (source.unwrap_or(row.affirmed), source.map_or(row.negated, negated));
    if row.factive() {
        // What somebody says that others regret is taken for granted by the one who says it, not by the author.
        let told = predicate.status == Status::Reported && predicate.certainty == U;
        return if told && yes.certainty == CtPlus { REPORTED } else { yes };
    }
    // Where the predicate neither plainly holds nor plainly fails, an implicative one hands its own value on.
    let hand_on = |made: Value, value: Value| match made.certainty {
        CtPlus => value,
        CtMinus => negated(value),
        _ if value.certainty == U => Value { certainty: U, ..made },
        _ => made,
    };
    match (predicate.certainty, predicate.status) {
        // "would have been absurd to sign"
        (_, Status::Hypothetical) if predicate.modality == Modality::Counterfactual && yes.modality == Modality::Evaluative => predicate,
        (_, Status::Hypothetical) if yes.status == Status::Hypothetical => yes,
        (_, Status::Hypothetical) if yes.modality == Modality::Evaluative => Value { modality: yes.modality, ..predicate },
        (_, Status::Hypothetical) => predicate,
        (CtPlus, Status::Actual) => yes,
        (CtMinus, _) => no,
        // "hardly conceivable"
        (PrMinus, _) if yes.status == Status::Possible && no.certainty == CtMinus => {
            Value::new(PrMinus, Status::Possible, Modality::Hedged)
        }
        (U, Status::Negated) | (PrMinus | PsMinus, _) => {
            let made = hand_on(no, negated(predicate));
            // "will not refuse": the complement's own certainty is that of the negation turned round.
            if no.certainty == CtMinus { predicate } else { made }
        }
        _ => hand_on(yes, predicate),
    }
}

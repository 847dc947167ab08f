"""Reads political news and gives back knowledge with its sources: who did or said what to whom, when, where, according to
whom and how certainly, each fact tied to the exact words that say it.

>>> import cubaru
>>> document = cubaru.read("Russian Foreign Minister Sergei Lavrov visited Cuba on Thursday.", published="2023-04-22")
>>> for event in document.events:
...     print(event.date, event.class_, event.actor[0].text, document.words(event.trigger[0]), sep="; ")
2023-04-20; CONSULT; Sergei Lavrov; visited

`read` gives a `Document`; its lists (`tokens`, `times`, `entities`, `offices`, `attributions`, `events`, `claims` …) hold values
that cannot be changed. Offsets count code points, so that slices of `document.text` are the words.

`times` gives the time expressions alone, many times faster. `Edtf` holds a date that is not fully known, as the `edtf` of times and
the `date` of events write it. `Dictionaries` are your own of TABARI or PETRARCH; `document.code(dictionaries)` codes with them.

`Reader.with_rules` takes rules of events of your own; `document.claims_by("Lavrov")` gives what one source says. `same_person` says whether two names are
one person.

`KnowledgeBase` is many documents that answer as one, in memory or in a file: `base.events().of("CONSULT").actor("RUS")`, `base.entities()`,
`base.check()`, `base.export("json")`. `check` sets against each other what documents say; `Texts` verifies quotations.
"""

from . import _types, cases
from ._errors import BadDateError, BaseError, CubaruError, EdtfError, NotUtf8Error, RuleError, TooLongError
from ._native import (
    ClaimQuery,
    Comparison,
    Dictionaries,
    Document,
    Edtf,
    EventQuery,
    KnowledgeBase,
    Reader,
    Reason,
    TenureQuery,
    Texts,
    __version__,
    check,
    read,
    same_person,
    times,
)
from ._types import *

__all__ = [
    "BadDateError",
    "BaseError",
    "ClaimQuery",
    "Comparison",
    "CubaruError",
    "Dictionaries",
    "Document",
    "Edtf",
    "EdtfError",
    "EventQuery",
    "KnowledgeBase",
    "NotUtf8Error",
    "Reader",
    "Reason",
    "RuleError",
    "TenureQuery",
    "Texts",
    "TooLongError",
    "__version__",
    "cases",
    "check",
    "read",
    "same_person",
    "times",
]
__all__ += _types.__all__

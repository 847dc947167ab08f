"""Cases: Markdown files in which each text stands beside the outline that reading it should give.

The project's own cases lie in its folder `cases/` and run in Rust, Python and JavaScript; `cases/README.md` there describes the
format. It serves for cases of your own as well:

>>> import cubaru
>>> markdown = '''
... layers: quotations
...
... ## Curly marks
...
... The comma stands inside the marks.
...
... ```text published=2023-06-04
... “No base,” he said.
... ```
...
... ```outline
... quotation "No base."
... ```
... '''
>>> for failure in cubaru.cases.check(cubaru.Reader.english(), markdown):
...     print(failure.title, failure.expected, failure.found, sep=": ")
Curly marks: quotation "No base.": quotation "No base,"
"""

from __future__ import annotations

from dataclasses import dataclass

from ._native import Reader, _cases, _check_cases

__all__ = ["Case", "Failure", "check", "read"]


@dataclass(frozen=True, slots=True)
class Case:
    """A text and the outline that is expected of it.

    Attributes:
        title: Its heading.
        line: The line of its heading, counted from 1.
        reason: Why it matters.
        layers: The layers that are compared.
        swap: Whether the outline must follow when countries trade places.
        published: The date of publication, if the case gives one.
        text: The text.
        expected: What `Document.outline` should give.
    """

    title: str
    line: int
    reason: str
    layers: tuple[str, ...]
    swap: bool
    published: str | None
    text: str
    expected: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A case whose outline came out otherwise.

    Attributes:
        title: The case's heading.
        line: The line of its heading, counted from 1.
        expected: What the case expects.
        found: What reading gave.
    """

    title: str
    line: int
    expected: str
    found: str


def read(markdown: str) -> tuple[Case, ...]:
    """The cases of a Markdown file. Raises `CubaruError`, with the line, where the file breaks the format."""
    return tuple(Case(*fields) for fields in _cases(markdown))


def check(reader: Reader, markdown: str) -> tuple[Failure, ...]:
    """Reads the texts of a Markdown file's cases and gives those whose outline came out otherwise. Raises as `read` does."""
    return tuple(Failure(*fields) for fields in _check_cases(reader, markdown))

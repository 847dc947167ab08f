"""What can be wrong with an input. Odd prose never is an error."""

from __future__ import annotations

import sys

from ._types import Span


class CubaruError(Exception):
    """Bad input: what is wrong with it, a code for programs, where, and what to do.

    >>> import cubaru
    >>> try:
    ...     cubaru.read("Cuba said no.", published="June 2023")
    ... except cubaru.CubaruError as error:
    ...     print(error, error.code, error.hint, sep="; ")
    `June 2023` is no date; bad-date; write a year, a month or a day: 2023, 2023-06, 2023-06-04
    """

    # All that is known goes to `args`, from which `repr` and pickle work.
    def __init__(self, message: str, code: str, span: Span | None, hint: str) -> None:
        super().__init__(message, code, span, hint)
        if sys.version_info >= (3, 11):
            self.add_note(f"hint: {hint}")

    def __str__(self) -> str:
        return str(self.args[0])

    @property
    def code(self) -> str:
        """A stable code for programs."""
        code: str = self.args[1]
        return code

    @property
    def span(self) -> Span | None:
        """Where the text is to blame, in code points."""
        span: Span | None = self.args[2]
        return span

    @property
    def hint(self) -> str:
        """What to do."""
        hint: str = self.args[3]
        return hint


class NotUtf8Error(CubaruError):
    """The bytes are not UTF-8, or the `str` holds a lone surrogate.

    `offset` counts bytes; `span` is where `text.decode(errors="replace")` would have its first `"\\ufffd"`.

    >>> import cubaru
    >>> try:
    ...     cubaru.read("Raúl".encode("latin-1"))
    ... except cubaru.NotUtf8Error as error:
    ...     print(error.offset, error.span)
    2 Span(start=2, end=3)
    """

    def __init__(self, message: str, code: str, span: Span | None, hint: str, offset: int) -> None:
        super().__init__(message, code, span, hint)
        self.args = (message, code, span, hint, offset)

    @property
    def offset(self) -> int:
        """The offset of the first wrong byte."""
        offset: int = self.args[4]
        return offset


class TooLongError(CubaruError):
    """The text is longer than the reader's limit; `span` is what lies beyond it."""


class BadDateError(CubaruError):
    """The date of publication has another form than `2023`, `2023-06` or `2023-06-04`, or no calendar has it."""


class BaseError(CubaruError):
    """A knowledge base could not do what it was asked for.

    Its codes are `unknown-condition`, `bad-value`, `unknown`, `ambiguous`, of saved bases `bad-line`, and of bases in files `not-a-base`, `newer-base`, `busy`, `store`.

    >>> import cubaru
    >>> try:
    ...     cubaru.KnowledgeBase().entity("Lavrov")
    ... except cubaru.BaseError as error:
    ...     print(error, error.code, sep="; ")
    the base knows no entity `Lavrov`; unknown
    """


class EdtfError(CubaruError):
    """A text is no EDTF, or names a day that no calendar has; `span` is where.

    >>> import cubaru
    >>> try:
    ...     cubaru.Edtf("2023-13")
    ... except cubaru.EdtfError as error:
    ...     print(error, error.code, error.span, sep="; ")
    no EDTF: there is no month 2023-13; edtf-calendar; Span(start=0, end=7)
    """


class RuleError(CubaruError):
    """A line of rules of events breaks their format; `span` is where, from the first wrong character to the end of the line.

    >>> import cubaru
    >>> try:
    ...     cubaru.Reader.english().with_rules("# Debts\\nverb restructure obbj=debt | DEBT")
    ... except cubaru.RuleError as error:
    ...     print(error, error.code, error.line, error.column, error.span, sep="; ")
    rules `rules`, line 2, column 18: `obbj=debt | DEBT` stands where a place is expected; bad-rule; 2; 18; Span(start=25, end=41)
    """

    def __init__(self, message: str, code: str, span: Span | None, hint: str, line: int, column: int) -> None:
        super().__init__(message, code, span, hint)
        self.args = (message, code, span, hint, line, column)

    @property
    def line(self) -> int:
        """The line, counted from 1."""
        line: int = self.args[4]
        return line

    @property
    def column(self) -> int:
        """The column, in code points, counted from 1."""
        column: int = self.args[5]
        return column

"""What the docs show is what comes out; the stub says what the module says."""

from __future__ import annotations

import ast
import doctest
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

from conftest import ROOT

import cubaru
from cubaru import _errors, _native, cases

PACKAGE = Path(cubaru.__file__).parent
README = Path(__file__).resolve().parents[1] / "README.md"


def _documented() -> Iterator[tuple[str, str]]:
    """All docstrings of the package by name; doctest's own finder looks into no compiled module."""
    yield "cubaru", inspect.getdoc(cubaru) or ""
    yield "cases", inspect.getdoc(cases) or ""
    for path in (README, ROOT / "docs/base.md"):
        yield path.name, "\n\n".join(re.findall(r"```python\n(>>>.*?)```", path.read_text(encoding="utf-8"), re.DOTALL))
    for module in (_native, _errors):
        for name, member in vars(module).items():
            if inspect.isclass(member) or inspect.isroutine(member):
                yield name, inspect.getdoc(member) or ""
            if inspect.isclass(member):
                for attribute in vars(member):
                    yield f"{name}.{attribute}", inspect.getdoc(getattr(member, attribute)) or ""


def test_examples_in_docs_run() -> None:
    parser, runner = doctest.DocTestParser(), doctest.DocTestRunner()
    examples = {name: parser.get_doctest(text, {}, name, None, None) for name, text in _documented() if ">>>" in text}
    assert {"cubaru", "cases", "README.md", "base.md", "read", "Reader", "Document", "Document.words", "Document.outline", "NotUtf8Error"} <= examples.keys()
    failed = [name for name, example in examples.items() if runner.run(example).failed]
    assert failed == []


def test_the_stub_documents_what_the_module_documents() -> None:
    stub = ast.parse((PACKAGE / "_native.pyi").read_text(encoding="utf-8"))
    compared = []

    def compare(name: str, node: ast.ClassDef | ast.FunctionDef, member: object) -> None:
        assert ast.get_docstring(node) == inspect.getdoc(member), name
        compared.append(name)

    for node in stub.body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef) or node.name.startswith("_"):
            continue
        member = getattr(_native, node.name)
        compare(node.name, node, member)
        if isinstance(node, ast.ClassDef):
            # Of overloads the last is documented.
            methods = {inner.name: inner for inner in node.body if isinstance(inner, ast.FunctionDef)}
            for method, inner in methods.items():
                if not method.startswith("_"):
                    compare(f"{node.name}.{method}", inner, getattr(member, method))
    assert {"read", "Reader.with_limit", "Document.events", "Document.to_json"} <= set(compared)


def test_everything_public_is_documented() -> None:
    for name in cubaru.__all__:
        if inspect.isclass(member := getattr(cubaru, name)):
            assert (inspect.getdoc(member) or "").strip(), name


def test_the_version_is_the_packages() -> None:
    from importlib.metadata import version

    assert cubaru.__version__ == version("cubaru")

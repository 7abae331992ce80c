"""The architecture as sentences that run: layers, sizes, names and texts of the whole checkout."""

import ast
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).parents[1]
CODE = ("papi_desktop", "db", "ui")
TEXT_SUFFIXES = {".py", ".md", ".toml", ".in", ".lock", ".txt", ".csv", ".ts", ".qss", ".svg", ".yml", ".ini", ".mako"}
LEFT_BY_TOOLS = {"build", "dist", "__pycache__", "node_modules"}
VAGUE_NAMES = re.compile(r"(^|_)(utils?|helpers?|managers?|base|common|misc)(_|\.|$)")
HOST_PARTS = (("pypi", "org"), ("deb", "debian", "org"))
"""The registries' hosts in pieces, because this file may not name them either."""
HOST_WORDS = ["".join(parts) for parts in (("python", "hosted"), ("npm", "js"), ("file:", "//"), ("/", "simple/"))]
REGISTRY_HOST = re.compile("|".join(map(re.escape, [*(".".join(parts) for parts in HOST_PARTS), *HOST_WORDS])))
CLOCK = re.compile(r"\b(date\.today|datetime\.now|datetime\.today|datetime\.utcnow|time\.time)\(")
MACHINE_PATH = re.compile(r"(?<![\w.])/(work|tmp|root)/")


@cache
def tracked() -> tuple[Path, ...]:
    """Return the files of the checkout, without what tools left there."""
    folders = [ROOT]
    files: list[Path] = []
    while folders:
        for path in sorted(folders.pop().iterdir()):
            if path.is_dir() and path.name not in LEFT_BY_TOOLS and (path.name == ".ci" or path.name[0] != "."):
                folders.append(path)
            elif path.is_file():
                files.append(path)
    return tuple(files)


def texts() -> Iterator[tuple[Path, str]]:
    for path in tracked():
        if path.suffix in TEXT_SUFFIXES or path.name in {"LICENSE", "build.spec", ".gitignore", "run"}:
            yield path.relative_to(ROOT), path.read_text(encoding="utf-8")


def modules(*folders: str) -> Iterator[tuple[Path, ast.Module, str]]:
    for path, text in texts():
        if path.suffix == ".py" and (not folders or path.parts[0] in folders):
            yield path, ast.parse(text), text


def functions(*folders: str) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for path, tree, _text in modules(*folders):
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path}:{node.lineno} {node.name}", node


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines of a function's body, without its decorators and docstring."""
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (node.end_lineno or node.lineno) - body[0].lineno + 1 if body else 0


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def catches_everything(handler: ast.ExceptHandler) -> bool:
    """Tell whether a handler takes any error and does not raise again."""
    names = (
        {name.id for name in ast.walk(handler.type) if isinstance(name, ast.Name)} if handler.type else {"Exception"}
    )
    raises_again = any(isinstance(node, ast.Raise) and node.exc is None for node in ast.walk(handler))
    return bool(names & {"Exception", "BaseException"}) and not raises_again


def test_the_layers_are_kept() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"]
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_the_domain_needs_only_the_standard_library() -> None:
    foreign = [
        f"{path}: {name}"
        for path, tree, _text in modules("papi_desktop")
        if path.parts[1] == "domain"
        for name in imports(tree)
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("papi_desktop.domain")
    ]
    assert not foreign


def test_the_domain_and_the_services_never_look_at_the_clock() -> None:
    looking = [
        f"{path}: {found.group()}"
        for path, _tree, text in modules("papi_desktop")
        if path.parts[1] in ("domain", "services")
        for found in CLOCK.finditer(text)
    ]
    assert not looking


def test_every_module_opens_by_saying_what_it_is_for() -> None:
    silent = [str(path) for path, tree, text in modules() if text.strip() and not ast.get_docstring(tree)]
    assert not silent


def test_no_file_is_longer_than_400_lines() -> None:
    long = {str(path): count for path, _tree, text in modules() if (count := len(text.splitlines())) > 400}
    assert not long


def test_nine_files_in_ten_have_at_most_250_lines() -> None:
    counts = [len(text.splitlines()) for _path, _tree, text in modules(*CODE)]
    assert quantiles(counts, n=10)[-1] <= 250


def test_no_function_is_longer_than_60_lines() -> None:
    long = {name: lines for name, node in functions() if (lines := length(node)) > 60}
    assert not long


def test_half_of_the_functions_have_at_most_8_lines() -> None:
    assert median(length(node) for _name, node in functions(*CODE)) <= 8


def test_errors_are_caught_by_name_except_where_foreign_files_come_in() -> None:
    broad = [
        f"{path}:{node.lineno}"
        for path, tree, _text in modules(*CODE)
        if path.parts[:2] != ("papi_desktop", "importers")
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and catches_everything(node)
    ]
    assert not broad


def test_nobody_imports_the_sqlite_of_python() -> None:
    importing = [str(path) for path, tree, _text in modules() if "sqlite3" in imports(tree)]
    assert not importing


def test_no_module_has_a_name_that_says_nothing() -> None:
    vague = [str(path) for path, _tree, _text in modules(*CODE) if VAGUE_NAMES.search(path.stem)]
    assert not vague


def test_no_file_names_a_registry_or_a_folder_of_one_machine() -> None:
    naming = [
        f"{path}: {found.group()}"
        for path, text in texts()
        if path != Path(__file__).relative_to(ROOT)
        for found in (*REGISTRY_HOST.finditer(text), *MACHINE_PATH.finditer(text))
    ]
    assert not naming


def test_all_text_is_composed_as_nfc() -> None:
    decomposed = [str(path) for path, text in texts() if not unicodedata.is_normalized("NFC", text)]
    assert not decomposed


def test_all_text_uses_unix_line_ends_and_no_byte_order_mark() -> None:
    odd = [
        str(p)
        for p in tracked()
        if p.suffix in TEXT_SUFFIXES and (b"\r\n" in (raw := p.read_bytes()) or raw[:3] == b"\xef\xbb\xbf")
    ]
    assert not odd

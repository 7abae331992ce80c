"""Set up and drive the project: run, test, lint, bench, screenshots, bundle."""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed.txt"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
RUN_LOCK, DEV_LOCK = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"

# What Qt loads on Linux, by the Debian package that has it.
WINDOW_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
VERSION = ".".join(map(str, sys.version_info[:2]))
# Debian's own Python comes without the library that a bundle takes along.
PYTHON_LIBRARY = {f"libpython{VERSION}.so.1.0": f"libpython{VERSION}"} if sys.base_prefix == "/usr" else {}
BUNDLE_PARTS = {"objdump": "binutils", **PYTHON_LIBRARY}
TEST_PARTS = {
    "pdftotext": "poppler-utils",
    "soffice": "libreoffice-calc-nogui libreoffice-writer-nogui",
    "strace": "strace",
    "mkfs.ext4": "e2fsprogs",
    **BUNDLE_PARTS,
}


class Command(NamedTuple):
    """One word of the command line: what it does and what must be there first."""

    summary: str
    action: Callable[[Sequence[str]], int]
    lock: Path
    parts: dict[str, str]


def run(arguments: Sequence[str]) -> int:
    """Open the window, or pass ARGS on to the program."""
    return call([PYTHON, "-m", "papi_desktop", *arguments])


def test(arguments: Sequence[str]) -> int:
    """Run the tests; without arguments all of them, on every core."""
    chosen = list(arguments) or ["--numprocesses=auto", "--dist=loadfile"]
    return call([PYTHON, "-m", "pytest", *chosen], folder=ROOT, QT_QPA_PLATFORM="offscreen")


def lint(arguments: Sequence[str]) -> int:
    """Check style, formatting, types and the import contracts."""
    checks = (
        [SCRIPTS / "ruff", "check", *arguments, "."],
        [SCRIPTS / "ruff", "format", "--check", "."],
        [SCRIPTS / "mypy"],
        [SCRIPTS / "lint-imports", "--no-logo"],
    )
    results = [call(check, folder=ROOT) for check in checks]
    return max(results)


def bench(arguments: Sequence[str]) -> int:
    """Measure the program."""
    return call([PYTHON, "-m", "benchmarks", *arguments], QT_QPA_PLATFORM="offscreen")


def screenshots(arguments: Sequence[str]) -> int:
    """Render every page, dialog and report with sample data to PNG files in --out DIR."""
    return call([PYTHON, "-m", "tests.screenshots", *arguments], QT_QPA_PLATFORM="offscreen")


def bundle(arguments: Sequence[str]) -> int:
    """Build the folder that is given to users, in dist/."""
    return call([PYTHON, "-m", "PyInstaller", "--noconfirm", *arguments, "build.spec"], folder=ROOT)


COMMANDS = {
    "run": Command("open the window; after -- come the program's own arguments", run, RUN_LOCK, {}),
    "test": Command("run the tests; takes pytest's arguments", test, DEV_LOCK, TEST_PARTS),
    "lint": Command("check style, types and import contracts", lint, DEV_LOCK, {}),
    "bench": Command("measure the program", bench, DEV_LOCK, {}),
    "screenshots": Command("render every page to PNG: --out DIR", screenshots, DEV_LOCK, {}),
    "bundle": Command("build the folder for users in dist/", bundle, DEV_LOCK, BUNDLE_PARTS),
}


def call(command: Sequence[object], folder: Path | None = None, **variables: str) -> int:
    """Run one command in UTF-8 mode with this checkout importable, and return its exit code."""
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT), **variables}
    return subprocess.call([str(part) for part in command], cwd=folder, env=environment)


def set_up(lock: Path, parts: dict[str, str]) -> None:
    """Bring the machine and .venv to what the command needs; do nothing when they are there already."""
    install_debian(sorted(missing_debian(parts)))
    if fingerprint(RUN_LOCK) not in installed():
        print("Setting up .venv, a minute or so …", flush=True)
        venv.create(VENV, clear=True, symlinks=os.name != "nt", with_pip=True)
        install(RUN_LOCK)
    if fingerprint(lock) not in installed():
        install(lock)


def installed() -> list[str]:
    """Return the fingerprints of the locks that .venv was filled from."""
    return STAMP.read_text(encoding="utf-8").split() if STAMP.exists() and PYTHON.exists() else []


def fingerprint(lock: Path) -> str:
    """Return a hash that changes with the lock and with the Python that .venv is for."""
    text = lock.read_text(encoding="utf-8")
    return hashlib.sha256(f"{VERSION}\n{text}".encode()).hexdigest()


def install(lock: Path) -> None:
    """Install what a lock lists into .venv, and note that this was done."""
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if call([*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", lock]):
        raise SystemExit(f"Not everything in {lock.name} could be installed; pip's message above says why.")
    STAMP.write_text("\n".join([*installed(), fingerprint(lock)]) + "\n", encoding="utf-8")


def missing_debian(parts: dict[str, str]) -> set[str]:
    """Return the Debian packages that are lacking; none on other systems."""
    if not sys.platform.startswith("linux"):
        return set()
    wanted = {**WINDOW_LIBRARIES, **parts}
    packages = {package for part, package in wanted.items() if not is_there(part)}
    if not importlib.util.find_spec("ensurepip"):
        packages.add("python3-venv")
    return packages


def is_there(part: str) -> bool:
    """Tell whether the system's loader finds a library, or the shell a program."""
    if ".so." not in part:
        return shutil.which(part) is not None
    try:
        ctypes.CDLL(part)
    except OSError:
        return False
    return True


def install_debian(packages: Iterable[str]) -> None:
    """Install Debian packages as root; otherwise say which one line does it, and stop."""
    if not packages:
        return
    line = f"apt-get install --yes --no-install-recommends {' '.join(packages)}"
    if not shutil.which("apt-get") or os.geteuid() != 0:
        raise SystemExit(f"This system lacks some parts. Please run, as root:\n  {line}")
    print(line, flush=True)
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    if call(["apt-get", "update", "--quiet=2"], **quiet) or call([*line.split(), "--quiet=2"], **quiet):
        raise SystemExit("apt-get could not install them; its message above says why.")


def main(arguments: Sequence[str]) -> int:
    """Do the command that the first argument names."""
    if sys.version_info < (3, 11) or sys.maxsize < 2**32:
        print("Python 3.11 or newer, 64-bit, is needed.", file=sys.stderr)
        return 1
    name, *rest = arguments or ["--help"]
    if name not in COMMANDS:
        print("python3 dev.py COMMAND [ARGS…]", *(f"  {n:<12}{c.summary}" for n, c in COMMANDS.items()), sep="\n")
        return 0 if name in ("-h", "--help") else 2
    command = COMMANDS[name]
    set_up(command.lock, command.parts)
    return command.action(rest[1:] if rest[:1] == ["--"] else rest)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)

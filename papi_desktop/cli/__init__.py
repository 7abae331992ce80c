"""The command line: each command is a few lines over a service; messages are Vietnamese, errors one sentence."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from papi_desktop.cli.entry import Entry
from papi_desktop.cli.parser import parser
from papi_desktop.domain.errors import KnownError
from papi_desktop.paths import DataFolder, default_folder


def main(arguments: Sequence[str], entry: Entry) -> int:
    """Run one command and return its exit code: 0 done, 1 refused, 2 wrong usage."""
    _speak_utf8(sys.stdout, sys.stderr)
    try:
        chosen = parser().parse_args(arguments)
        folder = DataFolder(Path(chosen.data).absolute()) if chosen.data else default_folder()
        code = _begin(chosen, folder, entry)
        if sys.stdout:
            sys.stdout.flush()
    except KnownError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except BrokenPipeError:
        _stop_speaking()
        return 0
    return code


def _begin(chosen: argparse.Namespace, folder: DataFolder, entry: Entry) -> int:
    from papi_desktop import log
    from papi_desktop.cli import commands, disclosure, papers

    log.begin(folder, makes_folder=chosen.run == "gui")
    try:
        source = next(module for module in (commands, papers, disclosure) if hasattr(module, chosen.run))
        command: Callable[[argparse.Namespace, DataFolder, Entry], int] = getattr(source, chosen.run)
        return command(chosen, folder, entry)
    finally:
        log.end()


def _stop_speaking() -> None:
    """Write to nowhere, because who read along has heard enough, as `head` does."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8(*streams: TextIO | None) -> None:
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")

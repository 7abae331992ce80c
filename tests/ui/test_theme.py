"""The look: every text can be read on its ground, every icon exists, the size of the letters is one setting."""

import re
from dataclasses import fields
from enum import StrEnum
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from papi_desktop.catalog import resource
from papi_desktop.domain.dialogues import OpinionState
from papi_desktop.domain.publications import PublicationState
from papi_desktop.domain.tasks import State
from ui.icons import icon
from ui.theme import CONTRAST, LIGHT, Tokens, Tone, theme
from ui.widgets.chips import Shape, shape_of
from ui.widgets.texts import Action, button

ROOT = Path(__file__).parents[2]


def contrast(first: str, second: str) -> float:
    def light(colour: str) -> float:
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb(colour)]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    low, high = sorted((light(first), light(second)))
    return (high + 0.05) / (low + 0.05)


def rgb(colour: str) -> tuple[float, float, float]:
    value = QColor(colour)
    return value.redF(), value.greenF(), value.blueF()


@pytest.mark.parametrize("tokens", [LIGHT, CONTRAST], ids=["light", "contrast"])
def test_every_text_can_be_read_on_its_ground(tokens: Tokens) -> None:
    pairs = [(tokens.text, ground) for ground in (tokens.background, tokens.card, tokens.tint, tokens.sample)]
    pairs += [(tokens.secondary, ground) for ground in (tokens.background, tokens.card, tokens.sample)]
    pairs += [(tokens.on_accent, tokens.accent), (tokens.accent, tokens.card), (tokens.accent, tokens.tint)]
    tones = [getattr(tokens, field.name) for field in fields(tokens)]
    pairs += [(tone.ink, tone.tint) for tone in tones if isinstance(tone, Tone)]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@pytest.mark.parametrize("states", [State, PublicationState, OpinionState])
def test_states_that_differ_in_weight_differ_in_shape(states: type[StrEnum]) -> None:
    assert len({shape_of(state) for state in states}) >= min(len(states), 3)


def test_late_and_done_never_share_a_shape() -> None:
    assert shape_of(State.LATE) is Shape.DISC
    assert shape_of(State.DONE) is Shape.TICK
    assert shape_of("một chữ lạ") is Shape.RING


def test_the_size_of_the_letters_changes_everything_at_once(qapp: QApplication) -> None:
    theme.apply(qapp, 140)
    assert qapp.font().pointSizeF() == pytest.approx(14.7)
    theme.apply(qapp, 500)
    assert theme.percent == 140
    theme.apply(qapp)
    assert qapp.font().pointSizeF() == pytest.approx(10.5)


def test_high_contrast_uses_the_same_sheet(qapp: QApplication) -> None:
    theme.apply(qapp, high_contrast=True)
    assert CONTRAST.accent in qapp.styleSheet()
    theme.apply(qapp)
    assert LIGHT.accent in qapp.styleSheet()


def test_no_colour_is_written_outside_the_theme() -> None:
    # the letterhead shows paper, which is black on white in every look
    colours = re.compile(r"#[0-9A-Fa-f]{6}\b")
    places = [*ROOT.glob("ui/**/*.py"), resource("theme.qss")]
    found = [
        path.name
        for path in places
        if path.name not in ("theme.py", "letterhead.py") and colours.search(path.read_text("utf-8"))
    ]
    assert found == []


def test_every_icon_draws_something(qapp: QApplication) -> None:
    empty = []
    for path in resource("icons").glob("*.svg"):
        image = icon(path.stem).pixmap(20).toImage()
        if not any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height())):
            empty.append(path.name)
    assert empty == []


def test_the_icon_of_a_button_that_cannot_be_used_is_seen_on_its_ground(qapp: QApplication) -> None:
    theme.apply(qapp)
    control = button(Action("Ghi", lambda: None, "tick"), "main")
    picture = control.icon().pixmap(QSize(20, 20), 1.0, QIcon.Mode.Disabled).toImage()
    inks = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
    assert max(inks, key=lambda ink: ink.alpha()).name().upper() == theme.tokens.secondary

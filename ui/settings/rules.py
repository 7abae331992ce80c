"""The figures that the law or the province sets: to look at, to change with a reason, to update from a file."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QFileDialog

from papi_desktop.domain.calendar import written
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.rules import Rule, RuleChange
from papi_desktop.domain.stores import Saved
from papi_desktop.services.rule_book import (
    RULES,
    RuleLine,
    figure_words,
    override,
    own_change,
    proof,
    rule_book,
    take_back,
)
from papi_desktop.services.rule_update import RuleUpdate, apply_update, read_update
from papi_desktop.services.work import Work
from ui.desk import Desk
from ui.settings.rule_update import UpdateDialog
from ui.widgets.fields import Field, FieldKind
from ui.widgets.questions import FormDialog, tell
from ui.widgets.register_page import Offers, RegisterPage
from ui.widgets.side_panel import Detail
from ui.widgets.texts import Action, button, column, label, row

_CHANGE: Final = (
    Field("value", "Mức mới (chỉ ghi số)", required=True, half=True),
    Field("note", "Văn bản hoặc lý do", FieldKind.LONG, required=True, lines=3),
)
GONE: Final = "Quy định này không còn trong bảng. Hãy mở lại phần Quy định."


@dataclass(frozen=True)
class Found:
    """One rule, and whether the officer's own figure stands for it."""

    rule: Rule
    is_own: bool


class RulesPane(RegisterPage):
    """The list; the chosen rule stands beside it."""

    def __init__(self, desk: Desk) -> None:
        load = Action("Nạp bản cập nhật…", self.choose_file, "import", "rules.update")
        offers = Offers("Không có quy định nào.", more=(load,), summary=None)
        super().__init__(desk, RULES, offers, partial(RuleDetail, desk))
        layout = self.layout()
        if layout:
            layout.setContentsMargins(0, 0, 0, 0)

    def choose_file(self) -> None:
        """Choose a file with newer figures."""
        kinds = "Tệp quy định (*.csv *.toml)"
        name, _kind = QFileDialog.getOpenFileName(self, "Chọn tệp cập nhật quy định", "", kinds)
        if name:
            self.load(Path(name))

    def load(self, path: Path) -> None:
        """Show what a file would change; nothing is written before it is agreed to."""
        operations = self.desk.operations
        operations.read(lambda work: read_update(work, path), self._offer, lambda sentence: tell(self, sentence))

    def _offer(self, update: RuleUpdate) -> None:
        if not update.differences:
            tell(self, f"Tệp “{update.source}” không có gì khác với bảng đang dùng.")
            return
        dialog = UpdateDialog(self, update)
        dialog.agreed.connect(lambda: self._apply(update))
        dialog.open()

    def _apply(self, update: RuleUpdate) -> None:
        self.desk.operations.write(
            lambda work: apply_update(work, update),
            lambda number: self.desk.note(f"Đã cập nhật {number} quy định. Bấm Hoàn tác để lấy lại."),
        )


class RuleDetail(Detail):
    """What the rule says and since when, and the two ways to change it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._id = desk, 0
        self._found: Found | None = None
        self.figure, self.span = label("", "section"), label("", "note")
        self.basis, self.proof = label("", selectable=True), label("", selectable=True)
        change = button(Action("Sửa mức này…", self.open_change, "", "rules.change"), "main")
        self._back = button(Action("Lấy lại mức gốc", self.back, "undo", "rules.back"))
        note = label("Mục ghi “Chưa kiểm chứng” cần đối chiếu với văn bản gốc trước khi viện dẫn.", "note")
        words = (self.figure, self.span, label("Căn cứ", "note"), self.basis, label("Kiểm chứng", "note"), self.proof)
        self.setLayout(column(*words, note, row(change, self._back, 1), 1, gap=3, margin=4))

    def heading(self, line: RuleLine) -> str:
        """Return what the rule is about."""
        return line.name

    def show_line(self, line: RuleLine) -> None:
        """Read the rule that the line stands for."""
        self._id = line.id
        self._desk.operations.read(lambda work: (line.id, _find(work, line.id)), self._show)

    def open_change(self) -> None:
        """Ask for another figure and why."""
        found, id = self._found, self._id
        if found is None:
            return

        def save(values: dict[str, Any], done: Callable[[], None], failed: Callable[[str], None]) -> None:
            def action(work: Work) -> Saved[RuleChange]:
                work.label(f"Sửa mức: {found.rule.name}")
                return override(work, _find(work, id).rule, values["value"], values["note"])

            self._desk.operations.write(action, lambda _saved: done(), failed)

        value = {"value": found.rule.value, "note": found.rule.note if found.is_own else ""}
        hint = f"{found.rule.name}. Mức đang dùng: {figure_words(found.rule)}."
        FormDialog(self, "Sửa mức quy định", "rules", _CHANGE, value, save, hint=hint).open()

    def back(self) -> None:
        """Let the original figure hold again."""
        id = self._id

        def action(work: Work) -> None:
            rule = _find(work, id).rule
            work.label(f"Lấy lại mức gốc: {rule.name}")
            take_back(work, rule)

        self._desk.operations.write(action, lambda _nothing: self._desk.note("Đã lấy lại mức gốc."))

    def _show(self, answer: tuple[int, Found]) -> None:
        id, found = answer
        if id != self._id:
            return
        self._found, rule = found, found.rule
        self.figure.setText(figure_words(rule))
        since = f"từ {written(rule.starts)}" if rule.starts else ""
        until = f"đến {written(rule.ends)}" if rule.ends else ""
        self.span.setText(" ".join(filter(None, ("Áp dụng", since, until))))
        self.basis.setText(rule.basis)
        self.proof.setText(proof(rule))
        self._back.setVisible(found.is_own)


def _find(work: Work, id: int) -> Found:
    rules = rule_book(work).rules
    if not 0 < id <= len(rules):
        raise KnownError(GONE)
    rule = rules[id - 1]
    return Found(rule, own_change(work, rule) is not None)

"""The dialogues with their opinions beside them, and all opinions of all dialogues as one list."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import Any, Final

from PySide6.QtWidgets import QStackedWidget

from papi_desktop.domain.dialogues import Dialogue, Opinion, OpinionState
from papi_desktop.domain.stores import Saved
from papi_desktop.services.dialogue_list import DIALOGUES, DialogueLine
from papi_desktop.services.opinion_list import OPINIONS, OpinionLine
from ui.desk import Desk, Jump
from ui.dialogues.fields import DIALOGUE
from ui.dialogues.meeting import MeetingDetail
from ui.dialogues.opinion_detail import OpinionDetail
from ui.widgets.page import Page
from ui.widgets.questions import FormDialog
from ui.widgets.register_page import Offers, RegisterPage
from ui.widgets.texts import Action, column
from ui.widgets.view_switch import View, ViewSwitch

_VIEWS: Final = (
    View("dialogues", "Các cuộc đối thoại", "dialogues"),
    View("opinions", "Tất cả ý kiến", "list"),
)


class DialoguesPage(Page):
    """Two lists, one seen at a time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "dialogues.page")
        self.meetings, self.opinions = MeetingsPage(desk, self._switch()), OpinionsPage(desk, self._switch())
        self._lists: dict[str, RegisterPage] = {"dialogues": self.meetings, "opinions": self.opinions}
        self._stack = QStackedWidget()
        for each in self._lists.values():
            self._stack.addWidget(each)
            each.summarised.connect(self.summarised)
        self.setLayout(column(self._stack))

    @property
    def current(self) -> RegisterPage:
        """Return the list that is seen."""
        return self.opinions if self._stack.currentWidget() is self.opinions else self.meetings

    def open_view(self, name: str) -> None:
        """Show the dialogues or the opinions."""
        for switch in self.findChildren(ViewSwitch):
            switch.show_view(name)
        self._stack.setCurrentWidget(self._lists[name])

    def refresh(self) -> None:
        """Say again in the status line what is seen; the lists read themselves."""
        self.current.refresh()

    def jump(self, jump: Jump) -> None:
        """Go to a dialogue, to an opinion in its dialogue, or to the opinions that a filter asks for."""
        if jump.page == "opinions" and jump.id:
            self.desk.operations.read(lambda work: work.opinions.get(jump.id), self._go_to_opinion)
            return
        self.open_view("opinions" if jump.page == "opinions" else "dialogues")
        if jump.id or jump.filters:
            self.current.jump(jump)

    def focus_search(self) -> bool:
        """Put the cursor into the search box of the list that is seen."""
        return self.current.focus_search()

    def _go_to_opinion(self, opinion: Opinion) -> None:
        self.open_view("dialogues")
        self.meetings.show_opinion(opinion)

    def _switch(self) -> ViewSwitch:
        switch = ViewSwitch("dialogues", _VIEWS)
        switch.chosen.connect(self.open_view)
        return switch


class MeetingsPage(RegisterPage):
    """The dialogues, newest first."""

    def __init__(self, desk: Desk, switch: ViewSwitch) -> None:
        add = Action("Thêm cuộc đối thoại…", self.add, "add", "dialogues.add")
        offers = Offers(
            "Chưa có cuộc đối thoại nào. Hãy thêm cuộc đối thoại đầu tiên.",
            empty_action=add,
            add=add,
            summary=meetings_summary,
            lead=switch,
        )
        super().__init__(desk, DIALOGUES, offers, lambda: self.meeting)

    @cached_property
    def meeting(self) -> MeetingDetail:
        """Return the detail of the selected dialogue."""
        return MeetingDetail(self.desk)

    def add(self) -> None:
        """Open an empty form."""
        FormDialog(self, "Thêm cuộc đối thoại", "dialogues", DIALOGUE, Dialogue(self.desk.today, ""), self._keep).open()

    def show_opinion(self, opinion: Opinion) -> None:
        """Go to the dialogue of an opinion and select the opinion there."""
        self.meeting.want_opinion(opinion.id)
        self.jump(Jump("dialogues", opinion.dialogue_id))

    def _keep(self, values: dict[str, Any], done: Callable[[], None], failed: Callable[[str], None]) -> None:
        dialogue = Dialogue(**{**values, "attendance": values["attendance"] or 0})

        def after(saved: Saved[Dialogue]) -> None:
            done()
            self.desk.note("Đã thêm cuộc đối thoại.")
            self.jump(Jump("dialogues", saved.after.id))

        self.desk.operations.save(lambda work: work.dialogues, lambda _work: dialogue, after, failed)


class OpinionsPage(RegisterPage):
    """All opinions, by dialogue."""

    def __init__(self, desk: Desk, switch: ViewSwitch) -> None:
        to_meetings = Action("Mở các cuộc đối thoại", lambda: desk.go("dialogues"), "dialogues", "opinions.to_meetings")
        offers = Offers(
            "Chưa có ý kiến nào. Ý kiến được ghi trong từng cuộc đối thoại.",
            empty_action=to_meetings,
            is_done=lambda line: line.state is OpinionState.ANSWERED,
            summary=opinions_summary,
            lead=switch,
        )
        super().__init__(desk, OPINIONS, offers, partial(OpinionDetail, desk))


def meetings_summary(lines: Sequence[DialogueLine]) -> str:
    """Return how many dialogues are shown, their opinions, and how many of these are late."""
    if not lines:
        return ""
    late = sum(line.late for line in lines)
    words = f"{len(lines)} cuộc đối thoại · {sum(line.opinions for line in lines)} ý kiến"
    return words + (f" · {late} quá hạn trả lời" if late else "")


def opinions_summary(lines: Sequence[OpinionLine]) -> str:
    """Return how many opinions are shown and how many are not answered."""
    if not lines:
        return ""
    open_ones = sum(line.state is not OpinionState.ANSWERED for line in lines)
    return f"{len(lines)} ý kiến" + (f" · {open_ones} chưa trả lời" if open_ones else "")

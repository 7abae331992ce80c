"""The wordings of the printed papers, to be changed in plain fields, with what may be filled in and a preview."""

from functools import partial
from typing import Final

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from papi_desktop.services.notice_templates import NoticeKind, restore_template
from papi_desktop.services.template_editing import Wording, keep_wording, read_wording, try_wording
from papi_desktop.services.work import Work
from ui.desk import Desk
from ui.settings.pdf_window import PdfWindow
from ui.theme import SPACE, theme
from ui.widgets.cards import Card, MessagePanel, drop_all
from ui.widgets.fields import Field, FieldKind
from ui.widgets.flow import FlowLayout
from ui.widgets.form import Form
from ui.widgets.page import Page
from ui.widgets.questions import ask
from ui.widgets.scroll import scrolled
from ui.widgets.texts import Action, button, column, label, row

FIELDS: Final = (
    Field("kind", "Tên loại văn bản", required=True, half=True),
    Field("symbol", "Ký hiệu", half=True),
    Field("subject", "Trích yếu", FieldKind.LONG, lines=2),
    Field("authority", "Thẩm quyền ban hành (quyết định)"),
    Field("bases", "Căn cứ, mỗi căn cứ một dòng", FieldKind.LONG, lines=3),
    Field("body", "Nội dung", FieldKind.LONG, required=True, lines=14),
    Field("signature", "Chức vụ người ký, mỗi ý một dòng", FieldKind.LONG, lines=2),
    Field("signer", "Người ký"),
    Field("recipients", "Nơi nhận, mỗi nơi một dòng", FieldKind.LONG, lines=4),
    Field("parties", "Các bên ký, mỗi bên một dòng: chức danh | tên", FieldKind.LONG, lines=3),
)
_HINT: Final = (
    "Chữ trong {{ }} do chương trình điền khi in. Dòng bắt đầu bằng ## là đề mục in đậm. "
    "Bấm một chỗ điền để chèn vào nơi con trỏ đang đứng."
)


class TemplatesPane(Page):
    """One wording at a time; it is saved whole by "Ghi", and the original is never lost."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "settings.templates")
        self.kind = next(iter(NoticeKind))
        self.form, self.message = Form("templates", FIELDS), MessagePanel()
        self.form.show_value({field.key: "" for field in FIELDS})
        self.choice = QComboBox()
        self.choice.setObjectName("templates.choice")
        self.choice.setAccessibleName("Mẫu văn bản")
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(24)
        self.choice.addItems([kind.label for kind in NoticeKind])
        self.state = label("", "note")
        self._last: QLineEdit | QPlainTextEdit | None = None
        self._places = FlowLayout(SPACE)
        self._lay_out()
        self.choice.currentIndexChanged.connect(self._choose)

    def refresh(self) -> None:
        """Read the wording, unless it is being edited."""
        if not self.form.is_changed():
            self._read()

    def save(self) -> None:
        """Keep the wording as the commune's own."""
        self.form.commit()
        if not self.form.check():
            return
        kind, fields, today = self.kind, self.form.values(), self.desk.today

        def after(_nothing: None) -> None:
            self.message.say(f"Đã ghi mẫu “{kind.label}”. Các lần in sau dùng mẫu này.", "good")
            self._read()

        self.desk.operations.write(lambda work: keep_wording(work, kind, fields, today), after, self.message.say)

    def preview(self) -> None:
        """Show the pages that the wording makes, also before it is kept."""
        self.form.commit()
        kind, fields, today = self.kind, self.form.values(), self.desk.today
        self.desk.operations.read(
            lambda work: try_wording(work, kind, fields, today),
            lambda pdf: PdfWindow(self, self.desk, f"Xem thử: {kind.label}", pdf).open(),
            self.message.say,
        )

    def restore(self) -> None:
        """Go back to the wording that came with the program."""
        kind = self.kind
        if not ask(self, f"Lấy lại mẫu gốc “{kind.label}”?", "Lấy lại mẫu gốc", "Giữ mẫu đang có"):
            return

        def action(work: Work) -> None:
            work.label(f"Lấy lại mẫu gốc {kind.label}")
            restore_template(work, kind)

        def after(_nothing: None) -> None:
            self.message.say("Đã lấy lại mẫu gốc. Bấm Hoàn tác nếu muốn dùng lại mẫu đã sửa.", "good")
            self._read()

        self.desk.operations.write(action, after, self.message.say)

    def _choose(self, number: int) -> None:
        kind = list(NoticeKind)[number]
        if kind is self.kind:
            return
        if self.form.is_changed() and not ask(self, "Bỏ những gì vừa sửa trong mẫu?", "Bỏ", "Ở lại"):
            self.choice.setCurrentIndex(list(NoticeKind).index(self.kind))
            return
        self.kind = kind
        self.message.hide()
        self._read()

    def _read(self) -> None:
        kind, today = self.kind, self.desk.today
        self.desk.operations.read(lambda work: read_wording(work, kind, today), self._show)

    def _show(self, wording: Wording) -> None:
        if wording.kind is not self.kind:
            return
        self.form.show_value(wording.fields)
        for key in ("authority", "bases", "signature", "signer", "recipients", "parties"):
            self.form.set_visible(key, bool(wording.fields[key]) or (key == "bases" and not wording.fields["parties"]))
        self.state.setText("Mẫu của đơn vị, đã sửa." if wording.is_own else "Mẫu gốc theo chương trình.")
        self._restore.setEnabled(wording.is_own)
        drop_all(self._places)
        for name, now in wording.known.items():
            if name.upper() != name or name == "UBND":
                self._places.addWidget(_place(name, now, partial(self._insert, name)))

    def _insert(self, name: str) -> None:
        words, target = f"{{{{{name}}}}}", self._last
        if isinstance(target, QLineEdit):
            target.insert(words)
        elif isinstance(target, QPlainTextEdit):
            target.insertPlainText(words)
        if target is not None:
            target.setFocus()

    def _remember(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, QLineEdit | QPlainTextEdit) and self.form.isAncestorOf(new):
            self._last = new

    def _lay_out(self) -> None:
        body = self.form.control("body")
        if isinstance(body, QPlainTextEdit):
            self._last = body
            body.moveCursor(QTextCursor.MoveOperation.End)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._remember)
        self._restore = button(Action("Lấy lại mẫu gốc", self.restore, "undo", "templates.restore"))
        preview = button(Action("Xem thử", self.preview, "eye", "templates.preview"))
        save = button(Action("Ghi mẫu", self.save, "", "templates.save"), "main")
        places = QWidget()
        places.setLayout(self._places)
        right = Card("Chỗ điền", _HINT)
        right.inside.addWidget(places)
        left = QWidget()
        left.setLayout(column(self.state, row(self._restore, 1), right, 1, gap=3))
        side = scrolled(left)
        side.setFixedWidth(theme.pixels(308))
        inside = QWidget()
        inside.setLayout(column(self.form, 1))
        edit = column(self.choice, self.message, scrolled(inside), row(1, preview, save), gap=3)
        edit.setStretch(2, 1)
        whole = row(edit, side, gap=4)
        whole.setStretch(0, 1)
        self.setLayout(whole)


def _place(name: str, now: str, insert: partial[None]) -> QWidget:
    hint = f"Hiện là: {now}" if now and name != "bảng" else "Chỗ in bảng" if name == "bảng" else "Hiện chưa có số liệu"
    return button(Action(f"{{{{{name}}}}}", insert, name=f"templates.place.{name}", hint=hint), "choice")

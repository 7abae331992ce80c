"""What the tests of loading a plan do alike."""

from PySide6.QtWidgets import QApplication

from papi_desktop.importers.plan_columns import Column
from tests.ui.conftest import Settle
from ui.planning.columns import ColumnsDialog
from ui.widgets.editors import ChoiceEdit


def point_out_columns(settle: Settle) -> None:
    """Say in the open dialog that the columns stand in the usual order."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ColumnsDialog)
    for number, meaning in enumerate(Column):
        choice = dialog.findChild(ChoiceEdit, f"plans.columns.{number + 1}")
        assert choice is not None
        choice.show_value(meaning)
    dialog.submit()
    settle()

"""The report as the PDF that will be handed over."""

from functools import partial

from papi_desktop.services.report_findings import Findings
from papi_desktop.services.report_sending import pages
from ui.desk import Desk
from ui.widgets.pdf_preview import PdfPreview, Wanted


class Preview(PdfPreview):
    """Made anew only when the report has changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.operations, "reports")
        self._folder = desk.folder

    def show_findings(self, findings: Findings) -> None:
        """Show the pages of a report."""
        self.show_paper(Wanted(findings, findings.period, partial(pages, findings, self._folder)))

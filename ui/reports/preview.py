"""The report as the PDF that will be handed over."""

from functools import partial

from papi_desktop.services.report_export import preview
from papi_desktop.services.report_findings import Findings
from ui.operations import Operations
from ui.widgets.pdf_preview import PdfPreview, Wanted


class Preview(PdfPreview):
    """Made anew only when the report has changed."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations, "reports")

    def show_findings(self, findings: Findings) -> None:
        """Show the pages of a report."""
        self.show_paper(Wanted(findings, findings.period, partial(preview, findings)))

"""Which days a list or a report looks at."""

from papi_desktop.domain.periods import Period, Window
from papi_desktop.domain.rules import RuleBook
from papi_desktop.services.registers import Filter, Query
from papi_desktop.services.rule_book import rule_book
from papi_desktop.services.work import Work

IN_PERIOD, IN_YEAR = "kỳ", "năm"

WHEN_FILTER = Filter("when", "Mọi thời gian", ((IN_PERIOD, "Trong kỳ báo cáo"), (IN_YEAR, "Từ đầu năm đến hết kỳ")))


def cutoff_day(period: Period, book: RuleBook) -> int:
    """Return the day of the last month on which the figures of `period` are closed; a month has its own."""
    key = "report.month_cutoff" if period.month else "report.cutoff"
    return book.number(key, period.calendar_window.last)


def window_of(period: Period, book: RuleBook) -> Window:
    """Return the days whose figures `period` reports (NĐ 09/2019/NĐ-CP Điều 12)."""
    return period.window(cutoff_day(period, book))


def year_to_date(period: Period, book: RuleBook) -> Window:
    """Return the days from the start of the reporting year to the end of `period`."""
    return period.year_to_date(cutoff_day(period, book))


def asked_window(work: Work, query: Query) -> Window | None:
    """Return the days that the filter "when" asks for, or None for all."""
    chosen = query.filter("when")
    if not chosen:
        return None
    book = rule_book(work)
    return window_of(query.period, book) if chosen == IN_PERIOD else year_to_date(query.period, book)

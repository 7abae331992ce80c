"""What persons said about the columns of plans, kept so that the next file of the same source is read like that."""

from dataclasses import replace

from papi_desktop.domain.mappings import ColumnMapping
from papi_desktop.importers.plan_choices import Choices, without_years
from papi_desktop.importers.plan_columns import Column
from papi_desktop.services.work import Work

_NAMES = {column.name: column for column in Column}


def kept_choices(work: Work) -> Choices:
    """Return the columns of every source that was ever corrected."""
    known = sorted(work.mappings.all(), key=lambda kept: kept.source_key == without_years(kept.source_key))
    return {
        without_years(kept.source_key): {_NAMES[name]: int(place) for name, place in kept.columns if name in _NAMES}
        for kept in known
    }


def keep_choices(work: Work, choices: Choices) -> None:
    """Keep the columns of these sources in the place of what was said before."""
    for source_key, columns in choices.items():
        known = work.mappings.find(source_key) or ColumnMapping(source_key)
        pairs = tuple((column.name, str(place)) for column, place in columns.items())
        work.mappings.put(replace(known, columns=pairs))

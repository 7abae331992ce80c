"""The one error a user may see: a finished Vietnamese sentence that says what to do."""


class KnownError(Exception):
    """Something expected went wrong; `str(error)` is the whole sentence to show."""


class Cancelled(Exception):
    """The user stopped a long piece of work; nothing was changed."""

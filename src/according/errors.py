"""Everything that can go wrong on our side: one root, one class per failure.

Bad *input* is never an exception: it is a `Notice` in the record. These are for the person who runs the
program (a record she may not write, an option that makes no sense); the command line prints the message alone.
"""


class AccordingError(Exception):
    """Root of all errors raised on purpose. The message is one sentence for the user: what, where, what to do."""


class SettingsError(AccordingError):
    """An option or environment variable has a value that makes no sense."""


class RecordError(AccordingError):
    """The record cannot be opened, read or written (missing, not a record, newer schema, read-only, disk full)."""


class RecordBusyError(RecordError):
    """Another process is writing to the record and did not finish in time."""


class NotFoundError(AccordingError):
    """No article, document or span goes by the name the user gave."""


class QueryError(AccordingError):
    """A search query that has no words to search for."""


class ExportError(AccordingError):
    """The files of an export cannot be written."""


class JudgementError(AccordingError):
    """A judgement that judges nothing: both of its sides are the same."""


class WorkerError(AccordingError):
    """A process that works for us has died."""

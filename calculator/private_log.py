"""Keeps what visitors fill in out of the log."""

import logging


class WithoutAnswers(logging.Filter):
    """Drops everything after a question mark and the text of exceptions.

    An address may carry answers in its query, and the text of an exception may quote one
    ("invalid literal: '1250,00'"). The kind of exception and the line where it happened stay.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = _without_query(record.getMessage())
        record.args = ()
        if record.exc_info and record.exc_info[0] is not None:
            kind, _, traceback = record.exc_info
            record.msg += f" ({kind.__name__}"
            while traceback is not None:
                code = traceback.tb_frame.f_code
                record.msg += f"; {code.co_filename}:{traceback.tb_lineno} {code.co_name}"
                traceback = traceback.tb_next
            record.msg += ")"
            record.exc_info = None
            record.exc_text = None
        return True


def _without_query(message: str) -> str:
    return " ".join(word.split("?", 1)[0] if "/" in word else word for word in message.split(" "))

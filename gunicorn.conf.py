"""How gunicorn serves the site; it reads this file by itself where it is started."""

import gc
import os
from typing import Any

# Threads, because a request that waits for a PDF only waits: the work is done in another process.
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", str(os.cpu_count() or 2)))
threads = 8
# Longer than a PDF may take (calculator/results/printing.py), so that its own message comes first.
timeout = 60
# No access log: it would hold who asked for what.
accesslog = None


def post_worker_init(worker: Any) -> None:
    """The laws, amounts and templates stay as they are: no need to look through them for waste."""
    gc.collect()
    gc.freeze()
    # a page makes some hundred thousand small things, nearly all of which are gone with it
    gc.set_threshold(20_000, 20, 20)

"""How gunicorn serves the site; it reads this file by itself where it is started."""

import os

# Threads, because a request that waits for a PDF only waits: the work is done in another process.
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", str(os.cpu_count() or 2)))
threads = 8
# Longer than a PDF may take (calculator/results/printing.py), so that its own message comes first.
timeout = 60
# No access log: it would hold who asked for what.
accesslog = None

"""Each step reports exactly once: what, how it ended, how long it took, on which row."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

from getnewsfast.system.failures import GiveUp, TryAgain

logger = logging.getLogger("getnewsfast.steps")


@contextmanager
def reported(step: str, row_id: int) -> Iterator[None]:
    """One structured line in the log; no text of an article ever stands in it."""
    began = time.perf_counter()
    status = "failed"
    try:
        yield
        status = "done"
    except TryAgain:
        status = "again"
        raise
    except GiveUp:
        status = "gave-up"
        raise
    finally:
        seconds = time.perf_counter() - began
        level = logging.WARNING if status == "failed" else logging.INFO
        logger.log(level, "step=%s status=%s seconds=%.3f id=%d", step, status, seconds, row_id)

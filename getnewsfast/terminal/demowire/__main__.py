"""``python -m getnewsfast.terminal.demowire``: the wire alone, until Ctrl-C."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

import click

from getnewsfast.terminal.demowire.wire import DemoWire

EXAMPLES = """
\b
Examples:
  python -m getnewsfast.terminal.demowire
  python -m getnewsfast.terminal.demowire --port 8010 --every 4
  python -m getnewsfast.terminal.demowire --port 8010 --state /tmp/wire.json
"""
LOOPBACK = "127.0.0.1"
_PARENT_LOOK_SECONDS = 0.5


@click.command(epilog=EXAMPLES)
@click.option("--port", default=8010, show_default=True, help="Port; 0 takes any free one.")
@click.option("--every", default=4.0, show_default=True, help="Seconds between articles.")
@click.option("--seed", default=7, show_default=True, help="Changes pictures and steps.")
@click.option(
    "--state",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File that keeps publication times over a restart.",
)
@click.option("--parent-pid", type=int, help="Stop when this process is no longer our parent.")
def main(*, port: int, every: float, seed: int, state: Path | None, parent_pid: int | None) -> None:
    """Run five invented news agencies on this machine, for demonstrations and tests."""
    wire = DemoWire(seconds_between=every, seed=seed, memory_path=state)
    asyncio.run(run(wire, port, parent_pid=parent_pid))


async def run(wire: DemoWire, port: int, *, parent_pid: int | None) -> None:
    """Serve until SIGINT, SIGTERM or the parent's death."""
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, ended.set)
    try:
        await wire.start(LOOPBACK, port)
    except OSError as error:
        await wire.stop()
        reason = os.strerror(error.errno or 0)
        raise click.ClickException(f"cannot listen on {LOOPBACK}:{port}: {reason}") from error
    print_addresses(wire)
    watching = asyncio.create_task(_watch_parent(parent_pid, ended))
    await ended.wait()
    watching.cancel()
    await wire.stop()
    click.echo("The demo wire has stopped.")


async def _watch_parent(parent_pid: int | None, ended: asyncio.Event) -> None:
    while parent_pid is not None and os.getppid() == parent_pid:
        await asyncio.sleep(_PARENT_LOOK_SECONDS)
    if parent_pid is not None:
        ended.set()


def print_addresses(wire: DemoWire) -> None:
    """Where everything is, one line an agency."""
    click.echo(f"The demo wire is at {wire.base_url}/ (catalogue: {wire.base_url}/wire.json)")
    for agency in wire.agencies:
        click.echo(f"  {agency.name_en:<28} {agency.homepage}")
        click.echo(f"  {'feed: ' + agency.feed_kind.value:<28} {agency.feed_url}")
    click.echo("Press Ctrl-C to stop.")


if __name__ == "__main__":
    main()

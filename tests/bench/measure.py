"""What measurements share: programs run and measured, made-up feeds, tables.

Units: seconds of wall time and of both kinds of processor time, peak memory in bytes (never less than the 16 MB that Python itself has,
as whose copy a program begins)."""
import dataclasses
import os
import pathlib
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BANTIN = ROOT / 'build/native/bantin'
CORPUS = ROOT / 'build/native/bantin_corpus'
WORK = ROOT / 'build/bench'


class Failed(Exception):
    """A measurement that could not be made, and why."""


@dataclasses.dataclass
class Cost:
    seconds: float
    processor_seconds: float
    peak_bytes: int


def measured(command, output=subprocess.DEVNULL):
    """Runs the command to its end."""
    log = WORK / 'errors.log'
    start = time.monotonic()
    with open(log, 'wb') as errors:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - start
    if process.returncode != 0:
        raise Failed(f'{command[0]} ended with {process.returncode}: {log.read_text(errors="replace")[-400:].strip()}')
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def feed(articles, **changes):
    """The file of a made-up feed; `edit=1`, `add=10` as bantin_corpus has them. Made once."""
    options = [str(option) for name, count in changes.items() for option in (f'--{name}', count)]
    name = '-'.join([str(articles), *(f'{name}{count}' for name, count in changes.items())])
    path = WORK / f'feed-{name}.json'
    if not path.exists() or path.stat().st_mtime < CORPUS.stat().st_mtime:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix('.part')
        with open(beside, 'wb') as out:
            measured([CORPUS, str(articles), *options], out)
        beside.rename(path)
    return path


def megabytes(count):
    return f'{count / 1e6:,.1f} MB' if count >= 1e5 else f'{count / 1e3:,.1f} kB'


def print_table(title, head, rows):
    """The first column to the left, the others to the right."""
    lines = [[str(cell) for cell in row] for row in [head, *rows]]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    print(f'\n{title}')
    for number, line in enumerate(lines):
        first, *others = zip(line, widths)
        print('  '.join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]).rstrip())
        if number == 0:
            print('  '.join('-' * width for width in widths))

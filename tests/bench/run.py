#!/usr/bin/env python3
"""Runs measurements: run.py [--long] [NAME...]. Each is a file bench_NAME.py beside this one with a function `run(long)`, which prints
its tables. Exit code 1 when one could not be made, 2 for a wrong name."""
import importlib
import pathlib
import sys

from measure import Failed


def main():
    names = sorted(path.stem.removeprefix('bench_') for path in pathlib.Path(__file__).parent.glob('bench_*.py'))
    chosen = [name for name in sys.argv[1:] if name != '--long'] or names
    if not set(chosen) <= set(names):
        print(f'usage: ./bench [--long] [NAME...]; there are: {" ".join(names)}', file=sys.stderr)
        return 2
    failed = False
    for name in chosen:
        try:
            importlib.import_module(f'bench_{name}').run('--long' in sys.argv)
        except Failed as failure:
            print(f'{name}: {failure}', file=sys.stderr)
            failed = True
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())

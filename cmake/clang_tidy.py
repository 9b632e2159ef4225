#!/usr/bin/env python3
"""Runs clang-tidy (.clang-tidy) over src/**/*.cpp, with the compile commands of build/native-debug, and of build/web-debug for what
only that builds. A file is left out while it, the project's headers that it includes, its command and the rules are what they were when
it last passed: those hashes are kept in build/clang-tidy/. Exit code 1 when any file fails."""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CACHE = ROOT / 'build/clang-tidy'
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.M)
BUILDS = ('native-debug', 'web-debug')


def compile_commands():
    """{source: (build folder, command)}; the first build that has a source wins."""
    commands = {}
    for build in BUILDS:
        database = ROOT / 'build' / build / 'compile_commands.json'
        if database.exists():
            for entry in json.loads(database.read_text()):
                commands.setdefault(pathlib.Path(entry['file']), (build, entry['command']))
    return commands


def closure(source):
    """The source and every header of src/ that it includes, directly or not."""
    seen, waiting = set(), [source]
    while waiting:
        path = waiting.pop()
        if path in seen or not path.exists():
            continue
        seen.add(path)
        text = path.read_text(encoding='utf-8')
        waiting += [ROOT / 'src' / name for name in INCLUDE.findall(text)]
    return sorted(seen)


def key(source, command, rules):
    digest = hashlib.sha256((command + rules).encode())
    for path in closure(source):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def tidy(job):
    """Gives (source, output) of a failure, None when the file passes."""
    source, build, stamp, web_flags = job
    extra = [f'--extra-arg-before={flag}' for flag in web_flags] if build.startswith('web') else []
    # The compile commands are g++'s: its own options, and its headers' deprecations, are not clang's business.
    extra = [*extra, '--extra-arg=-Wno-unknown-warning-option', '--extra-arg=-Wno-deprecated-declarations']
    command = ['clang-tidy', '--quiet', '-p', ROOT / 'build' / build, *extra, source]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode == 0:
        stamp.touch()
        return None
    return source, result.stdout + result.stderr


def main():
    CACHE.mkdir(parents=True, exist_ok=True)
    version = subprocess.run(['clang-tidy', '--version'], capture_output=True, text=True, check=True).stdout
    rules = (ROOT / '.clang-tidy').read_text() + version
    web_flags = shlex.split(subprocess.run(['em++', '--cflags'], capture_output=True, text=True, check=True).stdout)
    sources = {source: c for source, c in compile_commands().items() if source.is_relative_to(ROOT / 'src') and source.exists()}
    jobs = []
    for source, (build, command) in sorted(sources.items()):
        stamp = CACHE / key(source, command, rules)
        if not stamp.exists():
            jobs.append((source, build, stamp, web_flags))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        failures = [failure for failure in pool.map(tidy, jobs) if failure]
    for source, output in failures:
        print(f'== {source.relative_to(ROOT)}\n{output}')
    print(f'{len(sources)} files, {len(jobs)} looked at, {len(failures)} failed')
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())

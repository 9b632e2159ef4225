#!/usr/bin/env python3
"""Runs build/fuzz/bin/NAME for every tests/fuzz/NAME_fuzzer.cpp (usage: run.py SECONDS [NAME...]), two at a time, and prints one line
each: executions, and for one that fails the file that it fails with. The last line: N passed, N failed; exit code 1 when any failed.

A fuzzer begins with the seeds that its source names, with the findings of earlier runs, and with what it has learnt in build/fuzz/corpus;
a finding that does no harm any more is deleted."""
import concurrent.futures
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SOURCES = ROOT / 'tests/fuzz'
BUILD = ROOT / 'build/fuzz'
FINDINGS = BUILD / 'findings'
AT_ONCE = 2
LIMITS = ['-max_len=65536', '-timeout=10', '-rss_limit_mb=1024', '-detect_leaks=1']


def seeds(name):
    """The files that the line `// Seeds: PATTERN...` of the fuzzer's source means."""
    source = (SOURCES / f'{name}_fuzzer.cpp').read_text(encoding='utf-8')
    patterns = ' '.join(re.findall(r'^// Seeds: (.*)$', source, re.M)).split()
    return [path for pattern in patterns for path in sorted(ROOT.glob(pattern)) if path.is_file()]


def run(command, seconds):
    """Exit code and output of a fuzzer; one that does not end is ended."""
    try:
        result = subprocess.run(command, cwd=BUILD, capture_output=True, timeout=seconds)
        return result.returncode, result.stderr.decode(errors='replace')
    except subprocess.TimeoutExpired as late:
        return 1, (late.stderr or b'').decode(errors='replace') + '\ndoes not end'


def tell(name, log, output):
    """The output of a fuzzer that failed is kept; gives what it says about it."""
    log.write_text(output, encoding='utf-8')
    reason = re.search(r'SUMMARY: (.*)|runtime error: .*|does not end', output)
    return f'{name}: {reason.group(0) if reason else "FAILED"} ({log.relative_to(ROOT)})'


def recheck(name, program):
    """Findings of earlier runs that still do harm."""
    harmful = []
    for finding in sorted(FINDINGS.glob(f'{name}-*')):
        if finding.suffix == '.log':
            continue
        code, output = run([program, *LIMITS, finding], 60)
        log = finding.with_name(finding.name + '.log')
        if code:
            harmful.append(f'{finding.relative_to(ROOT)} again: {tell(name, log, output)}')
        else:
            finding.unlink()
            log.unlink(missing_ok=True)
    return harmful


def fuzz(name, seconds):
    """Gives the line that tells of the fuzzer, and whether it passed."""
    program, corpus = BUILD / 'bin' / name, BUILD / 'corpus' / name
    corpus.mkdir(parents=True, exist_ok=True)
    harmful = recheck(name, program)
    if harmful:
        return '\n'.join(harmful), False
    with tempfile.TemporaryDirectory() as begin:
        for number, path in enumerate(seeds(name)):
            shutil.copy(path, f'{begin}/{number}')
        command = [program, *LIMITS, f'-max_total_time={seconds}', f'-artifact_prefix={FINDINGS}/{name}-', '-print_final_stats=1',
                   corpus, begin]
        code, output = run(command, seconds + 120)
    count = re.search(r'number_of_executed_units: *(\d+)', output)
    line = f'{name:<16}{int(count.group(1)) if count else 0:>12,} executions'
    if code == 0:
        return f'{line}  ok', True
    kept = re.findall(r'Test unit written to (\S+)', output)
    where = pathlib.Path(kept[-1]).relative_to(ROOT) if kept else 'no input kept'
    return f'{line}  FAILED: {where}\n  {tell(name, FINDINGS / f"{name}.log", output)}', False


def main():
    seconds = int(sys.argv[1])
    names = sys.argv[2:] or sorted(path.name.removesuffix('_fuzzer.cpp') for path in SOURCES.glob('*_fuzzer.cpp'))
    FINDINGS.mkdir(parents=True, exist_ok=True)
    subprocess.run([BUILD / 'bantin_fuzz_seeds', BUILD / 'seeds'], check=True)
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        for line, passed in pool.map(lambda name: fuzz(name, seconds), names):
            print(line, flush=True)
            failed += not passed
    print(f'{len(names) - failed} passed, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())

#!/usr/bin/env python3
"""The command as a program: what its functions alone do not show (signals, terminals, shells).
  usage: tests/command/run.py BUILD      (build/native-debug, with bantin and bantin_corpus in it)
Last line: N passed, N failed."""
import base64
import os
import pathlib
import pty
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = (ROOT / sys.argv[1]).resolve()
BANTIN = str(BUILD / 'bantin')
ARTICLES = 3000


def corpus(folder, *options):
    feed = folder / 'feed.json'
    with feed.open('wb') as out:
        subprocess.run([BUILD / 'bantin_corpus', str(ARTICLES), *options], stdout=out, check=True)
    return feed


def run(*arguments):
    return subprocess.run([BANTIN, '--lang=en', *map(str, arguments)], capture_output=True, text=True)


def contents(folder):
    return {path: path.read_bytes() for path in folder.rglob('*') if path.is_file() and path.name != '.pack.lock'}


def start(*arguments, **options):
    """The command with signals as a terminal leaves them, whatever this process has been started with."""
    def hear():
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    return subprocess.Popen([BANTIN, '--lang=en', *map(str, arguments)], preexec_fn=hear, **options)


def wait_until(is_so):
    end = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < end, 'waited in vain'
        time.sleep(0.002)


def test_an_interrupted_pack_leaves_the_bundle_there_was(folder):
    bundle = folder / 'b'
    assert run('pack', corpus(folder), '-o', bundle).returncode == 0
    before = contents(bundle)
    changed = corpus(folder, '--edit', str(ARTICLES))
    process = start('pack', changed, '-o', bundle, stderr=subprocess.PIPE)
    wait_until(lambda: len(contents(bundle)) > len(before) or process.poll() is not None)
    process.send_signal(signal.SIGINT)
    error = process.communicate()[1].decode()
    assert process.returncode == 130, (process.returncode, error)
    assert 'The bundle in the folder is as it was.' in error, error
    assert contents(bundle) == before
    assert run('pack', changed, '-o', bundle).returncode == 0


def test_a_pack_that_is_killed_leaves_the_bundle_there_was(folder):
    bundle = folder / 'b'
    run('pack', corpus(folder), '-o', bundle)
    before = contents(bundle)
    changed = corpus(folder, '--edit', str(ARTICLES))
    process = start('pack', changed, '-o', bundle, stderr=subprocess.DEVNULL)
    wait_until(lambda: len(contents(bundle)) > len(before) or process.poll() is not None)
    process.kill()
    process.wait()
    after = contents(bundle)
    assert all(after.get(path) == content for path, content in before.items())
    assert run('pack', changed, '-o', bundle).returncode == 0
    assert not [path for path in contents(bundle) if path.suffix == '.part']


def test_progress_is_shown_to_a_terminal_and_wiped(folder):
    feed = corpus(folder)
    ours, its = pty.openpty()
    process = start('pack', feed, '-o', folder / 'b', stderr=its)
    os.close(its)
    seen = b''
    while True:
        try:
            more = os.read(ours, 4096)
        except OSError:  # how the end of a terminal reads
            break
        if not more:
            break
        seen += more
    os.close(ours)
    assert process.wait() == 0
    text = seen.decode()
    assert re.search(r'\r\x1b\[K(Reading|Writing|Indexing): [\d.]+/[\d.]+ (MB|articles), \d+ %', text), text
    assert re.search(r'\r\x1b\[K[^\r]*b: articles: ', text), text


def test_progress_is_not_shown_to_a_file(folder):
    error = run('pack', corpus(folder), '-o', folder / 'b').stderr
    assert '\r' not in error and '\x1b' not in error, error


def test_a_secret_key_is_its_owners_and_a_bundle_is_signed_by_it(folder):
    key, bundle = folder / 'key', folder / 'b'
    made = subprocess.run(['sh', '-c', 'umask 0; exec "$0" keygen -o "$1"', BANTIN, key], capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    assert key.stat().st_mode & 0o777 == 0o600
    assert made.stdout == (folder / 'key.pub').read_text() and len(base64.b64decode(made.stdout)) == 32
    secret = key.read_text()
    assert run('keygen', '-o', key).returncode == 3 and key.read_text() == secret
    feed = corpus(folder)
    assert run('pack', feed, '-o', bundle, '--sign', key).returncode == 0
    manifest = (bundle / 'bundle.json').read_bytes()
    assert re.search(rb',"signature":"[A-Za-z0-9+/]{86}=="}\n$', manifest)
    assert run('check', bundle, '--key', made.stdout.strip()).returncode == 0
    (bundle / 'bundle.json').write_bytes(manifest.replace(b'"serial":1', b'"serial":9'))
    changed = run('check', bundle, '--key', folder / 'key.pub')
    assert changed.returncode == 1 and '[bad-signature]' in changed.stdout, changed.stdout
    assert run('check', bundle).returncode == 0


def test_a_bundle_of_an_interrupted_signed_pack_keeps_its_signature(folder):
    key, bundle = folder / 'key', folder / 'b'
    assert run('keygen', '-o', key).returncode == 0
    assert run('pack', corpus(folder), '-o', bundle, '--sign', key).returncode == 0
    before = contents(bundle)
    process = start('pack', corpus(folder, '--edit', str(ARTICLES)), '-o', bundle, '--sign', key, stderr=subprocess.PIPE)
    wait_until(lambda: len(contents(bundle)) > len(before) or process.poll() is not None)
    process.send_signal(signal.SIGINT)
    process.communicate()
    assert process.returncode == 130 and contents(bundle) == before
    assert run('check', bundle, '--key', folder / 'key.pub').returncode == 0


def completed(*words):
    """What bash offers for the last of these words."""
    script = r'''
source <("$1" --lang=en completion bash)
shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_bantin
printf '%s\n' "${COMPREPLY[@]}"'''
    result = subprocess.run(['bash', '-c', script, 'bash', BANTIN, *words], capture_output=True, text=True)
    assert result.returncode == 0 and not result.stderr, result.stderr
    return result.stdout.split()


def test_bash_completes_commands_options_and_their_values(folder):
    assert completed('bantin', '') == ['import', 'check', 'pack', 'page', 'keygen', 'completion']
    assert completed('bantin', 'pa') == ['pack', 'page']
    assert '--version' in completed('bantin', '-')
    assert completed('bantin', 'import', '--dep') == ['--department', '--departments']
    assert completed('bantin', 'import', '--from', 'w') == ['wordpress']
    assert completed('bantin', 'import', '--from', '=', 'r') == ['rss']
    assert completed('bantin', 'import', '--encoding', '=') == ['utf-8', 'utf-16', 'windows-1258', 'tcvn3', 'vni']
    assert completed('bantin', '--lang', 'en', 'check', '--f') == ['--format']
    assert completed('bantin', 'ke') == ['keygen']
    assert completed('bantin', 'pack', '--s') == ['--sign']
    assert completed('bantin', 'check', '--k') == ['--key']
    assert completed('bantin', 'completion', '') == ['bash', 'zsh', 'fish']
    # Paths are the shell's own matter.
    assert completed('bantin', 'check', 'fe') == completed('bantin', 'import', '-o', '') == []


def test_the_script_of_each_shell_is_one(folder):
    for shell in ('bash', 'zsh', 'fish'):
        script = run('completion', shell).stdout
        assert script
        if shutil.which(shell):
            check = subprocess.run([shell, '-n'], input=script, capture_output=True, text=True)
            assert check.returncode == 0 and not check.stderr, check.stderr


def main():
    passed = failed = 0
    for name, test in list(globals().items()):
        if not name.startswith('test_'):
            continue
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(pathlib.Path(folder))
                passed += 1
            except Exception:
                failed += 1
                print(f'{name} failed:\n{traceback.format_exc()}')
    print(f'{passed} passed, {failed} failed')
    sys.exit(1 if failed else 0)


main()

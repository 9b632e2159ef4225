#!/usr/bin/env python3
"""Holds every include to the house's rules: a file in src/<floor>/ includes only from its own floor and from the floors that its target
NEEDS (src/<floor>/CMakeLists.txt), and the libraries below only where they are at home. A unit test includes from its floor and lower ones.
Prints one line per breach; exit code 1 when there is any."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
# What may be included where, by the beginning of its name.
AT_HOME = {
    'nlohmann/': {'feed', 'bundle'},
    'imgui': {'ui', 'app', 'web'},
    'emscripten': {'web'},
    'GLES': {'web'},
    'webgl/': {'web'},
    'CLI/': {'cli'},
    'utf8proc': {'import', 'cli'},
}


def floors():
    text = (ROOT / 'cmake/floor.cmake').read_text()
    return re.search(r'set\(BANTIN_FLOORS ([^)]+)\)', text).group(1).split()


def needs(floor, lower):
    """The floors that src/<floor>/CMakeLists.txt NEEDS; all lower ones while it does not say."""
    lists = ROOT / 'src' / floor / 'CMakeLists.txt'
    text = re.sub(r'#.*', '', lists.read_text()) if lists.exists() else ''
    found = re.findall(r'\bNEEDS\s+((?:[a-z_]+\s*)+)', text)
    if not text:
        return set(lower)
    return {name for group in found for name in group.split()}


def breaches(path, floor, allowed, everywhere):
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        quote, name = match.groups()
        where = f'{path.relative_to(ROOT)}:{number}: '
        folder = name.split('/')[0]
        if folder in everywhere and folder not in allowed:
            yield f'{where}{floor} may not include from {folder} ({name})'
        for prefix, homes in AT_HOME.items():
            if name.startswith(prefix) and floor not in homes:
                yield f'{where}{name} belongs to {", ".join(sorted(homes))} only'
        if floor == 'text' and quote == '<' and re.search(r'[/.]', name):
            yield f'{where}{floor} is built from the standard library only ({name})'


def main():
    order = floors()
    found = []
    for height, floor in enumerate(order):
        lower = order[:height]
        groups = [(ROOT / 'src' / floor, needs(floor, lower) | {floor}), (ROOT / 'tests/unit' / floor, set(lower) | {floor})]
        for folder, allowed in groups:
            for path in sorted(p for p in folder.rglob('*') if p.suffix in ('.h', '.cpp')):
                if 'tests' in folder.parts[len(ROOT.parts):] and path.name.endswith('_test.cpp'):
                    found += [b for b in breaches(path, floor, allowed, order) if 'may not include' in b]
                else:
                    found += breaches(path, floor, allowed, order)
    print('\n'.join(found) or 'every include stays within its floor')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())

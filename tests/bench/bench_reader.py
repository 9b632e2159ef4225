"""What a reader loads of a packed bundle of 1,000 and of 100,000 articles, in Chromium over 127.0.0.1: to the first rows, to the list's
end, to an article by its id, to the first answer of each of the ten commonest queries; and the engine's memory."""
import json

from measure import BANTIN, ROOT, WORK, feed, measured, megabytes, print_table


def steps(bundle, peer):
    printed = WORK / 'reader.json'
    with open(printed, 'wb') as out:
        measured(['node', ROOT / 'tests/bench/reader.js', bundle, peer], out)
    return json.loads(printed.read_text(encoding='utf-8'))['steps']


def run(long):
    WORK.mkdir(parents=True, exist_ok=True)
    rows = []
    for count in (1000, 100_000, *([1_000_000] if long else [])):
        bundle = WORK / f'bundle-{count}'
        measured([BANTIN, 'pack', feed(count), '-o', bundle])
        # A feed of a million articles is more than a browser reads as one text.
        for step in steps(bundle, feed(count) if count <= 100_000 else ''):
            rows.append([f'{count:,}: {step["name"]}', f'{step["ms"]:.0f}', step['requests'], f'{step["bytes"] / 1000:.1f}',
                         megabytes(step['memory'])])
    print_table('Reading', ['articles: step', 'ms', 'requests', 'kB', 'memory'], rows)

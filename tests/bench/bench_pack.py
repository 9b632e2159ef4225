"""`bantin pack`: what a bundle of 1,000, 100,000 (and a million) articles costs to make and to keep, against gzip -9 of the feed and
a SQLite file with a full-text index; and what readers load anew after one edit and after ten additions."""
import gzip
import json
import pathlib
import shutil
import sys

from measure import BANTIN, WORK, measured, megabytes, feed, print_table

SEARCH = ('terms', 'postings', 'spellings', 'positions')


def files(bundle):
    """{path in the bundle: bytes} of everything in it; bundle.before.json is for who packs, not for readers."""
    found = {str(path.relative_to(bundle)): path.stat().st_size for path in bundle.rglob('*') if path.is_file()}
    return {name: size for name, size in found.items() if name == 'bundle.json' or name.startswith('parts/')}


def part(bundle, digits):
    return bundle / 'parts' / digits[:2] / f'{digits[:24]}.bin'


def table_paths(bundle, table):
    """The pages of a table and the parts that they name."""
    for page in table['pages']:
        yield part(bundle, page)
        hashes = gzip.decompress(part(bundle, page).read_bytes())[1:]
        for begin in range(0, len(hashes), 32):
            yield part(bundle, hashes[begin:begin + 32].hex())


def kinds(bundle):
    """{path in the bundle: its kind}"""
    manifest = json.loads((bundle / 'bundle.json').read_text(encoding='utf-8'))
    named = [('order', [part(bundle, manifest[name])]) for name in ('order', 'sequence') if name in manifest]
    named += [(name, table_paths(bundle, manifest[name])) for name in ('columns', 'headlines', 'articles')]
    for segment in manifest['segments']:
        named += [('search: ' + name if name in SEARCH else name, table_paths(bundle, segment[name])) for name in ('ids', *SEARCH)]
    found = {'bundle.json': 'manifest'}
    for kind, paths in named:
        found |= {str(path.relative_to(bundle)): kind for path in paths}
    return found


def packed(source, bundle):
    return measured([BANTIN, 'pack', source, '-o', bundle])


def fresh(bundle):
    shutil.rmtree(bundle, ignore_errors=True)
    return bundle


def making(counts):
    """Prints what making costs; gives the bundles and the sizes of the feeds under gzip -9."""
    rows, growths, bundles, zipped_sizes, before = [], [], {}, {}, None
    for count in counts:
        source, bundle = feed(count), fresh(WORK / f'bundle-{count}')
        zipped, database = WORK / f'feed-{count}.json.gz', WORK / f'feed-{count}.sqlite'
        ours = packed(source, bundle)
        with open(zipped, 'wb') as out:
            gzipped = measured(['gzip', '-9', '-c', source], out)
        indexed = measured([sys.executable, pathlib.Path(__file__).parent / 'sqlite_index.py', source, database])
        bundles[count], zipped_sizes[count] = bundle, zipped.stat().st_size
        our_bytes = sum(files(bundle).values())
        made = [('bantin pack', ours, our_bytes), ('gzip -9', gzipped, zipped.stat().st_size),
                ('SQLite FTS5', indexed, database.stat().st_size)]
        for name, cost, size in made:
            rows.append([f'{count:,} {name}', f'{cost.seconds:.2f}', f'{cost.processor_seconds:.2f}',
                         f'{1000 * cost.seconds / count:.3f}', f'{cost.seconds / ours.seconds:.2f}', megabytes(cost.peak_bytes),
                         megabytes(size), f'{size / source.stat().st_size:.2f}', f'{size / our_bytes:.2f}'])
        database.unlink()
        if before:
            growth = ours.processor_seconds / before[1].processor_seconds / (count / before[0])
            growths.append(f'An article costs {growth:.2f} times as much among {count:,} as among {before[0]:,}.')
        before = count, ours
    print_table('Making', ['articles', 's', 'CPU s', 's/1,000', 's: of pack', 'peak', 'size', 'of feed', 'of bundle'], rows)
    print('\n'.join(growths))
    return bundles, zipped_sizes


def keeping(bundle, count):
    sizes, totals = files(bundle), {}
    by_path = kinds(bundle)
    for path, size in sizes.items():
        parts, total, largest = totals.get(by_path.get(path, 'of no use'), (0, 0, 0))
        totals[by_path.get(path, 'of no use')] = parts + 1, total + size, max(largest, size)
    whole = sum(sizes.values())
    rows = [[kind, f'{parts:,}', megabytes(total), f'{100 * total / whole:.1f} %', megabytes(total / parts), megabytes(largest)]
            for kind, (parts, total, largest) in sorted(totals.items(), key=lambda entry: -entry[1][1])]
    print_table(f'Keeping {count:,} articles', ['kind', 'files', 'bytes', 'share', 'mean', 'largest'], rows)


def changing(bundles, zipped_sizes):
    """New files are what readers load again who had everything before; a feed's readers load it whole."""
    rows = []
    for count, bundle in bundles.items():
        for title, changes in (('one edit', {'edit': 1}), ('ten additions', {'add': 10})):
            changed = fresh(WORK / 'bundle-changed')
            shutil.copytree(bundle, changed)
            before = files(changed)
            cost = packed(feed(count, **changes), changed)
            new = {path: size for path, size in files(changed).items() if path not in before}
            by_path = kinds(changed)
            names = [by_path.get(path, 'of no use') for path in new]
            total = sum(new.values()) + (changed / 'bundle.json').stat().st_size
            rows.append([f'{count:,}: {title}', f'{cost.seconds:.2f}', f'{cost.processor_seconds:.2f}', megabytes(cost.peak_bytes),
                         len(new), megabytes(total), f'1/{zipped_sizes[count] / total:,.0f}',
                         ', '.join(f'{names.count(kind)} {kind}' for kind in dict.fromkeys(sorted(names)))])
    fresh(WORK / 'bundle-changed')
    print_table('Changing (bytes: new parts and the manifest; against the whole feed under gzip -9)',
                ['articles', 's', 'CPU s', 'peak', 'new parts', 'bytes', 'of gzip', 'new parts by kind'], rows)


def run(long):
    WORK.mkdir(parents=True, exist_ok=True)
    counts = [1000, 100_000, *([1_000_000] if long else [])]
    bundles, zipped_sizes = making(counts)
    for count, bundle in bundles.items():
        keeping(bundle, count)
    changing(bundles, zipped_sizes)

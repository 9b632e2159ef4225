#!/usr/bin/env python3
"""A peer of `bantin pack`: the articles of a made-up feed (one a line) in one SQLite file with a full-text index, which needs a server or
the whole file where a bundle needs neither. usage: sqlite_index.py FEED DATABASE"""
import json
import pathlib
import sqlite3
import sys


def articles(path):
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            if line.startswith('{"id":') and '"content_text"' in line:
                item = json.loads(line.rstrip(',\n'))
                yield (item['id'], item.get('date_published'), item['_bantin']['department'],
                       item['title'], item['summary'], item['content_text'])


def main():
    pathlib.Path(sys.argv[2]).unlink(missing_ok=True)
    base = sqlite3.connect(sys.argv[2])
    base.execute('CREATE VIRTUAL TABLE article USING fts5(id UNINDEXED, published UNINDEXED, department UNINDEXED, title, lead, body, '
                 "tokenize = 'unicode61 remove_diacritics 2')")
    base.executemany('INSERT INTO article VALUES (?, ?, ?, ?, ?, ?)', articles(sys.argv[1]))
    base.commit()
    base.execute("INSERT INTO article(article) VALUES ('optimize')")
    base.commit()


if __name__ == '__main__':
    main()

// NOTICES.txt: the licences of everything that is linked into the engine and the scripts and of the fonts, from the
// files they came with.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { FONT_PACKAGES } from './fonts.js';

const LLVM = `Apache License 2.0 with LLVM Exceptions (SPDX: Apache-2.0 WITH LLVM-exception).
The exception lets compiled programs embed these libraries without further notice.`;

/** @param {string} root @returns {Promise<string>} */
export async function notices(root) {
  const imgui = await dependency(root, 'imgui', 'LICENSE.txt');
  const mit = imgui.slice(imgui.indexOf('Permission is hereby granted'));
  const json = await dependency(root, 'include', 'nlohmann/json.hpp');
  const musl = await emscripten(root, 'system/lib/libc/musl/COPYRIGHT');
  const sections = [
    ['Dear ImGui', imgui],
    ['JSON for Modern C++ (nlohmann/json)', `${copyrightOf(json)}\n\n${mit}`],
    ['Emscripten', `Copyright (c) 2010-2014 Emscripten authors\n\n${mit}`],
    ['musl libc', musl],
    ['libc++ and compiler-rt (LLVM)', LLVM],
    ['noble-hashes', await readFile(join(root, 'node_modules/@noble/hashes/LICENSE'), 'utf8')],
    ['uqr', await readFile(join(root, 'node_modules/uqr/LICENSE'), 'utf8')],
    ...(await fontLicences(root)),
  ];
  const own = await readFile(join(root, 'LICENSE'), 'utf8');
  const parts = [['Bản Tin', own], ...sections];
  return parts.map(([name, text]) => `${name}\n${'='.repeat(name.length)}\n\n${text.trim()}\n`).join('\n\n');
}

/** @param {string} root @param {string} folder @param {string} file */
async function dependency(root, folder, file) {
  const unpacked = join(root, '.toolchain', folder, file);
  if (existsSync(unpacked)) return readFile(unpacked, 'utf8');
  const fetched = folder === 'imgui' ? 'imgui_source-src' : 'nlohmann_source-src/include';
  return readFile(join(root, 'build/web/_deps', fetched, file), 'utf8');
}

/** @param {string} root @param {string} file */
async function emscripten(root, file) {
  const folders = [
    join(root, '.toolchain/root/usr/share/emscripten'),
    process.env.EMSDK ? join(process.env.EMSDK, 'upstream/emscripten') : '',
  ];
  const found = folders.map((folder) => join(folder, file)).find((path) => existsSync(path));
  if (!found) throw new Error(`the licence ${file} of Emscripten was not found`);
  return readFile(found, 'utf8');
}

/** @param {string} source  with SPDX comments */
function copyrightOf(source) {
  const lines = source.match(/SPDX-FileCopyrightText: (.+)/g) ?? [];
  return [...new Set(lines)].map((line) => line.replace('SPDX-FileCopyrightText:', 'Copyright')).join('\n');
}

/** @param {string} root */
function fontLicences(root) {
  const sections = FONT_PACKAGES.map(async ([name, folder]) => {
    const text = await readFile(join(root, 'node_modules', folder, 'LICENSE'), 'utf8');
    const [holders, ...licence] = text.split('\n');
    // The package says it again for every file the font was made from.
    const own = [...new Set(holders.split(/ \S+\.ttf: /))].join('\n');
    return [name, [own, ...licence].join('\n')];
  });
  return Promise.all(sections);
}

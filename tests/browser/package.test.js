/** What programs are told of the package is what it is: types, manifest, README, contents, how it is found, hashes. */
import Ajv from 'ajv';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { temporaryFolder } from './drivers/children.js';
import { dist, root } from './stage.js';

const read = (/** @type {string} */ path) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('dist/custom-elements.json'));
const source = read('web/element.js');
const types = read('dist/bantin.d.ts');
const readme = read('README.md');
const [{ declarations }] = manifest.modules;
const element = declarations.find((/** @type {any} */ one) => one.customElement);
const namesOf = (/** @type {{name: string}[]} */ list) => list.map(({ name }) => name).sort();
const membersOf = (/** @type {string} */ kind) =>
  namesOf(element.members.filter((/** @type {any} */ member) => member.kind === kind));
const all = (/** @type {string} */ text, /** @type {RegExp} */ pattern) =>
  [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();

/** Read, but not watched: attributes that say how to begin. */
const kUnwatched = ['clipboard', 'idle-seconds', 'kiosk', 'routing'];
/** Of the shadow root; the analyzer takes it for the element's. */
const kMistaken = 'adoptedStyleSheets';
/** What every element of a browser has. */
const kEverybodys = [
  'constructor',
  'connectedCallback',
  'disconnectedCallback',
  'adoptedCallback',
  'attributeChangedCallback',
];

describe('the manifest', () => {
  /** @type {any} the element as this Node would define it, without a page */
  let BanTin;
  /** @type {any} what the analyzer finds in web/element.js */
  let found;
  before(async () => {
    ({ BanTin } = await import(join(dist, 'bantin.mjs')));
    found = await analysed(source);
  });

  test('has the form of the Custom Elements Manifest', () => {
    const schema = JSON.parse(read('node_modules/custom-elements-manifest/schema.json'));
    const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
    assert.ok(validate(manifest), JSON.stringify(validate.errors, null, 1));
  });

  test('has the attributes that the element watches, and those it reads when it begins', () => {
    assert.deepEqual(namesOf(element.attributes), [...BanTin.observedAttributes, ...kUnwatched].sort());
    const reading = [source, read('web/kiosk/kiosk.js')].join();
    for (const name of kUnwatched) assert.match(reading, new RegExp(`(get|has)Attribute\\('${name}'\\)`));
  });

  test('has the properties and methods that the element has, with who may write them', () => {
    const own = Object.entries(Object.getOwnPropertyDescriptors(BanTin.prototype)).filter(
      ([name]) => !kEverybodys.includes(name),
    );
    const isMethod = (/** @type {PropertyDescriptor} */ property) => typeof property.value === 'function';
    const named = (/** @type {(property: PropertyDescriptor) => boolean} */ isWanted) =>
      own
        .filter(([, property]) => isWanted(property))
        .map(([name]) => name)
        .sort();
    assert.deepEqual(membersOf('method'), named(isMethod));
    assert.deepEqual(
      membersOf('field'),
      named((property) => !isMethod(property)),
    );
    const readonly = element.members.filter((/** @type {any} */ member) => member.readonly);
    assert.deepEqual(
      namesOf(readonly),
      named((property) => !isMethod(property) && !property.set),
    );
  });

  test('has what the analyzer finds in the source', () => {
    const isOurs = (/** @type {any} */ { name, privacy, static: isStatic }) =>
      privacy !== 'private' && !isStatic && !name.startsWith('#') && ![...kEverybodys, kMistaken].includes(name);
    /** @type {any[]} */
    const own = found.members.filter(isOurs);
    assert.deepEqual(namesOf(element.members), [...new Set(namesOf(own))]);
    assert.equal(found.superclass.name, element.superclass.name);
    assert.equal(found.name, element.name);
    for (const { name, parameters = [] } of own.filter(({ kind }) => kind === 'method')) {
      const told = element.members.find((/** @type {any} */ member) => member.name === name);
      assert.deepEqual(namesOf(told.parameters ?? []), namesOf(parameters), name);
    }
    assert.ok(found.customElement);
  });

  test('has the events that the element sends', () => {
    const sent = all(source, /['"](bantin-(?:ready|filter|article|error|\w+))['"], /g);
    const made = sent.filter((name) => source.includes(`#send('${name}'`));
    assert.deepEqual(namesOf(element.events), made);
  });

  test('has the CSS properties that the scripts read', () => {
    const scripts = readdirSync(join(root, 'web')).filter((name) => name.endsWith('.js'));
    const used = scripts.flatMap((name) => all(read(`web/${name}`), /['"(](--bantin-[a-z-]+)/g));
    assert.deepEqual(namesOf(element.cssProperties), [...new Set(used)].sort());
  });
});

describe('the types', () => {
  const body = types.slice(types.indexOf('export class BanTin'), types.indexOf('export function define'));

  test('have the same properties, methods and events as the manifest', () => {
    assert.deepEqual(all(body, /^ {2}get (\w+)\(/gm), membersOf('field'));
    assert.deepEqual(all(body, /^ {2}(\w+)\(.*\): Promise/gm), membersOf('method'));
    assert.deepEqual(all(types, /'(bantin-\w+)': CustomEvent/g), namesOf(element.events));
    const readonly = element.members.filter((/** @type {any} */ member) => member.readonly);
    const writable = membersOf('field').filter((name) => !namesOf(readonly).includes(name));
    assert.deepEqual(all(body, /^ {2}set (\w+)\(/gm), writable);
    for (const { type } of element.events) {
      assert.ok(types.includes(`: ${type.text};`), type.text);
    }
  });

  test('are those of the element itself', () => {
    /** The compiler says it: @type {(own: import('../../web/element.js').BanTin) => import('../../web/package/bantin.js').BanTin} */
    const own = (one) => one;
    assert.ok(own);
  });
});

test("the README's table has the attributes of the manifest, its text the rest", () => {
  const table = readme.slice(readme.indexOf('| attribute | meaning |'));
  const rows = table.slice(0, table.indexOf('\n\n')).split('\n').slice(2);
  const attributes = rows.flatMap((row) => all(row.split('|')[1], /`([a-z-]+)`/g));
  assert.deepEqual(attributes.sort(), namesOf(element.attributes));
  for (const { name } of [...element.events, ...element.cssProperties]) assert.ok(readme.includes(`\`${name}\``), name);
  for (const name of membersOf('method')) assert.ok(readme.includes(`\`${name}(`), name);
  for (const name of ['feed', 'results', 'stats', 'log']) assert.ok(readme.includes(`\`${name}\``), name);
});

test('hashes are those of the files, one for each script and the engine', () => {
  const hashes = JSON.parse(read('dist/integrity.json'));
  const files = readdirSync(dist).filter((name) => /\.(js|mjs|wasm)$/.test(name));
  assert.deepEqual(Object.keys(hashes).sort(), files.sort());
  for (const [name, hash] of Object.entries(hashes)) {
    const digest = createHash('sha384')
      .update(readFileSync(join(dist, name)))
      .digest('base64');
    assert.equal(hash, `sha384-${digest}`, name);
  }
});

describe('the npm package', () => {
  const folder = temporaryFolder('package');
  const home = join(folder.path, 'site');
  const unpacked = join(home, 'node_modules/bantin');
  /** @type {string[]} */
  let files;
  before(() => {
    mkdirSync(unpacked, { recursive: true });
    const [{ filename, files: packed }] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder.path]));
    files = packed.map((/** @type {{path: string}} */ { path }) => path).sort();
    execFileSync('tar', ['-xzf', join(folder.path, filename), '-C', unpacked, '--strip-components=1']);
    writeFileSync(join(home, 'package.json'), '{"type": "module"}');
  });
  after(() => folder.remove());

  /** @param {string[]} args */
  function npm(args) {
    const quiet = ['--offline', '--ignore-scripts', '--no-update-notifier', `--cache=${join(folder.path, 'cache')}`];
    return execFileSync('npm', [...args, ...quiet], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** @param {string} script  of a site that has the package */
  function run(script) {
    writeFileSync(join(home, 'site.js'), script);
    return execFileSync(process.execPath, ['site.js'], {
      cwd: home,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  test('holds what the element needs, and no page, feed or source of ours', () => {
    const scripts = readdirSync(dist).filter((name) => name.startsWith('bantin.'));
    const fonts = readdirSync(join(dist, 'fonts')).map((name) => `fonts/${name}`);
    const others = ['NOTICES.txt', 'custom-elements.json', 'frame.html', 'integrity.json'];
    const wanted = [...scripts, ...fonts, ...others].map((name) => `dist/${name}`);
    assert.deepEqual(files, ['LICENSE', 'README.md', 'package.json', ...wanted].sort());
    for (const name of ['bantin.js', 'bantin.wasm', 'bantin.all.js', 'bantin.mjs', 'bantin.d.ts']) {
      assert.ok(scripts.includes(name), name);
    }
  });

  test('a dry run lists the same', () => {
    const [{ files: packed }] = JSON.parse(npm(['pack', '--json', '--dry-run']));
    assert.deepEqual(packed.map((/** @type {{path: string}} */ { path }) => path).sort(), files);
  });

  test('every file that package.json names is there', () => {
    const { exports, types: typed, customElements } = JSON.parse(read('package.json'));
    const targets = Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? target : Object.values(target),
    );
    for (const target of [...targets, typed, customElements]) {
      if (!target.includes('*')) assert.ok(existsSync(join(unpacked, target)), target);
    }
  });

  test("import 'bantin' where there is no page does no harm, and gives the class", () => {
    const script = `
      import { BanTin, define } from 'bantin';
      import 'bantin/all';
      define();
      console.log(typeof BanTin, BanTin.observedAttributes.length, Object.keys(globalThis).includes('HTMLElement'));`;
    assert.equal(run(script).trim(), `function ${element.attributes.length - kUnwatched.length} false`);
  });

  test('its parts are found by name, others are not', () => {
    const names = [
      'bantin',
      'bantin/all',
      'bantin/custom-elements.json',
      'bantin/integrity.json',
      'bantin/dist/bantin.wasm',
    ];
    const script = `
      const found = (name) => { try { return import.meta.resolve(name).split('/bantin/')[1]; } catch { return null; } };
      console.log(JSON.stringify(${JSON.stringify([...names, 'bantin/web/element.js'])}.map(found)));`;
    const wanted = ['bantin.mjs', 'bantin.all.js', 'custom-elements.json', 'integrity.json', 'bantin.wasm'];
    assert.deepEqual(JSON.parse(run(script)), [...wanted.map((name) => `dist/${name}`), null]);
    assert.ok(createRequire(join(home, 'site.js')).resolve('bantin/custom-elements.json'));
  });

  test('types are found by the compiler, events and elements typed', () => {
    const script = `
      import { BanTin } from 'bantin';
      import 'bantin/all';
      const reader = document.createElement('ban-tin');
      const same: BanTin = reader;
      reader.addEventListener('bantin-filter', ({ detail }) => detail.total.toFixed() + detail.departments.join());
      reader.addEventListener('bantin-error', ({ detail }) => detail.code.trim());
      await reader.setFilter({ query: 'nước' });
      const total: number | undefined = same.results?.total;
      // @ts-expect-error a filter has no such part
      reader.setFilter({ colour: 'red' });
      // @ts-expect-error figures are only read
      reader.stats = total;`;
    writeFileSync(join(home, 'site.ts'), script);
    for (const resolution of ['bundler', 'nodenext']) {
      const kind = resolution === 'bundler' ? 'esnext' : 'nodenext';
      const options = [
        '--noEmit',
        '--strict',
        '--target',
        'es2022',
        '--module',
        kind,
        '--moduleResolution',
        resolution,
      ];
      const compiler = join(root, 'node_modules/.bin/tsc');
      try {
        execFileSync(compiler, [...options, '--types', '', 'site.ts'], { cwd: home, encoding: 'utf8' });
      } catch (error) {
        assert.fail(`${resolution}: ${/** @type {any} */ (error).stdout}`);
      }
    }
  });

  test('a bundler takes the engine, the lazy parts and the fonts along', async () => {
    const { build } = await import('esbuild');
    const { metafile } = await build({
      stdin: { contents: "import 'bantin';", resolveDir: home },
      bundle: true,
      format: 'esm',
      splitting: true,
      outdir: join(home, 'out'),
      metafile: true,
      write: false,
      logLevel: 'silent',
    });
    const inputs = Object.keys(metafile.inputs).map((path) => path.split('/').at(-1));
    for (const name of ['bantin.mjs', 'bantin.tools.mjs', 'bantin.bundle.mjs', 'bantin.kiosk.mjs'])
      assert.ok(inputs.includes(name), name);
    const module = read('dist/bantin.mjs');
    // As bundlers look for them: an address written out, beside the module.
    const named = all(module, /new URL\("\.\/([^"]+)",import\.meta\.url\)/g);
    const fonts = readdirSync(join(dist, 'fonts')).map((name) => `fonts/${name}`);
    assert.deepEqual(named, ['bantin.wasm', ...fonts].sort());
    for (const name of named) assert.ok(existsSync(join(dirname(join(dist, 'bantin.mjs')), name)), name);
    assert.ok(!module.includes('bantin_engine.wasm",import.meta'));
  });
});

/** @param {string} code @returns {Promise<any>} the declaration of the class in it */
async function analysed(code) {
  const { create, ts } = /** @type {any} */ (await import('@custom-elements-manifest/analyzer'));
  const file = ts.createSourceFile('web/element.js', code, ts.ScriptTarget.ES2022, true);
  const { modules } = create({ modules: [file], plugins: [], context: {} });
  return modules[0].declarations?.find((/** @type {any} */ { name }) => name === 'BanTin');
}

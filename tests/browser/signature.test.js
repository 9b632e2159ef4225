/** Bundles signed by `bantin pack --sign`, verified by others than what signed them: node:crypto and WebCrypto. */
import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, sign, verify, webcrypto } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readManifest } from '../../web/bundle_manifest.js';
import { temporaryFolder } from './drivers/children.js';
import { command } from './pack_run.js';
import { validateBundle } from './schema_check.js';
import { sample } from './stage.js';

const kMark = 'bantin-secret-key-1 ';
const kField = ',"signature":"';
/** PKCS #8 of an Ed25519 key, up to the seed (RFC 8410). */
const kPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const kSeed = Buffer.from(Array.from({ length: 32 }, (_, i) => i));
const kPublic = 'A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=';

const canSign = existsSync(command) && spawnSync(command, ['keygen', '--help']).status === 0;
const skip = canSign ? false : `${command} does not sign`;

/** @param {Buffer} seed */
const privateKeyOf = (seed) => createPrivateKey({ key: Buffer.concat([kPrefix, seed]), format: 'der', type: 'pkcs8' });

/** The command, which has to succeed. @param {string[]} words */
function run(...words) {
  const { status, stdout, stderr } = spawnSync(command, ['--lang=en', ...words], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout;
}

/** A folder with a small feed and the key of the fixed seed. @param {import('node:test').TestContext} t */
function workFolder(t) {
  const folder = temporaryFolder('signature');
  t.after(() => folder.remove());
  const [feed, key, bundle] = ['feed.json', 'key', 'b'].map((name) => join(folder.path, name));
  writeFileSync(feed, JSON.stringify({ ...sample, items: sample.items.slice(0, 3) }));
  writeFileSync(key, `${kMark}${kSeed.toString('base64')}\n`, { mode: 0o600 });
  return { feed, key, bundle };
}

/** As README.md and kiosks do it. @param {string} bundle */
function apart(bundle) {
  const bytes = readFileSync(join(bundle, 'bundle.json'));
  const at = bytes.lastIndexOf(kField);
  assert.ok(at > 0, 'no signature');
  const rest = bytes.subarray(at + kField.length).toString();
  assert.match(rest, /^[A-Za-z0-9+/]{86}=="}\n$/);
  return { bytes, signed: bytes.subarray(0, at), signature: Buffer.from(rest.slice(0, 88), 'base64') };
}

/** @param {Uint8Array} signed @param {Uint8Array} signature @param {string} key base64 */
async function isGood(signed, signature, key) {
  const imported = await webcrypto.subtle.importKey('raw', Buffer.from(key, 'base64'), 'Ed25519', false, ['verify']);
  return webcrypto.subtle.verify('Ed25519', imported, signature, signed);
}

test('a fixed key gives the signature that node:crypto gives, and WebCrypto verifies it', { skip }, async (t) => {
  const { feed, key, bundle } = workFolder(t);
  run('pack', feed, '-o', bundle, '--sign', key);
  const { signed, signature } = apart(bundle);
  const secret = privateKeyOf(kSeed);
  assert.deepEqual(signature, sign(null, signed, secret));
  assert.ok(verify(null, signed, createPublicKey(secret), signature));
  assert.ok(await isGood(signed, signature, kPublic));
  const tampered = Buffer.from(signed);
  tampered[signed.indexOf('"serial":') + 9] += 1;
  assert.equal(await isGood(tampered, signature, kPublic), false);
  assert.equal(await isGood(signed.subarray(0, -1), signature, kPublic), false);
  const other = createPublicKey(privateKeyOf(Buffer.alloc(32, 7))).export({ format: 'jwk' }).x ?? '';
  assert.equal(await isGood(signed, signature, Buffer.from(other, 'base64url').toString('base64')), false);
});

test('a signed bundle differs from an unsigned one by its signature alone, and is as valid', { skip }, (t) => {
  const { feed, key, bundle } = workFolder(t);
  run('pack', feed, '-o', bundle, '--sign', key);
  run('pack', feed, '-o', `${bundle}-plain`);
  const { bytes, signed } = apart(bundle);
  assert.equal(`${signed}}\n`, readFileSync(join(`${bundle}-plain`, 'bundle.json'), 'utf8'));
  assert.deepEqual(validateBundle(bundle), []);
  const { manifest } = readManifest(bytes);
  assert.equal(Object.keys(manifest).at(-1), 'signature');
  const spoiled = Buffer.from(String(bytes).replace(kField, `${kField}?`));
  assert.throws(() => readManifest(spoiled), /signature/);
});

test('a key that keygen made signs what its public key verifies, and is for its owner only', { skip }, async (t) => {
  const { feed, key, bundle } = workFolder(t);
  const made = `${key}-made`;
  const printed = run('keygen', '-o', made);
  assert.equal(printed, readFileSync(`${made}.pub`, 'utf8'));
  assert.equal(statSync(made).mode & 0o777, 0o600);
  const seed = Buffer.from(readFileSync(made, 'utf8').slice(kMark.length), 'base64');
  assert.equal(seed.length, 32);
  const { x } = createPublicKey(privateKeyOf(seed)).export({ format: 'jwk' });
  assert.equal(Buffer.from(x ?? '', 'base64url').toString('base64'), printed.trim());
  run('pack', feed, '-o', bundle, '--sign', made);
  const { signed, signature } = apart(bundle);
  assert.ok(await isGood(signed, signature, printed.trim()));
  run('check', bundle, '--key', printed.trim());
});

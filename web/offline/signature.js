// Whether a manifest was signed by the holder of a key. A signed one ends in `,"signature":"<base64>"}` and a newline;
// signed are all bytes before that (data/README.md).
//   await checkSignature(bytes, key, crypto.subtle);   // throws a Refusal

import { Refusal } from './refusal.js';

const END = /^,"signature":"([A-Za-z0-9+/]{86}==)"\}\n$/;
const END_BYTES = 105;
const KEY_BYTES = 32;

/**
 * @param {Uint8Array<ArrayBuffer>} bytes  of the manifest
 * @param {string} key  base64 of the 32 bytes of an Ed25519 public key
 * @param {SubtleCrypto | undefined} subtle
 */
export async function checkSignature(bytes, key, subtle) {
  const at = Math.max(0, bytes.length - END_BYTES);
  const end = END.exec(String.fromCharCode(...bytes.subarray(at)));
  if (!end) throw unsigned(bytes);
  const publicKey = await imported(key, subtle);
  const signature = fromBase64(end[1]);
  const isRight = await publicKey.subtle.verify('Ed25519', publicKey.key, signature, bytes.subarray(0, at));
  if (!isRight) throw new Refusal('update-tampered', 'its signature is not of its bytes');
}

// A signature elsewhere than at the end is somebody's attempt, or the work of an editor.
/** @param {Uint8Array} bytes */
function unsigned(bytes) {
  const isThere = new TextDecoder().decode(bytes).includes('"signature":');
  return isThere ? new Refusal('update-tampered', 'its signature is not at its end') : new Refusal('update-unsigned');
}

/** @param {string} key @param {SubtleCrypto | undefined} subtle */
async function imported(key, subtle) {
  if (!subtle) throw new Refusal('update-unverifiable', 'no WebCrypto here');
  try {
    const raw = fromBase64(key);
    if (raw.length !== KEY_BYTES) throw new Error(`the key has ${raw.length} bytes`);
    return { subtle, key: await subtle.importKey('raw', raw, 'Ed25519', false, ['verify']) };
  } catch (error) {
    throw new Refusal('update-unverifiable', String(error));
  }
}

/** @param {string} text */
const fromBase64 = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

// The compiled engine: fetched and compiled once a page, whatever the number of elements.
// `setEngineSource` is called by the entry that knows where the bytes are (a file beside the script, or inside it).

/** @type {() => Promise<WebAssembly.Module>} */
let compile = () => Promise.reject(new Error('no engine source'));
/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;
let bytesLoaded = 0;

/** @param {() => Promise<Response | Uint8Array<ArrayBuffer>>} source */
export function setEngineSource(source) {
  compile = async () => {
    const given = await source();
    return given instanceof Uint8Array ? compileBytes(given) : compileResponse(given);
  };
}

/** The module; a failed attempt may be repeated. */
export function engineModule() {
  compiled ??= compile().catch((error) => {
    compiled = undefined;
    throw error;
  });
  return compiled;
}

export const engineBytes = () => bytesLoaded;

/** @param {Uint8Array<ArrayBuffer>} bytes */
function compileBytes(bytes) {
  bytesLoaded = bytes.length;
  return WebAssembly.compile(bytes);
}

// A host that serves .wasm under another type, or one with parameters, costs the streaming, nothing else.
/** @param {Response} response */
async function compileResponse(response) {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const type = response.headers.get('Content-Type');
  if (type !== 'application/wasm') return compileBytes(new Uint8Array(await response.arrayBuffer()));
  bytesLoaded = Number(response.headers.get('Content-Length') ?? 0);
  return WebAssembly.compileStreaming(response);
}

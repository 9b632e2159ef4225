// Modules that web/build.js puts in place.
declare module 'bantin-engine' {
  /** Emscripten's factory of the engine. */
  const factory: (options: object) => Promise<any>;
  export default factory;
}

declare module 'bantin-wasm-packed' {
  /** bantin.wasm, gzipped, in base64. */
  const packed: string;
  export default packed;
}

declare module 'bantin-faces' {
  /** The fonts of web/fonts.js. */
  const faces: import('./faces.js').Face[];
  export default faces;
}

declare module 'bantin-font-addresses' {
  /** Where the fonts lie, by file; beside the module. */
  const addresses: Record<string, URL>;
  export default addresses;
}

declare module '*/bantin.tools.mjs' {
  export const answerCopy: typeof import('./commands.js').answerCopy;
  export const perform: typeof import('./commands.js').perform;
}

declare module '*/bantin.kiosk.mjs' {
  export const startKiosk: typeof import('./kiosk_module.js').startKiosk;
}

declare module '*/bantin.bundle.mjs' {
  export const Bundle: typeof import('./bundle.js').Bundle;
  export const PartError: typeof import('./bundle.js').PartError;
  export const Library: typeof import('./library.js').Library;
}

declare module 'bantin-app-files' {
  /** What web/offline_files.js found in dist/. */
  export const APP_FILES: import('./offline/app_store.js').AppFiles;
}

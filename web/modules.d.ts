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

declare module 'bantin-app-files' {
  /** What web/offline_files.js found in dist/. */
  export const APP_FILES: import('./offline/app_store.js').AppFiles;
}

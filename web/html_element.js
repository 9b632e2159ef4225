// HTMLElement where there is one. In a program without pages (a server that renders them) a class can be derived from
// what stands in for it, so that importing the reader does no harm there. web/build.js puts it in the place of the name.

const Base = globalThis.HTMLElement ?? class {};
export { Base as HTMLElement };

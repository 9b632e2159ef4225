// What tests/browser/pages/stage.js puts into the page, for the functions that tests send there.
interface BanTinResults {
  total: number;
  byDepartment: Record<string, number>;
  byMonth: Record<string, number>;
  ids(offset?: number, limit?: number): Promise<string[]>;
}

interface BanTinElement extends HTMLElement {
  shadowRoot: ShadowRoot;
  results: BanTinResults;
  stats: Record<string, any>;
  log: { time: string; event: string; detail: string }[];
  feed: object | string | null;
  article: string;
  departments: string;
  from: string;
  to: string;
  query: string;
  setFilter(filter: object): Promise<void>;
  clearFilter(): Promise<void>;
  openArticle(id: string): Promise<void>;
  closeArticle(): Promise<void>;
}

interface Window {
  reader: BanTinElement;
  /** Of surroundings/watch.js. */
  violations: string[];
  failures: string[];
  changes(): string[];
  /** Of surroundings/framework.js. */
  render(keys: string[]): void;
  element(key: string): BanTinElement;
  shown(key: string): Promise<void>;
  held(): { listeners: string[]; contexts: number; observers: number; fonts: number; frames: number };
  /** Of frame_host.js and surroundings/sandboxed.js. */
  messages: { data: any; origin: string; ours: boolean }[];
  events: { type: string; detail: any }[];
  inside(selector: string, index?: number): any;
  ready(): Promise<void>;
  painted(): Promise<void>;
  /** Of twenty.js. */
  readers(): BanTinElement[];
  contexts: WebGLRenderingContext[];
  compiled: number;
  /** Of pages/keyboard_page.js. */
  keyboard: import('../../web/keyboard/keyboard_view.js').KeyboardView;
  told: { shown: boolean; method: string }[];
  endKeyboard(): void;
}

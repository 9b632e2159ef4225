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
  /** Of frame_host.js. */
  messages: { data: any; origin: string; ours: boolean }[];
  events: { type: string; detail: any }[];
  inside(selector: string, index?: number): any;
  ready(): Promise<void>;
  painted(): Promise<void>;
}

// Types of <ban-tin>: its class, its events, and its place among the elements of a page.

/** What the list is narrowed to; days are YYYY-MM-DD and inclusive, empty: none. */
export interface BanTinFilter {
  departments: string[];
  from: string;
  to: string;
  query: string;
  /** Only articles that the reader has saved. */
  starred: boolean;
}

/** Of the current filter. `byDepartment` leaves the department choice out, `byMonth` the dates. */
export interface BanTinResults {
  total: number;
  byDepartment: Record<string, number>;
  /** By YYYY-MM. */
  byMonth: Record<string, number>;
  /** Ids of articles in the list's order. */
  ids(offset?: number, limit?: number): Promise<string[]>;
}

/** Figures at this moment. */
export interface BanTinStats {
  engine: string;
  articles: number;
  frames: number;
  frameMsMedian: number;
  firstFrameMs: number;
  filterMs: number;
  searchMs: number;
  layerChanges: number;
  bytesLoaded: number;
  memoryBytes: number;
  renderer: string;
}

/** An item of the feed that could be read only in part, or not at all. */
export interface BanTinWarning {
  code: string;
  message: string;
}

export interface BanTinLogEntry {
  /** ISO 8601. */
  time: string;
  event: string;
  detail: string;
}

export interface BanTinReadyDetail {
  articles: number;
  warnings: BanTinWarning[];
}

export interface BanTinFilterDetail extends BanTinFilter {
  total: number;
}

export interface BanTinArticleDetail {
  /** Empty: the article was closed. */
  id: string;
}

export interface BanTinErrorDetail {
  code: string;
  message: string;
  source: string;
}

export class BanTin extends HTMLElement {
  static observedAttributes: string[];
  /** Address of a JSON Feed, or of a packed one's bundle.json. */
  get src(): string;
  set src(value: string);
  /** The feed itself, as an object or JSON text; null: `src`, or a script inside the element, says it. */
  get feed(): object | string | null;
  set feed(feed: object | string | null);
  /** Ids parted by spaces. */
  get departments(): string;
  set departments(value: string);
  get from(): string;
  set from(value: string);
  get to(): string;
  set to(value: string);
  get query(): string;
  set query(value: string);
  /** Id of the open article; empty: the list. */
  get article(): string;
  set article(value: string);
  /** auto, light, sepia, dark or contrast. */
  get theme(): string;
  set theme(value: string);
  /** on, or off: single letters are no shortcuts. */
  get keys(): string;
  set keys(value: string);
  /** none, or hash: filter, article and place stand in the address. */
  get routing(): string;
  set routing(value: string);
  /** null before anything is shown. */
  get results(): BanTinResults | null;
  get stats(): BanTinStats;
  /** The last events worth an operator's look, newest last. */
  get log(): BanTinLogEntry[];
  /** Whether it is a public screen: the attribute of that name. */
  get kiosk(): boolean;
  /** What is left out stays; `""`, `[]` and `false` clear. Settles when the new list is complete. */
  setFilter(filter: Partial<BanTinFilter>): Promise<void>;
  clearFilter(): Promise<void>;
  openArticle(id: string): Promise<void>;
  closeArticle(): Promise<void>;
}

/** Defines <ban-tin>. Importing the module does so already. */
export function define(): void;

declare global {
  interface HTMLElementTagNameMap {
    'ban-tin': BanTin;
  }
  interface HTMLElementEventMap {
    'bantin-ready': CustomEvent<BanTinReadyDetail>;
    'bantin-filter': CustomEvent<BanTinFilterDetail>;
    'bantin-article': CustomEvent<BanTinArticleDetail>;
    'bantin-error': CustomEvent<BanTinErrorDetail>;
  }
}

/** What the client is given of the page's. */
export interface WorkerTexts {
  analysis: string;
  /** Loaded when a file needs a heavy reader. */
  reader: () => Promise<string>;
  /** Today as days since 1970-01-01. */
  today: () => number;
}

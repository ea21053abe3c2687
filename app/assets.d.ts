declare module "*.worker.ts?text" {
  /** The worker's bundled source, to be started from a Blob. */
  const source: string;
  export default source;
}
declare module "*.json?text" {
  const text: string;
  export default text;
}
declare module "*.maf?text" {
  const text: string;
  export default text;
}
declare module "*.txt?text" {
  const text: string;
  export default text;
}
declare module "*.csv" {
  const text: string;
  export default text;
}
declare module "*.woff2?bytes" {
  const bytes: Uint8Array;
  export default bytes;
}
declare module "*.ttf?bytes" {
  const bytes: Uint8Array;
  export default bytes;
}
declare module "*.module.css" {
  const classes: Record<string, string>;
  export default classes;
}
declare module "*.css";

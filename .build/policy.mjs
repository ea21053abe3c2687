/**
 * The page may load its own files and nothing else, and connect to nobody. Served as header and as meta tag.
 * 'wasm-unsafe-eval' lets the kernel of the statistics (lib/survival/kernel) be compiled: it allows WebAssembly and no
 * text as script; without it the same is computed more slowly.
 */
export const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'none'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "frame-src 'none'",
].join("; ");

/** Of a page that `npm start -- --warehouse` serves: it may ask the gateway beside it for counts, and nobody else. */
export const livePolicy = policy.replace("connect-src 'none'", "connect-src 'self'");

/** The service worker is no page: it fetches the files of its list (.build/serviceWorker.mjs) and can do nothing else. */
export const serviceWorkerPolicy = "default-src 'none'; connect-src 'self'";

import { warehouseToken } from "../live/warehouse";

/**
 * Keeps the page in this browser, so that it opens without a network, and says when a newer version of it has been
 * fetched; that one waits until every page of this one is closed, or `takeNewVersion`. Nothing at file://, where the
 * page needs no network, and nothing where a browser or a host does without. Gives back what stops listening.
 */
export function followVersions(onNewer: () => void): () => void {
  const on = new AbortController();
  keepPage(onNewer, on.signal).catch(() => {});
  return () => on.abort();
}

async function keepPage(onNewer: () => void, signal: AbortSignal): Promise<void> {
  if (process.env.NODE_ENV !== "production" || !location.protocol.startsWith("http")) return;
  // A page of a warehouse is none without it.
  if (warehouseToken() !== null) return;
  nameManifest();
  const registration = await navigator.serviceWorker.register("./service-worker.js");
  const look = () => registration.active && registration.waiting && !signal.aborted && onNewer();
  const follow = () => registration.installing?.addEventListener("statechange", look, { signal });
  registration.addEventListener("updatefound", follow, { signal });
  follow();
  look();
  registration.active?.postMessage("here");
  // A page that stays open for days hears of a newer version, too.
  const ask = () => {
    if (document.visibilityState === "visible") registration.update().catch(() => {});
  };
  document.addEventListener("visibilitychange", ask, { signal });
}

/** Lets the version that waits take over, where there is one still; what is open in other tabs keeps its own files. */
export async function takeNewVersion(): Promise<void> {
  const waiting = (await navigator.serviceWorker.getRegistration())?.waiting;
  if (!waiting) return;
  const taken = new Promise((resolve) =>
    navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
  );
  waiting.postMessage("take over");
  await taken;
}

/** What lets a browser install the page; a browser that reads no manifests loses nothing. */
function nameManifest(): void {
  if (document.querySelector("link[rel=manifest]")) return;
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = "./manifest.webmanifest";
  document.head.append(link);
}

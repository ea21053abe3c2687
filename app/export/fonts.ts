import type { Fonts } from "../../lib/export/fonts";
import { part } from "../parts/part";

const webFont = part(() => import("../fonts/Inter.woff2?bytes"));
const regularFont = part(() => import("../fonts/Inter-400.ttf?bytes"));
const semiboldFont = part(() => import("../fonts/Inter-600.ttf?bytes"));

/** The figure's font, to be embedded; loaded when it is first needed. */
export async function loadFonts(): Promise<Fonts> {
  const [web, regular, semibold] = await Promise.all([webFont(), regularFont(), semiboldFont()]);
  return { webFont: base64(web.default), regular: regular.default, semibold: semibold.default };
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += 0x8000)
    text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return btoa(text);
}

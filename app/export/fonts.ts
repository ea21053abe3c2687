import type { Fonts } from "../../lib/export/fonts";

/** The figure's font, to be embedded; loaded when it is first needed. */
export async function loadFonts(): Promise<Fonts> {
  const [web, regular, semibold] = await Promise.all([
    import("../fonts/Inter.woff2?bytes"),
    import("../fonts/Inter-400.ttf?bytes"),
    import("../fonts/Inter-600.ttf?bytes"),
  ]);
  return { webFont: base64(web.default), regular: regular.default, semibold: semibold.default };
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += 0x8000)
    text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return btoa(text);
}

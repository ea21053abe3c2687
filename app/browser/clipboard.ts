import { CopyRefused } from "../failure/causes";

/**
 * Copies one thing in several forms. To be called within the click: some browsers ask that copying begins with it, and
 * take promises for what is to be copied. Rejects with `CopyRefused` where the browser was it, else with what failed
 * while the content was made.
 */
export async function copyItem(forms: Record<string, Blob | Promise<Blob>>): Promise<void> {
  const made = Promise.all(Object.values(forms));
  try {
    await navigator.clipboard.write([new ClipboardItem(forms)]);
  } catch (error) {
    await made;
    throw new CopyRefused(String(error), { cause: error });
  }
}

export const copyText = (text: string): Promise<void> =>
  copyItem({ "text/plain": new Blob([text], { type: "text/plain" }) });

/** A text, and the same as HTML for programs that take it. */
export interface Content {
  text: string;
  html: string;
}

/**
 * By the browser's own copying, which takes the HTML as it is: the newer way parses it under the page's policy, which
 * complains of every style. The newer way where nothing is copied without a selection.
 */
export async function copyContent(content: Content): Promise<void> {
  if (copiedAsGiven(content)) return;
  const form = (text: string, type: string) => ({ [type]: new Blob([text], { type }) });
  await copyItem({ ...form(content.text, "text/plain"), ...form(content.html, "text/html") });
}

function copiedAsGiven({ text, html }: Content): boolean {
  let taken = false;
  const onCopy = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.clipboardData.setData("text/plain", text);
    event.clipboardData.setData("text/html", html);
    event.preventDefault();
    event.stopImmediatePropagation();
    taken = true;
  };
  document.addEventListener("copy", onCopy, { capture: true });
  const copied = document.execCommand("copy");
  document.removeEventListener("copy", onCopy, { capture: true });
  return copied && taken;
}

import { CopyRefused } from "./failure/causes";

/**
 * Copies one thing in several forms. To be called within the click: some browsers ask that copying begins with it, and take promises for
 * what is to be copied. Rejects with `CopyRefused` where the browser was it, else with what failed while the content was made.
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

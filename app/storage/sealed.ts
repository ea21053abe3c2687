/** A text that only who knows the fingerprint of its file can read. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

const derived = (sha256: string, use: "place" | "key") =>
  crypto.subtle.digest("SHA-256", new TextEncoder().encode(`meierboard ${use} ${sha256}`));

/** Where what belongs to a file is kept: it tells nothing of the fingerprint, and is the same for the same file. */
export async function placeOf(sha256: string): Promise<string> {
  return Array.from(new Uint8Array(await derived(sha256, "place")), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
}

/** The key is made of the fingerprint, which is kept nowhere beside: without the file nobody has it. */
const keyOf = async (sha256: string) =>
  crypto.subtle.importKey("raw", await derived(sha256, "key"), "AES-GCM", false, ["encrypt", "decrypt"]);

/** Rejects where the browser encrypts nothing, as on a page without https. */
export async function sealed(text: string, sha256: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv },
    await keyOf(sha256),
    new TextEncoder().encode(text),
  );
  return { iv, bytes };
}

/** Rejects where it was sealed for another file, or was changed since. */
export async function unsealed({ iv, bytes }: Sealed, sha256: string): Promise<string> {
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await keyOf(sha256), bytes));
}

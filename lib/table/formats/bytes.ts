/** Whether the bytes have these characters (codes up to 255) at `at`. */
export function beginsWith(bytes: Uint8Array, characters: string, at = 0): boolean {
  for (let place = 0; place < characters.length; place++) {
    if (bytes[at + place] !== characters.charCodeAt(place)) return false;
  }
  return true;
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Whether the bytes are text in this encoding, none of it against its rules. */
export function decodes(bytes: Uint8Array, label: string): boolean {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes) !== null;
  } catch {
    return false;
  }
}

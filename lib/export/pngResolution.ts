/**
 * The PNG file with its resolution stated (chunk pHYs, right after the header), so that it has its size in print.
 * Throws where the bytes are not a PNG. Source: PNG specification, third edition, 11.3.4.3 and annex D (CRC).
 */
export function withResolution(png: Uint8Array, dpi: number): Uint8Array<ArrayBuffer> {
  if (!signature.every((byte, index) => png[index] === byte)) throw new Error("not a PNG file");
  const afterHeader = signature.length + 12 + 13;
  const parts = [
    png.subarray(0, afterHeader),
    resolutionChunk(dpi),
    ...chunksFrom(png, afterHeader).filter((chunk) => nameOf(chunk) !== "pHYs"),
  ];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const nameOf = (chunk: Uint8Array) => String.fromCharCode(...chunk.subarray(4, 8));

function chunksFrom(png: Uint8Array, start: number): Uint8Array[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Uint8Array[] = [];
  for (let at = start; at < png.length; ) {
    const end = at + 12 + view.getUint32(at);
    chunks.push(png.subarray(at, end));
    at = end;
  }
  return chunks;
}

/** Nine bytes of data: pixels per meter across and down, and the unit meter. */
function resolutionChunk(dpi: number): Uint8Array {
  const chunk = new Uint8Array(12 + 9);
  const view = new DataView(chunk.buffer);
  const perMeter = Math.round(dpi / 0.0254);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4);
  view.setUint32(8, perMeter);
  view.setUint32(12, perMeter);
  chunk[16] = 1;
  view.setUint32(17, crc(chunk.subarray(4, 17)));
  return chunk;
}

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

/**
 * The number that up to eight bytes hold as mainframes write it: a sign bit, seven bits of an exponent of 16 beyond 64,
 * and 56 bits of fraction. Fewer bytes are the first ones; the others are 0. Source: IBM System/360 Principles of
 * Operation, "Floating-point arithmetic".
 */
export function ibmDouble(bytes: Uint8Array): number {
  const byte = (at: number) => bytes[at] ?? 0;
  const high = (byte(1) << 16) | (byte(2) << 8) | byte(3);
  const low = byte(4) * 0x1000000 + ((byte(5) << 16) | (byte(6) << 8) | byte(7));
  if (high === 0 && low === 0) return 0;
  const size = (high * 2 ** 32 + low) * 2 ** (4 * ((byte(0) & 0x7f) - 64) - 56);
  return byte(0) & 0x80 ? -size : size;
}

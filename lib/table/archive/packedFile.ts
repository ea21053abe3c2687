/** A file in an archive: its path there, and its size unpacked, in bytes. */
export interface PackedFile {
  name: string;
  size: number;
}

/** Random access to the bytes of a file: a File in the page, a file handle in Node, a proxied call in the worker. */
export interface Source {
  name: string;
  size: number;
  /**
   * The bytes from `start` up to `end`, which the caller keeps inside 0 … size. Rejects when reading fails or was
   * cancelled.
   */
  read(start: number, end: number): Promise<Uint8Array>;
}

export function fileSource(file: Blob & { name: string }): Source {
  return {
    name: file.name,
    size: file.size,
    read: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
  };
}

export function bytesSource(name: string, bytes: Uint8Array): Source {
  return { name, size: bytes.length, read: async (start, end) => bytes.subarray(start, end) };
}

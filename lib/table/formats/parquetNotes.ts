import { parquetMetadataAsync } from "hyparquet";

/** What a Parquet file says beside its columns, by key; nothing where it cannot be read, which reading it will say. */
export async function parquetNotes(file: Blob): Promise<ReadonlyMap<string, string>> {
  const slice = (start: number, end?: number) => file.slice(start, end).arrayBuffer();
  const metadata = await parquetMetadataAsync({ byteLength: file.size, slice }, { geoparquet: false }).catch(
    () => null,
  );
  return new Map((metadata?.key_value_metadata ?? []).map(({ key, value }) => [key, value ?? ""]));
}

import { type FileMetaData, parquetSchema, type SchemaTree } from "hyparquet";
import { Damaged } from "./damaged";

/**
 * The same file with each column called by its number. Its reader finds columns by their names: of two that are called
 * alike it would give the first twice. Throws where the parts of the file name other columns than its schema, or two
 * fields of a record alike. Source: Apache Parquet, parquet.thrift, where the chunks of a row group stand in the order
 * of the schema.
 */
export function withOwnNames(metadata: FileMetaData): FileMetaData {
  const { children } = parquetSchema(metadata);
  const leaves = children.flatMap((child, place) => leavesOf(child).map((path) => ({ path, name: String(place) })));
  const row_groups = metadata.row_groups.map((group) => {
    if (group.columns.length !== leaves.length) throw new Damaged("it does not have the columns that it describes");
    const columns = group.columns.map((column, place) => {
      const [leaf, found] = [leaves[place], column.meta_data?.path_in_schema];
      if (!leaf || !column.meta_data || found?.join("\0") !== leaf.path.join("\0"))
        throw new Damaged("its columns are not called as it describes them");
      const path_in_schema = [leaf.name, ...leaf.path.slice(1)];
      return { ...column, meta_data: { ...column.meta_data, path_in_schema } };
    });
    return { ...group, columns };
  });
  const numbers = new Map(children.map(({ element }, place) => [element, String(place)]));
  const schema = metadata.schema.map((element) => ({ ...element, name: numbers.get(element) ?? element.name }));
  return { ...metadata, row_groups, schema };
}

/** The paths of the columns of values that a column of the table consists of. */
function leavesOf({ children, path }: SchemaTree): string[][] {
  if (new Set(children.map(({ element }) => element.name)).size < children.length)
    throw new Damaged(`two fields of “${path[0]}” are called the same`);
  return children.length === 0 ? [path] : children.flatMap(leavesOf);
}

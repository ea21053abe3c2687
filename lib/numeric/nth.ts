/** What stands at a place of a list; throws where nothing does, which only a mistake of ours can bring about. */
export function nth<T>(list: ArrayLike<T>, place: number): T {
  const found = list[place];
  if (found === undefined) throw new RangeError(`there is no item ${place} of ${list.length}`);
  return found;
}

/**
 * The same of a column of numbers, for loops over many of them: a function that meets one kind of list only is as fast as
 * the index itself, while `nth`, which meets all, is not.
 */
export function numberAt(column: Float64Array, place: number): number {
  const found = column[place];
  if (found === undefined) throw new RangeError(`there is no number ${place} of ${column.length}`);
  return found;
}

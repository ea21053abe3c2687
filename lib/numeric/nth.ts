/** What stands at a place of a list; throws where nothing does, which only a mistake of ours can bring about. */
export function nth<T>(list: ArrayLike<T>, place: number): T {
  const found = list[place];
  if (found === undefined) throw new RangeError(`there is no item ${place} of ${list.length}`);
  return found;
}

/** What tells something by a text, as a pattern does. */
interface Tells {
  test(text: string): boolean;
}

/**
 * Whether matches of the patterns stand in the text one behind the other: what `a.*b` asks, in a time that grows as the
 * text does, where that one grows with its square.
 */
export function inOrder(...patterns: RegExp[]): Tells {
  const each = patterns.map((pattern) => new RegExp(pattern, `${pattern.flags}g`));
  return {
    test(text) {
      let from = 0;
      return each.every((pattern) => {
        pattern.lastIndex = from;
        const found = pattern.exec(text);
        from = pattern.lastIndex;
        return found !== null;
      });
    },
  };
}

export const anyOf = (...tellers: Tells[]): Tells => ({ test: (text) => tellers.some((each) => each.test(text)) });

import { nth } from "../numeric/nth";
/**
 * Centers of labels stacked along a line without overlap, each as near to where it wants to be as the others allow and
 * in the same order. Null where they do not fit between `from` and `to`.
 */
export function spread(wanted: readonly number[], sizes: readonly number[], from: number, to: number): number[] | null {
  if (sizes.reduce((sum, size) => sum + size, 0) > to - from + 1e-9) return null;
  const order = wanted.map((_, index) => index).sort((a, b) => nth(wanted, a) - nth(wanted, b) || a - b);
  const blocks: Block[] = [];
  for (const index of order) {
    let block: Block = { members: [index], size: nth(sizes, index), pull: nth(wanted, index) - nth(sizes, index) / 2 };
    while (blocks.length > 0 && end(nth(blocks, blocks.length - 1), from, to) > start(block, from, to))
      block = merged(blocks.pop() as Block, block);
    blocks.push(block);
  }
  const centers = new Array<number>(wanted.length);
  for (const block of blocks) {
    let at = start(block, from, to);
    for (const index of block.members) {
      centers[index] = at + nth(sizes, index) / 2;
      at += nth(sizes, index);
    }
  }
  return centers;
}

/** Labels that touch, in order; `pull` is the sum over members of where each would have the block start. */
interface Block {
  members: number[];
  size: number;
  pull: number;
}

function start({ members, size, pull }: Block, from: number, to: number): number {
  return Math.max(from, Math.min(pull / members.length, to - size));
}

const end = (block: Block, from: number, to: number) => start(block, from, to) + block.size;

function merged(above: Block, below: Block): Block {
  return {
    members: [...above.members, ...below.members],
    size: above.size + below.size,
    pull: above.pull + below.pull - above.size * below.members.length,
  };
}

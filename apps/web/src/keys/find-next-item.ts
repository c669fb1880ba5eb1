const steps: Readonly<Record<string, readonly [columns: number, rows: number]>> = {
  ArrowDown: [0, 1],
  j: [0, 1],
  ArrowUp: [0, -1],
  k: [0, -1],
  ArrowRight: [1, 0],
  l: [1, 0],
  ArrowLeft: [-1, 0],
  h: [-1, 0],
};

/**
 * Finds the item to which a key moves the focus; undefined at the edge, null if the key moves nothing. From outside
 * the lists (`column` is -1), the key moves to the item at `row` of the first list.
 */
export function findNextItem<Item>(
  lists: readonly (readonly Item[])[],
  { column, row }: { readonly column: number; readonly row: number },
  key: string,
): Item | undefined | null {
  const step = steps[key];
  if (step === undefined) return null;
  if (column < 0) return lists[0]?.[row];
  const [across, down] = step;
  const items = lists[column + across];
  if (items === undefined) return undefined;
  return across === 0 ? items[row + down] : items[Math.min(row, items.length - 1)];
}

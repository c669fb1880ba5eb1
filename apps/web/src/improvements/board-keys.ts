export const boardCardAttribute = 'data-card';
export const boardColumnAttribute = 'data-column';

/** Moves the focus by one card or column, or to the first card if none has the focus. Returns whether the key moves the focus. */
export function moveBoardFocus(board: HTMLElement, key: string): boolean {
  const lists = [...board.querySelectorAll<HTMLElement>(`[${boardColumnAttribute}]`)]
    .map((column) => [...column.querySelectorAll<HTMLElement>(`[${boardCardAttribute}]`)])
    .filter((cards) => cards.length > 0);
  const focused = document.activeElement as HTMLElement;
  const column = lists.findIndex((cards) => cards.includes(focused));
  const row = lists[column]?.indexOf(focused) ?? 0;
  const next = findNextCard(lists, { column, row }, key);
  if (next === null) return false;
  next?.focus();
  next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return true;
}

export function findNextCard<Card>(
  lists: readonly (readonly Card[])[],
  { column, row }: { readonly column: number; readonly row: number },
  key: string,
): Card | undefined | null {
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowDown: [0, 1],
    j: [0, 1],
    ArrowUp: [0, -1],
    k: [0, -1],
    ArrowRight: [1, 0],
    l: [1, 0],
    ArrowLeft: [-1, 0],
    h: [-1, 0],
  };
  const step = steps[key];
  if (step === undefined) return null;
  if (column < 0) return lists[0]?.[0];
  const [across, down] = step;
  const cards = lists[column + across];
  if (cards === undefined) return undefined;
  return across === 0 ? cards[row + down] : cards[Math.min(row, cards.length - 1)];
}

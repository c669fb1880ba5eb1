export function isEmptyCell(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.every(isEmptyCell);
  return typeof value === 'string' && value.trim() === '';
}

/** Converts a cell to text, and a list to lines. An object becomes an empty text, as its meaning is unknown. */
export function cellToText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value)
    ? value
        .map(cellToText)
        .filter((line) => line !== '')
        .join('\n')
    : '';
}

/** Converts a cell to a list of texts. A text, as in CSV, is split at commas, semicolons and line breaks. */
export function cellToList(value: unknown): string[] {
  const parts = Array.isArray(value) ? value.map(cellToText) : cellToText(value).split(/[,;\n]/u);
  return [...new Set(parts.map((part) => part.trim().slice(0, 200)).filter((part) => part !== ''))].slice(0, 50);
}

/** Maps each column name to its cell. If several columns have the same name, their non-empty cells become one list. */
export function groupCellsByName(entries: Iterable<readonly [name: string, value: unknown]>): Map<string, unknown> {
  const filled = new Map<string, unknown[]>();
  for (const [name, value] of entries) {
    const cells = filled.get(name) ?? [];
    filled.set(name, cells);
    if (!isEmptyCell(value)) cells.push(value);
  }
  return new Map(Array.from(filled, ([name, cells]) => [name, cells.length < 2 ? (cells[0] ?? '') : cells.flat()]));
}

/** Limits the time of the search, which is the product of both lengths for hostile texts. */
function repeats(whole: string, part: string): boolean {
  return whole === part || (part.length <= 2_000 && whole.length <= 100_000 && whole.includes(part));
}

/** Joins texts with blank lines between them, and drops each text that is contained in another one. */
export function joinDistinctTexts(texts: readonly string[]): string {
  const trimmed = texts.map((text) => text.trim());
  const kept = trimmed.filter(
    (text, index) =>
      !trimmed.some((other, at) => at !== index && repeats(other, text) && (other !== text || at < index)),
  );
  return kept.length === 1 ? (texts[trimmed.indexOf(kept[0] ?? '')] ?? '') : kept.join('\n\n');
}

/**
 * Returns the lines that a template puts into the texts of one author or tool: those that many of the texts share.
 * @param minTexts minimum number of texts that have the line
 * @param share minimum share of the texts that have it
 */
export function findFormLines(texts: readonly string[], minTexts: number, share: number): string[] {
  const counts = new Map<string, number>();
  const nonEmpty = texts.filter((text) => text.trim() !== '');
  for (const text of nonEmpty) {
    const lines = text.split('\n').map((line) => line.trim());
    for (const line of new Set(lines)) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const minCount = Math.max(minTexts, share * nonEmpty.length);
  return [...counts].filter(([line, count]) => line !== '' && count >= minCount).map(([line]) => line);
}

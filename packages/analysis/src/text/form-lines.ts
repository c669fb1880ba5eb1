/**
 * Returns the lines that a template leaves in the texts of one author or tool: so many texts have them in common.
 * @param fewest texts that have the line in common
 * @param share least share of the texts that do
 */
export function findFormLines(texts: readonly string[], fewest: number, share: number): string[] {
  const counts = new Map<string, number>();
  const telling = texts.filter((text) => text.trim() !== '');
  for (const text of telling) {
    const lines = text.split('\n').map((line) => line.trim());
    for (const line of new Set(lines)) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const least = Math.max(fewest, share * telling.length);
  return [...counts].filter(([line, count]) => line !== '' && count >= least).map(([line]) => line);
}

import { countDocumentsByTerm } from './tf-idf.ts';

/**
 * Returns the lines of a common template: lines that occur in at least `minTexts` texts and in at least the fraction
 * `share` of all texts.
 */
export function findTemplateLines(texts: readonly string[], minTexts: number, share: number): string[] {
  const nonEmpty = texts.filter((text) => text.trim() !== '');
  const counts = countDocumentsByTerm<string>(nonEmpty.map((text) => text.split('\n').map((line) => line.trim())));
  const minCount = Math.max(minTexts, share * nonEmpty.length);
  return [...counts].filter(([line, count]) => line !== '' && count >= minCount).map(([line]) => line);
}

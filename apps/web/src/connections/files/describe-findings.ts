import { count } from '../../labels/format.ts';

interface SourceCounts {
  /** The number of failures of the source. */
  readonly failures: number;
  /** The number of the newest of these failures, whose patterns are known. */
  readonly listed: number;
  /** The number of records that this import added. */
  readonly imported: number;
}

/**
 * Says how many failures joined patterns. The text ends where the page appends a link to the only pattern, or a list of patterns.
 * If the source had failures before the import, the text counts all of them, because no failure states its import.
 */
export function describeFindings(
  { failures, listed, imported }: SourceCounts,
  patterns: readonly { readonly failures: number }[],
): string {
  if (failures === 0) return 'The source has no failures.';
  const inPatterns = patterns.reduce((sum, pattern) => sum + pattern.failures, 0);
  const newest = listed < failures ? `; of the newest ${listed}, ` : '; ';
  const start =
    failures <= imported
      ? `${count(failures, 'failure')} imported`
      : `This source now has ${count(failures, 'failure')}`;
  if (patterns.length === 0) return `${start}${newest}none joined a pattern so far.`;
  const joined = patterns.length === 1 ? 'the pattern' : `${count(patterns.length, 'pattern')}:`;
  return `${start}${newest}${inPatterns} joined ${joined}`;
}

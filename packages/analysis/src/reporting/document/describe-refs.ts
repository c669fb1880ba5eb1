import type { ReportSource, Statement } from '@refrain/domain';

/** A range of refs (short names of sources), such as E1 to E3. For a single ref, `first` and `last` are equal. */
export interface SourceRefRange {
  readonly first: string;
  readonly last: string;
}

/** Joins consecutive refs to ranges: E1, E2, E3, C1 becomes E1 to E3 and C1. */
export function joinSourceRefs(refs: readonly string[]): SourceRefRange[] {
  const ranges: SourceRefRange[] = [];
  for (const ref of refs) {
    const last = ranges.at(-1);
    if (last !== undefined && follows(last.last, ref)) ranges[ranges.length - 1] = { first: last.first, last: ref };
    else ranges.push({ first: ref, last: ref });
  }
  return ranges;
}

/** Formats a range of refs, such as `E1` or `E1–E3`. */
export function formatSourceRefRange({ first, last }: SourceRefRange): string {
  return first === last ? first : `${first}–${last}`;
}

export function formatSourceAnchor(ref: string): string {
  return `ref-${ref.toLowerCase()}`;
}

/** Names a linked change by its address: `#33` for a pull request, the first digits of a commit, or else `change`. */
export function formatChangeMark({ url }: Pick<ReportSource, 'url'>): string {
  const [, pull, commit] = /\/pull\/(\d{1,9})\b|\/commits?\/([\da-f]{7})/u.exec(url ?? '') ?? [];
  return pull === undefined ? (commit ?? 'change') : `#${pull}`;
}

interface DividedSources {
  /** The pattern that the label of the statement names, so that the label links it. */
  readonly labelled: ReportSource | null;
  readonly readings: readonly ReportSource[];
  readonly patterns: readonly ReportSource[];
  readonly changes: readonly ReportSource[];
  readonly others: readonly string[];
}

/**
 * Divides the sources of a statement by the way in which it links them: web pages and patterns by title, changes by a direct link,
 * and the refs of others, such as episodes, to the table or list that contains them. Omits changes without an address, which the
 * statement names. A pattern has no ref, because readers take P1 for a severity.
 */
export function divideSources(
  { label, refs }: Pick<Statement, 'label' | 'refs'>,
  sourceOf: ReadonlyMap<string, ReportSource>,
): DividedSources {
  const cited = refs.flatMap((ref) => sourceOf.get(ref) ?? []);
  const labelled = cited.find(({ kind, title }) => kind === 'pattern' && title === label) ?? null;
  return {
    labelled,
    readings: cited.filter(({ kind }) => kind === 'reading'),
    patterns: cited.filter((source) => source.kind === 'pattern' && source !== labelled),
    changes: cited.filter(({ kind, url }) => kind === 'change' && url !== null),
    others: refs.filter((ref) => !['reading', 'pattern', 'change'].includes(sourceOf.get(ref)?.kind ?? '')),
  };
}

function follows(ref: string, next: string): boolean {
  return ref[0] === next[0] && Number(next.slice(1)) === Number(ref.slice(1)) + 1;
}

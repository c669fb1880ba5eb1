import type { Cause, Evidence, FailureKind, Improvement, ImprovementState, LinkType, Trigger } from '@refrain/domain';

/** The design's words as a person reads them. */
export const kindWords: Readonly<Record<FailureKind, string>> = {
  incident: 'incident',
  failed_deployment: 'failed deployment',
  reverted_change: 'reverted change',
};

export const kindColors: Readonly<Record<FailureKind, string>> = {
  incident: 'red',
  failed_deployment: 'orange',
  reverted_change: 'indigo',
};

export const linkWords: Readonly<Record<LinkType, string>> = {
  caused_by: 'Probably caused by',
  ended_by: 'Probably ended by',
  shipped_by: 'Shipped by',
  same_episode: 'Same event as',
};

const improvementWords: Readonly<Record<ImprovementState, string>> = {
  proposed: 'Proposed: nothing is opened before someone approves it',
  approved: 'Approved: the issue is being opened',
  opened: 'The issue is open',
  accepted: 'The team has accepted it',
  declined: 'The team has declined it',
  fixed: 'Fixed: whether it holds is being watched',
  verified: 'The fix held',
  recurred: 'It came back after the fix',
};

/** Where an improvement stands, and that the last try to write its issue did not work. */
export function describeImprovement({ state, problem }: Pick<Improvement, 'state' | 'problem'>): string {
  if (problem === null) return improvementWords[state];
  return state === 'approved'
    ? 'Approved, but the issue is not open yet'
    : `${improvementWords[state]}, but out of date`;
}

export function plain(word: Cause | Trigger): string {
  return word.replaceAll('_', ' ');
}

export function count(number: number, one: string): string {
  return `${number} ${number === 1 ? one : `${one}s`}`;
}

/** @param share in [0, 1] */
export function percent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}

/** A share and the reasons for it: `(64 %): the same service; shared words: …`. */
export function describeEvidence(share: number, evidence: readonly Evidence[]): string {
  return `(${percent(share)}): ${evidence.map(({ detail }) => detail).join('; ')}`;
}

/** The first names, and how many more there are: `a, b and 3 more`. */
export function listSome(names: readonly string[], most: number): string {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join(', ')} and ${more} more` : names.join(', ');
}

/** The lines of an excerpt that the title does not say already. */
export function withoutTitle(excerpt: string, title: string): string {
  const said = title.toLowerCase();
  const lines = excerpt.split('\n').filter((line) => !said.includes(line.trim().toLowerCase()));
  return lines.join('\n');
}

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const minute = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
export const formatDay = (instant: string) => day.format(new Date(instant));
export const formatMinute = (instant: string) => minute.format(new Date(instant));

/** How long something lasted, in the two largest units: `3 h 20 min`, `2 d 4 h`. */
export function formatDuration(from: string, to: string): string {
  const minutes = Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ] as const;
  const first = parts.findIndex(([amount]) => amount > 0);
  const shown = parts.slice(first, first + 2).filter(([amount]) => amount > 0);
  return shown.map(([amount, unit]) => `${amount} ${unit}`).join(' ');
}

/** Only http(s) links are followed: the address came from outside. */
export function safeUrl(url: string | null): string | null {
  return url !== null && /^https?:\/\//iu.test(url) ? url : null;
}

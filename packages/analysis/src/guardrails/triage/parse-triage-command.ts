import { dayInMs, type Instant, type IssueComment } from '@refrain/domain';

/** A `/refrain` command in an issue comment. */
export type TriageCommand =
  | { readonly kind: 'not_systemic' }
  /** Merges the issue's pattern with that of another issue, in the same repository if `repository` is null. */
  | { readonly kind: 'merge'; readonly repository: string | null; readonly number: number }
  | { readonly kind: 'snooze'; readonly until: Instant }
  | { readonly kind: 'help' }
  /** A comment that begins with `/refrain` but is not a valid command. */
  | { readonly kind: 'unknown' };

const maxSnoozeDays = 730;
const daysOf: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };

/** Parses the command in the first line of a comment; null if there is none. Later lines may quote commands. */
export function parseTriageCommand({ text, at }: Pick<IssueComment, 'text' | 'at'>): TriageCommand | null {
  const [line = ''] = text.slice(0, 1_000).trimStart().split(/\r?\n/u, 1);
  const words = line.trim().split(/\s+/u);
  if (words[0]?.toLowerCase() !== '/refrain') return null;
  const [, verb = 'help', argument = '', ...more] = words;
  if (more.length > 0) return { kind: 'unknown' };
  switch (verb.toLowerCase()) {
    case 'not-systemic':
      return argument === '' ? { kind: 'not_systemic' } : { kind: 'unknown' };
    case 'merge':
      return readMerge(argument);
    case 'snooze':
      return readSnooze(argument, at);
    case 'help':
      return { kind: 'help' };
    default:
      return { kind: 'unknown' };
  }
}

function readMerge(argument: string): TriageCommand {
  const [, repository, number] = /^([\w.-]+\/[\w.-]+)?#(\d{1,9})$/u.exec(argument) ?? [];
  return number === undefined
    ? { kind: 'unknown' }
    : { kind: 'merge', repository: repository ?? null, number: Number(number) };
}

function readSnooze(argument: string, at: Instant): TriageCommand {
  const [, count, unit = ''] = /^(\d{1,3})([dwmy])$/iu.exec(argument) ?? [];
  const days = Number(count) * (daysOf[unit.toLowerCase()] ?? Number.NaN);
  if (!(days >= 1 && days <= maxSnoozeDays)) return { kind: 'unknown' };
  return { kind: 'snooze', until: new Date(Date.parse(at) + days * dayInMs).toISOString() };
}

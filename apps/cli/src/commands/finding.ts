import { AppError, toAppError } from '@refrain/domain';

/**
 * What a finding is about, the likeliest reason for all that is wrong first. The order is that in which data flows: nothing can be better
 * than what it is made of. A credential that is refused fails streams, whose days then have gaps; a queue that stands lets records
 * wait; so whoever mends the first that is wrong has mostly mended what comes after it.
 */
const subjects = [
  ...(['refrain', 'token', 'connection', 'provider', 'webhook', 'queue', 'jobs', 'stream'] as const),
  ...(['completeness', 'unreadable', 'backlog', 'work', 'safety'] as const),
] as const;
export type Subject = (typeof subjects)[number];

/** What one check found. */
export interface Finding {
  readonly subject: Subject;
  readonly ok: boolean;
  readonly what: string;
  /** What to do about it, or what can be done where nothing is wrong, in lines; empty where there is nothing to say. */
  readonly advice: string;
}

export function find(subject: Subject, ok: boolean, what: string, advice: string): Finding {
  return { subject, ok, what, advice: ok ? '' : advice };
}

/** Nothing is wrong, but there is something to know. */
export function note(subject: Subject, what: string, advice: string): Finding {
  return { subject, ok: true, what, advice };
}

export async function attempt(subject: Subject, what: string, check: () => Promise<unknown>): Promise<Finding> {
  try {
    await check();
    return find(subject, true, what, '');
  } catch (error) {
    return find(subject, false, what, toAppError(error).message);
  }
}

/** What a check found, or that whoever asks may not see it: which is nothing wrong. */
export async function ifAllowed(
  subject: Subject,
  what: string,
  check: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'forbidden') throw error;
    return [note(subject, `${what}: not looked at`, error.message)];
  }
}

/** What is wrong, with its reason, where whoever asks may see that, and otherwise with what to do for it. */
export async function findWithReason(
  tell: (reason: string) => Finding,
  readReason: () => Promise<string>,
  unseen: string,
): Promise<Finding> {
  try {
    return tell(await readReason());
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'forbidden') throw error;
    return tell(unseen);
  }
}

/** What is wrong before all else, the likeliest reason for the rest first. */
export function byLikelihood(findings: readonly Finding[]): Finding[] {
  const rank = ({ ok, subject }: Finding) => (ok ? subjects.length : subjects.indexOf(subject));
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

export function describeFindings(findings: readonly Finding[]): string {
  const wrong = findings.filter(({ ok }) => !ok).length;
  const told = findings.map(describeFinding);
  return [
    ...told,
    ...(wrong > 1 ? ['', `${wrong} things are wrong: the first is the likeliest reason for the others.`] : []),
  ].join('\n');
}

function describeFinding(finding: Finding): string {
  const advice = finding.advice === '' ? [] : finding.advice.split('\n');
  return [`${labelOf(finding)} ${finding.what}`, ...advice.map((line) => `      ${line}`)].join('\n');
}

function labelOf({ ok, advice }: Finding): string {
  if (!ok) return 'WRONG';
  return advice === '' ? 'ok   ' : 'note ';
}

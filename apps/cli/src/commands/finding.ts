import { toAppError } from '@refrain/domain';

/**
 * What a finding is about, the likeliest reason for all that is wrong first. A queue that stands is before all else that has to be worked
 * on: while nobody works, no connection is looked at again, and what was mended there still counts as wrong. The rest is in the order in
 * which data flows: nothing can be better than what it is made of. A credential that is refused fails streams, whose days then have gaps;
 * so whoever mends the first that is wrong has mostly mended what comes after it.
 */
const subjects = [
  ...(['refrain', 'token', 'clock', 'queue', 'connection', 'provider', 'webhook', 'jobs', 'stream'] as const),
  ...(['completeness', 'unreadable', 'backlog', 'work', 'subscription', 'data_protection', 'security'] as const),
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

/** What a check found. One that fails takes no other along: that is a finding too. */
export async function attemptAll(...asked: Parameters<typeof attemptUnlessGone>): Promise<readonly Finding[]> {
  const [subject, what] = asked;
  return attemptUnlessGone(...asked).catch((thrown) => [describeFailedCheck(subject, what, thrown)]);
}

/**
 * What a check found of something that may go meanwhile.
 * @throws {AppError} `not_found`, where it is gone
 */
export async function attemptUnlessGone(
  subject: Subject,
  what: string,
  check: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await check();
  } catch (thrown) {
    if (toAppError(thrown).code === 'not_found') throw thrown;
    return [describeFailedCheck(subject, what, thrown)];
  }
}

/** Why a check found nothing: that whoever asks may not see it is nothing wrong, all else is. */
function describeFailedCheck(subject: Subject, what: string, thrown: unknown): Finding {
  const { code, message, retryable } = toAppError(thrown);
  if (code === 'forbidden') return note(subject, `${what}: not looked at`, message);
  const advice = retryable ? `${message}\nThen look again: npx refrain doctor` : message;
  return find(subject, false, `${what}: could not be looked at`, advice);
}

/**
 * What is wrong with its reason, or with what to do for it where whoever asks may not see that or it cannot be read now.
 * @throws {AppError} `not_found`, where what it is about is gone
 */
export async function findWithReason(
  toFinding: (reason: string) => Finding,
  readReason: () => Promise<string>,
  unseen: string,
): Promise<Finding> {
  try {
    return toFinding(await readReason());
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code === 'not_found') throw error;
    return toFinding(error.code === 'forbidden' ? unseen : `${unseen}\nMore could not be read: ${error.message}`);
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

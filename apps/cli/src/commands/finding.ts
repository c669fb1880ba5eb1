import { toAppError } from '@refrain/domain';

/**
 * Subjects of findings, ordered so that the likeliest cause of other problems comes first. A stalled queue precedes connections
 * because without workers no connection is checked, so that corrected ones still count as wrong. The others follow the flow of
 * data: a refused credential, for example, makes streams fail, whose days then have gaps.
 */
const subjects = [
  ...(['refrain', 'token', 'clock', 'queue', 'connection', 'provider', 'webhook', 'jobs', 'stream'] as const),
  ...(['completeness', 'unreadable', 'backlog', 'work', 'subscription', 'data_protection', 'security'] as const),
] as const;
export type Subject = (typeof subjects)[number];

/** Result of one check. */
export interface Finding {
  readonly subject: Subject;
  readonly ok: boolean;
  readonly what: string;
  /** Advice on the problem, or on what else is possible, in lines; empty if there is none. */
  readonly advice: string;
}

export function find(subject: Subject, ok: boolean, what: string, advice: string): Finding {
  return { subject, ok, what, advice: ok ? '' : advice };
}

/** Creates a finding that is no problem but worth knowing. */
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

/** Runs a check. Its failure is a finding too and does not affect other checks. */
export async function attemptAll(...check: Parameters<typeof attemptUnlessGone>): Promise<readonly Finding[]> {
  const [subject, what] = check;
  return attemptUnlessGone(...check).catch((thrown) => [describeFailedCheck(subject, what, thrown)]);
}

/** Runs a check of something that may be removed in the meantime. @throws {AppError} `not_found` if it was removed */
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

/** Describes why a check failed. A missing permission of the caller is a note; everything else is a problem. */
function describeFailedCheck(subject: Subject, what: string, thrown: unknown): Finding {
  const { code, message, retryable } = toAppError(thrown);
  if (code === 'forbidden') return note(subject, `${what}: not checked`, message);
  const advice = retryable ? `${message}\nThen check again: npx refrain doctor` : message;
  return find(subject, false, `${what}: could not be checked`, advice);
}

/**
 * Reads the reason of a problem and returns the finding. If the caller may not see the reason, or it cannot be read now, the
 * finding has the advice `unseen` instead.
 * @throws {AppError} `not_found` if the subject was removed
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
    return toFinding(error.code === 'forbidden' ? unseen : `${unseen}\nThe reason could not be read: ${error.message}`);
  }
}

/** Sorts problems before everything else, and the likeliest cause of the others first. */
export function byLikelihood(findings: readonly Finding[]): Finding[] {
  const rank = ({ ok, subject }: Finding) => (ok ? subjects.length : subjects.indexOf(subject));
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

export function describeFindings(findings: readonly Finding[]): string {
  const wrong = findings.filter(({ ok }) => !ok).length;
  return [
    ...findings.map(describeFinding),
    ...(wrong > 1 ? ['', `There are ${wrong} problems. The first is the likeliest cause of the others.`] : []),
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

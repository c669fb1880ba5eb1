import { toAppError } from '@refrain/domain';

/**
 * Subjects of findings, ordered so that the likeliest cause of other problems comes first. A stalled queue precedes connections,
 * because without workers no connection is checked, and a repaired connection still looks broken. The other subjects are in the
 * order of the data flow: for example, a rejected credential makes streams fail, which leaves days incomplete.
 */
const subjects = [
  ...(['refrain', 'token', 'clock', 'queue', 'connection', 'provider', 'webhook', 'jobs', 'stream'] as const),
  ...(['completeness', 'unreadable', 'backlog', 'work', 'subscription', 'data_protection', 'security'] as const),
] as const;
export type DoctorFindingSubject = (typeof subjects)[number];

export interface DoctorFinding {
  readonly subject: DoctorFindingSubject;
  readonly ok: boolean;
  readonly what: string;
  readonly advice: string;
}

export function createDoctorFinding(
  subject: DoctorFindingSubject,
  ok: boolean,
  what: string,
  advice: string,
): DoctorFinding {
  return { subject, ok, what, advice: ok ? '' : advice };
}

/** Creates a finding that is worth knowing but not a problem. */
export function createInformationalFinding(subject: DoctorFindingSubject, what: string, advice: string): DoctorFinding {
  return { subject, ok: true, what, advice };
}

export async function createFindingFromCheck(
  subject: DoctorFindingSubject,
  what: string,
  check: () => Promise<unknown>,
): Promise<DoctorFinding> {
  try {
    await check();
    return createDoctorFinding(subject, true, what, '');
  } catch (error) {
    return createDoctorFinding(subject, false, what, toAppError(error).message);
  }
}

/** Runs a check. If the check itself fails, returns a finding about that failure, so that the other checks continue. */
export async function collectFindings(
  ...check: Parameters<typeof collectFindingsUnlessRemoved>
): Promise<readonly DoctorFinding[]> {
  const [subject, what] = check;
  return collectFindingsUnlessRemoved(...check).catch((thrown) => [describeFailedCheck(subject, what, thrown)]);
}

export async function collectFindingsUnlessRemoved(
  subject: DoctorFindingSubject,
  what: string,
  check: () => Promise<readonly DoctorFinding[]>,
): Promise<readonly DoctorFinding[]> {
  try {
    return await check();
  } catch (thrown) {
    if (toAppError(thrown).code === 'not_found') throw thrown;
    return [describeFailedCheck(subject, what, thrown)];
  }
}

function describeFailedCheck(subject: DoctorFindingSubject, what: string, thrown: unknown): DoctorFinding {
  const { code, message, retryable } = toAppError(thrown);
  if (code === 'forbidden') return createInformationalFinding(subject, `${what}: not checked`, message);
  const advice = retryable ? `${message}\nThen check again: npx refrain doctor` : message;
  return createDoctorFinding(subject, false, `${what}: could not be checked`, advice);
}

/**
 * Returns a finding with the reason of the problem. If the reason cannot be read or the caller may not see it, the finding
 * contains the text `unseen` instead.
 * @throws {AppError} `not_found` if the subject was removed
 */
export async function createFindingWithReason(
  toFinding: (reason: string) => DoctorFinding,
  readReason: () => Promise<string>,
  unseen: string,
): Promise<DoctorFinding> {
  try {
    return toFinding(await readReason());
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code === 'not_found') throw error;
    return toFinding(error.code === 'forbidden' ? unseen : `${unseen}\nThe reason could not be read: ${error.message}`);
  }
}

/** Sorts problems before notes, and each problem before those that it may have caused. */
export function sortDoctorFindings(findings: readonly DoctorFinding[]): DoctorFinding[] {
  const rank = ({ ok, subject }: DoctorFinding) => (ok ? subjects.length : subjects.indexOf(subject));
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

export function describeDoctorFindings(findings: readonly DoctorFinding[]): string {
  const wrong = findings.filter(({ ok }) => !ok).length;
  return [
    ...findings.map(describeFinding),
    ...(wrong > 1 ? ['', `There are ${wrong} problems. The first is the likeliest cause of the others.`] : []),
  ].join('\n');
}

function describeFinding(finding: DoctorFinding): string {
  const advice = finding.advice === '' ? [] : finding.advice.split('\n');
  return [`${labelOf(finding)} ${finding.what}`, ...advice.map((line) => `      ${line}`)].join('\n');
}

function labelOf({ ok, advice }: DoctorFinding): string {
  if (!ok) return 'WRONG';
  return advice === '' ? 'ok   ' : 'note ';
}

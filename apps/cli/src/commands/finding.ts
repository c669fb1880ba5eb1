import { toAppError } from '@refrain/domain';

/** What one check found. */
export interface Finding {
  readonly ok: boolean;
  readonly what: string;
  /** What to do about it, or what can be done where nothing is wrong, in lines; empty where there is nothing to say. */
  readonly advice: string;
}

export function find(ok: boolean, what: string, advice: string): Finding {
  return { ok, what, advice: ok ? '' : advice };
}

/** Nothing is wrong, but there is something to know. */
export function note(what: string, advice: string): Finding {
  return { ok: true, what, advice };
}

export async function attempt(what: string, check: () => Promise<unknown>): Promise<Finding> {
  try {
    await check();
    return find(true, what, '');
  } catch (error) {
    return find(false, what, toAppError(error).message);
  }
}

export function describeFinding(finding: Finding): string {
  const advice = finding.advice === '' ? [] : finding.advice.split('\n');
  return [`${labelOf(finding)} ${finding.what}`, ...advice.map((line) => `      ${line}`)].join('\n');
}

function labelOf({ ok, advice }: Finding): string {
  if (!ok) return 'WRONG';
  return advice === '' ? 'ok   ' : 'note ';
}

import { secondInMs } from '@refrain/domain';
import { type LogStep, readLogSteps } from './read-log-steps.ts';
import { selectErrorLines } from './select-error-lines.ts';

/** Limits of a reduced log: about as much as a person would paste into an issue. */
const maxLines = 40;
const maxCharacters = 6_000;
/** Number of lines of an earlier step that failed as well, for example one that may fail. */
const maxLinesOfEarlierStep = 12;
/** The API states times in whole seconds, the log in parts of a second. */
const precisionMs = secondInMs;
/** Number of occurrences in one step from which a line counts as progress. */
const minRepetitions = 3;

/** When a step failed, as GitHub's API states it with a precision of seconds. */
export interface FailedStepTimes {
  readonly from: number;
  readonly until: number;
}

/**
 * Returns the error that ended a job, from the log of an Actions job, in time proportional to the log. `failedSteps` tells
 * the failed step from steps that were allowed to fail, or that failed after it.
 */
export function reduceActionsLog(log: string, failedSteps: readonly FailedStepTimes[] = []): string {
  const steps = readLogSteps(log);
  const failed = findFailedSteps(steps, failedSteps);
  const isUsual = createUsualLineCheck(steps, failed);
  const ends = failed.map((step) => selectErrorLines(linesUntilLastError(step), isUsual(step)));
  const earlier = ends.slice(0, -1).flatMap((lines) => lines.slice(0, maxLinesOfEarlierStep));
  return cut(withoutRepeats([...earlier, ...(ends.at(-1) ?? [])]));
}

/**
 * Returns the step that failed first according to the API. Without its times, returns the steps in which the runner reports
 * an error, at most two, or the last step if it reports none.
 */
function findFailedSteps(steps: readonly LogStep[], times: readonly FailedStepTimes[]): LogStep[] {
  const failed = steps.filter(({ lines }) => lines.some(({ isError }) => isError));
  if (failed.length === 0) return steps.slice(-1);
  const first = [...times].sort((a, b) => a.from - b.from)[0];
  const stated = first === undefined ? undefined : findStepEndingIn(failed, first);
  return stated === undefined ? failed.slice(-2) : [stated];
}

/** Returns the step whose last error is nearest to the end of a period, and in the period. */
function findStepEndingIn(steps: readonly LogStep[], { from, until }: FailedStepTimes): LogStep | undefined {
  return steps
    .flatMap((step) => (step.failedAt === null ? [] : [{ step, at: step.failedAt }]))
    .filter(({ at }) => at >= from && at < until + precisionMs)
    .sort((a, b) => Math.abs(a.at - until) - Math.abs(b.at - until))[0]?.step;
}

function linesUntilLastError({ lines }: LogStep): LogStep['lines'] {
  const last = lines.findLastIndex(({ isError }) => isError);
  return last === -1 ? lines : lines.slice(0, last + 1);
}

/** Creates a check for lines that explain no failure, because successful steps print them too or the step repeats them. */
function createUsualLineCheck(steps: readonly LogStep[], failed: readonly LogStep[]) {
  const successful = new Set(
    steps.filter((step) => !failed.includes(step)).flatMap(({ lines }) => lines.map(({ text }) => formOf(text))),
  );
  return (step: LogStep) => {
    const counts = new Map<string, number>();
    for (const { text } of step.lines) counts.set(formOf(text), (counts.get(formOf(text)) ?? 0) + 1);
    return (text: string) => successful.has(formOf(text)) || isProgress(text, counts);
  };
}

function isProgress(text: string, counts: ReadonlyMap<string, number>): boolean {
  const isError = /\b(?:error|fail(?:ed|ure)?|fatal|exception|refused|denied)\b/iu.test(text);
  return !isError && text.trim() !== '' && (counts.get(formOf(text)) ?? 0) >= minRepetitions;
}

/** Omits lines whose words earlier lines contain, such as the same error in other numbers or in a summary. */
function withoutRepeats(lines: readonly string[]): string[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const added = listWords(line).filter((one) => !seen.has(one));
    for (const one of added) seen.add(one);
    return added.length > 0 || isNewFrame(line, seen);
  });
}

/** Keeps each stack frame once, since frames differ in numbers only. */
function isNewFrame(line: string, seen: Set<string>): boolean {
  const text = line.trim();
  if (!/^(?:at |File "|❯ )/u.test(text) || seen.has(text)) return false;
  seen.add(text);
  return true;
}

const outcomes = new Set(['error', 'errors', 'fail', 'failed', 'failure']);

function listWords(line: string): string[] {
  const words = line.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  return words.filter((one) => !outcomes.has(one));
}

function formOf(text: string): string {
  return text.trim().replace(/\d{1,20}/gu, '0');
}

/** Removes lines from the middle until the text fits, because errors begin or end with what happened. */
function cut(lines: readonly string[]): string {
  const kept = lines.length <= maxLines ? [...lines] : [...lines.slice(0, maxLines / 2), ...lines.slice(-maxLines / 2)];
  let length = kept.reduce((sum, line) => sum + line.length + 1, 0);
  while (length > maxCharacters) {
    const [removed = ''] = kept.splice(Math.floor(kept.length / 2), 1);
    length -= removed.length + 1;
  }
  return kept.join('\n');
}

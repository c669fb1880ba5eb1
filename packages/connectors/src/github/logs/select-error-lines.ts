import {
  classifyLogLine,
  isGradleAdvice,
  isRunnerFailureMessage,
  isStepFailureMessage,
  type LogLineKind,
} from './classify-log-line.ts';
import type { LogLine } from './read-log-steps.ts';

/** Number of errors that are kept with the lines that belong to them; the others mostly follow from the first ones. */
const firstErrors = 4;
const lastErrors = 4;
const linesPerError = 14;
/** Number of lines before an indented error that name what failed, such as a test. */
const linesBefore = 3;
/** Number of lines from the last error to the end of the step that are kept. */
const linesAfterLast = 10;
/** Number of other lines after an error from which the step is taken to have gone on. */
const linesAfterOvercomeError = 4;
/** Number of stack frames that are kept, nearest to the error. */
const frames = 2;
/** Number of lines that are kept of a step whose output states no error. */
const plainEnd = 10;

interface ClassifiedLine extends LogLine {
  readonly kind: LogLineKind;
}

/**
 * Returns the lines of a failed step that state its error. `isUsual` tells whether steps that succeeded have printed a
 * line as well, or the step itself several times.
 */
export function selectErrorLines(step: readonly LogLine[], isUsual: (text: string) => boolean): string[] {
  const lines = limitStackTraces(
    withoutGradleAdvice(step).map((line) => ({
      ...line,
      kind: !line.isError && isUsual(line.text) ? ('noise' as const) : classifyLogLine(line.text, line.isError),
    })),
  );
  const verdict = lines.findLast(({ text, isError }) => isError && isStepFailureMessage(text));
  const output = lines.filter(({ text }) => !isStepFailureMessage(text));
  const runnerErrors = output.filter(({ text, isError }) => isError && isRunnerFailureMessage(text));
  const kept = runnerErrors.length > 0 ? runnerErrors : selectFromOutput(output);
  const texts = kept.map(({ text }) => text);
  // The codes 1 and 2 say nothing that every failure does not say; others may name a signal.
  const isTelling = verdict !== undefined && !/\b[12]\.?$/u.test(verdict.text);
  return isTelling || (texts.length === 0 && verdict !== undefined) ? [...texts, verdict.text] : texts;
}

function withoutGradleAdvice(lines: readonly LogLine[]): readonly LogLine[] {
  const end = lines.findIndex(({ text }) => isGradleAdvice(text));
  return end === -1 ? lines : lines.filter(({ isError }, at) => at < end || isError);
}

function selectFromOutput(lines: readonly ClassifiedLine[]): ClassifiedLine[] {
  const errors = lines.flatMap(({ kind }, at) => (kind === 'error' ? [at] : []));
  if (errors.length === 0) return selectEnd(lines);
  const heads = listHeads(
    lines,
    errors.filter((at) => !isOvercome(lines, at)),
  );
  const chosen = new Set(
    [...heads.slice(0, firstErrors), ...heads.slice(-lastErrors)].flatMap((at) => growBlock(lines, at)),
  );
  for (const at of errors) if (lines[at]?.isError) chosen.add(at);
  const last = errors.at(-1) ?? 0;
  const after = lines.flatMap(({ kind, text }, at) =>
    at > last && kind !== 'noise' && kind !== 'frame' && text !== '' ? [at] : [],
  );
  const isShort = after.length <= linesAfterLast;
  for (const at of after) if (isShort || lines[at]?.kind === 'hint') chosen.add(at);
  return [...chosen].sort((a, b) => a - b).flatMap((at) => lines[at] ?? []);
}

/**
 * Returns whether the step went on after an error, although a later message of the runner states why it ended, as a build
 * does that cannot read its cache.
 */
function isOvercome(lines: readonly ClassifiedLine[], error: number): boolean {
  if (lines[error]?.isError || !lines.some(({ isError }) => isError)) return false;
  let others = 0;
  for (let at = error + 1; at < lines.length && others < linesAfterOvercomeError; at += 1) {
    const line = lines[at];
    if (line?.kind === 'error') return false;
    if (line !== undefined && line.kind !== 'frame' && /\p{L}/u.test(line.text)) others += 1;
  }
  return others >= linesAfterOvercomeError;
}

/** Returns the end of an output without errors, preferably from the first line that mentions a failure. */
function selectEnd(lines: readonly ClassifiedLine[]): ClassifiedLine[] {
  const telling = lines.filter(({ kind, text }) => kind !== 'noise' && text !== '');
  const hint = telling.findIndex(({ kind }) => kind === 'hint');
  return telling.slice(Math.max(hint, telling.length - plainEnd, 0));
}

/** Returns the errors that begin a block, that is, that no other error directly precedes. */
function listHeads(lines: readonly ClassifiedLine[], errors: readonly number[]): number[] {
  const known = new Set<number>();
  return errors.filter((at) => {
    if (known.has(at)) return false;
    for (const line of growBlock(lines, at)) known.add(line);
    return true;
  });
}

/** Returns the line numbers of an error with the lines that belong to it by frame, indentation or kind. */
function growBlock(lines: readonly ClassifiedLine[], head: number): number[] {
  const first = lines[head];
  if (first === undefined) return [];
  const indentation = indentationOf(first.text);
  const block = [...listLinesBefore(lines, head, indentation), head];
  for (let at = head + 1; at < lines.length && block.length < linesPerError; at += 1) {
    const line = lines[at];
    if (line === undefined || !belongsTo(first, indentation, line, lines[at + 1])) break;
    if (line.text !== '' && line.kind !== 'noise') block.push(at);
  }
  return block;
}

function belongsTo(first: ClassifiedLine, indentation: number, line: ClassifiedLine, next?: ClassifiedLine): boolean {
  if (first.isFramed) return line.isFramed;
  if (line.text === '')
    return (
      next !== undefined &&
      next.text !== '' &&
      indentationOf(next.text) > Math.min(indentation, 1) &&
      next.kind !== 'noise'
    );
  if (line.kind === 'noise') return false;
  return line.kind !== 'plain' || indentationOf(line.text) > indentation || indentation > 1;
}

/**
 * Returns the lines directly before an error that mention it too, and those before an indented or marked error, with which
 * a test runner names the test.
 */
function listLinesBefore(lines: readonly ClassifiedLine[], head: number, indentation: number): number[] {
  const isInside = indentation > 1 || /^E\s/u.test(lines[head]?.text ?? '');
  const before: number[] = [];
  for (let at = head - 1; at >= 0 && before.length < linesBefore; at -= 1) {
    const line = lines[at];
    const isRelated = line !== undefined && (isInside ? line.kind !== 'noise' : line.kind === 'hint');
    if (!isRelated || (line.text === '' && lines[at - 1]?.text === '')) break;
    if (line.text !== '') before.unshift(at);
    if (indentation > 1 && line.text !== '' && indentationOf(line.text) < indentation) break;
  }
  return before;
}

/** Keeps the innermost frames of each stack trace. Python prints them last, with lines of code; most languages print them first. */
function limitStackTraces(lines: readonly ClassifiedLine[]): ClassifiedLine[] {
  const kept: ClassifiedLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as ClassifiedLine;
    if (line.kind !== 'frame') {
      kept.push(line);
      continue;
    }
    const isPython = /^\s+File "/u.test(line.text);
    let end = at + 1;
    while (end < lines.length && (lines[end]?.kind === 'frame' || (isPython && /^\s+\S/u.test(lines[end]?.text ?? ''))))
      end += 1;
    kept.push(
      ...(isPython ? lines.slice(Math.max(at, end - 2 * frames), end) : lines.slice(at, Math.min(end, at + frames))),
    );
    at = end - 1;
  }
  return kept;
}

function indentationOf(text: string): number {
  return text.length - text.trimStart().length;
}

import { classifyLogLine, isStepFailureMessage, type LogLineKind } from './classify-log-line.ts';
import { cleanLog, type LogLine } from './clean-log.ts';

/** Limits of a reduced log: about as much as a person would paste into an issue. */
const maxLines = 50;
const maxCharacters = 6_000;
/** Number of errors whose surrounding lines are kept; later errors mostly follow from the first ones. */
const explained = 3;
const before = 2;
const after = 5;
/** Number of stack frames that are kept, nearest to the error. */
const frames = 2;
/** Number of lines that are kept if none contains an error. */
const plainEnd = 15;

/**
 * Returns the lines of an Actions log that explain why a job failed, at most 50: errors and the lines around the first
 * ones, innermost stack frames and exit codes. Takes time in proportion to the log.
 */
export function reduceLog(log: string): string {
  const lines = untilLastError(cleanLog(log));
  const weights = lines.map(classifyLogLine);
  const ranks = rankLines(lines, weights);
  const chosen = [...ranks.keys()]
    .sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || a - b)
    .slice(0, maxLines)
    .sort((a, b) => a - b);
  const kept =
    chosen.length > 0 ? chosen.map((at) => lines[at]?.text ?? '') : lines.slice(-plainEnd).map(({ text }) => text);
  return cut(withoutRepeats(kept));
}

/** Cuts the log after the runner's last error, because later steps only clean up. */
function untilLastError(lines: LogLine[]): LogLine[] {
  const last = lines.findLastIndex(({ isError }) => isError);
  return last === -1 ? lines : lines.slice(0, last + 1);
}

/** Maps line numbers to ranks. Lines with a high rank are dropped first; lines without a rank are not kept. */
function rankLines(lines: readonly LogLine[], weights: readonly LogLineKind[]): Map<number, number> {
  const ranks = new Map<number, number>();
  const keepLine = (at: number, rank: number): void => {
    if (at >= 0 && at < lines.length) ranks.set(at, Math.min(rank, ranks.get(at) ?? rank));
  };
  const causes = weights.flatMap((weight, at) =>
    weight === 'cause' && !isStepFailureMessage(lines[at]?.text ?? '') ? [at] : [],
  );
  for (const at of causes) keepLine(at, lines[at]?.isError ? 0 : 2);
  for (const at of causes.slice(0, explained)) {
    for (let near = at - before; near <= at + after; near += 1) if (weights[near] === 'plain') keepLine(near, 3);
  }
  for (const at of stackHeads(lines, weights)) keepLine(at, 3);
  const verdict = lines.findLastIndex(({ text }) => isStepFailureMessage(text));
  if (verdict === -1) return ranks;
  keepLine(verdict, 1);
  for (let near = verdict - before; near < verdict; near += 1) if (weights[near] === 'plain') keepLine(near, 1);
  return ranks;
}

/** Returns the innermost stack frames. Python prints them last, with lines of code; most languages print them first. */
function stackHeads(lines: readonly LogLine[], weights: readonly LogLineKind[]): number[] {
  const heads: number[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    if (weights[at] !== 'trace') continue;
    const isPython = /^\s+File "/u.test(lines[at]?.text ?? '');
    let end = at + 1;
    while (end < lines.length && (weights[end] === 'trace' || (isPython && /^\s/u.test(lines[end]?.text ?? ''))))
      end += 1;
    const [from, to] = isPython
      ? [Math.max(at, end - 2 * frames), Math.min(end + 1, lines.length)]
      : [at, Math.min(end, at + frames)];
    for (let head = from; head < to; head += 1) heads.push(head);
    at = end - 1;
  }
  return heads;
}

/** Keeps the first of several lines that differ only in numbers. */
function withoutRepeats(lines: readonly string[]): string[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const form = line.trim().replace(/\d{1,20}/gu, '0');
    if (seen.has(form)) return false;
    seen.add(form);
    return true;
  });
}

function cut(lines: readonly string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > maxCharacters) break;
    kept.push(line);
  }
  return kept.join('\n');
}

/** Limits of a reduced log: about as much as a person would paste into an issue. */
const maxLines = 50;
const maxCharacters = 6_000;
/** Number of errors whose surrounding lines are kept; later errors mostly follow from the first ones. */
const explained = 3;
const before = 2;
const after = 5;
/** Number of stack frames that are kept, nearest to the error. */
const frames = 2;
const plainEnd = 15;

/** Returns the lines of an Actions log that explain why a job failed, in time proportional to the log. */
export function reduceActionsLog(log: string): string {
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

/** Kind of a log line: error (`cause`), stack frame (`trace`), context (`plain`), or useless line (`noise`). */
type LogLineKind = 'cause' | 'trace' | 'plain' | 'noise';

const words =
  /\b(?:error|fatal|panic|exception|traceback|segmentation fault|out of memory|oom ?killed|killed|denied|refused|unauthorized|forbidden|tim(?:ed|e) ?out|unreachable|cannot|could not|couldn't|can't|unable to|failed|failure|fails|not found|no such|invalid|unhealthy|crashloopbackoff|imagepullbackoff|errimagepull|undefined reference|violates|exit(?:ed)?(?: with)? (?:code|status):? [1-9])\b/iu;
const namedError = /\b[A-Z]\w{2,60}(?:Error|Exception)\b/u;
/** Matches symbols and words with which test runners and build tools mark failures. */
const mark = /^\s{0,20}(?:[✕✗✘×❌]|● |FAIL\b|FAILED\b|--- FAIL|E\s{2,}\S|\* What went wrong|npm (?:ERR!|error) )/u;

/** Matches lines that mention errors but report none: counts of 0, passed tests, warnings, links to documentation. */
const harmless =
  /\b(?:0|no|zero) (?:errors?|failures?|failed)\b|\b(?:errors?|failures?|failed|fail)["']?\s?[:=]\s?(?:0\b|false|none)|^\s{0,20}(?:[✓✔√]|ok \d|PASS\b|--- PASS)|^(?:npm )?warn(?:ing)?\b|\bdeprecat|\ba complete log of this run\b|\bfull trace\b|^\s{0,20}(?:at least one|if this)\b|\bcontinue-on-error\b|\bfail-fast\b|^> (?:Run with|Get more help)|^\* Try:|\bdebug\b.{0,20}\blevel\b/iu;

const passed = /\bPASSED\b/u;

const stackFrame =
  /^\s{0,30}at \S|^\s{1,30}File "[^"]{1,300}", line \d|^\s{1,30}\S{1,200}\.go:\d|^\s{1,30}from \S{1,200}:\d+:in |^goroutine \d/u;

function classifyLogLine({ text, isError }: LogLine): LogLineKind {
  if (stackFrame.test(text)) return 'trace';
  if (isError) return 'cause';
  if (harmless.test(text) || passed.test(text)) return 'noise';
  return words.test(text) || namedError.test(text) || mark.test(text) ? 'cause' : 'plain';
}

/** Tells whether a line only states that a step failed. Every failed step ends with such a line. */
export function isStepFailureMessage(text: string): boolean {
  return /^(?:Process completed with exit code \d{1,5}|The process '.{1,300}' failed with exit code \d{1,5})\.?$/u.test(
    text,
  );
}

/** Limit per line, in characters; longer lines are minified code or data. */
const readLength = 2_000;
const keptLength = 400;

const stamp = /^\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z ?/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal sequences begin with these
const terminal = /\u001B(?:\[[\d;?]{0,30}[A-Za-z]|\][^\u0007\u001B]{0,300}(?:\u0007|\u001B\\))/gu;
/** Matches the frame that Terraform and other tools draw around an error. */
const frame = /^[│╷╵┃]\s?/u;
const command = /^##\[(\w{1,20})\]/u;

interface LogLine {
  readonly text: string;
  /** Whether the Actions runner marks the line as an error. */
  readonly isError: boolean;
}

/** Returns the readable lines of an Actions log: no timestamps, colours, markers, warnings or echoed scripts. */
function cleanLog(log: string): LogLine[] {
  const lines: LogLine[] = [];
  let inScript = false;
  for (const raw of log.split('\n')) {
    const line = plainLine(raw);
    const marker = command.exec(line)?.[1];
    const text = marker === undefined ? line : line.slice(marker.length + 4);
    if (marker === 'group') inScript = text.startsWith('Run ');
    if (marker === 'endgroup') inScript = false;
    const isError = marker === 'error';
    const isNoise = inScript || (marker !== undefined && !isError && marker !== 'section');
    if ((isNoise && !isError) || text.trim() === '') continue;
    lines.push({ text: text.replace(frame, '').trimEnd().slice(0, keptLength), isError });
  }
  return lines;
}

function plainLine(raw: string): string {
  const line = raw.slice(0, readLength).replace(stamp, '').replaceAll(terminal, '').trimEnd();
  return line.includes('\r') ? (line.split('\r').findLast((state) => state.trim() !== '') ?? '') : line;
}

/** Limit per line, in characters; longer lines are minified code or data. */
const readLength = 2_000;
const keptLength = 400;

const stamp = /^\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z ?/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal sequences begin with these
const terminal = /\u001B(?:\[[\d;?]{0,30}[A-Za-z]|\][^\u0007\u001B]{0,300}(?:\u0007|\u001B\\))/gu;
/** Matches the frame that Terraform and other tools draw around an error. */
const frame = /^[│╷╵┃]\s?/u;
/** Matches the step and the time that BuildKit puts before the output of a build step. */
const buildStep = /^#\d{1,4} (?:\d{1,5}\.\d{1,4} )?/u;
const command = /^##\[(\w{1,20})\]/u;
/** The runner ends the steps of the job with this line, and runs the clean-up of the actions. */
const postJob = /^Post job cleanup\.?$/u;

export interface LogLine {
  readonly text: string;
  /** Whether the Actions runner marks the line as an error. */
  readonly isError: boolean;
  /** Whether the line stands in the frame of an error. */
  readonly isFramed: boolean;
}

/** The output of one step of a job, without its script. */
export interface LogStep {
  readonly lines: readonly LogLine[];
  /** Time of the runner's last error in the step, in milliseconds since 1970; null if there is none or it has no time. */
  readonly failedAt: number | null;
}

/**
 * Splits the log of an Actions job into steps. Removes timestamps, colours, the runner's groups and warnings, and the
 * scripts that the runner echoes. Keeps empty lines, which separate the parts of an output.
 */
export function readLogSteps(log: string): LogStep[] {
  const steps: { lines: LogLine[]; failedAt: number | null }[] = [{ lines: [], failedAt: null }];
  let inScript = false;
  for (const raw of log.split('\n')) {
    const line = plainLine(raw);
    const marker = command.exec(line)?.[1];
    const text = marker === undefined ? line : line.slice(marker.length + 4);
    const beginsStep = marker === 'group' && text.startsWith('Run ');
    if (beginsStep || postJob.test(text)) steps.push({ lines: [], failedAt: null });
    if (marker === 'group') inScript = beginsStep;
    if (marker === 'endgroup') inScript = false;
    const isError = marker === 'error';
    const isSilent = inScript || (marker !== undefined && marker !== 'section');
    const step = steps.at(-1);
    if (step === undefined || (isSilent && !isError)) continue;
    step.lines.push(toLogLine(text, isError));
    if (isError) step.failedAt = parseStamp(raw);
  }
  return steps.filter(({ lines }) => lines.some(({ text }) => text !== ''));
}

function toLogLine(text: string, isError: boolean): LogLine {
  const unframed = text.replace(frame, '');
  return {
    text: unframed.replace(buildStep, '').trimEnd().slice(0, keptLength),
    isError,
    isFramed: unframed.length < text.length,
  };
}

function parseStamp(raw: string): number | null {
  const at = Date.parse((stamp.exec(raw)?.[0] ?? '').replace('\uFEFF', '').trim());
  return Number.isNaN(at) ? null : at;
}

function plainLine(raw: string): string {
  const line = raw.slice(0, readLength).replace(stamp, '').replaceAll(terminal, '').trimEnd();
  return line.includes('\r') ? (line.split('\r').findLast((state) => state.trim() !== '') ?? '') : line;
}

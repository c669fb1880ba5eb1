/** Limit per line, in characters; longer lines are minified code or data. */
const readLength = 2_000;
const keptLength = 400;

const stamp = /^\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z ?/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal sequences begin with these
const terminal = /\u001B(?:\[[\d;?]{0,30}[A-Za-z]|\][^\u0007\u001B]{0,300}(?:\u0007|\u001B\\))/gu;
/** Matches the frame that Terraform and other tools draw around an error. */
const frame = /^[│╷╵┃]\s?/u;
const command = /^##\[(\w{1,20})\]/u;

export interface LogLine {
  readonly text: string;
  /** Whether the Actions runner marks the line as an error. */
  readonly isError: boolean;
}

/** Returns the readable lines of an Actions log: no timestamps, colours, markers, warnings or echoed scripts. */
export function cleanLog(log: string): LogLine[] {
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

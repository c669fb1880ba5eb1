export interface ArchiveLine {
  readonly type: string;
  readonly deliveryKey: string;
  readonly payload: unknown;
}

export interface ParsedJsonLines {
  readonly lines: readonly ArchiveLine[];
  readonly broken: readonly { readonly line: number; readonly reason: string }[];
}

type Values = Readonly<Record<string, unknown>>;

/** Parses JSON Lines. Keeps raw records unchanged, and converts rows with the columns of an archive to records. */
export function parseJsonLines(text: string): ParsedJsonLines {
  const lines: ArchiveLine[] = [];
  const broken: { line: number; reason: string }[] = [];
  for (const [at, line] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .entries()) {
    if (line.trim() === '') continue;
    const result = readLine(line);
    if (typeof result === 'string') broken.push({ line: at + 1, reason: result });
    else lines.push(result);
  }
  return { lines, broken };
}

function readLine(line: string): ArchiveLine | string {
  const values = parseObject(line);
  if (values === null) return 'it is no JSON object';
  const { type, deliveryKey, payload } = values;
  if (typeof type === 'string' && typeof deliveryKey === 'string' && payload !== undefined) {
    return { type, deliveryKey, payload };
  }
  return readRow(values);
}

function readRow(values: Values): ArchiveLine | string {
  const title = textOf(values.title);
  const text = textOf(values.text);
  if (title === '' && text === '') return 'it has neither a title nor a text';
  const created = instantOf(values.created);
  if (created === null) return 'it has no date in "created"';
  const name = title || (text.split('\n', 1)[0] ?? '').slice(0, 300);
  const incident = {
    id: textOf(values.id).slice(0, 300) || digest(`${created} ${name}`),
    kind: textOf(values.kind) || 'incident',
    title: name,
    text,
    created,
    resolved: instantOf(values.resolved),
    services: listOf(values.services),
    repository: textOf(values.repository) || null,
    severity: textOf(values.severity) || null,
    url: textOf(values.url) || null,
  };
  if (!kinds.has(incident.kind)) return `its kind "${incident.kind.slice(0, 40)}" is none of ${[...kinds].join(', ')}`;
  // The key includes a hash of the content, so that a corrected row is stored again and an unchanged one is not.
  const deliveryKey = `archive/${incident.id}@${digest(JSON.stringify(incident))}`;
  return { type: 'archive.incident', deliveryKey, payload: incident };
}

const kinds = new Set(['incident', 'failed_deployment', 'reverted_change']);

function parseObject(line: string): Values | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : null;
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function listOf(value: unknown): string[] {
  const parts = Array.isArray(value) ? value.map(textOf) : textOf(value).split(/[,;]/u);
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}

/**
 * Parses a day or time (in UTC if it has no zone) to an ISO instant. Returns null for ambiguous formats such as 03/04/2025.
 */
function instantOf(value: unknown): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/u.exec(
    textOf(value),
  );
  if (match === null) return null;
  const [, day, time = '00:00', zone = 'Z'] = match;
  const instant = new Date(`${day}T${time}${zone}`);
  return Number.isNaN(instant.valueOf()) ? null : instant.toISOString();
}

/**
 * Returns a non-cryptographic hash of 106 bits: cyrb53 with two seeds
 * (https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js). `crypto.subtle` is only available over HTTPS.
 */
function digest(content: string): string {
  return [0, 1].map((seed) => cyrb53(content, seed).toString(36).padStart(11, '0')).join('');
}

function cyrb53(content: string, seed: number): number {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let at = 0; at < content.length; at += 1) {
    const code = content.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

import { findMatchSpans, type Span } from './find-value-spans.ts';

const name = String.raw`[A-Z\d ]{0,40}PRIVATE KEY(?: BLOCK)?`;
const begin = new RegExp(`-----BEGIN ${name}-----|---- BEGIN ${name} ----`, 'gu');
const closing = new RegExp(`-----END ${name}-----|---- END ${name} ----`, 'u');
/** Matches the line count of a PuTTY private key. */
const putty = /Private-Lines:[ \t]{0,3}(?<count>\d{1,3})(?=\s|\\[rn])/gu;
const puttyLines = /^(?:(?:\n|\\n)[A-Za-z\d+/]{1,80}={0,2}(?![^\s\\])){1,300}/u;
/** Maximum length of a private key in PEM; 16,384-bit RSA keys have 13,000 characters. */
const maxKeyLength = 20_000;

/** Finds private keys of any kind, also truncated ones. Ignores a `BEGIN` or `END` without a key, as in messages. */
export function findPrivateKeys(text: string): Span[] {
  const spans: Span[] = [];
  const openings = Array.from(text.matchAll(begin));
  for (const [position, { 0: opening, index }] of openings.entries()) {
    const part = partOf(text, index, openings[position + 1]?.index).trimEnd();
    const stop = closing.exec(part);
    const length = stop === null ? measureCutKey(part, opening.length) : stop.index + stop[0].length;
    if (length > 0) spans.push({ start: index, end: index + length });
  }
  return [...spans, ...findTails(text, spans), ...findPuttyKeys(text)];
}

/** Returns the text in which a key may continue: up to the next key or field. */
function partOf(text: string, start: number, next = text.length): string {
  return text.slice(start, Math.min(next, start + maxKeyLength)).split('\u0000', 1)[0] ?? '';
}

const lineEnd = /\n|\\r|\\n/gu;
/** Matches a line of a key. A line with fewer than 40 characters of a key must contain nothing else. */
const keyLine = /[A-Za-z\d+/]{40}|^[>|\s]*[A-Za-z\d+/]{16,}={0,2}$/u;
const keyHeader = /^[>|\s]*(?:(?:Proc-Type|DEK-Info|Comment|Version|Hash|Charset):.*)?$/u;
const cutLine = /^[>|\s]*[A-Za-z\d+/]+={0,2}$/u;

/** Returns the length of a key that lacks its `END`, up to its last line; 0 if no key follows the `BEGIN`. */
function measureCutKey(part: string, opening: number): number {
  let length = 0;
  let start = opening;
  for (const end of [
    ...Array.from(part.slice(opening).matchAll(lineEnd), (match) => opening + match.index),
    part.length,
  ]) {
    const line = part.slice(start, end).replace(/^\s*(?:\\[rn]\s*)*/u, '');
    const isKey = keyLine.test(line) || (end === part.length && cutLine.test(line));
    if (!isKey && !keyHeader.test(line)) break;
    if (isKey) length = end;
    start = end;
  }
  return length;
}

/** Finds keys whose beginning is cut off, by their last lines and `END`. */
function findTails(text: string, keys: readonly Span[]): Span[] {
  const spans: Span[] = [];
  const ends = new Set(keys.map(({ end }) => end));
  let from = 0;
  for (const { 0: stop, index } of text.matchAll(new RegExp(closing, 'gu'))) {
    const end = index + stop.length;
    const before =
      text
        .slice(Math.max(from, index - maxKeyLength), index)
        .split('\u0000')
        .at(-1) ?? '';
    from = end;
    const length = ends.has(end) ? 0 : measureTail(before);
    if (length > 0) spans.push({ start: index - length, end });
  }
  return spans;
}

/** Matches base64 between spaces or line endings, which may be escaped. */
const keyPart = /(?:(?<=\\[nr])|(?<![A-Za-z\d+/=\\]))[A-Za-z\d+/]{2,200}={0,2}(?![A-Za-z\d+/=])/gu;
const fullPart = 40;
const gap = /^(?:[\s>|"',+]|\\[rn]){0,12}$/u;

function measureTail(before: string): number {
  let length = 0;
  let at = before.length;
  for (const { 0: part, index } of Array.from(before.matchAll(keyPart)).reverse()) {
    const isLast = at === before.length;
    if (!gap.test(before.slice(index + part.length, at))) break;
    const isWhole = part.length >= fullPart;
    if (!isWhole && !isLast) break;
    at = index;
    if (isWhole || part.endsWith('=') || (/\d/u.test(part) && /[A-Z]/u.test(part))) length = before.length - at;
  }
  return length;
}

function findPuttyKeys(text: string): Span[] {
  const openings = Array.from(text.matchAll(putty));
  return openings.flatMap(({ 0: match, index, groups }, position) => {
    const start = index + match.length;
    const lines = puttyLines.exec(partOf(text, start, openings[position + 1]?.index))?.[0] ?? '';
    const ends = [...Array.from(lines.matchAll(lineEnd), (end) => end.index).slice(1), lines.length];
    const length = ends[Number(groups?.count) - 1] ?? lines.length;
    return length === 0 ? [] : [{ start, end: start + length }];
  });
}

/** Matches the base64 encoding of PEM, in one or several lines; the line endings may be escaped as in JSON. */
const pem =
  /LS0tLS1CRUdJTi[\w+/-]{20,40000}(?:(?:\\r)?(?:\\n|\r?\n)[ \t]{0,40}[\w+/-]{60,200}){0,400}(?:(?:\\r)?(?:\\n|\r?\n)[ \t]{0,40}[\w+/-]{1,200}(?==))?={0,2}/gu;
const privateKey = /PRIVATE KEY/u;
const lineEnds = /\\[rn]|\s/gu;

export function findEncodedKeys(text: string): Span[] {
  if (!text.includes('LS0tLS1CRUdJTi')) return [];
  return findMatchSpans(pem, text).filter(({ start, end }) => {
    const encoded = text.slice(start, end).replace(lineEnds, '');
    return privateKey.test(Buffer.from(encoded, 'base64').toString());
  });
}

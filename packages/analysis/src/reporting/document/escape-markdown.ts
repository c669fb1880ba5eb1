import { formatPrintableLine } from './format-printable-line.ts';
import { toSafeUrl } from './to-safe-url.ts';

const special = /[\\`*_{}[\]<>|~&$!]/gu;
/** Matches the start of a list item or of a heading's underline. */
const blockStart = /^(?:[+=-]|\d{1,9}[.)](?=\s|$))/u;
const zeroWidthSpace = '\u200b';

/**
 * Escapes external text as one line of GitHub Markdown that shows as written. A zero-width space breaks mentions,
 * references and URLs, which GitHub would link in plain text.
 * @param longest maximum length in characters, before escaping
 */
export function escapeMarkdown(text: string, longest = 500): string {
  return formatPrintableLine(text, longest)
    .replace(/[@#]/gu, (character) => `${character}${zeroWidthSpace}`)
    .replace(/:\/\//gu, `:${zeroWidthSpace}//`)
    .replace(/\b(www)\./giu, `$1${zeroWidthSpace}.`)
    .replace(/(gh)-(?=\d)/giu, `$1${zeroWidthSpace}-`)
    .replace(/\b[\da-f]{7,40}\b/giu, (hash) => `${hash.slice(0, 6)}${zeroWidthSpace}${hash.slice(6)}`)
    .replace(special, (character) => `&#${character.charCodeAt(0)};`)
    .replace(blockStart, (start) => `${start.slice(0, -1)}&#${start.charCodeAt(start.length - 1)};`);
}

/** Formats external text as one line of inline code; empty if no character is visible. */
export function formatInlineCode(text: string, longest: number): string {
  const line = formatPrintableLine(text, longest);
  if (line === '') return '';
  const runs = [...line.matchAll(/`+/gu)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  const space = runs.length > 0 ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** Formats external text as an issue title, in which GitHub renders only inline code. Breaks mentions. */
export function escapeIssueTitle(text: string, longest: number): string {
  return formatPrintableLine(text, longest).replaceAll('`', "'").replaceAll('@', `@${zeroWidthSpace}`);
}

/** Formats a URL as a Markdown autolink; null unless the URL is safe to link. */
export function formatAutolink(url: string | null): string | null {
  const href = toSafeUrl(url);
  return href === null ? null : `<${href.replace(/[<>\s`]/gu, encodeURIComponent)}>`;
}

/** Formats external text as a link; as text alone unless the URL is safe to link. */
export function formatMarkdownLink(text: string, url: string | null, longest: number): string {
  const href = toSafeUrl(url);
  const escaped = escapeMarkdown(text, longest);
  return href === null ? escaped : `[${escaped}](<${href.replace(/[<>\s`|\\]/gu, encodeURIComponent)}>)`;
}

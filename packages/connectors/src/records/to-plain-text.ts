import { redactPeople } from '@refrain/domain';
import { scrubUrlCredentials } from '../scrub/scrub-parsed-payload.ts';

/** Maximum length of a text in characters, three times that of the longest real post-mortems. */
const maxTextLength = 60_000;
const maxTitleLength = 500;

const peopleTrailer =
  /^[ \t]{0,8}(?:co-authored-by|signed-off-by|reviewed-by|acked-by|tested-by|reported-by|helped-by|suggested-by|cc):[^\n]*\n?/gimu;

/** Shortens a text, removes control characters and commit trailers that name people, and replaces people by roles. */
export function toPlainText(text: string, roles: Readonly<Record<string, string>>): string {
  const kept = clean(text, maxTextLength).replace(peopleTrailer, '');
  return redactPeople(scrubUrlCredentials(kept), roles).trim();
}

/** Prepares a title for storage and analysis: one line of limited length, with people replaced by roles. */
export function toPlainTitle(title: string, roles: Readonly<Record<string, string>>): string {
  return redactPeople(scrubUrlCredentials(clean(title, maxTitleLength).replace(/\s+/gu, ' ')), roles).trim();
}

/** Joins the non-empty parts by blank lines. Drops repeated parts, since descriptions often repeat each other. */
export function joinTextParts(parts: readonly (string | null | undefined)[]): string {
  const trimmed = parts.map((part) => part?.trim() ?? '').filter((part) => part !== '');
  return [...new Set(trimmed)].join('\n\n');
}

/** Removes HTML comments, which templates and bots add to Markdown and readers do not see. */
export function removeHtmlComments(markdown: string): string {
  const visible: string[] = [];
  let at = 0;
  for (;;) {
    const start = markdown.indexOf('<!--', at);
    const end = start === -1 ? -1 : markdown.indexOf('-->', start);
    if (end === -1) break;
    visible.push(markdown.slice(at, start));
    at = end + 3;
  }
  return visible.join('') + markdown.slice(at);
}

/**
 * Matches terminal sequences, even truncated ones
 * (https://ecma-international.org/publications-and-standards/standards/ecma-48/).
 */
const terminalSequence =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are removed
  /(?:\u001b\[|\u009b)[0-?]{0,40}[ -/]{0,5}(?:[@-~]|$)|\u001b\][^\u0007\u001b\n]{0,2000}(?:\u0007|\u001b\\|$)|\u001b[ -/]{1,3}[0-~]|\u001b[0-Z\\^_`c-~]/gu;

/** Removes terminal sequences, a part of which could hide a secret from the search, and then control characters. */
function clean(text: string, maxLength: number): string {
  return (
    Buffer.from(text.slice(0, maxLength))
      .toString()
      .replace(terminalSequence, '')
      .replace(/\r\n?/gu, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are removed
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, '')
  );
}

import { redactPeople } from '@refrain/domain';
import { scrubAddressCredentials } from '../scrub/scrub-observed.ts';

/** Characters of a text that are kept. The longest real post-mortems seen are a third of it. */
const maxTextLength = 60_000;
const maxTitleLength = 500;

/** Trailers of a commit message that name people and nothing else. */
const peopleTrailer =
  /^[ \t]{0,8}(?:co-authored-by|signed-off-by|reviewed-by|acked-by|tested-by|reported-by|helped-by|suggested-by|cc):[^\n]*\n?/gimu;

/** A text for analysis: of bounded length, without control characters and people's trailers, people replaced by roles. */
export function plainText(text: string, roles: Readonly<Record<string, string>>): string {
  const kept = clean(text, maxTextLength).replace(peopleTrailer, '');
  return redactPeople(scrubAddressCredentials(kept), roles).trim();
}

/** A title for people and analysis: one line of bounded length, people replaced by roles. */
export function plainTitle(title: string, roles: Readonly<Record<string, string>>): string {
  return redactPeople(scrubAddressCredentials(clean(title, maxTitleLength).replace(/\s+/gu, ' ')), roles).trim();
}

/** Joins what there is by empty lines, each part once: descriptions repeat each other often. */
export function joinParts(parts: readonly (string | null | undefined)[]): string {
  const trimmed = parts.map((part) => part?.trim() ?? '').filter((part) => part !== '');
  return [...new Set(trimmed)].join('\n\n');
}

/** Markdown without its comments of HTML, which nobody sees: by them templates explain themselves and robots take notes. */
export function withoutComments(markdown: string): string {
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
 * Sequences by which a terminal sets colours, titles and links, also one that is cut off at the end:
 * https://ecma-international.org/publications-and-standards/standards/ecma-48/
 */
const terminalSequence =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /(?:\u001b\[|\u009b)[0-?]{0,40}[ -/]{0,5}(?:[@-~]|$)|\u001b\][^\u0007\u001b\n]{0,2000}(?:\u0007|\u001b\\|$)|\u001b[ -/]{1,3}[0-~]|\u001b[0-Z\\^_`c-~]/gu;

/**
 * PostgreSQL stores no NUL and no half of a surrogate pair; other control characters mean nothing in a text. Sequences of a terminal go
 * first and whole: what would stay of one hides the value that it colours.
 */
function clean(text: string, maxLength: number): string {
  return (
    Buffer.from(text.slice(0, maxLength))
      .toString()
      .replace(terminalSequence, '')
      .replace(/\r\n?/gu, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, '')
  );
}

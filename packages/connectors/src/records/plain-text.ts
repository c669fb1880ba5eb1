import { redactPeople } from '@refrain/domain';
import { scrubAddressCredentials } from '../scrub/scrub-observed.ts';

/** The most characters of a text that are kept. The longest real post-mortems seen have a third of it. */
const maxTextLength = 60_000;
const maxTitleLength = 500;

/** Matches trailers of a commit message that name people only. */
const peopleTrailer =
  /^[ \t]{0,8}(?:co-authored-by|signed-off-by|reviewed-by|acked-by|tested-by|reported-by|helped-by|suggested-by|cc):[^\n]*\n?/gimu;

/**
 * Prepares a text for analysis: limits its length, removes control characters and people's trailers, and replaces
 * people with roles.
 */
export function plainText(text: string, roles: Readonly<Record<string, string>>): string {
  const kept = clean(text, maxTextLength).replace(peopleTrailer, '');
  return redactPeople(scrubAddressCredentials(kept), roles).trim();
}

/** Prepares a title for people and analysis: one line of limited length, with people replaced by roles. */
export function plainTitle(title: string, roles: Readonly<Record<string, string>>): string {
  return redactPeople(scrubAddressCredentials(clean(title, maxTitleLength).replace(/\s+/gu, ' ')), roles).trim();
}

/** Joins the parts that are not empty by blank lines, each once, since descriptions often repeat each other. */
export function joinParts(parts: readonly (string | null | undefined)[]): string {
  const trimmed = parts.map((part) => part?.trim() ?? '').filter((part) => part !== '');
  return [...new Set(trimmed)].join('\n\n');
}

/** Removes HTML comments from Markdown. Readers do not see them; templates and robots use them for notes. */
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
 * Matches terminal sequences for colours, titles and links, also one that is cut off at the end:
 * https://ecma-international.org/publications-and-standards/standards/ecma-48/
 */
const terminalSequence =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are removed
  /(?:\u001b\[|\u009b)[0-?]{0,40}[ -/]{0,5}(?:[@-~]|$)|\u001b\][^\u0007\u001b\n]{0,2000}(?:\u0007|\u001b\\|$)|\u001b[ -/]{1,3}[0-~]|\u001b[0-Z\\^_`c-~]/gu;

/**
 * Removes NUL and lone surrogates, which PostgreSQL cannot store, and other control characters, which have no meaning
 * in a text. Terminal sequences are removed first and whole: a rest of one would hide the value that it colours.
 */
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

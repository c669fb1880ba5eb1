const special = /[\\`*_{}[\]<>|~&$!]/gu;
/** What makes a block of a line that begins with it: a list, a heading's underline, a quotation. */
const blockStart = /^(?:[+=-]|\d{1,9}[.)])/u;
const zeroWidthSpace = '\u200b';

/**
 * Text from outside as one line of inert GitHub Markdown: it shows as it was written and does nothing. No markup,
 * link, image or HTML; no mention of an account, reference to an issue or commit, nor bare address, which GitHub
 * recognises after rendering: a zero-width space breaks those.
 * @param longest in UTF-16 units, before escaping
 */
export function escapeMarkdown(text: string, longest = 500): string {
  const line = text
    .slice(0, longest + 1)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const cut = line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
  return cut
    .replace(/[@#]/gu, (sign) => `${sign}${zeroWidthSpace}`)
    .replace(/:\/\//gu, `:${zeroWidthSpace}//`)
    .replace(/\b(www)\./giu, `$1${zeroWidthSpace}.`)
    .replace(/(gh)-(?=\d)/giu, `$1${zeroWidthSpace}-`)
    .replace(/\b[\da-f]{7,40}\b/giu, (hash) => `${hash.slice(0, 6)}${zeroWidthSpace}${hash.slice(6)}`)
    .replace(special, (character) => `&#${character.charCodeAt(0)};`)
    .replace(blockStart, (start) => `${start.slice(0, -1)}&#${start.charCodeAt(start.length - 1)};`);
}

/** Lines from outside as a code block, in which nothing is markup; its fence is longer than any in them. */
export function fenceCode(text: string): string {
  const lines = text.replace(/[^\P{C}\n\t]/gu, '');
  const longest = Math.max(2, ...[...lines.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${lines}\n${fence}`;
}

/** A web address that GitHub makes clickable as it is; null for anything but http and https. */
export function plainLink(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href, username, password } = new URL(url);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '') return null;
  return `<${href.replace(/[<>\s`]/gu, encodeURIComponent)}>`;
}

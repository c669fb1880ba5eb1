/** Stands between characters that GitHub would otherwise read as one thing; not visible. */
const gap = '\u200B';

/** Characters that steer the direction or the look of what follows, and all controls. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** One line of foreign text as inline code, which GitHub shows letter by letter. */
export function inertCode(text: string, length: number): string {
  const line = oneLine(text, length);
  if (line === '') return '';
  const longestRun = Math.max(0, ...(line.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const space = longestRun > 0 ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** One line of foreign text for a title, which GitHub shows as plain text but for inline code. */
export function inertTitle(text: string, length: number): string {
  return oneLine(text, length).replace(/`/gu, "'").replace(/@/gu, `@${gap}`);
}

function oneLine(text: string, length: number): string {
  const line = text
    .slice(0, 4 * length + 1_000)
    .replace(invisible, ' ')
    .replace(/ {2,}/gu, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length <= length
    ? line
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}

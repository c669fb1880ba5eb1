/** Share of the characters that are kept from the beginning of a part that is too long itself */
const headShare = 0.4;

/**
 * Shortens a line whose end says most, such as “error: reason: missing key”: omits its first parts, or the middle of its
 * last part if that is too long itself.
 * @param longest maximum length in code points
 */
export function shortenFromFront(line: string, longest: number): string {
  if (countCharacters(line) <= longest) return line;
  const parts = line.split(/(?<=: )/u);
  const ends = parts.map((_, at) => `… ${parts.slice(at).join('')}`).slice(1);
  return ends.find((end) => countCharacters(end) <= longest) ?? shortenInMiddle(parts.at(-1) ?? line, longest);
}

function shortenInMiddle(text: string, longest: number): string {
  const characters = Array.from(text);
  const head = Math.floor(headShare * longest);
  const start = characters
    .slice(0, head)
    .join('')
    .replace(/\s\S*$/u, '');
  const end = characters
    .slice(head + 3 - longest)
    .join('')
    .replace(/^\S*\s/u, '');
  return `${start} … ${end}`;
}

function countCharacters(text: string): number {
  return Array.from(text).length;
}

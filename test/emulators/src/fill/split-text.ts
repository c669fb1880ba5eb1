/** Splits a text at blank lines into pieces of at most `limit` characters. A longer paragraph is split at the limit. */
export function splitText(text: string, limit: number): string[] {
  const parts: string[] = [];
  for (const paragraph of text.split(/\n[ \t]*\n/u).map((part) => part.trim())) {
    if (paragraph === '') continue;
    const last = parts.at(-1);
    if (last !== undefined && last.length + paragraph.length + 2 <= limit) {
      parts[parts.length - 1] = `${last}\n\n${paragraph}`;
      continue;
    }
    for (let at = 0; at < paragraph.length; at += limit) parts.push(paragraph.slice(at, at + limit));
  }
  return parts;
}

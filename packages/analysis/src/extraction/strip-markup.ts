const link = /\[([^[\]\n]{1,300})\]\([^)\n]{1,500}\)/gu;
const lineBreak = /<br\s?\/?>$/iu;
const bullet = /^(?:[-*+•]|\d{1,2}[.)])\s+/u;

export function replaceLinksByText(line: string): string {
  return line.replace(link, '$1');
}

export function stripLineBreak(line: string): string {
  return line.replace(lineBreak, '');
}

export function stripBullet(line: string): string {
  return line.replace(bullet, '');
}

/** Removes the bars at both ends of a table row, or of a part of one. */
export function stripTableBars(row: string): string {
  return row.trim().replace(/^\|/u, '').replace(/\|$/u, '').trim();
}

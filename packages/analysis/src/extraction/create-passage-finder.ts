import { maxReportLength } from './read-sentences.ts';
import { replaceLinksByText, stripBullet, stripLineBreak, stripTableBars } from './strip-markup.ts';

/**
 * Returns a function that tells whether the first 60,000 characters of a text contain each line of a passage, in the same
 * order. Ignores differences of white space, and the markup of links, lists and tables, which passages do not have.
 */
export function createPassageFinder(text: string): (passage: string) => boolean {
  const folded = fold(text.slice(0, maxReportLength));
  return (passage) => {
    const lines = passage
      .split('\n')
      .map(fold)
      .filter((line) => line !== '');
    let from = 0;
    for (const line of lines) {
      const at = folded.indexOf(line, from);
      if (at === -1) return false;
      from = at + line.length;
    }
    return lines.length > 0;
  };
}

function fold(text: string): string {
  return text
    .split('\n')
    .map((line) => stripTableBars(stripBullet(stripLineBreak(replaceLinksByText(line).trim()))))
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

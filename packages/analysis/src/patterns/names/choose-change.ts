import { findChangeRemedy, type ResolutionStatements } from '../../remedies/count-remedies.ts';
import type { Remedy } from '../../remedies/remedy.ts';
import { isRevertTitle } from '../../text/extract-original-title.ts';
import { chooseBlamelessText } from './blameless-words.ts';
import { countNames } from './count-names.ts';

const maxTitleLength = 100;

/** Returns the most frequent title of a change that resolved episodes by a remedy, or by any without one; null if only reverts did. */
export function chooseChange(changes: ResolutionStatements['changes'], remedy: Remedy | null): string | null {
  const titles = changes.map(({ title }) => title).filter((title) => !isRevertTitle(title));
  const own = titles.filter((title) => remedy === null || findChangeRemedy(title).includes(remedy));
  return chooseBlamelessText(countNames(own.map((title) => [title])).map(({ name }) => shorten(name)));
}

function shorten(title: string): string {
  const line = title.replace(/\s+/gu, ' ').trim();
  return line.length <= maxTitleLength ? line : `${line.slice(0, maxTitleLength - 1).trimEnd()}…`;
}

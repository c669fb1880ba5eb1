import { compareStrings } from '../../collections/compare-strings.ts';
import { findChangeRemedy, type ResolutionStatements } from '../../remedies/count-remedies.ts';
import type { Remedy } from '../../remedies/remedy.ts';
import { isRevertTitle } from '../../text/extract-original-title.ts';
import { isDeploymentTitle } from '../../text/is-deployment-title.ts';
import { chooseBlamelessText } from './blameless-words.ts';

const maxTitleLength = 100;

/** The change by which an episode was resolved */
export interface ResolvingChange {
  readonly title: string;
  readonly at: string;
}

/**
 * Returns the newest change that resolved an episode by a remedy, or by any without one; null if only reverts did. Prefers changes to
 * deployments, whose titles say nothing.
 */
export function chooseChange(changes: ResolutionStatements['changes'], remedy: Remedy | null): ResolvingChange | null {
  const [chosen = null] = changes
    .filter(({ title }) => !isRevertTitle(title) && (remedy === null || findChangeRemedy(title).includes(remedy)))
    .toSorted(
      (a, b) =>
        Number(isDeploymentTitle(a.title)) - Number(isDeploymentTitle(b.title)) ||
        compareStrings(b.at, a.at) ||
        compareStrings(a.title, b.title),
    )
    .flatMap(({ title, at }) => {
      const text = chooseBlamelessText([shorten(title)]);
      return text === null ? [] : [{ title: text, at }];
    });
  return chosen;
}

function shorten(title: string): string {
  const line = title.replace(/\s+/gu, ' ').trim();
  return line.length <= maxTitleLength ? line : `${line.slice(0, maxTitleLength - 1).trimEnd()}…`;
}

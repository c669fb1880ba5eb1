import { compileStatements, findStatements } from '../text/phrases/find-statements.ts';
import { indexWordPositions } from '../text/phrases/word-positions.ts';
import { listActions } from './list-actions.ts';
import { remedies } from './remedies.ts';
import type { Remedy } from './remedy.ts';

const library = compileStatements(remedies.map((remedy) => ({ of: remedy, phrases: remedy.phrases })));

/**
 * Lists the remedies that a passage states, in the order of the passage. Each action in it counts as one remedy.
 * @param passage a statement of the resolution, or the title of a change that resolved a failure
 */
export function findRemedies(passage: string): Remedy[] {
  const found = listActions(passage).flatMap((action) => {
    const stated = findStatements(library, indexWordPositions([{ text: action, weight: 1 }])).map(({ of }) => of);
    return remedies.find((remedy) => stated.includes(remedy)) ?? [];
  });
  return [...new Set(found)];
}

import { compileStatements, findStatements, type StatementMatch } from '../text/phrases/find-statements.ts';
import { indexWordPositions, type WordPositions } from '../text/phrases/word-positions.ts';
import { mechanisms } from './library/all.ts';
import type { Mechanism } from './mechanism.ts';

export interface MechanismMatch extends Omit<StatementMatch<Mechanism>, 'of'> {
  readonly mechanism: Mechanism;
}

const library = compileStatements(mechanisms.map((mechanism) => ({ of: mechanism, ...mechanism })));

/**
 * Lists the mechanisms that sentences state, strongest first.
 * @param positions words of the sentences, whose weights say how probably they state why something failed
 */
export function findMechanisms(positions: WordPositions): MechanismMatch[] {
  return findStatements(library, positions).map(({ of: mechanism, ...rest }) => ({ ...rest, mechanism }));
}

const mechanismOfName = new Map(mechanisms.map((mechanism) => [mechanism.name, mechanism]));

/** Finds a mechanism of the library by its name. */
export function findMechanism(name: string): Mechanism | null {
  return mechanismOfName.get(name) ?? null;
}

/** Lists the names of the mechanisms that the words of a search state or mention, such as “Out of memory” for “oom”. */
export function listSearchedMechanisms(query: string): string[] {
  return findMechanisms(indexWordPositions([{ text: query, weight: 1 }])).map(({ mechanism }) => mechanism.name);
}

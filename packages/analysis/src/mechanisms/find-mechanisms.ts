import { compileStatements, findStatements, type StatementMatch } from '../text/phrases/find-statements.ts';
import { indexWordPositions } from '../text/phrases/word-positions.ts';
import { mechanisms } from './library/all.ts';
import type { Mechanism } from './mechanism.ts';

/** A sentence, and how probably it states why something failed, relative to the other sentences, in (0, 1]. */
export interface WeighedSentence {
  readonly text: string;
  readonly weight: number;
}

export interface MechanismMatch extends Omit<StatementMatch<Mechanism>, 'of'> {
  readonly mechanism: Mechanism;
}

const library = compileStatements(
  mechanisms.map((mechanism) => ({ of: mechanism, phrases: mechanism.phrases, hints: mechanism.hints })),
);

/** Lists the mechanisms that sentences state, strongest first. */
export function findMechanisms(sentences: readonly WeighedSentence[]): MechanismMatch[] {
  return findStatements(library, indexWordPositions(sentences)).map(({ of: mechanism, ...rest }) => ({
    ...rest,
    mechanism,
  }));
}

import type { Document, NormalisedDocument } from '../text/document.ts';
import { countTerms, listPlaces, readCharacters } from '../text/normalise.ts';
import { listSignature } from '../text/signature.ts';
import { readStatements, type Statement } from '../text/statements.ts';
import type { Point } from './points.ts';

/** Titles of alerts name the symptom; what was found stands below. Half again of a title is enough. */
const titleWeight = 2;
const justNumber = /^\d+$/u;

/**
 * One document per point, in their order: everything that its failures say, each statement once, as if it had been
 * written about the event. Left out is what tells where or how much, not what: names of services and repositories,
 * numbers, the forms that texts were written into. Paths of files stay: the same file is the same cause more often
 * than not.
 */
export function readEvents(points: readonly Point[], failures: readonly Document[]): NormalisedDocument[] {
  const byId = new Map(failures.map((failure) => [failure.id, failure]));
  const read = readStatements(failures);
  return points.map(({ failureIds }) => {
    const documents = failureIds.map((id) => byId.get(id) as Document);
    const statements = new Map<string, Statement>();
    for (const statement of failureIds.flatMap((id) => read.get(id) ?? [])) {
      const known = statements.get(statement.key);
      if (known === undefined || (statement.isTitle && !known.isTitle)) statements.set(statement.key, statement);
    }
    return writeEvent(
      failureIds[0] as string,
      [...statements.values()],
      documents.flatMap(({ paths }) => paths ?? []),
    );
  });
}

function writeEvent(id: string, statements: readonly Statement[], paths: readonly string[]): NormalisedDocument {
  const join = (some: readonly Statement[]) => some.map(({ masked }) => masked).join('\n');
  const title = join(statements.filter(({ isTitle }) => isTitle));
  const text = join(statements.filter(({ isTitle }) => !isTitle));
  const terms = new Map<string, number>();
  const surfaces = new Map<string, string>();
  countTerms(title, titleWeight, terms, surfaces);
  countTerms(text, 1, terms, surfaces);
  for (const term of [...terms.keys()]) if (justNumber.test(term)) terms.delete(term);
  return {
    id,
    masked: { title, text },
    terms,
    surfaces,
    characters: readCharacters(`${`${title}\n`.repeat(titleWeight)}${text}`),
    signature: listSignature(`${title}\n${text}`),
    places: listPlaces({ paths: [...new Set(paths)].sort() }),
  };
}

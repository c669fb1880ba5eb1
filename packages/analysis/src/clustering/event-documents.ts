import type { Document, NormalisedDocument } from '../text/document.ts';
import { countTerms, listPlaces, readCharacters, readDay } from '../text/normalise.ts';
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
    return writeEvent(failureIds[0] as string, beginOf(documents), {
      statements: [...statements.values()],
      paths: documents.flatMap(({ paths }) => paths ?? []),
    });
  });
}

/** The day of the first of them; null where none is known. */
function beginOf(documents: readonly Document[]): number | null {
  const days = documents.flatMap(({ occurredAt }) => readDay(occurredAt) ?? []);
  return days.length === 0 ? null : Math.min(...days);
}

interface Told {
  readonly statements: readonly Statement[];
  readonly paths: readonly string[];
}

function writeEvent(id: string, day: number | null, { statements, paths }: Told): NormalisedDocument {
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
    day,
    masked: { title, text },
    terms,
    surfaces,
    characters: readCharacters(`${`${title}\n`.repeat(titleWeight)}${text}`),
    signature: listSignature(`${title}\n${text}`),
    places: listPlaces({ paths: [...new Set(paths)].sort() }),
  };
}

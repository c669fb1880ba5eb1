import type { Document, NormalisedDocument } from '../text/document.ts';
import { countTerms, listPlaces, listTerms, readCharacters, readDay, type Term } from '../text/normalise.ts';
import { remember } from '../text/remember.ts';
import { listSignature, longestSignature } from '../text/signature.ts';
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
  const readSaid = remember((masked) => ({
    terms: listTerms(masked).filter(({ term }) => !justNumber.test(term)),
    signature: listSignature(masked),
    characters: readCharacters(masked).trim(),
  }));
  return points.map(({ failureIds }) => {
    const documents = failureIds.map((id) => byId.get(id) as Document);
    const statements = new Map<string, Statement>();
    for (const statement of failureIds.flatMap((id) => read.get(id) ?? [])) {
      const known = statements.get(statement.key);
      if (known === undefined || (statement.isTitle && !known.isTitle)) statements.set(statement.key, statement);
    }
    return writeEvent(failureIds[0] as string, beginOf(documents), {
      statements: [...statements.values()].map((statement) => ({ ...statement, ...readSaid(statement.masked) })),
      paths: documents.flatMap(({ paths }) => paths ?? []),
    });
  });
}

/** The day of the first of them; null where none is known. */
function beginOf(documents: readonly Document[]): number | null {
  const days = documents.flatMap(({ occurredAt }) => readDay(occurredAt) ?? []);
  return days.length === 0 ? null : Math.min(...days);
}

interface Said extends Statement {
  readonly terms: readonly Term[];
  readonly signature: readonly string[];
  readonly characters: string;
}

interface Told {
  readonly statements: readonly Said[];
  readonly paths: readonly string[];
}

function writeEvent(id: string, day: number | null, { statements, paths }: Told): NormalisedDocument {
  const titles = statements.filter(({ isTitle }) => isTitle);
  const texts = statements.filter(({ isTitle }) => !isTitle);
  const terms = new Map<string, number>();
  const surfaces = new Map<string, string>();
  for (const said of titles) countTerms(said.terms, titleWeight, terms, surfaces);
  for (const said of texts) countTerms(said.terms, 1, terms, surfaces);
  const join = (some: readonly Said[], key: 'masked' | 'characters', between: string) =>
    some.map((said) => said[key]).join(between);
  const title = join(titles, 'characters', ' ');
  return {
    id,
    day,
    masked: { title: join(titles, 'masked', '\n'), text: join(texts, 'masked', '\n') },
    terms,
    surfaces,
    characters: ` ${`${title} `.repeat(titleWeight)}${join(texts, 'characters', ' ')} `,
    signature: [...new Set(statements.flatMap(({ signature }) => signature))].sort().slice(0, longestSignature),
    places: listPlaces({ paths: [...new Set(paths)].sort() }),
  };
}

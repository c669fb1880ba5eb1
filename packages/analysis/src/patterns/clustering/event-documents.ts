import type { FailureDocument, NormalisedDocument } from '../../text/failure-document.ts';
import { addTermCounts, countFileTerms, toDaysSinceEpoch } from '../../text/normalise-document.ts';
import { maxErrorSignatureTerms } from '../../text/signature.ts';
import { splitDocumentsIntoStatements, type TextStatement } from '../../text/statements.ts';
import type { Point } from './constrained-points.ts';

/**
 * Builds one document per point, in the same order, with each statement of the point's failures once. Omits names of
 * services and repositories, numbers and form headings, but keeps file paths, because the same file usually means the
 * same cause. Titles weigh no more than text: an alert's title only names the symptom.
 */
export function buildPointDocuments(
  points: readonly Point[],
  failures: readonly FailureDocument[],
): NormalisedDocument[] {
  const byId = new Map(failures.map((failure) => [failure.id, failure]));
  const read = splitDocumentsIntoStatements(failures);
  return points.map(({ failureIds }) => {
    const documents = failureIds.map((id) => byId.get(id) as FailureDocument);
    return createEventDocument(failureIds[0] as string, findFirstDay(documents), {
      ...listOnce(failureIds.map((id) => read.get(id) ?? [])),
      paths: documents.flatMap(({ paths }) => paths ?? []),
    });
  });
}

/** Lists each statement of the failures once. A statement is a title if any failure begins with it. */
function listOnce(failures: readonly (readonly TextStatement[])[]): Pick<EventText, 'titles' | 'texts'> {
  const statementByKey = new Map<string, TextStatement>();
  const titles = new Set<string>();
  for (const statements of failures) {
    for (const [at, statement] of statements.entries()) {
      const isNewTitle = at === 0 && !titles.has(statement.key);
      if (isNewTitle) titles.add(statement.key);
      if (isNewTitle || !statementByKey.has(statement.key)) statementByKey.set(statement.key, statement);
    }
  }
  // Drops all statements without letters, since their key is empty.
  statementByKey.delete('');
  const once = [...statementByKey.values()];
  return {
    titles: once.filter(({ key }) => titles.has(key)),
    texts: once.filter(({ key }) => !titles.has(key)),
  };
}

function findFirstDay(documents: readonly FailureDocument[]): number | null {
  const days = documents.flatMap(({ occurredAt }) => toDaysSinceEpoch(occurredAt) ?? []);
  return days.length === 0 ? null : Math.min(...days);
}

interface EventText {
  readonly titles: readonly TextStatement[];
  readonly texts: readonly TextStatement[];
  readonly paths: readonly string[];
}

function createEventDocument(id: string, day: number | null, { titles, texts, paths }: EventText): NormalisedDocument {
  const terms = new Map<string, number>();
  const surfaces = new Map<string, string>();
  const all = [...titles, ...texts];
  for (const statement of all) addTermCounts(statement.terms, 1, terms, surfaces);
  const join = (some: readonly TextStatement[], key: 'masked' | 'characters', between: string) =>
    some.map((statement) => statement[key]).join(between);
  return {
    id,
    day,
    masked: { title: join(titles, 'masked', '\n'), text: join(texts, 'masked', '\n') },
    terms,
    surfaces,
    characters: ` ${join(all, 'characters', ' ')} `,
    signature: [...new Set(all.flatMap(({ signature }) => signature))].sort().slice(0, maxErrorSignatureTerms),
    files: countFileTerms([...new Set(paths)].sort()),
    places: new Map(),
  };
}

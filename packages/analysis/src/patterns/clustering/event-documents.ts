import type { Document, NormalisedDocument } from '../../text/document.ts';
import { countTerms, listFiles, readDay } from '../../text/normalise.ts';
import { maxSignatureLength } from '../../text/signature.ts';
import { readStatements, type Statement } from '../../text/statements.ts';
import type { Point } from './points.ts';

/**
 * One document per point, in their order: everything that its failures say, each statement once, as if it had been
 * written about the event. Left out is what tells where or how much, not what: names of services and repositories,
 * numbers, the forms that texts were written into. A title counts as any other line: that of an alert names the symptom, and
 * what was found stands below. Paths of files stay: the same file is the same cause more often than not.
 */
export function readEvents(points: readonly Point[], failures: readonly Document[]): NormalisedDocument[] {
  const byId = new Map(failures.map((failure) => [failure.id, failure]));
  const read = readStatements(failures);
  return points.map(({ failureIds }) => {
    const documents = failureIds.map((id) => byId.get(id) as Document);
    return writeEvent(failureIds[0] as string, beginOf(documents), {
      ...listOnce(failureIds.map((id) => read.get(id) ?? [])),
      paths: documents.flatMap(({ paths }) => paths ?? []),
    });
  });
}

/**
 * Each statement once; as a title, where it is one anywhere.
 * @param failures what each says, the title first
 */
function listOnce(failures: readonly (readonly Statement[])[]): Pick<EventText, 'titles' | 'texts'> {
  const said = new Map<string, Statement>();
  const titles = new Set<string>();
  for (const statements of failures) {
    for (const [at, statement] of statements.entries()) {
      const isNewTitle = at === 0 && !titles.has(statement.key);
      if (isNewTitle) titles.add(statement.key);
      if (isNewTitle || !said.has(statement.key)) said.set(statement.key, statement);
    }
  }
  // What has no letters says nothing.
  said.delete('');
  const once = [...said.values()];
  return {
    titles: once.filter(({ key }) => titles.has(key)),
    texts: once.filter(({ key }) => !titles.has(key)),
  };
}

/** The day of the first of them; null where none is known. */
function beginOf(documents: readonly Document[]): number | null {
  const days = documents.flatMap(({ occurredAt }) => readDay(occurredAt) ?? []);
  return days.length === 0 ? null : Math.min(...days);
}

interface EventText {
  readonly titles: readonly Statement[];
  readonly texts: readonly Statement[];
  readonly paths: readonly string[];
}

function writeEvent(id: string, day: number | null, { titles, texts, paths }: EventText): NormalisedDocument {
  const terms = new Map<string, number>();
  const surfaces = new Map<string, string>();
  const all = [...titles, ...texts];
  for (const said of all) countTerms(said.terms, 1, terms, surfaces);
  const join = (some: readonly Statement[], key: 'masked' | 'characters', between: string) =>
    some.map((said) => said[key]).join(between);
  return {
    id,
    day,
    masked: { title: join(titles, 'masked', '\n'), text: join(texts, 'masked', '\n') },
    terms,
    surfaces,
    characters: ` ${join(all, 'characters', ' ')} `,
    signature: [...new Set(all.flatMap(({ signature }) => signature))].sort().slice(0, maxSignatureLength),
    files: listFiles([...new Set(paths)].sort()),
    places: new Map(),
  };
}

import { sql } from 'kysely';
import { createWordPattern, readWords } from '../sql/list-page.ts';

/** Number of characters before the word, and of the whole excerpt */
const before = 30;
const length = 200;

/** Selects the part of a failure's text around the first word of a query that its title lacks; null if the title has all words. */
export function createExcerptColumn(query: string | undefined) {
  const words = query === undefined ? [] : readWords(query);
  const parts = words.map(
    (word) => sql`case when failure.title not ilike ${createWordPattern(word)} then substring(failure.text
      from greatest(1, strpos(lower(failure.text), lower(${word})) - ${sql.lit(before)}) for ${sql.lit(length)}) end`,
  );
  return sql<string | null>`coalesce(${sql.join([...parts, sql`null`])})`.as('excerpt');
}

/** Writes a part of a text in one line, with an ellipsis instead of the words that are cut off. */
export function formatExcerpt(part: string, text: string): string {
  const isBeginning = text.startsWith(part);
  const line = (isBeginning ? part : part.replace(/^\S{0,40}\s/u, '… ')).replace(/\s+/gu, ' ').trim();
  return part.length < length ? line : `${line.replace(/\s\S{0,40}$/u, '')} …`;
}

import { type IndexedFailure, judgeDescribedRevert } from '@refrain/analysis';
import { AppError, FailureKind } from '@refrain/domain';
import { z } from 'zod';
import { readAllJsonLines } from '../records/read-json-lines.ts';
import { writeJsonLines } from '../records/write-json-lines.ts';
import { createFailureSearcher, type SearchResult } from './create-failure-searcher.ts';
import { withEmbedder } from './open-embedder.ts';

const Record = z.object({
  id: z.string().min(1),
  title: z.string().nullish(),
  text: z.string().nullish(),
  created: z.string().nullish(),
  kind: FailureKind.nullish(),
  paths: z.array(z.string()).nullish(),
  repository: z.string().nullish(),
});

const Question = z.object({ query: z.union([z.number(), z.string()]), text: z.string() });

export interface AnswerSearchQueriesOptions {
  readonly input: string;
  readonly questions: string;
  readonly output: string;
  readonly model?: string | undefined;
}

export async function answerSearchQueries({ input, questions, output, model }: AnswerSearchQueriesOptions) {
  const { records, notFailures } = await readIndexedFailures(input);
  const queries = await readAllJsonLines(questions, Question);
  const answers = await withEmbedder(model, async (embedder) => {
    const ask = await createFailureSearcher(records, embedder);
    const all: ({ readonly query: number | string } & SearchResult)[] = [];
    for (const { query, text } of queries) all.push({ query, ...(await ask(text)) });
    return all;
  });
  await writeJsonLines(output, answers);
  const seenCount = answers.filter((answer) => answer.said).length;
  return { task: 'seen', records: records.length, notFailures, questions: answers.length, said: seenCount };
}

/** Reads the records that the API indexes after an import. @throws {AppError} `invalid_input` for an unreadable file */
export async function readIndexedFailures(
  path: string,
): Promise<{ readonly records: IndexedFailure[]; readonly notFailures: number }> {
  const read = (await readAllJsonLines(path, Record)).map(
    ({ id, title, text, created, kind, paths, repository }): IndexedFailure => ({
      id,
      title: title ?? '',
      text: text ?? '',
      occurredAt: created ?? '',
      kind: kind ?? 'incident',
      paths: paths ?? [],
      repository: repository ?? null,
      services: [],
      environment: null,
    }),
  );
  const ids = new Set<string>();
  for (const { id } of read) {
    if (ids.has(id)) throw new AppError('invalid_input', `The id ${id} occurs twice in ${path}: ids must be unique.`);
    ids.add(id);
  }
  const records = read.filter(
    ({ kind, title, text }) => kind !== 'reverted_change' || judgeDescribedRevert(title, text).verdict === 'failure',
  );
  return { records, notFailures: read.length - records.length };
}

import { z } from 'zod';
import { readAllJsonLines } from '../records/read-json-lines.ts';
import { writeJsonLines } from '../records/write-json-lines.ts';
import { createSearcher } from './create-searcher.ts';
import { readRecords } from './read-records.ts';

const Question = z.object({ query: z.union([z.number(), z.string()]), text: z.string() });

export interface SearchQueryOptions {
  readonly input: string;
  readonly questions: string;
  readonly output: string;
}

export async function answerSearchQueries({ input, questions, output }: SearchQueryOptions) {
  const { records, notFailures } = await readRecords(input);
  const ask = createSearcher(records);
  const answers = (await readAllJsonLines(questions, Question)).map(({ query, text }) => ({ query, ...ask(text) }));
  await writeJsonLines(output, answers);
  const seenCount = answers.filter((answer) => answer.said).length;
  return { task: 'seen', records: records.length, notFailures, questions: answers.length, said: seenCount };
}

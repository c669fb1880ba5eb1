import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { AppError, toAppError } from '@refrain/domain';
import { z } from 'zod';
import { readChecked } from '../read-lines.ts';
import { createAsker } from './ask.ts';
import { readRecords } from './read-records.ts';

const usage = `Usage: npm run --silent eval -- seen --input RECORDS --questions QUESTIONS --output FILE

Answers “was this seen before?” over past failures, as POST /v1/search does once they are imported and grouped. Prints one line of JSON.

  --input RECORDS        JSON Lines {id, title, text, created, kind?, paths?, repository?}; a kind is incident, failed_deployment
                         or reverted_change. A revert that does not answer a failure is left out, as in an import
  --questions QUESTIONS  JSON Lines {query, text}: the number and the words of each question
  --output FILE          JSON Lines {query, neighbours: [{id, score}], said, confidence}; is replaced where it exists
  --help                 this text
`;

const Question = z.object({ query: z.union([z.number(), z.string()]), text: z.string() });

try {
  run();
} catch (thrown) {
  process.stderr.write(`${toAppError(thrown).message}\n`);
  process.exitCode = 1;
}

function run(): void {
  const { values } = parseArgs({
    options: {
      input: { type: 'string' },
      questions: { type: 'string' },
      output: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(usage);
  const { input, questions, output } = values;
  if (input === undefined || questions === undefined || output === undefined)
    throw new AppError('invalid_input', `Give --input, --questions and --output.\n\n${usage}`);
  const { records, notFailures } = readRecords(input);
  const ask = createAsker(records);
  const answers = readChecked(questions, Question).map(({ query, text }) => ({ query, ...ask(text) }));
  writeFileSync(output, answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''));
  const said = answers.filter((answer) => answer.said).length;
  process.stdout.write(
    `${JSON.stringify({ task: 'seen', records: records.length, notFailures, questions: answers.length, said })}\n`,
  );
}

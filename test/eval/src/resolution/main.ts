import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findResolution } from '@refrain/analysis';
import { AppError, toAppError } from '@refrain/domain';
import { z } from 'zod';
import { readChecked } from '../read-lines.ts';

const usage = `Usage: npm run --silent eval -- resolution --input RECORDS --output FILE

Quotes from each report the passage that states what resolved the incident. Prints one line of JSON.

  --input RECORDS  JSON Lines {id, title, text, ...}
  --output FILE    JSON Lines {id, resolution, confidence}; resolution is null where none is stated. Is replaced where it exists
  --help           this text
`;

const Record = z.object({ id: z.string().min(1), text: z.string().nullish() });

try {
  run();
} catch (thrown) {
  process.stderr.write(`${toAppError(thrown).message}\n`);
  process.exitCode = 1;
}

function run(): void {
  const { values } = parseArgs({
    options: { input: { type: 'string' }, output: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) return void process.stdout.write(usage);
  const { input, output } = values;
  if (input === undefined || output === undefined)
    throw new AppError('invalid_input', `Give --input and --output.\n\n${usage}`);
  const found = readChecked(input, Record).map(({ id, text }) => {
    const stated = findResolution(text ?? '');
    return { id, resolution: stated?.quote ?? null, confidence: stated?.confidence ?? 0 };
  });
  writeFileSync(output, found.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const stated = found.filter(({ resolution }) => resolution !== null).length;
  process.stdout.write(`${JSON.stringify({ task: 'resolution', records: found.length, stated })}\n`);
}

import { readFileSync } from 'node:fs';
import { assessCause, scoreCauses } from '@refrain/analysis';
import type { Cause } from '@refrain/domain';
import { causeOfCategory } from './cause-mapping.ts';
import { readOptions } from './read-options.ts';

interface LabelledRecord {
  readonly title: string;
  readonly text: string;
  readonly categories: readonly string[];
}

const usage = `Usage: node test/eval/dist/measure-causes.js FILE…

How often the cause is right in collections of labelled post-mortems, one line of JSON for each file. Records whose label
says nothing, or 'unknown', are left out.
`;

for (const path of readOptions(usage, {}, true).positionals) {
  const records = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabelledRecord);
  const scored = records.flatMap(({ title, text, categories }) => {
    const truth = categories
      .map(causeOfCategory)
      .filter((cause): cause is Cause => cause !== null && cause !== 'unknown');
    return truth.length === 0 ? [] : [{ predicted: assessCause({ title, text }).cause, truth }];
  });
  process.stdout.write(`${JSON.stringify({ path, records: scored.length, ...scoreCauses(scored) })}\n`);
}

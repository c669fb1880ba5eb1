import { writeFileSync } from 'node:fs';
import { createSimilarityIndex, normalise } from '@refrain/analysis';
import { readLines } from './read-lines.ts';
import { readOptions } from './read-options.ts';

interface FileRecord {
  readonly id: string | number;
  readonly title?: string | null;
  readonly text?: string | null;
  readonly created?: string | number | null;
}

const usage = `Usage: node test/eval/dist/measure-earlier.js --input FILE --output FILE

For each record the 20 most similar of those that were created before it, in the form of 'refrain eval similar'. The rarity
of words is that of the whole file.
`;

const { values } = readOptions(usage, { input: { type: 'string' }, output: { type: 'string' } });
if (values.input === undefined || values.output === undefined) throw new RangeError('Give --input and --output');
const documents = readLines<FileRecord>(values.input).map(({ id, title, text, created }) => ({
  id: String(id),
  title: title ?? '',
  text: text ?? '',
  occurredAt: String(created ?? ''),
}));
const created = new Map(documents.map(({ id, occurredAt }) => [id, occurredAt]));
const index = createSimilarityIndex(documents.map(normalise));
const lines = documents.map(({ id, occurredAt }) => {
  const neighbours = index
    .neighbours(id, documents.length)
    .filter((found) => (created.get(found.id) ?? '') < occurredAt);
  return `${JSON.stringify({ id, neighbours: neighbours.slice(0, 20) })}\n`;
});
writeFileSync(values.output, lines.join(''));
process.stdout.write(`${JSON.stringify({ records: documents.length })}\n`);

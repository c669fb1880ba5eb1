import { createSimilarityIndex, normaliseDocument } from '@refrain/analysis/evaluation';
import { readAllJsonLines } from '../records/read-json-lines.ts';
import { writeJsonLines } from '../records/write-json-lines.ts';

const neighbourCount = 20;

interface FileRecord {
  readonly id: string | number;
  readonly title?: string | null;
  readonly text?: string | null;
  readonly created?: string | number | null;
}

export interface MeasureEarlierNeighboursOptions {
  readonly input: string;
  readonly output: string;
}

export async function measureEarlierNeighbours({ input, output }: MeasureEarlierNeighboursOptions) {
  const documents = (await readAllJsonLines<FileRecord>(input)).map(({ id, title, text, created }) => ({
    id: String(id),
    title: title ?? '',
    text: text ?? '',
    occurredAt: String(created ?? ''),
  }));
  const created = new Map(documents.map(({ id, occurredAt }) => [id, occurredAt]));
  const index = createSimilarityIndex(documents.map(normaliseDocument));
  const lines = documents.map(({ id, occurredAt }) => {
    const neighbours = index
      .neighbours(id, documents.length)
      .filter((found) => (created.get(found.id) ?? '') < occurredAt);
    return { id, neighbours: neighbours.slice(0, neighbourCount) };
  });
  await writeJsonLines(output, lines);
  return { records: documents.length };
}

import { ArchiveIncident, type ArchiveRow } from '@refrain/connectors';
import type { ArchivePreviewRecord, FileCheckResponse } from '@refrain/domain';
import { createSkipCounter } from './skip-counter.ts';

const maxNotes = 50;
const maxPreviewed = 20;
const maxPreviewLength = 400;
const keysPerQuery = 1_000;

type FindKnownKeys = (deliveryKeys: readonly string[]) => Promise<ReadonlySet<string>>;

/** Counts what an import of the rows would store, and collects problems and the first records. */
export async function checkRows(
  read: (onNote: (note: string) => void) => AsyncIterable<ArchiveRow>,
  findKnownKeys: FindKnownKeys,
): Promise<Omit<FileCheckResponse, 'columns'>> {
  const notes: string[] = [];
  const preview: ArchivePreviewRecord[] = [];
  const skips = createSkipCounter();
  let records = 0;
  let known = 0;
  let keys: string[] = [];
  const countKnown = async () => {
    known += (await findKnownKeys(keys)).size;
    keys = [];
  };
  for await (const row of read((note) => notes.length < maxNotes && notes.push(note))) {
    skips.count(row);
    if (!('record' in row)) continue;
    records += 1;
    keys.push(row.record.deliveryKey);
    if (preview.length < maxPreviewed) preview.push(toPreview(row.line, ArchiveIncident.parse(row.record.payload)));
    if (keys.length === keysPerQuery) await countKnown();
  }
  await countKnown();
  return { records, fresh: records - known, ...skips.result(), notes, preview };
}

function toPreview(line: number, { people: _people, ...incident }: ArchiveIncident): ArchivePreviewRecord {
  return { ...incident, line, text: incident.text.slice(0, maxPreviewLength) };
}

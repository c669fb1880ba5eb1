import { ArchiveIncident, type ArchiveRow } from '@refrain/connectors';
import type { ArchivePreviewRecord, FileCheckResponse } from '@refrain/domain';
import { z } from 'zod';
import { createSkipCounter } from './skip-counter.ts';

const maxNotes = 50;
const maxPreviewed = 20;
const maxPreviewLength = 400;
const keysPerQuery = 1_000;

/** Finds which records an archive has. */
export interface StoredRecordFinder {
  findKnownKeys(deliveryKeys: readonly string[]): Promise<ReadonlySet<string>>;
  findStoredIds(ids: readonly string[]): Promise<ReadonlySet<string>>;
}

const WithId = z.object({ id: z.string() });

/** Counts what an import of the rows would store, and collects problems and the first records. */
export async function checkRows(
  read: (onNote: (note: string) => void) => AsyncIterable<ArchiveRow>,
  stored: StoredRecordFinder,
): Promise<Omit<FileCheckResponse, 'columns'>> {
  const notes: string[] = [];
  const preview: ArchivePreviewRecord[] = [];
  const skips = createSkipCounter();
  let records = 0;
  let fresh = 0;
  let changed = 0;
  const ids = new Map<string, string>();
  const countStored = async () => {
    const known = await stored.findKnownKeys([...ids.keys()]);
    const others = [...ids].flatMap(([key, id]) => (known.has(key) ? [] : [id]));
    const replaced = await stored.findStoredIds(others);
    changed += replaced.size;
    fresh += others.length - replaced.size;
    ids.clear();
  };
  for await (const row of read((note) => notes.length < maxNotes && notes.push(note))) {
    skips.count(row);
    if (!('record' in row)) continue;
    records += 1;
    ids.set(row.record.deliveryKey, WithId.parse(row.record.payload).id);
    if (preview.length < maxPreviewed) preview.push(toPreview(row.line, ArchiveIncident.parse(row.record.payload)));
    if (ids.size === keysPerQuery) await countStored();
  }
  await countStored();
  return { records, fresh, changed, ...skips.result(), notes, preview };
}

function toPreview(line: number, { people: _people, ...incident }: ArchiveIncident): ArchivePreviewRecord {
  return { ...incident, line, text: incident.text.slice(0, maxPreviewLength) };
}

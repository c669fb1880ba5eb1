import { ArchiveIncident, type ArchiveRow } from '@refrain/connectors';
import type { ArchivePreviewRecord, FileCheckResponse } from '@refrain/domain';
import { createSkipCounter } from './skip-counter.ts';

const maxNotes = 50;
const maxPreviewed = 20;
const maxPreviewLength = 400;
const keysPerQuery = 1_000;

/** Finds which records an archive has. */
export interface StoredRecordFinder {
  findKnownKeys(deliveryKeys: readonly string[]): Promise<ReadonlySet<string>>;
  findStoredIds(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Returns the other archive that has most of the ids; null if none has half of them. */
  findOtherArchive(ids: readonly string[]): Promise<FileCheckResponse['sameIdsIn']>;
}

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
  let span: FileCheckResponse['span'] = null;
  const firstIds: string[] = [];
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
    const incident = ArchiveIncident.parse(row.record.payload);
    ids.set(row.record.deliveryKey, incident.id);
    span = extendSpan(span, incident.created);
    if (firstIds.length < keysPerQuery) firstIds.push(incident.id);
    if (preview.length < maxPreviewed) preview.push(toPreview(row.line, incident));
    if (ids.size === keysPerQuery) await countStored();
  }
  await countStored();
  const sameIdsIn = fresh === 0 ? null : await stored.findOtherArchive(firstIds);
  return { records, fresh, changed, span, sameIdsIn, ...skips.result(), notes, preview };
}

function extendSpan(span: FileCheckResponse['span'], created: string): FileCheckResponse['span'] {
  if (span === null) return { from: created, until: created };
  return { from: created < span.from ? created : span.from, until: created > span.until ? created : span.until };
}

function toPreview(line: number, { people: _people, ...incident }: ArchiveIncident): ArchivePreviewRecord {
  return { ...incident, line, text: incident.text.slice(0, maxPreviewLength) };
}

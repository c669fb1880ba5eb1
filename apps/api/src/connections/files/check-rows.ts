import { ArchiveIncident, type ArchiveRow } from '@refrain/connectors';
import type { ArchivePreviewRecord, FileCheckResponse, RecordState } from '@refrain/domain';
import { classifyEach } from '../classify-each.ts';
import type { RecordClassifier } from '../classify-records.ts';
import type { RecordCounter } from '../record-counter.ts';
import { createSkipCounter } from './skip-counter.ts';

const maxNotes = 50;
const maxPreviewed = 20;
const maxPreviewLength = 400;
const maxComparedIds = 1_000;

interface RowCheck {
  readonly classifier: RecordClassifier;
  readonly counter: RecordCounter;
  /** Returns the other archive that has most of the ids; null if none has half of them. */
  findOtherArchive(ids: readonly string[]): Promise<FileCheckResponse['sameIdsIn']>;
}

/** Counts what an import of the rows would store, and collects problems and the first records. */
export async function checkRows(
  read: (onNote: (note: string) => void) => AsyncIterable<ArchiveRow>,
  { classifier, counter, findOtherArchive }: RowCheck,
): Promise<Omit<FileCheckResponse, 'columns'>> {
  const notes: string[] = [];
  const preview: ArchivePreviewRecord[] = [];
  const skips = createSkipCounter();
  let span: FileCheckResponse['span'] = null;
  const unstoredIds: string[] = [];
  const rows = read((note) => notes.length < maxNotes && notes.push(note));
  for await (const { item: row, classified } of classifyEach(classifier, rows, recordOf)) {
    skips.count(row);
    if (!('record' in row) || classified === null) continue;
    counter.add(classified);
    const incident = ArchiveIncident.parse(row.record.payload);
    span = extendSpan(span, incident.created);
    const isUnstored = classified.state === 'new' || classified.state === 'existing';
    if (isUnstored && unstoredIds.length < maxComparedIds) unstoredIds.push(incident.id);
    if (preview.length < maxPreviewed) preview.push(toPreview(row.line, classified.state, incident));
  }
  const sameIdsIn = await findOtherArchive(unstoredIds);
  return { ...counter.result(), span, sameIdsIn, ...skips.result(), notes, preview };
}

function recordOf(row: ArchiveRow) {
  return 'record' in row ? row.record : null;
}

function extendSpan(span: FileCheckResponse['span'], created: string): FileCheckResponse['span'] {
  if (span === null) return { from: created, until: created };
  return { from: created < span.from ? created : span.from, until: created > span.until ? created : span.until };
}

function toPreview(
  line: number,
  state: RecordState,
  { people: _people, ...incident }: ArchiveIncident,
): ArchivePreviewRecord {
  return { ...incident, line, state, text: incident.text.slice(0, maxPreviewLength) };
}

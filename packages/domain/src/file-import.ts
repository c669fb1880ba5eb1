import { z } from 'zod';
import { Connection } from './connection.ts';
import { FailureKind } from './failure.ts';
import { Instant } from './instant.ts';
import { TimePrecision } from './time-precision.ts';

/** A field that a column of an imported file can fill. */
export const ArchiveField = z.enum([
  'id',
  'title',
  'text',
  'created',
  'resolved',
  'services',
  'repository',
  'severity',
  'url',
  'kind',
  'people',
]);
export type ArchiveField = z.infer<typeof ArchiveField>;

/** `markdown` is JSON Lines with one object per Markdown file: its `name` and its `text`. */
export const ArchiveFileFormat = z.enum(['csv', 'jsonl', 'markdown']);
export type ArchiveFileFormat = z.infer<typeof ArchiveFileFormat>;

/** A column of an imported file. */
export const ArchiveColumn = z.object({
  name: z.string(),
  /** The field that the column fills; null if the column is not imported. */
  field: ArchiveField.nullable(),
  /** The first values of the column, shortened. */
  samples: z.array(z.string()),
});
export type ArchiveColumn = z.infer<typeof ArchiveColumn>;

/** A record of a file as Refrain would import it. */
export const ArchivePreviewRecord = z.object({
  line: z.number().int(),
  id: z.string(),
  kind: FailureKind,
  title: z.string(),
  /** The beginning of the text. */
  text: z.string(),
  created: Instant,
  resolved: Instant.nullable(),
  precision: TimePrecision,
  services: z.array(z.string()),
  repository: z.string().nullable(),
  severity: z.string().nullable(),
  url: z.string().nullable(),
});
export type ArchivePreviewRecord = z.infer<typeof ArchivePreviewRecord>;

/** Describes what an import of a file would store. */
export const FileCheckResponse = z.object({
  /** The columns of the file; empty for Markdown. */
  columns: z.array(ArchiveColumn),
  /** The number of records that can be imported. */
  records: z.number().int(),
  /** The number of these records whose id is not stored yet. */
  fresh: z.number().int(),
  /** The number of these records that replace a stored record with the same id and other content. */
  changed: z.number().int(),
  /** When the first and the last of these records began; null without records. */
  span: z.object({ from: Instant, until: Instant }).nullable(),
  /** Another archive that has most of the ids, so that an import would store the same incidents twice; null if there is none. */
  sameIdsIn: z.object({ archive: z.string(), records: z.number().int() }).nullable(),
  /** The number of rows that are equal to an earlier row of the file. */
  repeated: z.number().int(),
  /** The number of rows that cannot be imported. */
  skipped: z.number().int(),
  /** The reasons for the first skipped rows. */
  problems: z.array(z.object({ line: z.number().int(), reason: z.string() })),
  /** Notes on columns and cells that are ignored. */
  notes: z.array(z.string()),
  /** The first records. */
  preview: z.array(ArchivePreviewRecord),
});
export type FileCheckResponse = z.infer<typeof FileCheckResponse>;

export const FileImportResponse = FileCheckResponse.pick({ repeated: true, skipped: true, problems: true }).extend({
  connection: Connection,
  received: z.number().int(),
  /** The number of received records that were not stored before. */
  stored: z.number().int(),
});
export type FileImportResponse = z.infer<typeof FileImportResponse>;

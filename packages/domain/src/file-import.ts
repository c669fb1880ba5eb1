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
  /** The heading under which the text contains the column if it fills the text; null if the text contains it without a heading. */
  section: z.string().nullable(),
  /** The first values of the column, shortened. */
  samples: z.array(z.string()),
});
export type ArchiveColumn = z.infer<typeof ArchiveColumn>;

/**
 * How a record of an import compares with the stored data. A `changed` record replaces one with the same id, and an `unchanged` one is
 * stored already. An `existing` record is a failure that another connection has delivered, and is skipped.
 */
export const RecordState = z.enum(['new', 'changed', 'unchanged', 'existing']);
export type RecordState = z.infer<typeof RecordState>;

/** The records of an import that are skipped, because other connections have failures with the same kind, title and start. */
export const ExistingRecords = z.object({
  records: z.number().int(),
  /** The connections that have these failures, most records first. A record counts for each of them. */
  sources: z.array(
    z.object({
      /** An account with its provider, such as `PagerDuty acme`, or the name of an archive. */
      name: z.string(),
      records: z.number().int(),
    }),
  ),
});
export type ExistingRecords = z.infer<typeof ExistingRecords>;

/** Rows of a file that cannot be imported for the same reason. */
export const ImportProblem = z.object({
  /** Says what is wrong, and what to do. */
  problem: z.string(),
  /** The part of the first row that causes the problem; null if the problem says everything. */
  example: z.string().nullable(),
  /** The number of rows with this problem. */
  rows: z.number().int(),
  /** The lines of the first of these rows. */
  lines: z.array(z.number().int()),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

/** A record of a file as Refrain would import it. */
export const ArchivePreviewRecord = z.object({
  line: z.number().int(),
  state: RecordState,
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

/** Describes what an import of records would store. */
export const RecordCheckResponse = z.object({
  /** The number of records that can be read. */
  records: z.number().int(),
  /** The number of these records that are new. */
  fresh: z.number().int(),
  /** The number of these records that replace a stored record with the same id and other content. */
  changed: z.number().int(),
  existing: ExistingRecords,
});
export type RecordCheckResponse = z.infer<typeof RecordCheckResponse>;

/** Describes what an import of a file would store. */
export const FileCheckResponse = RecordCheckResponse.extend({
  /** The columns of the file; empty for Markdown. */
  columns: z.array(ArchiveColumn),
  /** When the first and the last of these records began; null without records. */
  span: z.object({ from: Instant, until: Instant }).nullable(),
  /** Another archive that has most of the ids. An import into that archive updates its records. Null if there is none. */
  sameIdsIn: z.object({ archive: z.string(), records: z.number().int() }).nullable(),
  /** The number of rows that are equal to an earlier row of the file. */
  repeated: z.number().int(),
  /** The number of rows that cannot be imported. */
  skipped: z.number().int(),
  /** Why rows are skipped, the most frequent problems first. */
  problems: z.array(ImportProblem),
  /** Notes on columns and cells that are ignored. */
  notes: z.array(z.string()),
  /** The first records. */
  preview: z.array(ArchivePreviewRecord),
});
export type FileCheckResponse = z.infer<typeof FileCheckResponse>;

export const ImportResponse = z.object({
  connection: Connection,
  received: z.number().int(),
  /** The number of received records that were not stored before. */
  stored: z.number().int(),
  /** The number of stored records that replace a stored record with the same id and other content. */
  changed: z.number().int(),
  existing: ExistingRecords,
});
export type ImportResponse = z.infer<typeof ImportResponse>;

/** The number of received records, and what the import did with them. */
export const ArchiveImportResponse = ImportResponse.omit({ connection: true });
export type ArchiveImportResponse = z.infer<typeof ArchiveImportResponse>;

export const FileImportResponse = ImportResponse.extend(
  FileCheckResponse.pick({ repeated: true, skipped: true, problems: true }).shape,
);
export type FileImportResponse = z.infer<typeof FileImportResponse>;

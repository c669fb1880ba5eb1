import { type ArchiveField, ArchiveField as Field } from '@refrain/domain';
import { fieldAliases, findTextSection } from './field-aliases.ts';
import { normaliseColumnName } from './normalise-column-name.ts';
import { parseDate } from './parse-date.ts';
import { problemColumn } from './rejected-rows.ts';

export interface SampledColumn {
  readonly name: string;
  /** The first non-empty values. */
  readonly values: readonly string[];
}

type Guess = (column: SampledColumn) => boolean;

/** Rules for fields that no column name reveals, in order. Each takes the first free column that fits. */
const rules: readonly (readonly [ArchiveField, Guess])[] = [
  ['created', ({ name, values }) => areDates(values) && !/end|resol|clos|recover|updat|modif|due/iu.test(name)],
  ['resolved', ({ name, values }) => areDates(values) && /end|resol|clos|recover|fix|until/iu.test(name)],
  ['url', ({ values }) => values.every((value) => /^https?:\/\//u.test(value))],
  [
    'severity',
    ({ values }) => values.every((value) => /^(?:(?:sev|p|s)[-_ ]?\d|critical|major|minor|high|low)$/iu.test(value)),
  ],
  ['id', ({ name, values }) => /id$|key|ref|ticket|number|#/iu.test(name) && areIds(values)],
  ['text', ({ values }) => meanLength(values) >= 80],
  ['title', ({ values }) => meanLength(values) >= 12 && values.every((value) => /[a-z]\s\S/iu.test(value))],
];

/**
 * Guesses which field each column fills: by its name, or by its values for fields that no name reveals. A column that fills
 * no field is not in the result.
 */
export function guessFields(columns: readonly SampledColumn[]): Map<string, ArchiveField> {
  const fields = new Map<string, ArchiveField>();
  for (const { name } of columns) {
    const field = findFieldByName(name);
    if (field !== null) fields.set(name, field);
  }
  useSummaryAsTitle(columns, fields);
  const guessed = columns.filter(({ name, values }) => values.length > 0 && name !== problemColumn);
  for (const [field, fits] of rules) {
    if (isFilled(field, fields)) continue;
    const column = guessed.find((each) => !fields.has(each.name) && fits(each));
    if (column !== undefined) fields.set(column.name, field);
  }
  return fields;
}

/** Returns whether a column fills the field. Columns with single sections of the text do not replace the text itself. */
function isFilled(field: ArchiveField, fields: ReadonlyMap<string, ArchiveField>): boolean {
  return [...fields].some(([name, each]) => each === field && (field !== 'text' || findTextSection(name) === null));
}

const maxTitleLength = 200;
/** The names of columns that have titles or texts. */
const summaryColumns: readonly string[] = ['summary', 'what_happened'];

/** Without a column of titles, a summary of one line is the title. */
function useSummaryAsTitle(columns: readonly SampledColumn[], fields: Map<string, ArchiveField>): void {
  if ([...fields.values()].includes('title')) return;
  const isLine = (value: string) => value.length <= maxTitleLength && !value.includes('\n');
  const summary = columns.find(
    ({ name, values }) =>
      summaryColumns.includes(normaliseColumnName(name)) && values.length > 0 && values.every(isLine),
  );
  if (summary !== undefined) fields.set(summary.name, 'title');
}

function findFieldByName(name: string): ArchiveField | null {
  const normalised = normaliseColumnName(name);
  return Field.options.find((field) => fieldAliases[field].includes(normalised)) ?? null;
}

/** Returns whether at least half of the values are dates, because some rows may have a text such as "unknown". */
function areDates(values: readonly string[]): boolean {
  const dates = values.filter((value) => parseDate(value) !== null || parseDate(value, true) !== null);
  return dates.length >= values.length / 2;
}

function areIds(values: readonly string[]): boolean {
  // Some rows of an export may repeat an earlier row.
  return new Set(values).size >= values.length / 2 && values.every((value) => /^[\w#.-]{1,60}$/u.test(value));
}

function meanLength(values: readonly string[]): number {
  return values.reduce((sum, value) => sum + value.length, 0) / values.length;
}

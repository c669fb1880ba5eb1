import type { ArchiveColumn, ArchiveField } from '@refrain/domain';
import { cellToText, isEmptyCell } from './cells.ts';
import { fieldAliases, findTextSection } from './field-aliases.ts';
import { guessFields } from './guess-fields.ts';
import { normaliseColumnName } from './normalise-column-name.ts';
import type { UnparsedRow } from './unparsed-row.ts';

const maxRows = 1_000;
const maxColumns = 200;
const maxValues = 20;
const maxSamples = 3;
const maxSampleLength = 120;

/** Returns the columns in the first 1,000 rows, with the fields that they fill without a column map. */
export async function inspectColumns(rows: AsyncIterable<UnparsedRow>): Promise<ArchiveColumn[]> {
  const valuesByName = new Map<string, string[]>();
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count > maxRows) break;
    if ('broken' in row) continue;
    for (const [name, value] of Object.entries(row.values)) {
      const values = valuesByName.get(name) ?? [];
      if (valuesByName.size < maxColumns) valuesByName.set(name, values);
      if (values.length < maxValues && !isEmptyCell(value)) values.push(cellToText(value).trim().slice(0, 500));
    }
  }
  const columns = Array.from(valuesByName, ([name, values]) => ({ name, values }));
  const fields = guessFields(columns);
  return columns.map(({ name, values }) => ({
    name,
    field: fields.get(name) ?? null,
    section: findTextSection(name),
    samples: values.slice(0, maxSamples).map((value) => value.slice(0, maxSampleLength)),
  }));
}

/** Returns a column map with the fields that only the values reveal. The reader recognises the other fields by their names. */
export function mapGuessedColumns(columns: readonly ArchiveColumn[]): Partial<Record<ArchiveField, string[]>> {
  const guessed: Partial<Record<ArchiveField, string[]>> = {};
  for (const { name, field } of columns) {
    if (field !== null && !fieldAliases[field].includes(normaliseColumnName(name))) guessed[field] = [name];
  }
  // The map replaces recognition by name, so it also names the columns with sections of the text.
  if (guessed.text !== undefined) guessed.text = columns.flatMap(({ name, field }) => (field === 'text' ? [name] : []));
  return guessed;
}

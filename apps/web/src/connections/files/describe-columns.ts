import { count } from '../../labels/format.ts';
import { type Column, type Field, fieldLabels } from './column-choice.ts';

const list = new Intl.ListFormat('en-GB');

/** The fields that several columns fill together. Any other field takes the first filled column of each row. */
const joinedFields: ReadonlySet<Field> = new Set(['text', 'people']);

/** Says what becomes of a column; null if the name of its field says everything. */
export function describeColumn(column: Column, columns: readonly Column[]): string | null {
  const { field, section } = column;
  if (field === null) return `Not imported: ${explainOmission(column)}.`;
  if (field === 'people') return 'Used to remove these names from all texts.';
  const isAlone = columns.filter((each) => each.field === field).length === 1;
  if (field === 'text' && section !== null) return `${section}: a section of the text.`;
  if (isAlone) return null;
  return joinedFields.has(field)
    ? 'A part of the text.'
    : `Several columns fill “${fieldLabels[field]}”. Each row uses its first filled one.`;
}

/** Says how many columns are imported, and which are not and why. */
export function describeOmittedColumns(columns: readonly Column[]): string {
  const omitted = columns.filter(({ field }) => field === null);
  if (omitted.length === 0) return columns.length === 1 ? 'The column is imported.' : 'All columns are imported.';
  const names = omitted.map((column) => `“${column.name}” (${explainOmission(column)})`);
  return `${count(omitted.length, 'column is', 'columns are')} not imported: ${list.format(names)}.`;
}

function explainOmission({ samples }: Column): string {
  return samples.length === 0 ? 'it is empty' : 'no field is chosen';
}

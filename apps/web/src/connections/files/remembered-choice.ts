import { type Column, fieldLabels, type ImportChoice, initialChoice } from './column-choice.ts';

type ChoiceStorage = Pick<Storage, 'getItem' | 'setItem'>;

const keyOf = (archive: string) => `refrain-import ${archive}`;

/** Stores how the columns of a file were read, for the next file of the same source. */
export function rememberChoice(storage: ChoiceStorage, archive: string, choice: ImportChoice): void {
  storage.setItem(keyOf(archive), JSON.stringify(choice));
}

/** Returns the choice of the last import into a source. Returns null if there is none, or if the file lacks one of its columns. */
export function recallChoice(
  storage: ChoiceStorage,
  archive: string,
  columns: readonly Pick<Column, 'name'>[],
): ImportChoice | null {
  const choice = parseChoice(storage.getItem(keyOf(archive)));
  const names = new Set(columns.map(({ name }) => name));
  return choice !== null && Object.keys(choice.fields).every((name) => names.has(name)) ? choice : null;
}

function parseChoice(stored: string | null) {
  try {
    const { fields, dayFirst, kind } = { ...initialChoice, ...JSON.parse(stored ?? '{}') } as ImportChoice;
    const isValid = fields !== null && Object.values(fields).every((field) => field === null || field in fieldLabels);
    return isValid ? { fields, dayFirst, kind } : null;
  } catch {
    return null;
  }
}

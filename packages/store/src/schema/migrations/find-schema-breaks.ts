import type { Column, Schema, Table } from './read-schema.ts';

/**
 * Returns the differences that break a process of the previous version: a table or column that it uses is gone, has
 * another type, or refuses what it writes. Does not detect changes of the data.
 */
export function findSchemaBreaks(before: Schema, after: Schema): string[] {
  return [...before].flatMap(([name, table]) => {
    const now = after.get(name);
    return now === undefined ? [`${name} is gone`] : breaksOfTable(name, table, now);
  });
}

function breaksOfTable(name: string, before: Table, after: Table): string[] {
  const kept = [...before.columns].flatMap(([column, was]) => {
    const now = after.columns.get(column);
    return now === undefined ? [`${name}.${column} is gone`] : breaksOfColumn(`${name}.${column}`, was, now);
  });
  const added = [...after.columns]
    .filter(([column, { isNullable, isFilled }]) => !before.columns.has(column) && !isNullable && !isFilled)
    .map(([column]) => `${name}.${column} has to be given`);
  const targets = new Set(after.uniques.values());
  const known = new Set(before.uniques.values());
  const isKept = (columns: string) =>
    [...before.columns.keys()].some((column) => new RegExp(`\\b${column}\\b`, 'u').test(columns));
  return [
    ...kept,
    ...added,
    ...[...after.checks]
      .filter((check) => !before.checks.has(check) && !isOfNew(check))
      .map((check) => `${name} has a new check: ${check}`),
    ...[...after.foreignKeys]
      .filter((key) => !before.foreignKeys.has(key) && !isOfNew(key))
      .map((key) => `${name} has a new foreign key: ${key}`),
    ...[...after.uniques]
      .filter(([, columns]) => !known.has(columns) && isKept(columns))
      .map(([index]) => `${name} has a new unique index: ${index}`),
    ...[...known]
      .filter((columns) => !targets.has(columns))
      .map((columns) => `${name} lost what \`on conflict\` needs: ${columns}`),
  ];

  /**
   * A constraint on a new column does not matter: a row that the previous version writes contains the column's default.
   */
  function isOfNew(constraint: string): boolean {
    return [...after.columns.keys()].some(
      (column) => !before.columns.has(column) && constraint.startsWith(`${name}_${column}_`),
    );
  }
}

function breaksOfColumn(name: string, was: Column, now: Column): string[] {
  return [
    ...(was.type === now.type ? [] : [`${name} is ${now.type} and was ${was.type}`]),
    ...(was.isNullable && !now.isNullable ? [`${name} may not be null any more`] : []),
    ...(was.isFilled && !now.isFilled && !now.isNullable ? [`${name} has to be given`] : []),
  ];
}

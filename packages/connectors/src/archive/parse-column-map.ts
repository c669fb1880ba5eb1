import { AppError } from '@refrain/domain';
import type { ColumnReaderOptions } from './columns.ts';

/**
 * Parses `<field>=<column>`, and `<field>==<text>` for the same text in every row. A field may have several columns.
 * @param kind has the same effect as `kind==<kind>`
 * @throws {AppError} `invalid_input` for any other form, and for a field with both a column and a text
 */
export function parseColumnMap(
  pairs: readonly string[],
  kind?: string,
): Pick<ColumnReaderOptions, 'map' | 'constants'> {
  const map = new Map<string, string[]>();
  const constants = new Map<string, string>(kind === undefined ? [] : [['kind', kind]]);
  for (const pair of pairs) {
    const [, field = '', sign, theirs = ''] = /^([^=]+)(==?)(.*)$/su.exec(pair) ?? [];
    if (theirs === '') {
      throw new AppError(
        'invalid_input',
        `--map ${pair}: write <refrain-column>=<file-column>, for example --map text=summary, or <refrain-column>==<text> for the same text in every row.`,
      );
    }
    if (constants.has(field) || (sign === '==' && map.has(field)))
      throw new AppError('invalid_input', `--map maps ${field} twice: remove one of the two.`);
    if (sign === '==') constants.set(field, theirs);
    else map.set(field, [...(map.get(field) ?? []), theirs]);
  }
  return { map: Object.fromEntries(map), constants: Object.fromEntries(constants) };
}

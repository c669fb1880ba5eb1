import type { Schemas } from '../../api/refrain.ts';
import { count, formatWhole } from '../../labels/format.ts';

type Check = Pick<Schemas['FileCheckResponse'], 'records' | 'fresh' | 'changed' | 'existing' | 'repeated' | 'skipped'>;
type Result = Pick<
  Schemas['FileImportResponse'],
  'received' | 'stored' | 'changed' | 'existing' | 'repeated' | 'skipped'
>;
/** Names a record: a row of a CSV or JSON Lines file, or a Markdown file. */
export type RecordNoun = 'row' | 'file';

const maxNamedSources = 3;
const list = new Intl.ListFormat('en-GB');

/** Says how many records are new, and what an import does with the others: `120 of 131 rows are new; 11 already exist …`. */
export function describeCheck(check: Check, noun: RecordNoun): string {
  const { records, fresh, changed, existing, repeated, skipped } = check;
  const unchanged = records - fresh - changed - existing.records;
  const total = records + repeated + skipped;
  return joinParts([
    describeFresh(fresh, total, noun, ['is', 'are']),
    part(existing.records, ['exists', 'exist'], (verb) => `already ${verb}${from(existing)} and will be skipped`),
    part(changed, ['is', 'are'], (verb) => `${verb} in this source with other content and will be updated`),
    part(unchanged, ['is', 'are'], (verb) => `${verb} in this source already`),
    part(repeated, ['repeats', 'repeat'], (verb) => `${verb} an earlier ${noun}`),
    part(skipped, ['', ''], () => 'cannot be read'),
  ]);
}

/** Repeats the figures of the check after an import. */
export function describeResult(result: Result, noun: RecordNoun): string {
  const { received, stored, changed, existing, repeated, skipped } = result;
  const unchanged = received - stored - existing.records;
  return joinParts([
    describeFresh(stored - changed, received + repeated + skipped, noun, ['was', 'were']),
    part(existing.records, ['was', 'were'], (verb) => `already existed${from(existing)} and ${verb} skipped`),
    part(changed, ['was', 'were'], (verb) => `${verb} updated`),
    part(unchanged, ['was', 'were'], (verb) => `${verb} in this source already`),
    part(repeated, ['', ''], () => `repeated an earlier ${noun}`),
    part(skipped, ['', ''], () => 'could not be read'),
  ]);
}

type Verb = readonly [one: string, many: string];

function describeFresh(fresh: number, total: number, noun: RecordNoun, [one, many]: Verb): string {
  if (total === 1) return `The ${noun} ${one} ${fresh === 1 ? '' : 'not '}new`;
  if (fresh === total) return `All ${count(total, noun)} ${many} new`;
  if (fresh === 0) return `None of the ${count(total, noun)} ${one} new`;
  return `${formatWhole(fresh)} of ${count(total, noun)} ${fresh === 1 ? one : many} new`;
}

function part(number: number, [one, many]: Verb, describe: (verb: string) => string): string | null {
  return number === 0 ? null : `${formatWhole(number)} ${describe(number === 1 ? one : many)}`;
}

function joinParts(parts: readonly (string | null)[]): string {
  return `${parts.filter((each) => each !== null).join('; ')}.`;
}

function from({ sources }: Check['existing']): string {
  const names = sources.slice(0, maxNamedSources).map(({ name }) => name);
  const more = sources.length - names.length;
  return ` (from ${list.format(more > 0 ? [...names, `${more} more`] : names)})`;
}

/** Returns the label of the button that starts the import. */
export function describeImport(check: Pick<Check, 'records' | 'fresh' | 'changed'> | undefined): string {
  if (check === undefined || check.records === 0) return 'Import';
  const { fresh, changed } = check;
  const update = `update ${formatWhole(changed)}`;
  if (fresh > 0) return `Import ${count(fresh, 'new record')}${changed > 0 ? ` and ${update}` : ''}`;
  return changed > 0 ? `Update ${count(changed, 'record')}` : 'Nothing new to import';
}

/** Returns whether an import would change anything. */
export function hasChanges({ fresh, changed }: Pick<Check, 'fresh' | 'changed'>): boolean {
  return fresh + changed > 0;
}

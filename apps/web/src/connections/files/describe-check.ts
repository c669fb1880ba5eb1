import type { Schemas } from '../../api/refrain.ts';
import { count, formatWhole } from '../../labels/format.ts';

type Check = Pick<Schemas['FileCheckResponse'], 'records' | 'fresh' | 'changed' | 'repeated' | 'skipped'>;

/** Says what an import would store, and what it would update or leave out. */
export function describeCheck({ records, fresh, changed, repeated, skipped }: Check): string {
  const total = records + repeated + skipped;
  const imported = records - fresh;
  const unchanged = imported - changed;
  const rest = [
    ...(fresh > 0 ? [`${formatWhole(fresh)} new`] : []),
    ...(repeated > 0 ? [count(repeated, 'duplicate')] : []),
    ...(skipped > 0 ? [`${formatWhole(skipped)} cannot be read`] : []),
  ];
  const first = `${count(total, 'record')}${rest.length === 0 ? '' : `: ${rest.join(', ')}`}.`;
  if (imported === 0) return first;
  const outcome = [
    ...(changed > 0 ? [`${formatWhole(changed)} will be updated`] : []),
    ...(unchanged > 0 ? [`${formatWhole(unchanged)} ${unchanged === 1 ? 'is' : 'are'} unchanged`] : []),
  ];
  return `${first} ${formatWhole(imported)} of ${formatWhole(total)} ${imported === 1 ? 'is' : 'are'} already imported (same ID): ${outcome.join(', ')}.`;
}

/** Returns the label of the button that starts the import. */
export function describeImport(check: Check | undefined): string {
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

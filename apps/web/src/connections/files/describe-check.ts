import type { Schemas } from '../../api/refrain.ts';
import { count } from '../../labels/format.ts';

type Check = Pick<Schemas['FileCheckResponse'], 'records' | 'fresh' | 'changed' | 'repeated' | 'skipped'>;

export function describeCheck({ records, fresh, changed, repeated, skipped }: Check): string {
  const known = records - fresh - changed;
  const parts = [
    `${fresh.toLocaleString('en')} new`,
    ...(changed > 0 ? [`${changed.toLocaleString('en')} changed`] : []),
    ...(known > 0 ? [`${known.toLocaleString('en')} already imported`] : []),
    ...(repeated > 0 ? [count(repeated, 'duplicate')] : []),
    ...(skipped > 0 ? [`${skipped.toLocaleString('en')} cannot be read`] : []),
  ];
  return `${count(records + repeated + skipped, 'record')}: ${parts.join(', ')}.`;
}

/** Returns the label of the button that starts the import. */
export function describeImport(check: Check | undefined): string {
  if (check === undefined || check.records === 0) return 'Import';
  const { fresh, changed } = check;
  if (fresh > 0) return `Import ${count(fresh, 'new record')}${changed > 0 ? ` and ${changed} changed` : ''}`;
  return changed > 0 ? `Import ${count(changed, 'changed record')}` : 'Import again';
}

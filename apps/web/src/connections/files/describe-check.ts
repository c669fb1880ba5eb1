import type { Schemas } from '../../api/refrain.ts';
import { count } from '../../labels/format.ts';

type Check = Pick<Schemas['FileCheckResponse'], 'records' | 'fresh' | 'repeated' | 'skipped'>;

export function describeCheck({ records, fresh, repeated, skipped }: Check): string {
  const known = records - fresh;
  const parts = [
    `${fresh.toLocaleString('en')} new`,
    ...(known > 0 ? [`${known.toLocaleString('en')} already imported`] : []),
    ...(repeated > 0 ? [count(repeated, 'duplicate')] : []),
    ...(skipped > 0 ? [`${skipped.toLocaleString('en')} cannot be read`] : []),
  ];
  return `${count(records + repeated + skipped, 'record')}: ${parts.join(', ')}.`;
}

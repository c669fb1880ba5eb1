import { formatList } from '../../text/format.ts';
import { countNames } from './count-names.ts';
import { countMajority } from './find-shared-clause.ts';

/** Minimum share of the episodes that have each of two services */
const minEach = 1 / 3;

/** Names the service of more than half of the episodes, or two services that only together cover as many; null without them. */
export function nameMainServices(servicesOf: readonly (readonly string[])[]): string | null {
  const needed = countMajority(servicesOf.length);
  const [first, second] = countNames(servicesOf, Math.max(1, minEach * servicesOf.length));
  if (first === undefined) return null;
  if (first.count >= needed) return first.name;
  if (second === undefined) return null;
  const covered = servicesOf.filter((services) => services.includes(first.name) || services.includes(second.name));
  return covered.length < needed ? null : formatList([first.name, second.name]);
}

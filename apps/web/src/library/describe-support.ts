import type { Schemas } from '../api/refrain.ts';
import { count } from '../labels/format.ts';

/** Says how many episodes state the mechanism of a pattern, or point to its likely one; '' if the number is unknown. */
export function describeSupport({ mechanism, scenario, episodes }: Schemas['Pattern']): string {
  const stating = scenario?.mechanismFailureIds?.length ?? 0;
  if (stating === 0) return mechanism === undefined ? 'likely' : '';
  const part =
    stating === episodes ? `all ${count(episodes, 'episode')}` : `${stating} of ${count(episodes, 'episode')}`;
  return mechanism === undefined ? `likely: ${part} point to it` : `stated in ${part}`;
}

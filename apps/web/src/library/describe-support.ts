import type { Schemas } from '../api/refrain.ts';
import { count } from '../labels/format.ts';

/** Says how many episodes state the mechanism of a pattern, or point to its likely one; '' if the number is unknown. */
export function describeSupport(pattern: Schemas['Pattern']): string {
  const { mechanism, scenario, episodes } = pattern;
  const stating = scenario?.mechanismFailureIds?.length ?? 0;
  if (stating === 0) return mechanism === undefined ? 'likely' : '';
  const part =
    stating === episodes ? `all ${count(episodes, 'episode')}` : `${stating} of ${count(episodes, 'episode')}`;
  return mechanism === undefined ? `likely: ${part} point to this mechanism` : `stated in ${part}`;
}

export function isStatedInAllEpisodes({ mechanism, scenario, episodes }: Schemas['Pattern']): boolean {
  return mechanism !== undefined && scenario?.mechanismFailureIds?.length === episodes;
}

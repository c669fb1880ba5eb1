import type { Schemas } from '../api/refrain.ts';
import { count } from '../labels/format.ts';

type News = Pick<Schemas['ListedDigest'], 'episodes' | 'episodesBefore' | 'changes' | 'fixes' | 'period'>;

/** Says what a digest reports: `7 episodes (17 the month before) · 2 returned patterns · 1 changed fix`. */
export function describeDigestNews({ episodes, episodesBefore, changes, fixes, period }: News): string {
  const patterns = ([name, number]: readonly [string, number]) =>
    number === 0 ? [] : count(number, `${name} pattern`);
  return [
    `${count(episodes, 'episode')} (${episodesBefore} the ${period.kind} before)`,
    ...Object.entries(changes).flatMap(patterns),
    ...(fixes === 0 ? [] : [count(fixes, 'changed fix', 'changed fixes')]),
  ].join(' · ');
}

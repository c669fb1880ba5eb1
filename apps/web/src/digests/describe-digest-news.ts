import type { Schemas } from '../api/refrain.ts';
import { count } from '../labels/format.ts';

type News = Pick<Schemas['ListedDigest'], 'episodes' | 'episodesBefore' | 'changes' | 'fixes' | 'period'>;

const labels: Readonly<Record<keyof News['changes'], readonly [one: string, many: string]>> = {
  new: ['new pattern', 'new patterns'],
  returned: ['pattern returned', 'patterns returned'],
  rising: ['pattern rising', 'patterns rising'],
  falling: ['pattern falling', 'patterns falling'],
  quiet: ['pattern gone quiet', 'patterns gone quiet'],
};

/** Says what a digest reports: `7 episodes, 17 the month before · 2 patterns returned · 1 changed fix`. */
export function describeDigestNews({ episodes, episodesBefore, changes, fixes, period }: News): string {
  const names = Object.keys(labels) as (keyof typeof labels)[];
  return [
    ...(episodes + episodesBefore === 0 ? [] : [describeEpisodes(episodes, episodesBefore, period.kind)]),
    ...names.flatMap((name) => (changes[name] === 0 ? [] : [count(changes[name], ...labels[name])])),
    ...(fixes === 0 ? [] : [count(fixes, 'changed fix', 'changed fixes')]),
  ].join(' · ');
}

function describeEpisodes(episodes: number, before: number, unit: News['period']['kind']): string {
  const earlier = before === 0 ? '' : `, ${before} the ${unit} before`;
  return `${episodes === 0 ? 'no episode' : count(episodes, 'episode')}${earlier}`;
}

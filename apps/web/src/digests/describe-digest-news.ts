import type { Schemas } from '../api/refrain.ts';
import { count, formatHours } from '../labels/format.ts';

type News = Pick<
  Schemas['ListedDigest'],
  'episodes' | 'episodesBefore' | 'impactHours' | 'impactHoursBefore' | 'changes' | 'fixes' | 'period'
>;

const labels: Readonly<Record<keyof News['changes'], readonly [one: string, many: string]>> = {
  new: ['new pattern', 'new patterns'],
  returned: ['pattern returned', 'patterns returned'],
  rising: ['pattern rising', 'patterns rising'],
  falling: ['pattern falling', 'patterns falling'],
  quiet: ['pattern gone quiet', 'patterns gone quiet'],
};

/** Says what a digest reports: `7 episodes, 17 the month before · 9 h of impact, 22 h before · 2 patterns returned`. */
export function describeDigestNews({ episodes, episodesBefore, changes, fixes, period, ...impact }: News): string {
  const names = Object.keys(labels) as (keyof typeof labels)[];
  return [
    ...(episodes + episodesBefore === 0 ? [] : [describeEpisodes(episodes, episodesBefore, period.kind)]),
    ...describeImpact(impact),
    ...names.flatMap((name) => (changes[name] === 0 ? [] : [count(changes[name], ...labels[name])])),
    ...(fixes === 0 ? [] : [count(fixes, 'changed fix', 'changed fixes')]),
  ].join(' · ');
}

function describeImpact({ impactHours, impactHoursBefore }: Pick<News, 'impactHours' | 'impactHoursBefore'>): string[] {
  if (impactHours == null) return [];
  const before = impactHoursBefore == null ? '' : `, ${formatHours(impactHoursBefore)} before`;
  return [`${formatHours(impactHours)} of impact${before}`];
}

function describeEpisodes(episodes: number, before: number, unit: News['period']['kind']): string {
  const earlier = before === 0 ? '' : `, ${before} the ${unit} before`;
  return `${episodes === 0 ? 'no episode' : count(episodes, 'episode')}${earlier}`;
}

import type { Schemas } from '../api/refrain.ts';
import { count, formatHours } from '../labels/format.ts';

type Digest = Schemas['ListedDigest'];
type Figures = Pick<Digest, 'episodes' | 'episodesBefore' | 'impactHours' | 'impactHoursBefore' | 'period'>;
type Changes = Pick<Digest, 'changes' | 'fixes' | 'fixVerdicts'>;

/** A service or team with fewer episodes in a period is listed only if a pattern or a fix changed. */
export const minEpisodesListed = 3;

const labels: Readonly<Record<keyof Digest['changes'], readonly [one: string, many: string]>> = {
  new: ['new pattern', 'new patterns'],
  returned: ['pattern returned', 'patterns returned'],
  rising: ['pattern rising', 'patterns rising'],
  falling: ['pattern falling', 'patterns falling'],
  quiet: ['pattern gone quiet', 'patterns gone quiet'],
};

/** Compares the figures with the period before: `7 episodes, 17 the month before · 9 h of impact, 22 h before`. */
export function describeDigestFigures({ episodes, episodesBefore, period, ...impact }: Figures): string {
  const counted = episodes === 0 ? 'No episodes' : count(episodes, 'episode');
  return [`${counted}, ${episodesBefore} the ${period.kind} before`, ...describeImpact(impact)].join(' · ');
}

function describeImpact({
  impactHours,
  impactHoursBefore,
}: Pick<Digest, 'impactHours' | 'impactHoursBefore'>): string[] {
  if (impactHours == null) return [];
  const before = impactHoursBefore == null ? '' : `, ${formatHours(impactHoursBefore)} before`;
  return [`${formatHours(impactHours)} of impact${before}`];
}

/** Says what changed: `1 new pattern · 2 patterns returned`. Returns '' if nothing did. */
export function describeDigestChanges({ changes, fixes, fixVerdicts: { verified, recurred } }: Changes): string {
  const names = Object.keys(labels) as (keyof typeof labels)[];
  return [
    ...names.flatMap((name) => (changes[name] === 0 ? [] : [count(changes[name], ...labels[name])])),
    ...(verified === 0 ? [] : [count(verified, 'fix held', 'fixes held')]),
    ...(recurred === 0 ? [] : [count(recurred, 'fix did not hold', 'fixes did not hold')]),
    ...(fixes === 0 ? [] : [count(fixes, 'changed fix', 'changed fixes')]),
  ].join(' · ');
}

/** At most this number of services, teams or periods are named in the line of the quiet ones. */
const maxNamed = 3;

/** Names the scopes or periods of digests with few episodes and no news: `At most 2 episodes and no … in api, web, ledger and 13 more`. */
export function describeQuietDigests(names: readonly string[]): string {
  const more = names.length - maxNamed;
  const parts = more > 0 ? [...names.slice(0, maxNamed), `${more} more`] : names;
  const listed = [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter(Boolean).join(' and ');
  return `At most ${minEpisodesListed - 1} episodes and no new, returned or rising pattern in ${listed}`;
}

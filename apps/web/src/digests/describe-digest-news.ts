import type { Schemas } from '../api/refrain.ts';
import { capitalise, count, formatHours } from '../labels/format.ts';

type Digest = Schemas['ListedDigest'];
type Figures = Pick<Digest, 'episodes' | 'episodesBefore' | 'impactHours' | 'impactHoursBefore' | 'period'>;
type Changes = Pick<Digest, 'changes' | 'fixes' | 'fixVerdicts'>;

/** A service or team with fewer episodes in a period is listed only for its impact, or if a pattern or a fix changed. */
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

interface QuietDigestNames {
  /** The names of services and teams, or of periods if only the digests of one service or team are listed. */
  readonly names: readonly string[];
  readonly unit: Digest['period']['kind'];
  readonly isOneScope: boolean;
}

/** Names digests without news: `Little happened this week: api, web, ledger and 13 more`, `Weeks without news: 2 to 8 Nov 2026`. */
export function describeQuietDigests({ names, unit, isOneScope }: QuietDigestNames): string {
  const more = names.length - maxNamed;
  const parts = more > 0 ? [...names.slice(0, maxNamed), `${more} more`] : names;
  const listed = [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter(Boolean).join(' and ');
  const units = capitalise(names.length === 1 ? unit : `${unit}s`);
  return isOneScope ? `${units} without news: ${listed}` : `Little happened this ${unit}: ${listed}`;
}

/** Says why digests are folded. */
export const quietDigestsExplanation = `Each had at most ${minEpisodesListed - 1} episodes, no large share of the impact, and no new, returned, rising or falling pattern.`;

/** Describes the figures of a folded digest: `2 episodes, 40 min of impact, 1 pattern gone quiet`. Returns '' for one without any. */
export function describeQuietDigest(digest: Digest): string {
  const { episodes, impactHours } = digest;
  return [
    ...(episodes === 0 ? [] : [count(episodes, 'episode')]),
    ...(impactHours == null ? [] : [`${formatHours(impactHours)} of impact`]),
    describeDigestChanges(digest),
  ]
    .filter(Boolean)
    .join(', ');
}

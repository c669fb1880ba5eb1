import type { CostlyEpisode, Digest, DigestedPattern, DigestPeriod, Improvement, ReportSection } from '@refrain/domain';
import { formatCount, formatDay, formatProbability } from '../../text/format.ts';
import { createDetailSection, createLabelledStatement, createSection, createStatement } from '../document/section.ts';
import { describeMeasuredEffect } from '../library/describe-library-fixes.ts';
import { formatImpact } from './impact-hours.ts';

export interface DigestedProposal {
  readonly improvement: Improvement;
  /** The number of episodes of its pattern in the year before the digest was written */
  readonly episodes: number;
  /** The impact of these episodes in hours; null if it is unknown */
  readonly impactHours: number | null;
  /** When the last episode of the pattern began; null if none is known */
  readonly lastAt: string | null;
}

/** Maximum number of proposals that are listed, so that the digest fits on one screen. */
export const maxProposals = 3;
/** Maximum numbers of episodes and of patterns that a section lists. */
const [maxEpisodes, maxPatterns] = [10, 20];
const maxServices = 2;

/**
 * Lists proposals with their number and the day as of which they needed a decision, because a digest does not follow later
 * decisions.
 * @param others the number of proposals for patterns without an episode in the period
 */
export function describeProposals(
  { proposals, others, asOf, kind }: ListedProposals,
  refOf: (at: number) => string,
): ReportSection {
  const shown = proposals.slice(0, maxProposals);
  const counted = formatCount(proposals.length, 'proposal');
  const which = proposals.length > shown.length ? `the ${shown.length} costliest of ${counted}` : counted;
  return createSection(
    'decisions',
    `To decide${proposals.length === 0 ? '' : `: ${which}`}, as of ${formatDay(asOf)}`,
    [
      ...shown.map((proposal, at) =>
        createLabelledStatement(proposal.improvement.title, describeProposal(proposal), [refOf(at)]),
      ),
      ...(others === 0
        ? []
        : [createStatement(describeOtherProposals(others, { isAll: proposals.length === 0, kind }))]),
    ],
  );
}

function describeOtherProposals(
  others: number,
  { isAll, kind }: { readonly isAll: boolean; readonly kind: DigestPeriod['kind'] },
): string {
  const [noun, verb] = others === 1 ? ['proposal', 'waits'] : ['proposals', 'wait'];
  const which = `${others}${isAll ? '' : ' more'} ${noun}`;
  return `${which} ${verb} for a decision; ${others === 1 ? 'its pattern' : 'their patterns'} had no episode this ${kind}.`;
}

interface ListedProposals {
  /** The proposals for patterns with an episode in the period, those with most impact first */
  readonly proposals: readonly DigestedProposal[];
  readonly others: number;
  readonly asOf: string;
  readonly kind: DigestPeriod['kind'];
}

function describeProposal({ episodes, impactHours, lastAt }: DigestedProposal): string {
  const last = lastAt === null ? '' : `, the last on ${formatDay(lastAt)}`;
  if (episodes === 0) return `No episodes in 12 months${last}.`;
  const impact = impactHours === null ? '' : ` with ${formatImpact(impactHours)} of impact`;
  return `${formatCount(episodes, 'episode')}${impact} in 12 months${last}.`;
}

/** Lists the episodes that account for most of the impact, which explain why it is high. */
export function describeCostliestEpisodes(
  costliest: Digest['costliest'],
  cite: (episode: CostlyEpisode) => readonly string[],
): ReportSection {
  return createSection(
    'costliest',
    'What cost most',
    costliest.map((episode) => createLabelledStatement(episode.title, describeCost(episode), cite(episode))),
  );
}

function describeCost({ hours, services, startedAt, patternId }: CostlyEpisode): string {
  const parts = [formatImpact(hours), ...services.slice(0, maxServices), formatDay(startedAt)];
  return `${parts.join(', ')}${patternId === null ? ', in no pattern' : ''}.`;
}

/** Says of each fix whose effect was measured in the period whether it held. */
export function describeMeasuredFixes(fixes: readonly Improvement[], refOf: (at: number) => string): ReportSection {
  return createSection(
    'measured-fixes',
    'Did fixes hold?',
    fixes.map((fix, at) => createLabelledStatement(fix.title, describeVerdict(fix), [refOf(at)])),
  );
}

function describeVerdict({ state, effect }: Improvement): string {
  const verdict = state === 'verified' ? 'Held' : 'Did not hold';
  return effect === null ? `${verdict}.` : `${verdict}: ${describeMeasuredEffect(effect)}.`;
}

/** Lists the newest episodes whose pattern is not listed, as a detail: a single failure needs no decision. */
export function describeOtherEpisodes(
  episodes: readonly { readonly startedAt: string; readonly title: string; readonly ref: string }[],
): ReportSection {
  const shown = episodes.slice(-maxEpisodes).reverse();
  const more = episodes.length - shown.length;
  return createDetailSection('episodes', 'In no pattern', [
    ...shown.map(({ startedAt, title, ref }) => createLabelledStatement(title, `${formatDay(startedAt)}.`, [ref])),
    ...(more > 0 ? [createStatement(`And ${formatCount(more, 'earlier episode')}.`)] : []),
  ]);
}

/** States the number of changes, against which a reader compares the number of episodes. */
export function describeChanges({
  changes,
  changesBefore,
  period: { kind },
}: Pick<Digest, 'changes' | 'changesBefore' | 'period'>): ReportSection[] {
  if (changes === null || changesBefore === null) return [];
  const text = `${formatCount(changes, 'change')} this ${kind}, ${changesBefore} the ${kind} before.`;
  return [createSection('changes', 'Changes', [createStatement(text)])];
}

export function describeOutlook(
  { patterns, period, scope }: Pick<Digest, 'patterns' | 'period' | 'scope'>,
  cite: (pattern: DigestedPattern) => string,
) {
  const where = scope.kind === 'organisation' ? '' : ' anywhere in the organisation';
  const known = patterns
    .flatMap((pattern) => (pattern.probability === null ? [] : [{ pattern, probability: pattern.probability }]))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, maxPatterns);
  return createSection(
    'outlook',
    `Forecast for the next ${period.kind}`,
    known.map(({ pattern, probability }) =>
      createLabelledStatement(
        pattern.name,
        `The chance of another episode${where} is ${formatProbability(probability)}.`,
        [cite(pattern)],
      ),
    ),
  );
}

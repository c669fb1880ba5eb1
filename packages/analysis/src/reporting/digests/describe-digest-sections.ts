import type { Digest, DigestedPattern, Improvement, ReportSection } from '@refrain/domain';
import { formatCount, formatDay, formatProbability } from '../../text/format.ts';
import { createDetailSection, createLabelledStatement, createSection, createStatement } from '../document/section.ts';
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

/** Maximum numbers of episodes and of patterns that a section lists. */
const [maxEpisodes, maxPatterns] = [10, 20];

/**
 * Lists proposals with their number and the day as of which they needed a decision, because a digest does not follow later
 * decisions.
 */
export function describeProposals(
  proposals: readonly DigestedProposal[],
  { total, asOf }: { readonly total: number; readonly asOf: string },
  offset: number,
  refOf: (at: number) => string,
): ReportSection {
  const counted = formatCount(total, 'proposal');
  const which = total > proposals.length ? `the ${proposals.length} costliest of ${counted}` : counted;
  return createSection(
    'decisions',
    `To decide: ${which}, as of ${formatDay(asOf)}`,
    proposals.map((proposal, at) =>
      createLabelledStatement(proposal.improvement.title, describeProposal(proposal), [refOf(offset + at)]),
    ),
  );
}

function describeProposal({ episodes, impactHours, lastAt }: DigestedProposal): string {
  const last = lastAt === null ? '' : `, the last on ${formatDay(lastAt)}`;
  if (episodes === 0) return `No episodes in 12 months${last}.`;
  const impact = impactHours === null ? '' : ` with ${formatImpact(impactHours)} of impact`;
  return `${formatCount(episodes, 'episode')}${impact} in 12 months${last}.`;
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

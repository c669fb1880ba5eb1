import type {
  CostlyEpisode,
  Digest,
  DigestedPattern,
  Improvement,
  Measurement,
  ObservedEpisode,
  ReportDocument,
  ReportSource,
  TrendDirection,
} from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { capitalise } from '../../text/format.ts';
import {
  createDetailSection,
  createLabelledStatement,
  createSection,
  createStatement,
  hasContent,
} from '../document/section.ts';
import { describeImprovementState } from '../sections/describe-improvement.ts';
import { describeDigestCompleteness } from './describe-digest-completeness.ts';
import { describeDigestLead, formatDigestTitle } from './describe-digest-lead.ts';
import {
  type DigestedProposal,
  describeChanges,
  describeCostliestEpisodes,
  describeMeasuredFixes,
  describeOtherEpisodes,
  describeOutlook,
  describeProposals,
  maxProposals,
} from './describe-digest-sections.ts';
import { describeOrganisation } from './describe-organisation.ts';
import {
  describeChangedPattern,
  describeRecurredPattern,
  findPatternChange,
  type PatternNews,
} from './describe-pattern-news.ts';

interface DigestSources {
  /** Episodes of the period, chronological */
  readonly episodes: readonly (ObservedEpisode & { readonly title: string; readonly url: string | null })[];
  /** When the last episode of each pattern before the period began, by pattern id */
  readonly previousEpisodes: ReadonlyMap<string, string>;
  /** Improvements that changed in the period, do not wait for a decision and have no measured effect */
  readonly improvements: readonly Improvement[];
  /** Improvements whose effect was measured in the period */
  readonly measuredFixes: readonly Improvement[];
  /** Proposals that wait for a decision, for patterns with an episode in the period, those with most impact first */
  readonly proposals: readonly DigestedProposal[];
  /** The number of proposals for patterns without an episode in the period */
  readonly otherProposals: number;
  readonly measurement: Measurement | null;
  /** How the number of episodes changed since the period before */
  readonly direction: TrendDirection;
  /** Whether the period after this one has also ended. Trends and forecasts as of this period are then unknown. */
  readonly isLate: boolean;
}

/** Maximum number of episodes listed as sources; earlier episodes are only counted. */
const maxSources = 100;
/** Maximum numbers of visible statements, so that the digest fits on one screen. */
const maxChanged = 5;
const maxRecurred = 3;

/** The order in which changed patterns are listed. */
const changeOrder: readonly ReturnType<typeof findPatternChange>[] = ['new', 'returned', 'rising', 'quiet', 'falling'];

/** Describes first what cost most, then what needed a decision, what changed, then the fixes and the worst of what recurred, then details. */
export function describeDigest(
  digest: Omit<Digest, 'document'>,
  {
    episodes,
    previousEpisodes,
    improvements,
    measuredFixes,
    proposals,
    otherProposals,
    measurement,
    direction,
    isLate,
  }: DigestSources,
): ReportDocument {
  const { period } = digest;
  const costly = new Set(digest.costliest.map(({ episodeId }) => episodeId));
  const listed = episodes.filter(({ id }, at) => at >= episodes.length - maxSources || costly.has(id));
  const episodeSources = listed.map(({ id, startedAt, title, url }, nth): ReportSource => {
    return { ref: `E${nth + 1}`, kind: 'episode', id, at: startedAt, title, url };
  });
  const decisions = proposals.slice(0, maxProposals).map(({ improvement }) => improvement);
  const listedImprovements = [...decisions, ...measuredFixes, ...improvements];
  const improvementSources = listedImprovements.map(({ id, updatedAt, title, issueUrl }, nth): ReportSource => {
    return { ref: `I${nth + 1}`, kind: 'improvement', id, at: updatedAt, title, url: issueUrl };
  });
  const refOf = (at: number) => improvementSources[at]?.ref ?? '';
  const numbered = listed.map((episode, at) => ({ ...episode, ref: `E${at + 1}` }));
  const ofPattern = groupBy(numbered, ({ patternId }) => (patternId === null ? [] : [patternId]));
  const cited = new Map<string, ReportSource>();
  /** Returns the ref (short name) of a pattern, and adds the pattern to the sources when it is first cited. */
  const cite = ({ patternId, name }: DigestedPattern): string => {
    const ref = cited.get(patternId)?.ref ?? `P${cited.size + 1}`;
    cited.set(patternId, { ref, kind: 'pattern', id: patternId, at: null, title: name, url: null });
    return ref;
  };
  const toNews = (pattern: DigestedPattern): PatternNews => {
    const own = ofPattern.get(pattern.patternId) ?? [];
    return {
      ...pattern,
      previousAt: previousEpisodes.get(pattern.patternId) ?? null,
      firstAt: own[0]?.startedAt ?? null,
      lastAt: own.at(-1)?.startedAt ?? null,
    };
  };
  const state = (pattern: DigestedPattern, text: string) => {
    const refs = (ofPattern.get(pattern.patternId) ?? []).map(({ ref }) => ref);
    return createLabelledStatement(pattern.name, text, [cite(pattern), ...refs]);
  };
  const stateChange = ({ pattern, text }: { readonly pattern: PatternNews; readonly text: string }) =>
    state(pattern, text);
  const stateRecurrence = (pattern: PatternNews) => state(pattern, describeRecurredPattern(pattern, period));
  const news = digest.patterns.map(toNews);
  const changed = news
    .flatMap((pattern) => {
      const text = describeChangedPattern(pattern, period);
      return text === null ? [] : [{ pattern, text }];
    })
    .sort((a, b) => rankChange(a.pattern) - rankChange(b.pattern) || compareImpact(a.pattern, b.pattern));
  const changedIds = new Set(changed.map(({ pattern }) => pattern.patternId));
  const recurred = news
    .filter(({ patternId, episodes: count }) => count > 0 && !changedIds.has(patternId))
    .sort(compareImpact);
  const named = new Set(digest.patterns.map(({ patternId }) => patternId));

  const citeEpisode = ({ episodeId, patternId }: CostlyEpisode) => [
    ...numbered.flatMap(({ id, ref }) => (id === episodeId ? [ref] : [])),
    ...digest.patterns.flatMap((pattern) => (pattern.patternId === patternId ? [cite(pattern)] : [])),
  ];

  const sections = [
    describeCostliestEpisodes(digest.costliest, citeEpisode),
    describeProposals({ proposals, others: otherProposals, asOf: digest.asOf, kind: period.kind }, refOf),
    createSection('changed', 'What changed', changed.slice(0, maxChanged).map(stateChange)),
    describeMeasuredFixes(measuredFixes, (at) => refOf(decisions.length + at)),
    createSection(
      'improvements',
      'Changed fixes',
      improvements.map((improvement, at) =>
        createLabelledStatement(improvement.title, `${capitalise(describeImprovementState(improvement))}.`, [
          refOf(decisions.length + measuredFixes.length + at),
        ]),
      ),
    ),
    createSection('recurred', 'What recurred', recurred.slice(0, maxRecurred).map(stateRecurrence)),
    createDetailSection('changed-more', 'Also changed', changed.slice(maxChanged).map(stateChange)),
    createDetailSection('recurred-more', 'Also recurred', recurred.slice(maxRecurred).map(stateRecurrence)),
    describeOtherEpisodes(numbered.filter(({ patternId }) => patternId === null || !named.has(patternId))),
    ...[
      ...describeChanges(digest),
      ...(measurement === null ? [] : describeOrganisation(measurement, period)),
      ...(isLate ? [] : [describeOutlook(digest, cite)]),
    ].map((section) => ({ ...section, isDetail: true })),
    describeDigestCompleteness(digest, {
      isLate,
      unlisted: episodes.length - listed.length,
      untimed:
        digest.impactHours === null
          ? 0
          : episodes.filter(({ hours, kinds }) => hours === null && kinds.includes('incident')).length,
    }),
  ].filter(hasContent);
  const cites = new Set(sections.flatMap(({ statements }) => statements.flatMap(({ refs }) => refs)));
  return {
    title: formatDigestTitle(digest),
    badges: [],
    lead: createStatement(
      describeDigestLead(digest, direction, measurement?.trends?.organisation.perWeek.direction ?? null),
    ),
    sections,
    sources: [...cited.values(), ...episodeSources, ...improvementSources].filter(({ ref }) => cites.has(ref)),
  };
}

function rankChange(pattern: DigestedPattern): number {
  return changeOrder.indexOf(findPatternChange(pattern));
}

function compareImpact(one: DigestedPattern, other: DigestedPattern): number {
  return (other.impactHours ?? 0) - (one.impactHours ?? 0) || other.episodes - one.episodes;
}

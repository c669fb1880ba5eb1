import type {
  Digest,
  DigestedPattern,
  Improvement,
  Measurement,
  ObservedEpisode,
  ReportDocument,
  ReportSection,
  ReportSource,
} from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { formatCount, formatDay, formatMonth, formatProbability } from '../../text/format.ts';
import {
  createDetailSection,
  createLabelledStatement,
  createSection,
  createStatement,
  hasContent,
} from '../document/section.ts';
import { describeImprovementState } from '../sections/describe-improvement.ts';
import { describeOrganisation } from './describe-organisation.ts';

interface DigestSources {
  /** Episodes of the period, chronological */
  readonly episodes: readonly (ObservedEpisode & { readonly title: string; readonly url: string | null })[];
  /** Improvements that changed in the period and no longer wait for a decision */
  readonly improvements: readonly Improvement[];
  /** Proposals that wait for a decision, each with the number of episodes of its pattern; most episodes first */
  readonly proposals: readonly { readonly improvement: Improvement; readonly episodes: number }[];
  readonly measurement: Measurement | null;
  /** Whether the period after this one has also ended. Trends and forecasts as of this period are then unknown. */
  readonly isLate: boolean;
}

/** Maximum number of episodes listed as sources; earlier episodes are only counted. */
const maxSources = 100;
const maxPatterns = 20;
/** Maximum numbers of episodes and of proposals that the digest describes. */
const [maxEpisodes, maxProposals] = [10, 5];

export function describeDigest(
  digest: Omit<Digest, 'document'>,
  { episodes, improvements, proposals, measurement, isLate }: DigestSources,
): ReportDocument {
  const { period } = digest;
  const listed = episodes.slice(-maxSources);
  const episodeSources = listed.map(({ id, startedAt, title, url }, nth): ReportSource => {
    return { ref: `E${nth + 1}`, kind: 'episode', id, at: startedAt, title, url };
  });
  const decisions = proposals.slice(0, maxProposals);
  const listedImprovements = [...improvements, ...decisions.map(({ improvement }) => improvement)];
  const improvementSources = listedImprovements.map(({ id, updatedAt, title, issueUrl }, nth): ReportSource => {
    return { ref: `I${nth + 1}`, kind: 'improvement', id, at: updatedAt, title, url: issueUrl };
  });
  const refsOfEpisodes = groupBy(
    listed.map(({ patternId }, at) => ({ patternId, ref: `E${at + 1}` })),
    ({ patternId }) => (patternId === null ? [] : [patternId]),
  );
  const cited = new Map<string, ReportSource>();
  /** Returns the ref (short name) of a pattern, and adds the pattern to the sources when it is first cited. */
  const cite = ({ patternId, name }: DigestedPattern): string => {
    const ref = cited.get(patternId)?.ref ?? `P${cited.size + 1}`;
    cited.set(patternId, { ref, kind: 'pattern', id: patternId, at: null, title: name, url: null });
    return ref;
  };
  const whichBecame = (value: DigestedPattern['newRecurrence']) =>
    digest.patterns.filter(({ newRecurrence }) => newRecurrence === value);
  const describe = (pattern: DigestedPattern) => {
    const refs = [cite(pattern), ...(refsOfEpisodes.get(pattern.patternId) ?? []).map(({ ref }) => ref)];
    const count = `${formatCount(pattern.episodes, 'episode')} (${pattern.episodesBefore} in the ${period.kind} before)`;
    return createLabelledStatement(pattern.name, `${count}. ${pattern.lesson}`, refs);
  };
  const list = (id: string, title: string, patterns: readonly DigestedPattern[]) =>
    createSection(id, title, [
      ...patterns.slice(0, maxPatterns).map(describe),
      ...(patterns.length > maxPatterns ? [createStatement(`And ${patterns.length - maxPatterns} more.`)] : []),
    ]);

  const listTrend = (wanted: 'rising' | 'falling', title: string) =>
    isLate
      ? []
      : [
          list(
            wanted,
            title,
            digest.patterns.filter(({ direction }) => direction === wanted),
          ),
        ];

  const sections = [
    describeEpisodes(digest, listed),
    list('new', 'New', whichBecame('new')),
    list('returned', 'Returned', whichBecame('returned')),
    ...listTrend('rising', 'Rising'),
    describeProposals(decisions, proposals.length, improvementSources.slice(improvements.length)),
    list('quiet', 'Gone quiet', whichBecame('quiet')),
    ...listTrend('falling', 'Falling'),
    describeImprovements(improvements, improvementSources),
    ...(measurement === null ? [] : describeOrganisation(measurement, period).map(toDetail)),
    ...(isLate ? [] : [toDetail(describeOutlook(digest, cite))]),
    describeCompleteness(digest, isLate, episodes.length - listed.length),
  ].filter(hasContent);
  return {
    title: formatTitle(digest),
    badges: [],
    lead: createStatement(
      describeTotal(digest),
      episodeSources.map(({ ref }) => ref),
    ),
    sections,
    sources: [...cited.values(), ...episodeSources, ...improvementSources],
  };
}

/** Folds statistics, because a digest is read for what happened. */
function toDetail(section: ReportSection): ReportSection {
  return { ...section, isDetail: true };
}

/** Describes the newest episodes, each with its pattern. */
function describeEpisodes({ patterns }: Omit<Digest, 'document'>, episodes: DigestSources['episodes']): ReportSection {
  const nameOf = new Map(patterns.map(({ patternId, name }) => [patternId, name]));
  const numbered = episodes.map((episode, at) => ({ ...episode, ref: `E${at + 1}` }));
  const shown = numbered.slice(-maxEpisodes).reverse();
  const more = numbered.length - shown.length;
  return createSection('episodes', 'What happened', [
    ...shown.map(({ startedAt, title, patternId, ref }) => {
      const name = patternId === null ? undefined : nameOf.get(patternId);
      const pattern = name === undefined ? 'It resembles no earlier failure.' : `Pattern: ${name}.`;
      return createLabelledStatement(formatDay(startedAt), `“${title}”. ${pattern}`, [ref]);
    }),
    ...(more > 0 ? [createStatement(`And ${formatCount(more, 'earlier episode')}.`)] : []),
  ]);
}

function describeProposals(
  proposals: DigestSources['proposals'],
  total: number,
  sources: readonly ReportSource[],
): ReportSection {
  const more = total - proposals.length;
  return createSection('decisions', 'To decide', [
    ...proposals.map(({ improvement: { title }, episodes }, at) =>
      createLabelledStatement(title, `${formatCount(episodes, 'episode')} so far; the fix needs review.`, [
        sources[at]?.ref ?? '',
      ]),
    ),
    ...(more > 0 ? [createStatement(`And ${formatCount(more, 'more proposal')}.`)] : []),
  ]);
}

function formatTitle({ scope, period: { kind, from } }: Pick<Digest, 'scope' | 'period'>): string {
  const whose =
    scope.kind === 'organisation' ? 'All services' : scope.kind === 'team' ? `Team ${scope.name}` : scope.name;
  return kind === 'week' ? `${whose}: week of ${formatDay(from)}` : `${whose}: ${formatMonth(from)}`;
}

function describeTotal({ episodes, episodesBefore, changes, changesBefore, period }: Omit<Digest, 'document'>): string {
  const exposure =
    changes === null || changesBefore === null
      ? ''
      : ` ${formatCount(changes, 'change')}, compared with ${changesBefore} the ${period.kind} before.`;
  return `${formatCount(episodes, 'episode')} this ${period.kind}, compared with ${episodesBefore} the ${period.kind} before.${exposure}`;
}

function describeImprovements(improvements: readonly Improvement[], sources: readonly ReportSource[]) {
  const statements = improvements.map((improvement, at) => {
    const subject = improvement.guardrailId === null ? 'The investigation' : 'The fix';
    return createLabelledStatement(improvement.title, `${subject} is ${describeImprovementState(improvement)}.`, [
      sources[at]?.ref ?? '',
    ]);
  });
  return createSection('improvements', 'Fixes', statements);
}

function describeOutlook(
  { patterns, period, scope }: Omit<Digest, 'document'>,
  cite: (pattern: DigestedPattern) => string,
) {
  const where = scope.kind === 'organisation' ? '' : ' in the whole organisation';
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

function describeCompleteness(
  { completeness, asOf, scope }: Omit<Digest, 'document'>,
  isLate: boolean,
  unlisted: number,
) {
  const { accounts, problems, gaps, uncompared = 0, unassigned } = completeness;
  const isWhole = scope.kind === 'organisation';
  const sentences = [
    `The digest contains data of ${formatCount(accounts, 'account')} up to ${formatDay(asOf)}, ${asOf.slice(11, 16)} UTC.`,
    ...problems.map(({ account, problem }) => `${account}: ${problem}`),
    gaps > 0 && `Records of ${formatCount(gaps, 'day')} are missing, although the provider has them.`,
    uncompared > 0 && `The completeness of ${formatCount(uncompared, 'stream')} of records was not checked yet.`,
    `${unassigned.failures} of ${formatCount(unassigned.of, 'failure')}${isWhole ? '' : ' of the whole organisation'} are in no pattern, because they resemble no other failure so far.`,
    isLate &&
      `The digest omits ${isWhole ? 'rates, durations, delivery metrics, ' : ''}trends and forecasts, because it was written after the next period had ended.`,
    unlisted > 0 &&
      `${formatCount(unlisted, 'earlier episode')} of this period ${unlisted === 1 ? 'is' : 'are'} counted but not listed.`,
  ];
  const statements = sentences.flatMap((sentence) => (sentence === false ? [] : [createStatement(sentence)]));
  return createDetailSection('completeness', 'Completeness', statements);
}

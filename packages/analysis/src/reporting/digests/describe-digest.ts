import type {
  Digest,
  DigestedPattern,
  Improvement,
  Measurement,
  ObservedEpisode,
  ReportDocument,
  ReportSource,
} from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { formatCount, formatDay, formatShare } from '../../text/format.ts';
import { createSection, createStatement } from '../document/section.ts';
import { improvementStatePhrases } from '../sections/describe-tried-guardrails.ts';
import { describeOrganisation } from './describe-organisation.ts';

interface DigestSources {
  /** Episodes of the period, chronological */
  readonly episodes: readonly (ObservedEpisode & { readonly title: string; readonly url: string | null })[];
  readonly improvements: readonly Improvement[];
  readonly measurement: Measurement | null;
  /** Whether the period after this one has also ended. Trends and forecasts as of this period are then unknown. */
  readonly isLate: boolean;
}

/** Maximum number of episodes listed as sources; earlier episodes are only counted. */
const maxSources = 100;
const maxPatterns = 20;
const noForecast =
  'No forecast is shown: on the history that is known, forecasts are no better than the base rate, or it is too short to tell.';

export function describeDigest(
  digest: Omit<Digest, 'document'>,
  { episodes, improvements, measurement, isLate }: DigestSources,
): ReportDocument {
  const listed = episodes.slice(-maxSources);
  const episodeSources = listed.map(({ id, startedAt, title, url }, nth): ReportSource => {
    return { ref: `E${nth + 1}`, kind: 'episode', id, at: startedAt, title, url };
  });
  const improvementSources = improvements.map(({ id, updatedAt, title, issueUrl }, nth): ReportSource => {
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
    const count = `${formatCount(pattern.episodes, 'episode')}, after ${pattern.episodesBefore} in the period before`;
    return createStatement(`${pattern.name}: ${count}. ${pattern.lesson}`, refs);
  };
  const list = (id: string, title: string, patterns: readonly DigestedPattern[], none: string) =>
    createSection(id, title, [
      ...(patterns.length === 0 ? [createStatement(none)] : patterns.slice(0, maxPatterns).map(describe)),
      ...(patterns.length > maxPatterns ? [createStatement(`And ${patterns.length - maxPatterns} more.`)] : []),
    ]);

  const listTrend = (wanted: 'rising' | 'falling', title: string, none: string) =>
    isLate
      ? []
      : [
          list(
            wanted,
            title,
            digest.patterns.filter(({ direction }) => direction === wanted),
            none,
          ),
        ];

  const { period } = digest;
  const sections = [
    ...(measurement === null ? [] : describeOrganisation(measurement, period)),
    list('new', 'New', whichBecame('new'), `No failure became a pattern in this ${period.kind}.`),
    ...listTrend('rising', 'Rising', 'No pattern comes more often than chance explains.'),
    list(
      'returned',
      'Returned',
      whichBecame('returned'),
      `Nothing that had gone quiet came back in this ${period.kind}.`,
    ),
    list('quiet', 'Gone quiet', whichBecame('quiet'), `No pattern went quiet in this ${period.kind}.`),
    ...listTrend('falling', 'Falling', 'No pattern comes less often than chance explains.'),
    describeImprovements(improvements, improvementSources),
    ...(isLate ? [] : [describeOutlook(digest, cite)]),
    describeCompleteness(digest, isLate, episodes.length - listed.length),
  ];
  return {
    title: formatTitle(digest),
    lead: createStatement(
      describeTotal(digest),
      episodeSources.map(({ ref }) => ref),
    ),
    sections,
    sources: [...cited.values(), ...episodeSources, ...improvementSources],
  };
}

function formatTitle({ scope, period: { kind, from } }: Pick<Digest, 'scope' | 'period'>): string {
  const whose =
    scope.kind === 'organisation' ? 'All services' : scope.kind === 'team' ? `Team ${scope.name}` : scope.name;
  return kind === 'week' ? `${whose}: the week of ${formatDay(from)}` : `${whose}: ${from.slice(0, 7)}`;
}

function describeTotal({ episodes, episodesBefore, changes, changesBefore, period }: Omit<Digest, 'document'>): string {
  const exposure =
    changes === null || changesBefore === null
      ? ''
      : ` There were ${formatCount(changes, 'change')}, after ${changesBefore}.`;
  return `${formatCount(episodes, 'episode')} in this ${period.kind}, after ${episodesBefore} in the one before.${exposure}`;
}

function describeImprovements(improvements: readonly Improvement[], sources: readonly ReportSource[]) {
  const statements = improvements.map(({ title, state }, at) =>
    createStatement(`${title}: ${improvementStatePhrases[state]}.`, [sources[at]?.ref ?? '']),
  );
  return createSection(
    'improvements',
    'Fixes and their effect',
    statements.length === 0 ? [createStatement('No improvement changed its state.')] : statements,
  );
}

function describeOutlook(
  { patterns, period, scope }: Omit<Digest, 'document'>,
  cite: (pattern: DigestedPattern) => string,
) {
  const where = scope.kind === 'organisation' ? '' : ', here or elsewhere,';
  const known = patterns
    .flatMap((pattern) => (pattern.probability === null ? [] : [{ pattern, probability: pattern.probability }]))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, maxPatterns);
  return createSection(
    'outlook',
    `The next ${period.kind}`,
    known.length === 0
      ? [createStatement(noForecast)]
      : known.map(({ pattern, probability }) =>
          createStatement(
            `${pattern.name}: at least one more episode${where} with a chance of ${formatShare(probability)}.`,
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
    `${formatCount(accounts, 'account')} ${accounts === 1 ? 'is' : 'are'} read; known up to ${asOf.slice(0, 16).replace('T', ' ')} UTC.`,
    ...problems.map(({ account, problem }) => `${account}: ${problem}`),
    gaps === 0
      ? 'No day is known to miss a record.'
      : `On ${formatCount(gaps, 'day')} the provider has records that are not stored.`,
    uncompared > 0 &&
      `${formatCount(uncompared, 'stream')} of records ${uncompared === 1 ? 'was' : 'were'} not compared with what the provider has yet.`,
    `${isWhole ? '' : 'Of the whole organisation '}${unassigned.failures} of ${unassigned.of} failures are like no other so far and in no pattern.`,
    isLate &&
      `Left out are ${isWhole ? 'pace, lengths of episodes, delivery, ' : ''}trends and forecasts: they are known as of now only, and this was written when the period after it was over.`,
    unlisted > 0 &&
      `${formatCount(unlisted, 'earlier episode')} of this period ${unlisted === 1 ? 'is' : 'are'} counted and not listed below.`,
  ];
  const statements = sentences.flatMap((sentence) => (sentence === false ? [] : [createStatement(sentence)]));
  return createSection('completeness', 'How complete this is', statements);
}

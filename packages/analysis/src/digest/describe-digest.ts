import type {
  Digest,
  DigestedPattern,
  Improvement,
  ImprovementState,
  Measurement,
  ObservedEpisode,
  ReportDocument,
  ReportSource,
} from '@refrain/domain';
import { sayCount, sayDay, sayShare, sayTerm } from '../reports/say.ts';
import { createSection, say } from '../reports/section.ts';
import { describeOrganisation } from './describe-organisation.ts';

interface DigestSources {
  /** Of the period, by time. */
  readonly episodes: readonly (ObservedEpisode & { readonly title: string; readonly url: string | null })[];
  /** Those that changed in the period. */
  readonly improvements: readonly Improvement[];
  readonly measurement: Measurement | null;
  /** Whether it was made after the next period was over: then trends and forecasts of that time are not known. */
  readonly isLate: boolean;
}

/** Sources that are listed; the others are counted. */
const mostSources = 100;
const mostPatterns = 20;

const late = 'Not told: this was written when the period after it was over, and trends and forecasts are those of now.';

/** A digest in words, with what each sentence rests on. */
export function describeDigest(
  digest: Omit<Digest, 'document'>,
  { episodes, improvements, measurement, isLate }: DigestSources,
): ReportDocument {
  const refOfPattern = new Map(digest.patterns.map(({ patternId }, at) => [patternId, `P${at + 1}`]));
  const listed = episodes.slice(-mostSources);
  const episodeSources = listed.map(
    ({ id, startedAt, title, url }, at): ReportSource => ({
      ref: `E${at + 1}`,
      kind: 'episode',
      id,
      at: startedAt,
      title,
      url,
    }),
  );
  const improvementSources = improvements.map(
    ({ id, updatedAt, title, issueUrl }, at): ReportSource => ({
      ...{ ref: `I${at + 1}`, kind: 'improvement', id, at: updatedAt, title, url: issueUrl },
    }),
  );
  const refOf = (pattern: DigestedPattern) => [refOfPattern.get(pattern.patternId) ?? ''];
  const withRecurrence = (wanted: DigestedPattern['recurrence']) =>
    digest.patterns.filter(({ recurrence }) => recurrence === wanted);
  const withDirection = (wanted: DigestedPattern['direction']) =>
    digest.patterns.filter(({ direction }) => direction === wanted);
  const describe = (pattern: DigestedPattern) =>
    say(`${pattern.name}: ${sayTimes(pattern)}. ${pattern.lesson}`, refOf(pattern));
  const list = (id: string, title: string, patterns: readonly DigestedPattern[], none: string) =>
    createSection(id, title, [
      ...(patterns.length === 0 ? [say(none)] : patterns.slice(0, mostPatterns).map(describe)),
      ...(patterns.length > mostPatterns ? [say(`And ${patterns.length - mostPatterns} more.`)] : []),
    ]);

  return {
    title: sayTitle(digest),
    lead: say(
      sayTotal(digest),
      episodeSources.map(({ ref }) => ref),
    ),
    sections: [
      ...(measurement === null ? [] : describeOrganisation(measurement, digest.period)),
      list('new', 'New', withRecurrence('new'), 'No failure became a pattern.'),
      list(
        'rising',
        'Rising',
        withDirection('rising'),
        isLate ? late : 'No pattern comes more often than chance explains.',
      ),
      list('returned', 'Returned', withRecurrence('returned'), 'Nothing that had gone quiet came back.'),
      list('quiet', 'Gone quiet', withRecurrence('quiet'), 'No pattern went quiet in this period.'),
      list(
        'falling',
        'Falling',
        withDirection('falling'),
        isLate ? late : 'No pattern comes less often than chance explains.',
      ),
      describeImprovements(improvements, improvementSources),
      describeOutlook(digest, isLate, refOf),
      describeCompleteness(digest, episodes.length - listed.length),
    ],
    sources: [
      ...digest.patterns.map(
        ({ patternId, name }, at): ReportSource => ({
          ref: `P${at + 1}`,
          kind: 'pattern',
          id: patternId,
          at: null,
          title: name,
          url: null,
        }),
      ),
      ...episodeSources,
      ...improvementSources,
    ],
  };
}

function sayTitle({ scope, period: { kind, from } }: Pick<Digest, 'scope' | 'period'>): string {
  const whose =
    scope.kind === 'organisation' ? 'All services' : scope.kind === 'team' ? `Team ${scope.name}` : scope.name;
  return kind === 'week' ? `${whose}: the week of ${sayDay(from)}` : `${whose}: ${from.slice(0, 7)}`;
}

function sayTotal({ episodes, episodesBefore, changes, changesBefore, period }: Omit<Digest, 'document'>): string {
  const exposure =
    changes === null || changesBefore === null
      ? ''
      : ` There were ${sayCount(changes, 'change')}, after ${changesBefore}.`;
  return `${sayCount(episodes, 'episode')} in this ${period.kind}, after ${episodesBefore} in the one before.${exposure}`;
}

function sayTimes({ episodes, episodesBefore }: DigestedPattern): string {
  return `${sayCount(episodes, 'episode')}, after ${episodesBefore} in the period before`;
}

const stateWords: Readonly<Partial<Record<ImprovementState, string>>> = {
  verified: 'the fix held',
  recurred: 'it came back after the fix',
  fixed: 'fixed; whether it holds is being watched',
};

function describeImprovements(improvements: readonly Improvement[], sources: readonly ReportSource[]) {
  const statements = improvements.map(({ title, state, issueUrl: _ }, at) =>
    say(`${title}: ${stateWords[state] ?? sayTerm(state)}.`, [sources[at]?.ref ?? '']),
  );
  return createSection(
    'improvements',
    'Fixes and their effect',
    statements.length === 0 ? [say('No improvement changed its state.')] : statements,
  );
}

function describeOutlook(
  { patterns, period, scope }: Omit<Digest, 'document'>,
  isLate: boolean,
  refOf: (pattern: DigestedPattern) => string[],
) {
  const where = scope.kind === 'organisation' ? '' : ', here or elsewhere,';
  const known = patterns
    .flatMap((pattern) => (pattern.chance === null ? [] : [{ pattern, chance: pattern.chance }]))
    .sort((a, b) => b.chance - a.chance)
    .slice(0, mostPatterns);
  return createSection(
    'outlook',
    `The next ${period.kind}`,
    known.length === 0
      ? [
          say(
            isLate
              ? late
              : 'No forecast is shown: on the history that is known, forecasts are no better than the base rate, or it is too short to tell.',
          ),
        ]
      : known.map(({ pattern, chance }) =>
          say(
            `${pattern.name}: at least one more episode${where} with a chance of ${sayShare(chance)}.`,
            refOf(pattern),
          ),
        ),
  );
}

function describeCompleteness({ completeness, asOf }: Omit<Digest, 'document'>, unlisted: number) {
  const { accounts, problems, gaps, unassigned } = completeness;
  return createSection('completeness', 'How complete this is', [
    say(
      `${sayCount(accounts, 'account')} ${accounts === 1 ? 'is' : 'are'} read; known up to ${asOf.slice(0, 16).replace('T', ' ')} UTC.`,
    ),
    ...problems.map(({ account, problem }) => say(`${account}: ${problem}`)),
    say(
      gaps === 0
        ? 'No day is known to miss a record.'
        : `On ${sayCount(gaps, 'day')} the provider has records that are not stored.`,
    ),
    say(`${unassigned.failures} of ${unassigned.of} failures are like no other so far and in no pattern.`),
    ...(unlisted === 0
      ? []
      : [
          say(
            `${sayCount(unlisted, 'earlier episode')} of this period ${unlisted === 1 ? 'is' : 'are'} counted and not listed below.`,
          ),
        ]),
  ]);
}

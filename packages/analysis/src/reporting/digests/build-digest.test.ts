import { Digest, dayInMs, type Improvement, type ObservedEpisode, type PatternMeasurement } from '@refrain/domain';
import { describe, expect, test } from 'vitest';
import { checkWording } from '../../blameless/check-wording.ts';
import { computeMeasurements } from '../../metrics/compute-measurements.ts';
import { renderDocumentMarkdown } from '../document/render-document-markdown.ts';
import { buildDigest, type DigestInput } from './build-digest.ts';

const week = { kind: 'week', from: '2026-03-02T00:00:00.000Z', until: '2026-03-09T00:00:00.000Z' } as const;

function episode(patternId: string | null, startedAt: string) {
  const one: ObservedEpisode = {
    id: `${patternId} ${startedAt}`,
    patternId,
    startedAt,
    precision: 'instant',
    endedAt: null,
    hours: null,
    cause: 'capacity',
    trigger: 'traffic',
    kinds: ['incident'],
    services: ['checkout'],
    repositories: [],
    environments: [],
    paths: [],
    failureIds: [startedAt],
  };
  return { ...one, title: `Down on ${startedAt.slice(0, 10)}`, url: null };
}
const daysBefore = (instant: string, days: number) => new Date(Date.parse(instant) - days * dayInMs).toISOString();
const monday = '2026-03-02T10:00:00.000Z';
const weekly = Array.from({ length: 20 }, (_, at) => episode('steady', daysBefore(monday, at * 7)));

function pattern(id: string, measurement: PatternMeasurement | null = null) {
  return { id, name: `Pattern ${id}`, lesson: `The lesson of ${id}.`, harm: 1, measurement };
}
const rising = {
  trend: { perWeek: { direction: 'rising' } },
  forecast: { horizons: [{ days: 7, probability: 0.4 }] },
} as PatternMeasurement;
const input: DigestInput = {
  scope: { kind: 'organisation' },
  period: week,
  episodes: [
    ...weekly,
    episode('fresh', '2026-03-03T10:00:00.000Z'),
    episode('fresh', '2026-03-04T10:00:00.000Z'),
    // The pattern became quiet: an episode every second day, then none in the last 28 days of the period.
    ...Array.from({ length: 30 }, (_, at) => episode('gone', daysBefore('2026-02-08T12:00:00.000Z', at * 2))),
    // The pattern had no episode for more than two years.
    ...[900, 880, 0].map((days) => episode('back', daysBefore('2026-03-05T10:00:00.000Z', days))),
    episode(null, '2026-03-08T23:59:59.000Z'),
    episode(null, '2026-03-09T00:00:00.000Z'),
  ],
  changes: [],
  patterns: [pattern('steady', rising), pattern('fresh'), pattern('gone'), pattern('back'), pattern('elsewhere')],
  improvements: [],
  completeness: {
    accounts: 2,
    problems: [{ account: 'acme', problem: 'The key was refused.' }],
    gaps: 1,
    unassigned: { failures: 2, of: 57 },
  },
  measurement: null,
  asOf: '2026-03-09T06:00:00.000Z',
};

describe('buildDigest', () => {
  const digest = buildDigest(input);
  const section = (id: string) =>
    digest.document.sections.find((one) => one.id === id)?.statements.map(({ label }) => label);

  test('buildDigest counts the episodes of the period and of the period before', () => {
    expect(Digest.parse(digest)).toEqual(digest);
    expect(digest).toMatchObject({ episodes: 5, episodesBefore: 1, changes: null });
  });

  test('buildDigest says what changed, then what recurred, and omits patterns that did neither', () => {
    const textOf = (id: string) =>
      digest.document.sections.find((one) => one.id === id)?.statements.map(({ label, text }) => `${label}: ${text}`);
    expect(textOf('changed')).toEqual([
      'Pattern fresh: New, with 2 episodes, the last on 4 Mar 2026. The lesson of fresh.',
      'Pattern back: Returned after 29 months without an episode: 1 episode on 5 Mar 2026.',
      'Pattern steady: More frequent than before: 1 episode on 2 Mar 2026, 1 the week before.',
      'Pattern gone: Quiet: no episodes since 8 Feb 2026, an unusually long time.',
    ]);
    expect(textOf('recurred')).toBeUndefined();
    expect(section('outlook')).toEqual(['Pattern steady']);
    expect(digest.patterns.map(({ patternId }) => patternId)).not.toContain('elsewhere');
    const calm = buildDigest({ ...input, patterns: [pattern('steady')] });
    expect(calm.document.sections.find(({ id }) => id === 'recurred')?.statements).toMatchObject([
      { label: 'Pattern steady', text: '1 episode on 2 Mar 2026, 1 the week before.' },
    ]);
  });

  test('buildDigest summarises the period, and names each episode once', () => {
    expect(digest.document.lead.text).toBe(
      '5 episodes, up from 1 the week before, within normal variation. 1 pattern is new, 1 returned, 1 is rising and 1 went quiet.',
    );
    expect(section('episodes')).toEqual(['Down on 2026-03-08']);
    const cited = digest.document.sections.flatMap(({ statements }) =>
      statements.flatMap(({ refs }) => refs.filter((ref) => ref.startsWith('E'))),
    );
    expect(new Set(cited).size).toBe(cited.length);
  });

  test('buildDigest folds statistics and puts them last', () => {
    const { sections } = digest.document;
    const firstDetail = sections.findIndex(({ isDetail }) => isDetail);
    expect(sections.slice(firstDetail).every(({ isDetail }) => isDetail)).toBe(true);
    expect(sections.slice(firstDetail).map(({ id }) => id)).toContain('outlook');
  });

  test('buildDigest lists the proposals that wait for a decision, but no snoozed ones', () => {
    const propose = (patternId: string, snoozedUntil: string | null = null) =>
      ({
        ...{ id: patternId, patternId, title: `Fix ${patternId}`, state: 'proposed', snoozedUntil },
        ...{ updatedAt: input.asOf, issueUrl: null },
      }) as Improvement;
    const improvements = [
      ...[propose('fresh'), propose('steady'), propose('gone')],
      propose('back', '2026-12-01T00:00:00.000Z'),
    ];
    const { document } = buildDigest({ ...input, improvements });
    const labels = document.sections.find(({ id }) => id === 'decisions')?.statements.map(({ label }) => label);
    expect(labels?.slice(0, 2).toSorted()).toEqual(['Fix fresh', 'Fix steady']);
    expect(document.sections[0]?.statements.at(-1)?.text).toBe(
      '1 more proposal waits for a decision; its pattern had no episode this week.',
    );
    expect(document.sections[0]?.title).toBe('To decide: 2 proposals, as of 9 Mar 2026');
    expect(document.sections[0]?.statements.find(({ label }) => label === 'Fix steady')?.text).toBe(
      '20 episodes in 12 months, the last on 2 Mar 2026.',
    );
    expect(document.sections.map(({ id }) => id)).not.toContain('improvements');
  });

  test('buildDigest states how complete the data is', () => {
    const texts = digest.document.sections.find(({ id }) => id === 'completeness')?.statements.map(({ text }) => text);
    expect(texts).toContain('acme: The key was refused.');
    expect(texts).toContain('Records from 1 day are missing, although the provider has them.');
  });

  test('buildDigest cites only listed sources and blames nobody', () => {
    const known = new Set(digest.document.sources.map(({ ref }) => ref));
    const statements = [digest.document.lead, ...digest.document.sections.flatMap((one) => one.statements)];
    for (const { refs } of statements) for (const ref of refs) expect(known).toContain(ref);
    expect(checkWording(renderDocumentMarkdown(digest.document))).toEqual([]);
  });

  test('buildDigest returns the same digest for patterns in any order', () => {
    const reversed = { ...input, patterns: input.patterns.toReversed() };
    expect(buildDigest(reversed)).toEqual(digest);
  });
});

test('buildDigest omits trends and forecasts if the following period has also ended', () => {
  const late = buildDigest({ ...input, asOf: '2026-03-16T00:00:00.000Z' });
  expect(late.patterns.every(({ direction, probability }) => direction === null && probability === null)).toBe(true);
  const { sections } = late.document;
  expect(sections.map(({ id }) => id)).toEqual(['changed', 'recurred', 'episodes', 'completeness']);
  const leftOut = sections
    .flatMap(({ statements }) => statements)
    .filter(({ text }) => text.startsWith('The digest omits'));
  expect(leftOut).toHaveLength(1);
  expect(late).toMatchObject({ episodes: 5, episodesBefore: 1 });
});

test('buildDigest reports a pattern as new, returned or quiet only in the period in which it became so', () => {
  const titlesIn = (period: DigestInput['period'], episodes = input.episodes) =>
    buildDigest({ ...input, period, episodes }).patterns.flatMap(({ newRecurrence, name }) =>
      newRecurrence === null || newRecurrence === undefined ? [] : [`${newRecurrence} ${name}`],
    );
  const texts = ['new Pattern fresh', 'returned Pattern back', 'quiet Pattern gone'];
  expect(titlesIn(week).toSorted()).toEqual(texts.toSorted());
  const next = titlesIn({ kind: 'week', from: week.until, until: '2026-03-16T00:00:00.000Z' });
  for (const one of texts) expect(next).not.toContain(one);
  // The pattern was found on the first day of the month, so it is no longer `new` on the last day.
  const january = ['2026-01-01T01:00:00.000Z', '2026-01-01T10:00:00.000Z'].map((at) => episode('fresh', at));
  const month = { kind: 'month', from: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' } as const;
  expect(titlesIn(month, january)).toContain('new Pattern fresh');
});

test('buildDigest lists only sources that are cited, including the episodes of cited patterns', () => {
  const { document } = buildDigest({
    ...input,
    episodes: [episode('plain', '2025-02-01T00:00:00.000Z'), ...input.episodes, episode('plain', monday)],
    patterns: [...input.patterns, pattern('plain')],
  });
  const cited = new Set(
    [document.lead, ...document.sections.flatMap((one) => one.statements)].flatMap(({ refs }) => refs),
  );
  expect(document.sources.map(({ ref }) => ref).sort()).toEqual([...cited].sort());
  const idOf = new Map(document.sources.map(({ ref, id }) => [ref, id]));
  const changed = document.sections.find(({ id }) => id === 'changed')?.statements;
  const fresh = changed?.find(({ label }) => label === 'Pattern fresh');
  expect(fresh?.refs.map((ref) => idOf.get(ref))).toEqual([
    'fresh',
    'fresh 2026-03-03T10:00:00.000Z',
    'fresh 2026-03-04T10:00:00.000Z',
  ]);
});

test('buildDigest compares the impact with the period before, and counts episodes of unknown duration', () => {
  const timed = (startedAt: string, hours: number | null) => ({ ...episode('steady', startedAt), hours });
  const episodes = [timed('2026-02-25T00:00:00.000Z', 3), timed(monday, 7.5), timed('2026-03-04T00:00:00.000Z', null)];
  const digest = buildDigest({ ...input, episodes, patterns: [pattern('steady', rising)] });
  expect(digest).toMatchObject({ impactHours: 7.5, impactHoursBefore: 3 });
  expect(digest.document.lead.text).toMatch(/The impact rose from 3 h to 7\.5 h\./u);
  expect(renderDocumentMarkdown(digest.document)).toContain(
    'The impact does not include 1 episode of unknown duration, or with false alarms only.',
  );
});

test('buildDigest names the few episodes that account for most of the impact', () => {
  const cost = (hours: number, day: number) => ({ ...episode('steady', daysBefore(monday, -day)), hours });
  const digest = buildDigest({
    ...input,
    episodes: [cost(1, 0), cost(8, 1), cost(2, 2)],
    patterns: [pattern('steady')],
  });
  expect(digest.costliest).toMatchObject([{ title: 'Down on 2026-03-03', hours: 8, services: ['checkout'] }]);
  const { lead, sections, sources } = digest.document;
  expect(lead.text).toContain('The impact was 11 h. One episode accounts for 8 h of it.');
  expect(sections[0]).toMatchObject({
    title: 'What cost most',
    statements: [{ label: 'Down on 2026-03-03', text: '8 h, checkout, 3 Mar 2026.' }],
  });
  const cited = sections[0]?.statements[0]?.refs.map((ref) => sources.find((source) => source.ref === ref)?.kind);
  expect(cited).toEqual(['episode', 'pattern']);
});

test('buildDigest says of each fix that was measured in the period whether it held', () => {
  const fix = (id: string, state: string, stateSince: string) =>
    ({
      id,
      patternId: 'steady',
      title: `Fix ${id}`,
      state,
      stateSince,
      updatedAt: stateSince,
      effect: null,
    }) as Improvement;
  const improvements = [
    fix('a', 'verified', monday),
    fix('b', 'recurred', monday),
    fix('c', 'verified', '2026-02-01T00:00:00.000Z'),
  ];
  const { fixVerdicts, document } = buildDigest({ ...input, improvements });
  expect(fixVerdicts).toEqual({ verified: 1, recurred: 1 });
  expect(document.sections.find(({ id }) => id === 'measured-fixes')).toMatchObject({
    title: 'Did fixes hold?',
    statements: [
      { label: 'Fix a', text: 'Held.' },
      { label: 'Fix b', text: 'Did not hold.' },
    ],
  });
});

test('buildDigest shows the recurred patterns with most impact, and folds the others', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const episodes = ids.flatMap((id, at) =>
    [...Array(20).keys()].map((week) => ({ ...episode(id, daysBefore(monday, week * 7)), hours: at + 1 })),
  );
  const { sections } = buildDigest({ ...input, episodes, patterns: ids.map((id) => pattern(id)) }).document;
  const labelsOf = (id: string) => sections.find((one) => one.id === id)?.statements.map(({ label }) => label);
  expect(labelsOf('recurred')).toEqual(['Pattern d', 'Pattern c', 'Pattern b']);
  expect(labelsOf('recurred-more')).toEqual(['Pattern a']);
});

test('buildDigest states the period and the scope of its figures', () => {
  const { episodes } = input;
  const until = input.asOf;
  const delivery = { changes: [], failures: [], links: [] };
  const measurement = computeMeasurements({ episodes, changes: [], patternIds: [], delivery, until }).organisation;
  const formatOrNull = (scope: DigestInput['scope'], whole: typeof measurement | null) =>
    renderDocumentMarkdown(buildDigest({ ...input, scope, measurement: whole }).document);
  const whole = formatOrNull({ kind: 'organisation' }, measurement);
  expect(whole).toMatch(/DORA metrics for the 90 days up to 9 Mar 2026/u);
  expect(whole).toMatch(
    /There have been \d+ episodes since \d+ \w+ \d{4} \([\d.]+ a week\), and \d+ before that, since/u,
  );
  expect(whole).not.toContain('whole organisation');
  expect(formatOrNull({ kind: 'service', name: 'checkout' }, null)).toContain(
    '2 of 57 failures in the whole organisation are in no pattern',
  );
});

test('buildDigest describes an organisation without failures', () => {
  const empty = buildDigest({ ...input, episodes: [], patterns: [] });
  expect(empty.document.lead.text).toBe('No episodes, and none the week before.');
  expect(empty.document.sections.map(({ id }) => id)).toEqual(['completeness']);
});

import type { Failure } from '@refrain/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecidedCatalogueEntry } from '../../catalogue/repository-affinity.ts';
import { at, createChange, createDeployment, createFailure } from '../../linking/testing.ts';
import { type EpisodeObservationInput, observeEpisodes } from './observe-episodes.ts';

const nothing = { patterns: [], links: [], changes: [] };

function observe(failures: readonly Failure[], given: Partial<EpisodeObservationInput> = {}) {
  return observeEpisodes({ ...nothing, failures, ...given });
}

const merge = createChange('p1', 0, { paths: ['src/ledger.ts'] });
const page = createFailure('i1', 1, {
  episodeId: 'f1',
  services: ['Payments'],
  resolvedAt: at(3),
  paths: ['README.md'],
});
const failed = createFailure('f1', 0.5, {
  kind: 'failed_deployment',
  episodeId: 'f1',
  repository: 'acme/payments',
  environment: 'production',
  resolvedAt: at(1.5),
});
const revert = createFailure('v1', 9, { kind: 'reverted_change', episodeId: 'f1', repository: 'acme/payments' });
const cause = { type: 'caused_by', failureId: 'i1', targetId: 'p1', score: 0.9, status: 'suggested' } as const;

describe('observeEpisodes', () => {
  it('observeEpisodes joins a failed deployment, its incident and its revert, counting only the hours of the incident', () => {
    expect(observe([revert, page, failed], { links: [cause], changes: [merge] })).toEqual([
      {
        id: 'f1',
        patternId: null,
        cause: 'unknown',
        trigger: 'unknown',
        kinds: ['incident', 'failed_deployment', 'reverted_change'],
        startedAt: at(0.5),
        precision: 'instant',
        endedAt: at(3),
        hours: 2,
        services: ['Payments'],
        repositories: ['acme/payments'],
        environments: ['production'],
        paths: ['src/ledger.ts'],
        failureIds: ['f1', 'i1', 'v1'],
      },
    ]);
  });

  it('observeEpisodes ignores duplicates, non-failures and failures that a person dismissed', () => {
    const others = [
      createFailure('a', 0, { duplicateOf: 'i1' }),
      createFailure('b', 0, { isFailure: false }),
      createFailure('c', 0, { episodeId: 'f1' }),
    ];
    const decision = { kind: 'not_a_failure', failureId: 'c' } as const;
    const corrections = [{ id: 'x', decision, decidedAt: at(0) }];
    expect(observe([...others, page], { corrections }).map(({ failureIds }) => failureIds)).toEqual([['i1']]);
  });

  it('observeEpisodes assigns an episode to the pattern of most of its failures, or in a tie to that of the earliest', () => {
    const pattern = (id: string, failureIds: string[]) => ({ id, failureIds, cause: 'capacity' }) as const;
    const of = (patterns: EpisodeObservationInput['patterns']) => observe([failed, page, revert], { patterns })[0];
    expect(of([pattern('most', ['i1', 'v1']), pattern('less', ['f1'])])).toMatchObject({ patternId: 'most' });
    expect(of([pattern('later', ['i1']), pattern('first', ['f1'])])).toMatchObject({ patternId: 'first' });
    expect(of([])).toMatchObject({ patternId: null });
  });

  it('observeEpisodes takes the cause of an episode from its failures, or else from its pattern, but the trigger only from its failures', () => {
    const patterns = [{ id: 'p', failureIds: ['i1', 'v1', 'f1'], cause: 'capacity' } as const];
    const of = (assess: NonNullable<EpisodeObservationInput['assess']>) =>
      observe([failed, page, revert], { patterns, assess })[0];
    const stated = { cause: 'process', trigger: 'time', confidence: 1 } as const;
    expect(of(() => stated)).toMatchObject({ patternId: 'p', cause: 'process', trigger: 'time' });
    const silent = { cause: 'unknown', trigger: 'unknown', confidence: 0 } as const;
    expect(of(() => silent)).toMatchObject({ patternId: 'p', cause: 'capacity', trigger: 'unknown' });
  });
});

describe('observeEpisodes: hours', () => {
  const hoursOf = (failures: readonly Failure[], changes: EpisodeObservationInput['changes'] = []) =>
    observe(
      failures.map((one) => ({ ...one, episodeId: 'e' })),
      { changes },
    ).map(({ hours, endedAt }) => [hours, endedAt])[0];
  const incident = (id: string, from: number, to: number | null) =>
    createFailure(id, from, { resolvedAt: to === null ? null : at(to) });
  const broken = { ...failed, resolvedAt: null };

  it('observeEpisodes counts overlapping hours of incidents once, and does not count the pauses between incidents', () => {
    expect(hoursOf([incident('a', 0, 4), incident('b', 1, 2), incident('c', 10, 11)])).toEqual([5, at(11)]);
  });

  it('observeEpisodes does not count the hours of false alarms, and returns null if all incidents are false alarms', () => {
    const isFalseAlarm = ({ id }: Failure) => id === 'a';
    const withHours = (...failures: Failure[]) => observe(failures, { isFalseAlarm }).map(({ hours }) => hours);
    expect(withHours(incident('a', 0, 4))).toEqual([null]);
    expect(withHours(incident('b', 0, 4))).toEqual([4]);
  });

  it('observeEpisodes counts only the hours of closed incidents if another incident is still open, and returns null if none is closed', () => {
    expect(hoursOf([incident('a', 0, 1), incident('b', 0.5, null)])).toEqual([1, null]);
    expect(hoursOf([incident('a', 0, null)])).toEqual([null, null]);
    expect(hoursOf([revert])).toEqual([null, null]);
  });

  it('observeEpisodes counts the hours that the text of an incident states, even if its times are only dates', () => {
    const text = 'Time to repair: 1h 30m';
    const open = createFailure('a', 0, { resolvedAt: at(9), text });
    expect(hoursOf([open])).toEqual([1.5, at(1.5)]);
    expect(hoursOf([{ ...open, resolvedAt: null, precision: 'day' }])).toEqual([1.5, null]);
  });

  it('observeEpisodes ends a failed deployment with the next successful one within a day, without hours of impact', () => {
    const next = (hours: number, environment: string) => createDeployment(`d${hours}`, hours, 'p2', { environment });
    expect(hoursOf([broken], [next(2, 'production'), next(1, 'staging')])).toEqual([null, at(2)]);
    expect(hoursOf([broken], [next(25, 'production')])).toEqual([null, null]);
    expect(hoursOf([broken, incident('a', 1, 2)])).toEqual([1, at(2)]);
  });
});

describe('observeEpisodes: services', () => {
  const changes = [createChange('p1', 0), createChange('p2', 0, { repository: 'acme/shop' })];
  const inShop = (paths: string[]) =>
    createFailure('v', 1, { kind: 'reverted_change', repository: 'acme/shop', paths });
  const pair = (service: string, path: string, status: DecidedCatalogueEntry['status']): DecidedCatalogueEntry => ({
    service,
    path,
    status,
    repository: 'acme/shop',
    environment: null,
  });
  const catalogue = [pair('Cart', 'cart', 'confirmed'), pair('Tax', 'tax', 'confirmed'), pair('Ads', '.', 'suggested')];

  it("observeEpisodes uses the services confirmed for the repository's paths if no failure names a service", () => {
    const services = (paths: string[]) => observe([inShop(paths)], { changes, catalogue })[0]?.services;
    expect(services(['cart/index.ts'])).toEqual(['Cart']);
    expect(services([])).toEqual(['Cart', 'Tax']);
    expect(services(['docs/index.md'])).toEqual([]);
  });

  it("observeEpisodes uses services with the repository's name if no service is confirmed", () => {
    const named = createFailure('a', 5, { services: ['Payments', 'Payments Web'] });
    const found = observe([named, { ...revert, episodeId: null }], { changes });
    expect(found.map(({ services }) => services)).toEqual([['Payments', 'Payments Web'], ['Payments']]);
  });
});

describe('observeEpisodes: properties', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const failures = fc
    .tuple(
      ...ids.map((id) =>
        fc
          .record({
            hours: fc.integer({ min: 0, max: 5 }),
            episodeId: fc.constantFrom(null, 'a', 'b'),
            kind: fc.constantFrom('incident', 'failed_deployment', 'reverted_change'),
            repository: fc.constantFrom(null, 'acme/payments', 'acme/shop'),
            services: fc.subarray(['Payments', 'Shop', 'Mail']),
            lasts: fc.option(fc.integer({ min: 0, max: 3 })),
            isFailure: fc.boolean(),
          })
          .map(({ hours, lasts, ...given }) =>
            createFailure(id, hours, { ...given, resolvedAt: lasts === null ? null : at(hours + lasts) }),
          ),
      ),
    )
    .map((all): Failure[] => all);
  const patterns = [
    { id: 'p', cause: 'data', trigger: 'time', failureIds: ['a', 'c'] },
    { id: 'q', cause: 'process', trigger: 'traffic', failureIds: ['b', 'd'] },
  ] as const;
  const links = ids.map((failureId) => ({ ...cause, failureId }));

  it('observeEpisodes puts each counted failure into one episode, for any order of the input', () => {
    fc.assert(
      fc.property(failures, fc.infiniteStream(fc.nat()), (all, noise) => {
        const found = observe(all, { patterns, links, changes: [merge] });
        const shuffled = all
          .map((one) => ({ one, key: noise.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const again = observe(shuffled, {
          patterns: [...patterns].reverse(),
          links: [...links].reverse(),
          changes: [merge],
        });
        expect(again).toEqual(found);
        expect(found.flatMap(({ failureIds }) => failureIds).sort()).toEqual(
          all.flatMap(({ id, isFailure }) => (isFailure ? [id] : [])),
        );
      }),
    );
  });
});

import { type ChangeWithPaths, FailureMap, type ObservedEpisode } from '@refrain/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTeamLookup } from '../../catalogue/create-team-lookup.ts';
import { buildFailureMap, type FailureMapInput } from './build-failure-map.ts';
import { createChangeWithPaths, createEpisode, day } from './testing.ts';

const everything = { team: null, environment: null, kinds: [] };
const names = ['Cart', 'Mail', 'Search', 'Tax'];

function build(given: Partial<FailureMapInput>) {
  const map = buildFailureMap({
    episodes: [],
    changes: [],
    period: { from: day(0), until: day(60) },
    filter: everything,
    teams: null,
    ...given,
  });
  expect(FailureMap.parse(map)).toEqual(map);
  return map;
}

function many(count: number, given: Partial<ObservedEpisode>): ObservedEpisode[] {
  return Array.from({ length: count }, (_, place) =>
    createEpisode(`${given.services?.join()} ${given.cause} ${place}`, { startedAt: day(place % 60), ...given }),
  );
}

function changesOf(service: string, count: number): ChangeWithPaths[] {
  return Array.from({ length: count }, (_, place) =>
    createChangeWithPaths(`${service} ${place}`, {
      services: [service],
      at: day(place % 60),
      repository: `acme/${service}`,
    }),
  );
}

const baseline = names.flatMap((service) => many(3, { services: [service], cause: 'data', trigger: 'time' }));
const even = names.flatMap((service) => changesOf(service, 50));

describe('buildFailureMap', () => {
  it('buildFailureMap counts the episodes of each service and cause per change and per day, and lists the episode ids', () => {
    const cart = [
      createEpisode('a', { services: ['Cart'], cause: 'capacity', trigger: 'traffic', hours: 1 }),
      createEpisode('b', { services: ['Cart', 'Mail'], cause: 'capacity', hours: 9 }),
    ];
    const map = build({ episodes: [...cart, ...baseline], changes: even });
    expect(map).toMatchObject({ episodes: 14, changes: 200, days: 60 });
    expect(map.services[0]).toMatchObject({
      service: 'Cart',
      changes: 50,
      episodes: 5,
      hours: { total: 10, withDuration: 2 },
    });
    const cell = map.causes.find(({ service, cause }) => service === 'Cart' && cause === 'capacity');
    expect(cell).toMatchObject({
      episodes: 2,
      episodeIds: ['a', 'b'],
      hours: { total: 10, median: 5, withDuration: 2, episodes: 2 },
      per100Changes: { observed: 4, organisation: 1.5 },
      per30Days: { observed: 1, organisation: 3 / 8 },
      per100Episodes: { observed: 40, organisation: 20 },
      standsOut: false,
    });
    expect(map.triggers.filter(({ trigger }) => trigger === 'traffic')).toMatchObject([
      { service: 'Cart', episodes: 1 },
    ]);
    expect(map.compared).toEqual({ causes: 8, triggers: 12, folders: 0 });
  });

  it('buildFailureMap highlights a cell whose rate is high per change and per day, and lists the cell first', () => {
    const hot = many(25, { services: ['Mail'], cause: 'capacity' });
    const rest = ['Cart', 'Search', 'Tax'].flatMap((service) => many(3, { services: [service], cause: 'capacity' }));
    const episodes = [...baseline, ...hot, ...rest];
    const [first, ...others] = build({ episodes, changes: even }).causes;
    expect(first).toMatchObject({ service: 'Mail', cause: 'capacity', standsOut: true });
    expect(others.every(({ standsOut }) => !standsOut)).toBe(true);
    // A service with more episodes does not stand out if it also has proportionally more changes.
    const busy = build({ episodes, changes: [...even, ...changesOf('Mail', 1_000)] }).causes;
    const cell = busy.find(({ service, cause }) => service === 'Mail' && cause === 'capacity');
    expect(cell).toMatchObject({ standsOut: false, per100Changes: { isAbove: false }, per30Days: { isAbove: true } });
  });

  it('buildFailureMap does not highlight a large service if its changes are unknown', () => {
    const causes = ['data', 'capacity', 'dependency'] as const;
    const large = causes.flatMap((cause) => many(40, { services: ['Mail'], cause }));
    const small = causes.flatMap((cause) =>
      ['Cart', 'Search', 'Tax'].flatMap((service) => many(10, { services: [service], cause })),
    );
    expect(build({ episodes: [...large, ...small] }).causes.map(({ per30Days }) => per30Days?.isAbove)).toContain(true);
    expect(build({ episodes: [...large, ...small] }).causes.filter(({ standsOut }) => standsOut)).toEqual([]);
    const hot = many(40, { services: ['Mail'], cause: 'process' });
    const rest = many(2, { services: ['Cart'], cause: 'process' });
    const found = build({ episodes: [...large, ...small, ...hot, ...rest] }).causes;
    expect(found.filter(({ standsOut }) => standsOut)).toMatchObject([{ service: 'Mail', cause: 'process' }]);
  });

  it('buildFailureMap counts episodes without a service or cause, counts services without changes, and accepts empty input', () => {
    const map = build({ episodes: [createEpisode('a'), ...many(2, { services: ['Cart'], hours: 1 })], changes: [] });
    expect(map.services).toMatchObject([
      { service: 'Cart', changes: null, episodes: 2 },
      { service: null, repository: null, changes: null, episodes: 1, episodeIds: ['a'] },
    ]);
    expect(map.causes).toMatchObject([
      { service: 'Cart', per100Changes: null, per30Days: { observed: 1 }, standsOut: false },
      { service: null, per100Changes: null, per30Days: null, standsOut: false },
    ]);
    expect(map.gaps).toMatchObject({ withoutService: 1, withoutCause: 3, withoutHours: 1, servicesWithoutChanges: 1 });
    expect(build({})).toMatchObject({ episodes: 0, services: [], causes: [], triggers: [], hotspots: [] });
    expect(build({ period: { from: day(5), until: day(5) } })).toMatchObject({ days: 0, causes: [] });
  });

  it('buildFailureMap adds a row for a repository without a known service only if a failure occurred in it', () => {
    const episodes = [...many(3, { repositories: ['acme/shop'] }), ...baseline];
    const quiet = createChangeWithPaths('q', { repository: 'acme/quiet' });
    const map = build({ episodes, changes: [...even, createChangeWithPaths('x'), createChangeWithPaths('y'), quiet] });
    expect(map.services.find(({ repository }) => repository !== null)).toMatchObject({
      service: null,
      repository: 'acme/shop',
      changes: 2,
      episodes: 3,
    });
    expect(map.services).toHaveLength(5);
    expect(map.causes.find(({ repository }) => repository === 'acme/shop')).toMatchObject({
      per100Changes: { observed: 150 },
      per30Days: { observed: 1.5 },
    });
    expect(map.gaps.withoutService).toBe(3);
  });

  it('buildFailureMap filters episodes by period, environment and kind', () => {
    const episodes = [
      createEpisode('a', { environments: ['production'], startedAt: day(1) }),
      createEpisode('b', { environments: ['staging'], startedAt: day(2), kinds: ['failed_deployment'] }),
      createEpisode('c', { startedAt: day(3) }),
    ];
    const changes = [createChangeWithPaths('x', { environment: 'staging' }), createChangeWithPaths('y')];
    const idsOf = (given: Partial<FailureMapInput>) => build({ episodes, changes, ...given }).services[0]?.episodeIds;
    expect(idsOf({ period: { from: day(1), until: day(3) } })).toEqual(['a', 'b']);
    expect(idsOf({ filter: { ...everything, kinds: ['failed_deployment'] } })).toEqual(['b']);
    const produced = build({ episodes, changes, filter: { ...everything, environment: 'production' } });
    expect(produced).toMatchObject({ episodes: 1, changes: 1, gaps: { withoutEnvironment: 1 } });
  });

  it("buildFailureMap shows only a team's rows but compares them with the whole organisation", () => {
    const owners = [
      { repository: 'acme/Mail', path: null, teams: ['post'], file: 'codeowners' as const },
      { repository: 'acme/shop', path: 'mail', teams: ['post'], file: 'codeowners' as const },
    ];
    const lost = createEpisode('lost', { repositories: ['acme/shop'], paths: ['mail/send.ts'] });
    const others = createEpisode('other', { repositories: ['acme/shop'], paths: ['cart/add.ts'] });
    const observed = { episodes: [lost, others, ...baseline], changes: even };
    const input = { ...observed, teams: createTeamLookup({ ...observed, owners, serviceTeams: [], catalogue: [] }) };
    const whole = build(input);
    const part = build({ ...input, filter: { ...everything, team: 'post' } });
    expect(part.services.map(({ service, episodes }) => [service, episodes])).toEqual([
      ['Mail', 3],
      [null, 1],
    ]);
    expect(part).toMatchObject({ episodes: 4, changes: 50 });
    const ofMail = whole.causes.filter(({ service }) => service === 'Mail');
    expect(part.causes.filter(({ service }) => service !== null)).toEqual(ofMail);
    expect(whole.services.filter(({ service }) => service === null)).toMatchObject([
      { repository: 'acme/shop', episodes: 2 },
    ]);
    expect(build({ ...input, filter: { ...everything, team: 'nobody' } })).toMatchObject({ episodes: 0, services: [] });
    expect(build({ ...input, teams: null, filter: { ...everything, team: 'post' } }).episodes).toBe(0);
  });

  it('buildFailureMap assigns every episode to a row, for any order of the changes', () => {
    const some = fc.array(
      fc.record({
        services: fc.subarray(names, { maxLength: 2 }),
        cause: fc.constantFrom('data', 'capacity', 'unknown'),
        place: fc.nat(59),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(some, fc.shuffledSubarray(even, { minLength: even.length }), (all, changes) => {
        const episodes = all.map(({ place, ...given }, at) =>
          createEpisode(`e${at}`, { ...given, startedAt: day(place) }),
        );
        const map = build({ episodes, changes });
        expect(map).toEqual(build({ episodes, changes: even }));
        const ids = (rows: readonly { readonly episodeIds: readonly string[] }[]) =>
          [...new Set(rows.flatMap(({ episodeIds }) => episodeIds))].sort();
        const every = episodes.map(({ id }) => id).sort();
        expect([ids(map.services), ids(map.causes), ids(map.triggers)]).toEqual([every, every, every]);
      }),
      { numRuns: 20 },
    );
  });
});

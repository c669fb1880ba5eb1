import type { Change, Failure } from '@refrain/domain';
import { describe, expect, it } from 'vitest';
import { joinOutageNotices } from './join-outage-notices.ts';
import { linkFailures } from './link-failures.ts';
import { at, createChange, createFailure, createRevert, routineChanges, shaOf } from './testing.ts';

function episodes(failures: readonly Failure[], changes: readonly Change[] = []): string[][] {
  return linkFailures({ failures, changes: [...routineChanges, ...changes], corrections: [] }).episodes.map(
    ({ failureIds }) => [...failureIds],
  );
}

function detailsOf(failures: readonly Failure[], changes: readonly Change[] = []): string {
  return linkFailures({ failures, changes: [...routineChanges, ...changes], corrections: [] })
    .links.filter(({ type }) => type === 'same_episode')
    .flatMap(({ evidence }) => evidence.map(({ detail }) => detail))
    .join('; ');
}

/** Infrequent earlier incidents, so that two incidents within minutes are unusual. */
const past = Array.from({ length: 30 }, (_, index) =>
  createFailure(`past${index}`, -400 - index * 200, {
    services: [`Old ${String.fromCharCode(97 + (index % 26))}`],
    title: `Disk ${index % 2 === 0 ? 'full' : 'slow'}`,
    text: 'region value restarted looking',
  }),
);
const alone = past.map(({ id }) => [id]).reverse();

describe('joinOutageNotices', () => {
  const text =
    'We are looking into elevated error rates that began this morning in two regions of Europe. Requests to create or delete ' +
    'instances can fail with a timeout; running workloads go on unharmed while engineers restore the network path.';
  const notice = (id: string, hours: number, service: string, overrides: Partial<Failure> = {}) =>
    createFailure(id, hours, { title: `Issue with ${service}`, services: [service], text, ...overrides });

  it('joinOutageNotices joins outage notices that are posted within minutes of each other and have almost the same words', () => {
    const notices = [notice('a', 0, 'Storage'), notice('b', 0.1, 'Compute'), notice('c', 0.05, 'Queues')];
    expect(episodes(notices)).toEqual([['a', 'c', 'b']]);
    const [first] = joinOutageNotices(notices);
    expect(first?.evidence.map(({ detail }) => detail)).toEqual([
      '95 % of the words are the same',
      'began 3 min apart',
    ]);
  });

  it('joinOutageNotices does not join notices with different words, or notices that are hours apart', () => {
    const other =
      'Customers of the console see an empty page after signing in with a key, in every browser that we tried.';
    expect(episodes([notice('a', 0, 'Storage'), notice('b', 0.1, 'Compute', { text: other })])).toHaveLength(2);
    expect(episodes([notice('a', 0, 'Storage'), notice('b', 4, 'Compute')])).toHaveLength(2);
  });
});

describe('joinCascadingIncidents, given incidents on different services within a quarter of an hour', () => {
  const page = (id: string, hours: number, service: string, title: string, text = '') =>
    createFailure(id, hours, { services: [service], title, text });

  it('joinCascadingIncidents joins incidents that share rare words', () => {
    const pages = [
      page('a', 0, 'Search', 'Search unreachable', 'kubelet lost the overlay bridge, vxlan down'),
      page('b', 0.1, 'Mail', 'Mail red', 'vxlan overlay bridge gone on that kubelet'),
    ];
    expect(episodes([...past, ...pages])).toEqual([...alone, ['a', 'b']]);
    expect(detailsOf([...past, ...pages])).toContain('both mention bridge, kubelet, overlay, vxlan');
  });

  it("joinCascadingIncidents joins incidents that share a rare word if one also names the other's service", () => {
    const pages = [
      page('a', 0, 'Search', 'Search unreachable', 'indexer hangs'),
      page('b', 0.1, 'Mail', 'Mail waits for search', 'indexer timeout'),
    ];
    expect(episodes([...past, ...pages])).toEqual([...alone, ['a', 'b']]);
  });

  it('joinCascadingIncidents does not join incidents that share only their start time and words that every incident contains', () => {
    const pages = [
      page('a', 0, 'Search', 'Disk full', 'region value restarted'),
      page('b', 0.1, 'Mail', 'Queue slow', 'region value restarted'),
    ];
    expect(episodes([...past, ...pages])).toEqual([...alone, ['a'], ['b']]);
  });

  it('joinCascadingIncidents does not join incidents that share rare words while other incidents occur every few minutes', () => {
    const storm = Array.from({ length: 400 }, (_, index) =>
      createFailure(`s${index}`, 5 + index * 0.2, { services: [`Svc ${index}`], title: `Thing ${index}` }),
    );
    const pages = [
      page('a', 0, 'Search', 'Search unreachable', 'kubelet lost the overlay bridge, vxlan down'),
      page('b', 0.1, 'Mail', 'Mail red', 'vxlan overlay bridge gone on that kubelet'),
    ];
    expect(episodes([...storm, ...pages]).every(({ length }) => length === 1)).toBe(true);
  });
});

describe('joinRevertsOfOneChange and joinRevertSeries', () => {
  const changes = [
    createChange('p1', 0, { number: 7, title: 'Cache the fees of carts' }),
    createChange('r1', 1, { kind: 'commit', title: 'Revert "Cache the fees of carts"' }),
    createChange('a1', 20, { kind: 'commit', title: 'Reapply "Cache the fees of carts"' }),
    createChange('r2', 40, { kind: 'commit', title: 'Revert "Reapply "Cache the fees of carts""' }),
  ];
  const back = createRevert('p1', 'r1', 1);
  const again = createRevert('r1', 'a1', 20, { isFailure: false });
  const backAgain = createRevert('a1', 'r2', 40);

  it('joinRevertsOfOneChange joins two reverts of a change that was restored in between', () => {
    expect(episodes([back, again, backAgain], changes)).toEqual([['r1-revert', 'r2-revert'], ['a1-revert']]);
    expect(detailsOf([back, again, backAgain], changes)).toBe('both revert acme/payments#7');
  });

  it('joinRevertsOfOneChange does not join two reverts of a change that are weeks apart', () => {
    const late = createRevert('a1', 'r2', 24 * 21);
    expect(episodes([back, again, late], changes)).toHaveLength(3);
  });

  const named = (id: string, hours: number, title: string, overrides: Partial<Failure> = {}) =>
    createRevert(`gone-${id}`, id, hours, { title, ...overrides });

  it('joinRevertsOfOneChange joins reverts by title if the reverted change is unknown', () => {
    const reverts = [
      named('x', 0, 'Revert "Update the list of hubs (#3)"'),
      named('y', 30, 'Revert "Revert "Update the list of hubs""'),
      named('z', 31, 'Revert "Update the list of hubs"', { repository: 'acme/mail' }),
    ];
    expect(episodes(reverts)).toEqual([['x-revert', 'y-revert'], ['z-revert']]);
    expect(detailsOf(reverts)).toBe('both are about “update the list of hubs”');
  });

  it('joinRevertsOfOneChange joins reverts within minutes, and reverts of changes with similar titles within hours', () => {
    const stack = [named('x', 0, 'Cache the fees of carts'), named('y', 0.03, 'Draw the map anew')];
    expect(episodes(stack)).toHaveLength(1);
    const campaign = [
      named('x', 0, 'Destroy service account for staging environments'),
      named('y', 2, 'Destroy service account for production environments'),
    ];
    expect(episodes(campaign)).toHaveLength(1);
    expect(detailsOf(campaign)).toBe('both are about destroy service account for environments');
  });

  it('joinRevertSeries joins reverts within hours whose titles name the same ticket', () => {
    const reverts = [named('x', 0, 'SHOP-12: cache the fees'), named('y', 2, 'Draw the map anew (SHOP-12)')];
    expect(episodes(reverts)).toHaveLength(1);
    expect(detailsOf(reverts)).toBe('both are about SHOP-12');
    expect(episodes([reverts[0] as Failure, named('z', 2, 'SHOP-13: draw the map anew')])).toHaveLength(2);
  });

  it('joinRevertsOfOneChange does not join reverts of different changes hours apart, or of changes with similar titles days apart', () => {
    expect(episodes([named('x', 0, 'Cache the fees of carts'), named('y', 2, 'Draw the map anew')])).toHaveLength(2);
    const title = 'Destroy service account for environments';
    expect(episodes([named('x', 0, `${title} a`), named('y', 100, `${title} b`)])).toHaveLength(2);
  });

  it('joinRevertsOfOneChange does not join reverts by a title that many changes have', () => {
    const habit = [1, 2, 3].map((index) =>
      createChange(`h${index}`, -100 * index, { title: 'Update the list of hubs' }),
    );
    const reverts = [named('x', 0, 'Update the list of hubs'), named('y', 5, 'Update the list of hubs')];
    expect(episodes(reverts, habit)).toHaveLength(2);
  });
});

describe('joinIncidentsResolvedByReverts', () => {
  const incident = createFailure('incident', 1, {
    title: 'Fees red',
    text: 'fixed by the revert, acme/rules#8',
    services: ['Payments'],
    resolvedAt: at(3),
  });
  const changes = [
    createChange('p1', -600, { repository: 'acme/rules', number: 7, title: 'Tidy the list of hosts' }),
    createChange('r1', 2.8, { repository: 'acme/rules', number: 8, title: 'Revert "Tidy the list of hosts"' }),
  ];
  const revert = (hours: number) =>
    createRevert('p1', 'r1', hours, { repository: 'acme/rules', externalId: `acme/rules@${shaOf('r1')}` });

  it('joinIncidentsResolvedByReverts joins an incident with the revert that resolved it', () => {
    expect(episodes([incident, revert(2.8)], changes)).toEqual([['incident', 'r1-revert']]);
  });

  it('joinIncidentsResolvedByReverts does not join an incident with a revert that resolved nothing', () => {
    const other = { ...incident, text: '', services: ['Search'] };
    expect(episodes([other, revert(2.8)], changes)).toHaveLength(2);
  });
});

describe('joinMentionedFailures, given a deployment whose log names an incident', () => {
  const deployment = (text: string) =>
    createFailure('deployment', 1, { kind: 'failed_deployment', title: 'Deploy', text });
  const incident = (externalId: string) =>
    createFailure('incident', 0, { externalId, title: 'Invoices printed twice' });

  it('joinMentionedFailures joins the deployment and the incident if the incident id contains letters and digits', () => {
    expect(episodes([incident('PA1B2C3'), deployment('stopped because of PA1B2C3')])).toHaveLength(1);
  });

  it('joinMentionedFailures does not join the deployment and the incident if the incident id is a plain number', () => {
    expect(episodes([incident('30000'), deployment('timeout of 30000 ms exceeded')])).toHaveLength(2);
  });
});

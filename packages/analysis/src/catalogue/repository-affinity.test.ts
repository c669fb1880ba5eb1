import { expect, test } from 'vitest';
import { linkFailures } from '../linking/link-failures.ts';
import { at, createChange, createDeployment, createFailure, routineChanges } from '../linking/testing.ts';
import { affectsService, createRepositoryAffinityLookup, type DecidedCatalogueEntry } from './repository-affinity.ts';

const repositories = ['acme/kestrel', 'acme/payments', 'acme/payments-web', 'acme/mail', 'acme/search'];

function pair(values: Partial<DecidedCatalogueEntry>): DecidedCatalogueEntry {
  return {
    service: 'Payments',
    repository: 'acme/kestrel',
    path: null,
    environment: null,
    status: 'confirmed',
    ...values,
  };
}

function repositoriesOf(service: string, decided: readonly DecidedCatalogueEntry[]) {
  return createRepositoryAffinityLookup(
    [service, 'Mail', 'Search'],
    repositories,
    decided,
  )(service).map(({ repository }) => repository);
}

test('createRepositoryAffinityLookup lists confirmed repositories first, whatever their names, and omits rejected ones', () => {
  expect(repositoriesOf('Payments', [])).toEqual(['acme/payments', 'acme/payments-web']);
  expect(repositoriesOf('Payments', [pair({})])).toEqual(['acme/kestrel', 'acme/payments', 'acme/payments-web']);
  const rejected = pair({ repository: 'acme/payments', status: 'rejected' });
  expect(repositoriesOf('Payments', [rejected])).toEqual(['acme/payments-web']);
  expect(repositoriesOf('Payments', [{ ...rejected, path: 'docs' }])).toContain('acme/payments');
  expect(repositoriesOf('Payments', [{ ...rejected, service: 'Mail' }])).toContain('acme/payments');
});

test('createRepositoryAffinityLookup finds the confirmed repository of a service without failures', () => {
  const affinityOf = createRepositoryAffinityLookup([], repositories, [pair({ service: 'Albatross' })]);
  expect(affinityOf('Albatross')).toMatchObject([{ repository: 'acme/kestrel', score: 1, isConfirmed: true }]);
});

test('affectsService accepts only changes in the confirmed folder and deployments to the confirmed environment', () => {
  const [part] = createRepositoryAffinityLookup([], repositories, [
    pair({ path: 'apps/pay', environment: 'production' }),
  ])('Payments');
  if (part === undefined) throw new Error('createAffinity returned no affinity for the confirmed pair');
  const merge = { kind: 'merged_pull_request', environment: null } as const;
  expect(affectsService(part, merge, new Set(['apps/pay/main.ts']))).toBe(true);
  expect(affectsService(part, merge, new Set(['apps/payroll/main.ts']))).toBe(false);
  expect(affectsService(part, merge, new Set())).toBe(true);
  const deployed = (environment: string | null) => affectsService(part, { kind: 'deployment', environment }, new Set());
  expect([deployed('production'), deployed(null), deployed('staging')]).toEqual([true, true, false]);
});

test('linkFailures finds the cause in a confirmed repository, and states the confirmation as evidence', () => {
  const failures = [
    createFailure('i1', 0.7, {
      title: 'Albatross red',
      services: ['Albatross'],
      text: 'Errors since the release.',
      resolvedAt: at(2),
    }),
  ];
  const merged = createChange('p1', 0, { repository: 'acme/kestrel', paths: ['apps/alba/main.ts'] });
  const changes = [...routineChanges, merged, createDeployment('d1', 0.2, 'p1', { repository: 'acme/kestrel' })];
  const causeWith = (catalogue: readonly DecidedCatalogueEntry[]) =>
    linkFailures({ failures, changes, corrections: [], catalogue }).links.find(({ type }) => type === 'caused_by');
  expect(causeWith([])).toBeUndefined();
  const own = pair({ service: 'Albatross' });
  expect(causeWith([own])).toMatchObject({ targetId: 'p1' });
  expect(causeWith([own])?.evidence.map(({ detail }) => detail)).toContain(
    'the service runs from acme/kestrel, as a person has confirmed',
  );
  expect(causeWith([{ ...own, path: 'apps/alba' }])).toMatchObject({ targetId: 'p1' });
  expect(causeWith([{ ...own, path: 'apps/other' }])).toBeUndefined();
  expect(causeWith([{ ...own, status: 'rejected' }])).toBeUndefined();
});

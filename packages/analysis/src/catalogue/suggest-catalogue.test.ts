import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CatalogueChange, CatalogueFailure, CatalogueInput } from './catalogue-input.ts';
import { suggestCatalogue } from './suggest-catalogue.ts';

function at(hours: number): string {
  return new Date(Date.UTC(2026, 0, 1) + hours * 3_600_000).toISOString();
}

function incident(service: string, hours: number, text = ''): CatalogueFailure {
  return {
    kind: 'incident',
    title: 'Alert',
    text,
    services: [service],
    repository: null,
    occurredAt: at(hours),
    resolvedAt: at(hours + 1),
    precision: 'instant',
    isFailure: true,
  };
}

function change(repository: string, hours: number, values: Partial<CatalogueChange> = {}): CatalogueChange {
  return {
    kind: 'deployment',
    repository: `acme/${repository}`,
    environment: null,
    occurredAt: at(hours),
    paths: [],
    ...values,
  };
}

const elsewhere = ['billing', 'mail', 'search', 'media', 'login', 'tolls', 'gates', 'labels', 'routes', 'scans'];
const repositories = ['cart', 'kestrel', 'osprey', ...elsewhere].map((name) => `acme/${name}`);
/** Sixty incidents of other services. No change precedes any of them. */
const others = elsewhere.flatMap((name, position) =>
  Array.from({ length: 6 }, (_, index) => incident(`Paging ${name}`, 5_000 + position * 500 + index * 60)),
);

function suggest(input: Partial<CatalogueInput>) {
  return suggestCatalogue({ services: [], repositories, failures: [], changes: [], files: [], decided: [], ...input });
}

function pairsOf(drafts: ReturnType<typeof suggestCatalogue>) {
  return drafts.map(({ service, repository, path }) => [service, repository, path]);
}

test("suggestCatalogue suggests and explains a repository with the service's name, and suggests nothing if no repository has that name", () => {
  const [draft, ...rest] = suggest({ services: ['Cart (prod)', 'Albatross'] });
  expect(rest).toEqual([]);
  expect(draft).toMatchObject({ service: 'Cart (prod)', repository: 'acme/cart', path: null, origin: 'suggestion' });
  expect(draft?.evidence).toMatchObject([{ signal: 'service', detail: 'it has the same name' }]);
  expect(draft?.score).toBeGreaterThan(0.8);
});

test('suggestCatalogue ignores changes that name a PagerDuty service instead of a repository', () => {
  const changes = [0, 100, 200, 300].map((hours) => change('', hours - 1, { repository: 'Albatross' }));
  const failures = [...others, ...[0, 100, 200, 300].map((hours) => incident('Albatross', hours))];
  const known = [...repositories, 'Albatross'];
  expect(suggest({ services: ['Albatross'], repositories: known, failures, changes })).toEqual([]);
});

test("suggestCatalogue suggests the environment that a service's name states if exactly one of the repository's environments matches", () => {
  const changes = ['production', 'staging'].map((environment) => change('cart', 1, { environment }));
  expect(suggest({ services: ['Cart (prod)'], changes })[0]?.environment).toBe('production');
  expect(suggest({ services: ['Cart'], changes })[0]?.environment).toBeNull();
  const twice = [...changes, change('cart', 1, { environment: 'production-eu' })];
  expect(suggest({ services: ['Cart (prod)'], changes: twice })[0]?.environment).toBeNull();
});

test('suggestCatalogue suggests a repository without a similar name if incidents follow its changes', () => {
  const failures = [...others, ...[0, 100, 200, 300, 400].map((hours) => incident('Albatross', hours))];
  const changes = [
    ...[0, 100, 200, 300].map((hours) => change('kestrel', hours - 1)),
    // A busy repository, which changes before every incident.
    ...Array.from({ length: 5_000 }, (_, index) => change('osprey', index * 2)),
  ];
  const drafts = suggest({ services: ['Albatross'], failures, changes });
  expect(pairsOf(drafts)).toEqual([['Albatross', 'acme/kestrel', null]]);
  expect(drafts[0]?.evidence[0]).toMatchObject({
    signal: 'time',
    detail: 'changed in the 3 hours before 4 of 5 incidents of the service, against 0.0 % of the others',
  });
  const afterwards = changes.map((one) => (one.repository === 'acme/kestrel' ? { ...one, occurredAt: at(450) } : one));
  expect(suggest({ services: ['Albatross'], failures, changes: afterwards })).toEqual([]);
});

test('suggestCatalogue suggests several repositories for a service if its incidents name them', () => {
  const named = [0, 100, 200, 300, 400, 500].map((hours) =>
    incident('Albatross', hours, 'see acme/kestrel#12 and the chart in acme/osprey'),
  );
  const drafts = suggest({ services: ['Albatross'], failures: [...others, ...named] });
  expect(pairsOf(drafts)).toEqual([
    ['Albatross', 'acme/kestrel', null],
    ['Albatross', 'acme/osprey', null],
  ]);
});

test('suggestCatalogue distinguishes the folders of a repository with several services, and ignores folders of configuration files', () => {
  const services = ['Cart', 'Quotes', 'Invoices'].map((name) => `${name} (prod)`);
  const inFolders = (root: string, extension: string) =>
    ['cart', 'quotes', 'invoices', 'shared'].map((name) =>
      change('billing', 1, { paths: [`${root}/${name}/src/main.${extension}`] }),
    );
  const pages = ['home', 'help', 'login', 'terms'].map((name) =>
    change('billing', 1, { paths: [`pages/${name}/a.ts`] }),
  );
  const changes = [
    ...inFolders('services', 'ts'),
    ...inFolders('settings', 'yaml'),
    ...inFolders('pages', 'ts'),
    ...pages,
  ];
  expect(pairsOf(suggest({ services, repositories: ['acme/billing'], changes }))).toEqual([
    ['Cart (prod)', 'acme/billing', 'services/cart'],
    ['Invoices (prod)', 'acme/billing', 'services/invoices'],
    ['Quotes (prod)', 'acme/billing', 'services/quotes'],
  ]);
});

test("suggestCatalogue requires more evidence for a service's second repository once a first is confirmed", () => {
  const named = [0, 100].map((hours) => incident('Albatross', hours, 'acme/kestrel'));
  const failures = [...others, ...named];
  const services = ['Albatross'];
  expect(pairsOf(suggest({ services, failures }))).toEqual([['Albatross', 'acme/kestrel', null]]);
  const decide = (repository: string, status: 'confirmed' | 'rejected') =>
    pairsOf(suggest({ services, failures, decided: [{ service: 'Albatross', repository, status }] }));
  expect(decide('acme/osprey', 'confirmed')).toEqual([]);
  expect(decide('acme/osprey', 'rejected')).toHaveLength(1);
  expect(decide('acme/kestrel', 'confirmed')).toHaveLength(1);
});

test('suggestCatalogue merges the fact of a catalogue file with other reasons for the same location', () => {
  const detail = 'catalog-info.yaml has the component cart';
  const files = [
    { origin: 'catalog_info', names: ['cart'], serviceId: null, repository: 'acme/cart', path: null, detail } as const,
  ];
  const [draft, ...rest] = suggest({ services: ['Cart'], files });
  expect(rest).toEqual([]);
  expect(draft).toMatchObject({ origin: 'catalog_info', score: 1 });
  expect(draft?.evidence.map(({ signal }) => signal)).toEqual(['reference', 'service']);
});

test('suggestCatalogue does not depend on the order of the input, and returns scores in [0, 1]', () => {
  const word = fc.constantFrom('cart', 'mail', 'photo', 'vault', 'prod', 'acme');
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('-'));
  const hours = fc.integer({ min: 0, max: 40 });
  const input = fc.record({
    services: fc.array(name, { maxLength: 6 }),
    repositories: fc.array(
      name.map((short) => `acme/${short}`),
      { maxLength: 6 },
    ),
    failures: fc.array(
      fc
        .tuple(name, hours, fc.array(word, { maxLength: 5 }))
        .map(([service, hour, text]) => incident(service, hour, text.join(' '))),
      { maxLength: 12 },
    ),
    changes: fc.array(
      fc.tuple(name, hours).map(([repository, hour]) => change(repository, hour)),
      { maxLength: 12 },
    ),
    files: fc.constant([]),
    decided: fc.constant([]),
  });
  fc.assert(
    fc.property(input, fc.func(fc.integer()), (given, keyOf) => {
      const mixed = <T>(items: readonly T[]): T[] =>
        items
          .map((item, index) => [keyOf(index), item] as const)
          .sort(([a], [b]) => a - b)
          .map(([, item]) => item);
      const drafts = suggestCatalogue(given);
      expect(
        suggestCatalogue({
          ...given,
          services: mixed(given.services),
          repositories: mixed(given.repositories),
          failures: mixed(given.failures),
          changes: mixed(given.changes),
        }),
      ).toEqual(drafts);
      for (const { score, repository, service } of drafts) {
        expect(score).toBeGreaterThanOrEqual(0.5);
        expect(score).toBeLessThanOrEqual(1);
        expect(given.repositories).toContain(repository);
        expect(given.services).toContain(service);
      }
    }),
  );
});

test('suggestCatalogue handles a large organisation within seconds', () => {
  const names = Array.from({ length: 300 }, (_, index) => `unit-${index.toString(36)}-${(index * 7919).toString(36)}`);
  const failures = names.flatMap((name, index) =>
    Array.from({ length: 30 }, (_, hour) => incident(`Paged ${name}`, index + hour * 900, `queue ${name} is stuck`)),
  );
  const changes = names.flatMap((name, index) =>
    Array.from({ length: 100 }, (_, hour) => change(name, index + hour * 270)),
  );
  const startedAt = process.cpuUsage();
  const drafts = suggestCatalogue({
    services: names.map((name) => `Paged ${name}`),
    repositories: names.map((name) => `acme/${name}`),
    failures,
    changes,
    files: [],
    decided: [],
  });
  expect(process.cpuUsage(startedAt).user / 1_000).toBeLessThan(20_000);
  expect(drafts.length).toBeGreaterThanOrEqual(names.length);
}, 60_000);

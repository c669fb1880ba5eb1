import { type FailureSource, providers } from '@refrain/connectors';
import { type ChangeDraft, defaultConnectionScope } from '@refrain/domain';
import { createTestFailureDraft, openStoreUnderTest } from '@refrain/store/under-test';
import { expect, test } from 'vitest';
import { type CatalogueDeps, createReadCatalogueHandler } from './read-catalogue.ts';
import { simulatedCatalogueParserThread } from './simulated-catalogue-parser-thread.ts';
import { createSuggestCatalogueHandler } from './suggest-catalogue.ts';

const occurredAt = '2026-03-01T10:00:00.000Z';
const incident = createTestFailureDraft({
  occurredAt,
  version: occurredAt,
  repository: null,
  environment: null,
  paths: [],
  severity: null,
  confidence: 1,
  title: 'Photos are missing',
  text: 'photo-vault answers 500',
  services: ['Photo Vault (prod)'],
});
const deployment: ChangeDraft = {
  kind: 'deployment',
  externalId: 'acme/photo-vault#deployment/1',
  repository: 'acme/photo-vault',
  environment: 'production',
  title: 'Deploy',
  text: '',
  sha: null,
  parents: [],
  number: null,
  branch: null,
  base: null,
  paths: [],
  occurredAt,
  succeeded: true,
  url: null,
  version: occurredAt,
};

test('suggests catalogue entries from stored records, and does not repeat a rejected suggestion', async () => {
  const { store } = await openStoreUnderTest();
  const { id } = await store.connections.ensure({
    provider: 'github',
    account: 'acme',
    baseUrl: 'https://api.github.com',
    scope: defaultConnectionScope,
    credential: 'ghp_secret',
    webhookSecret: null,
  });
  await store.failures.upsert(id, [incident]);
  await store.changes.upsert(id, [
    deployment,
    { ...deployment, externalId: 'acme/billing#deployment/2', repository: 'acme/billing' },
  ]);
  const suggest = createSuggestCatalogueHandler({ store });
  const { signal } = new AbortController();
  await suggest({}, signal);
  const { items } = await store.catalogue.list({ limit: 10 });
  expect(items).toMatchObject([
    {
      service: 'Photo Vault (prod)',
      repository: 'acme/photo-vault',
      environment: 'production',
      origin: 'suggestion',
      status: 'suggested',
    },
  ]);
  await store.catalogue.decide(items[0]?.id ?? '', 'rejected');
  await suggest({}, signal);
  expect((await store.catalogue.list({ limit: 10 })).items.map(({ status }) => status)).toEqual(['rejected']);
});

test('finds the services of a catalogue file by id, and keeps services that only an earlier version of the file named', async () => {
  const { store } = await openStoreUnderTest();
  const ensure = (provider: 'github' | 'pagerduty') =>
    store.connections.ensure({
      provider,
      account: 'ledger',
      baseUrl: `https://${provider}.example`,
      scope: defaultConnectionScope,
      credential: 'secret',
      webhookSecret: null,
    });
  const [github, pagerDuty] = await Promise.all([ensure('github'), ensure('pagerduty')]);
  const members = [{ id: 'PABC123', name: 'Payments (prod)', state: 'present' as const }];
  await store.connections.changeScopeMembers(pagerDuty.id, { known: [], members, renames: [] });
  const text = (id: string) =>
    `kind: Component\nmetadata: { name: ledger-core, annotations: { pagerduty.com/service-id: ${id} } }\n`;
  let files = [{ path: 'catalog-info.yaml', text: text('PABC123') }];
  const source = { listCatalogueFiles: async () => files } as unknown as FailureSource;
  const read = createReadCatalogueHandler({
    store,
    providers,
    openSource: () => source,
    catalogue: simulatedCatalogueParserThread,
  } as unknown as CatalogueDeps);
  const readNow = () => read({ connectionId: github.id, repository: 'acme/ledger' }, new AbortController().signal);
  const list = async () => (await store.catalogue.list({ repository: 'acme/ledger', limit: 10 })).items;

  await readNow();
  const certain = { service: 'Payments (prod)', origin: 'catalog_info', score: 1, status: 'suggested' };
  expect(await list()).toMatchObject([certain]);
  files = [{ path: 'catalog-info.yaml', text: text('PELSE99') }];
  await readNow();
  expect(await list()).toMatchObject([certain]);
  files = [{ path: 'catalog-info.yaml', text: 'kind: Component\nmetadata: { name: ledger-core }\n' }];
  await readNow();
  expect(await list()).toEqual([]);
});

test('a repository’s catalogue file determines its service, and an unreadable file is ignored', async () => {
  const { store } = await openStoreUnderTest();
  const connection = await store.connections.ensure({
    provider: 'github',
    account: 'acme',
    baseUrl: 'https://api.github.com',
    scope: defaultConnectionScope,
    credential: 'ghp_example',
    webhookSecret: null,
  });
  await store.failures.upsert(connection.id, [{ ...incident, externalId: 'PD9', services: ['Print Room'] }]);
  const files = [
    {
      path: 'catalog-info.yaml',
      text: 'kind: Component\nmetadata:\n  name: print-room\nspec:\n  type: service\n  owner: group:press\n',
    },
    { path: 'CODEOWNERS', text: '\u0000'.repeat(100) },
  ];
  const source = { listCatalogueFiles: async () => files } as unknown as FailureSource;
  const deps = {
    store,
    providers,
    openSource: () => source,
    catalogue: simulatedCatalogueParserThread,
  } as unknown as CatalogueDeps;
  const read = createReadCatalogueHandler(deps);
  await read({ connectionId: connection.id, repository: 'acme/paper' }, new AbortController().signal);
  const listed = await store.catalogue.list({ repository: 'acme/paper', limit: 10 });
  expect(listed.items).toMatchObject([{ service: 'Print Room', repository: 'acme/paper', origin: 'catalog_info' }]);
  expect(await store.catalogue.listOwners()).toEqual([
    { repository: 'acme/paper', path: null, teams: ['press'], file: 'catalog_info' },
  ]);
});

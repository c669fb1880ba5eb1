import { expect, test } from 'vitest';
import { createNameSimilarityLookup } from './name-similarity-lookup.ts';
import { createNameSplitter, splitNameIntoWords } from './name-stems-and-affixes.ts';

test.each([
  ['larkhaul-PhotoVault (prod)', ['larkhaul', 'photo', 'vault', 'prod']],
  ['HTTPServer_v2', ['http', 'server', 'v', '2']],
  ['  ', []],
])('splitNameIntoWords splits the name %j into %j', (name, words) => {
  expect(splitNameIntoWords(name)).toEqual(words);
});

test("createNameSplitter learns the affixes of an organisation's names", () => {
  const read = createNameSplitter(['acme-cart-app', 'acme-search-app', 'acme-mail-app', 'acme-tax-app', 'acme-app']);
  expect(read('acme-cart-app')).toEqual({ words: ['cart'], affixes: ['acme', 'app'] });
  expect(read('acme-app').words).toEqual(['acm', 'app']);
  expect(createNameSplitter(['acme-cart-app', 'search'])('acme-cart-app').words).toEqual(['acm', 'cart', 'app']);
});

const repositories = [
  'payments-api',
  'authentication',
  'notifications',
  'photo-vault',
  'photo-editor',
  'web',
  'search-index',
  'courier-app',
  'courier-app-api',
].map((name) => `acme/${name}`);

test.each([
  ['ACME Payments API (Prod)', 'payments-api'],
  ['acme-prod-auth-svc', 'authentication'],
  ['Notif. Service', 'notifications'],
  ['photovault', 'photo-vault'],
  ['Vault Photo', 'photo-vault'],
  ['Serach Index', 'search-index'],
  ['CourierAppAPI', 'courier-app-api'],
  ['web', 'web'],
])('createNameSimilarityLookup lists, for the service %j, the repository %s first', (service, repository) => {
  const others = ['acme-prod-tax-svc', 'acme-prod-toll-svc', 'acme-prod-ship-svc'];
  const names = createNameSimilarityLookup([service, ...others], repositories);
  expect(names.similarRepositories(service)[0]?.[0]).toBe(`acme/${repository}`);
});

test.each(['Ledger', 'photo', 'api', '', '···', 'x'.repeat(300)])(
  'createNameSimilarityLookup finds no repository with a name like %j',
  (service) => {
    const [best] = createNameSimilarityLookup([service], repositories).similarRepositories(service);
    expect(best?.[1].detail ?? '').not.toMatch(/same name|\((?:[89]\d|100) % alike\)/u);
  },
);

test('createNameSimilarityLookup lowers the value of a repository if another service has a more similar name', () => {
  const alone = createNameSimilarityLookup(['Courier App'], ['acme/courier-app-api']);
  const outdone = createNameSimilarityLookup(['Courier App', 'Courier App API'], ['acme/courier-app-api']);
  const strengthOf = (names: ReturnType<typeof createNameSimilarityLookup>) =>
    names.similarRepositories('Courier App')[0]?.[1].value ?? 0;
  expect(strengthOf(outdone)).toBeLessThan(strengthOf(alone));
});

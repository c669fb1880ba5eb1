import type { CatalogueStatement } from '@refrain/domain';
import { expect, test } from 'vitest';
import { matchCatalogueFacts } from './match-facts.ts';

function fact(values: Partial<CatalogueStatement>): CatalogueStatement {
  return {
    origin: 'catalog_info',
    names: ['cart-api'],
    serviceId: null,
    repository: 'acme/shop',
    path: null,
    detail: 'catalog-info.yaml has the component cart-api',
    ...values,
  };
}

const known = {
  services: [
    { name: 'Cart API (prod)', id: null },
    { name: 'Anything', id: 'PCART01' },
    { name: 'Search', id: 'PSEARCH' },
  ],
  repositories: ['acme/shop'],
};

test('matchCatalogueFacts matches a known PagerDuty id with score 1, whatever the names', () => {
  expect(matchCatalogueFacts([fact({ serviceId: 'PCART01' })], known).drafts).toMatchObject([
    { service: 'Anything', repository: 'acme/shop', score: 1, origin: 'catalog_info' },
  ]);
});

test('matchCatalogueFacts compares names if the PagerDuty id is unknown, and says so in the evidence', () => {
  const [draft] = matchCatalogueFacts([fact({ serviceId: 'PGONE01', path: 'services/cart' })], known).drafts;
  expect(draft).toMatchObject({ service: 'Cart API (prod)', path: 'services/cart', score: 1 });
  expect(draft?.evidence).toEqual([
    {
      signal: 'reference',
      detail: 'catalog-info.yaml has the component cart-api; of cart-api: it has the same name',
      weight: 1,
    },
  ]);
});

test('matchCatalogueFacts limits the score if the name of a service matches only the name of an owning team', () => {
  const owner = fact({ origin: 'codeowners', names: ['search-team', 'lookup'], path: 'lookup' });
  const { drafts, unmatched } = matchCatalogueFacts([owner, fact({ names: ['unheard-of'] })], known);
  expect(drafts).toMatchObject([{ service: 'Search', path: 'lookup', score: 0.8 }]);
  expect(unmatched.map(({ names }) => names)).toEqual([['unheard-of']]);
});

test('matchCatalogueFacts keeps only the best of several facts about one location', () => {
  const facts = [fact({ origin: 'codeowners', names: ['search'] }), fact({ names: ['search'] })];
  expect(matchCatalogueFacts(facts, known).drafts).toMatchObject([{ service: 'Search', score: 1 }]);
});

test('matchCatalogueFacts spells a known repository as GitHub does and leaves an unknown one unchanged', () => {
  const facts = [fact({ repository: 'Acme/Shop' }), fact({ repository: 'Acme/Other' })];
  const { drafts } = matchCatalogueFacts(facts, known);
  expect(drafts.map(({ repository }) => repository)).toEqual(['Acme/Other', 'acme/shop']);
});

test('matchCatalogueFacts returns a dependency only if both services are known', () => {
  const search = fact({ names: ['search'], serviceId: 'PSEARCH', detail: 'search' });
  const cart = fact({ dependsOn: ['search', 'unheard-of', 'cart-api'] });
  expect(matchCatalogueFacts([cart, search], known).dependencies).toEqual([
    {
      service: 'Cart API (prod)',
      dependsOn: 'Search',
      detail: 'catalog-info.yaml has the component cart-api, which depends on search',
    },
  ]);
  expect(matchCatalogueFacts([fact({ names: ['unheard-of'], dependsOn: ['search'] })], known).dependencies).toEqual([]);
});

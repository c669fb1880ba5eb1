import { expect, test } from 'vitest';
import { createTeamLookup } from './create-team-lookup.ts';
import type { DecidedCatalogueEntry } from './repository-affinity.ts';

const cart: DecidedCatalogueEntry = {
  service: 'Cart',
  repository: 'acme/shop',
  path: 'services/cart',
  environment: null,
  status: 'confirmed',
};
const teams = createTeamLookup({
  owners: [
    { repository: 'acme/shop', path: null, teams: ['platform'], file: 'codeowners' },
    { repository: 'acme/shop', path: 'services/cart', teams: ['checkout', 'platform'], file: 'codeowners' },
    { repository: 'acme/shop', path: 'services/cart', teams: ['money'], file: 'catalog_info' },
    { repository: 'acme/shop', path: 'services/cart/docs', teams: [], file: 'codeowners' },
    { repository: 'acme/Mail', path: null, teams: ['post'], file: 'codeowners' },
  ],
  serviceTeams: [
    { service: 'Mail', provider: 'pagerduty', teams: ['Mail on call'] },
    { service: 'Tax', provider: 'pagerduty', teams: ['Finance'] },
    { service: 'Tax', provider: 'pagerduty', teams: ['Finance', 'Legal'] },
  ],
  catalogue: [cart],
  episodes: [{ services: ['Mail', 'Tax', 'Fax'] }],
  changes: ['acme/mail', 'acme/shop'].map((repository) => ({ repository, services: [] })),
});

test.each([
  ['acme/shop', ['services/cart/index.ts'], ['checkout', 'platform', 'money']],
  ['acme/shop', ['services/cart/docs/index.md'], []],
  ['acme/shop', ['services/carts/index.ts'], ['platform']],
  ['Acme/Shop', [], ['platform']],
  ['acme/other', ['services/cart/index.ts'], []],
])(
  'ofLocation returns the owners of the innermost folder for repository %s and files %s',
  (repository, paths, owners) => {
    expect([...teams.ofLocation(repository, paths)]).toEqual(owners);
  },
);

test("ofService returns the owners of a service's code, or else the teams that the provider names", () => {
  expect([...teams.ofService('Cart')]).toEqual(['checkout', 'platform', 'money']);
  expect([...teams.ofService('Mail')]).toEqual(['post']);
  expect([...teams.ofService('Tax')]).toEqual(['Finance', 'Legal']);
  expect([...teams.ofService('Fax')]).toEqual([]);
  expect(['Cart', 'Mail', 'Tax', 'Fax'].map(teams.sourceOfService)).toEqual([
    { files: ['catalog_info', 'codeowners'], provider: null },
    { files: ['codeowners'], provider: null },
    { files: [], provider: 'pagerduty' },
    { files: [], provider: null },
  ]);
  expect(teams.sourceOfRepository('acme/shop')).toEqual({ files: ['codeowners'], provider: null });
  expect(teams.names).toEqual(['Finance', 'Legal', 'Mail on call', 'checkout', 'money', 'platform', 'post']);
});

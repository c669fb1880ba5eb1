import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readCatalogueFile } from './read-catalogue-file.ts';

const component = `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: cart-api
  title: Cart  API
  annotations:
    pagerduty.com/service-id: PCART01
    pagerduty.com/integration-key: 0123456789abcdef0123456789abcdef
    github.com/project-slug: acme/shop
    backstage.io/source-location: url:https://github.com/acme/shop/tree/main/services/cart/
spec:
  type: service
  lifecycle: production
  owner: user:jo
`;

test('reads service, repository and folder of a component, but no secrets and no people', () => {
  const file = readCatalogueFile('catalog-info.yaml', component, null);
  expect(file).toEqual({
    facts: [
      {
        origin: 'catalog_info',
        names: ['cart-api', 'Cart API'],
        serviceId: 'PCART01',
        repository: 'acme/shop',
        path: 'services/cart',
        detail: 'catalog-info.yaml has the component cart-api (service, production) with the PagerDuty service PCART01',
      },
    ],
    owners: [],
    problems: [],
  });
  expect(JSON.stringify(file)).not.toMatch(/0123456789abcdef|jo/u);
});

test.each([
  ['group:payments', ['payments']],
  ['Group:default/payments', ['payments']],
  ['payments', ['payments']],
  ['user:jo', null],
  ['user:default/jo', null],
  ['jo@acme.example', null],
])('reads the owner %s only if it is a group', (owner, teams) => {
  const text = `kind: Component\nmetadata: { name: money }\nspec: { type: library, owner: '${owner}' }`;
  const { facts, owners } = readCatalogueFile('libs/money/catalog-info.yaml', text, 'acme/shop');
  expect(facts).toEqual([]);
  expect(owners).toEqual(teams === null ? [] : [{ repository: 'acme/shop', path: 'libs/money', teams }]);
});

test('compares repository names in source locations case-insensitively', () => {
  const other = component.replace('project-slug: acme/shop', 'project-slug: Acme/Shop');
  expect(readCatalogueFile('catalog-info.yaml', other, null).facts).toMatchObject([{ path: 'services/cart' }]);
});

test('reads components and systems from several YAML documents, but libraries only if they have a PagerDuty service', () => {
  const text = `
kind: System
metadata: { name: shop }
---
kind: Component
metadata: { name: money, annotations: {} }
spec: { type: library }
---
kind: Component
metadata: { name: paged-library, annotations: { pagerduty.com/service-id: PLIB001 } }
spec: { type: library }
---
kind: User
metadata: { name: jo }
---
# nothing
`;
  const { facts, problems } = readCatalogueFile('catalog-info.yaml', text, 'acme/shop');
  expect(facts.map(({ names, serviceId, repository, path }) => [names, serviceId, repository, path])).toEqual([
    [['shop'], null, 'acme/shop', null],
    [['paged-library'], 'PLIB001', 'acme/shop', null],
  ]);
  expect(problems).toEqual([]);
});

test('uses the folder of catalog-info.yaml unless the component belongs to another repository', () => {
  const text = (slug: string) =>
    `kind: Component\nmetadata: { name: cart, annotations: { github.com/project-slug: ${slug} } }`;
  const pathOf = (path: string, slug: string) => readCatalogueFile(path, text(slug), 'acme/shop').facts[0]?.path;
  expect(pathOf('services/cart/catalog-info.yaml', 'acme/shop')).toBe('services/cart');
  expect(pathOf('catalog-info.yaml', 'acme/shop')).toBeNull();
  expect(pathOf('services/cart/catalog-info.yaml', 'acme/other')).toBeNull();
  expect(readCatalogueFile('services/cart/catalog-info.yaml', text('Acme/Shop'), 'acme/shop').facts).toMatchObject([
    { repository: 'acme/shop', path: 'services/cart' },
  ]);
  expect(pathOf('../../catalog-info.yaml', 'acme/shop')).toBeNull();
});

test('reports unusable entries of a catalog-info.yaml', () => {
  const text = `kind: Component
metadata: { name: cart, annotations: { pagerduty.com/integration-key: abc } }
---
kind: Component
metadata: { name: "not a name" }
`;
  expect(readCatalogueFile('catalog-info.yaml', text, null).problems).toEqual([
    'cart names its PagerDuty service only by an integration key, which is a secret and therefore ignored: add pagerduty.com/service-id',
    'cart names no repository: add github.com/project-slug, or specify the repository as owner/name',
    'document 2 lacks the kind or metadata.name that Backstage requires',
  ]);
});

test.each([
  ['url:https://github.com/acme/shop', 'acme/shop', null],
  ['url:https://github.com/acme/shop.git', 'acme/shop', null],
  ['url:https://ghe.acme.example/acme/shop/tree/main/', 'acme/shop', null],
  ['url:https://github.com/acme/shop/blob/v1/a/catalog-info.yaml', 'acme/shop', 'a/catalog-info.yaml'],
])('parses the source location %s as repository %s and path %s', (location, repository, path) => {
  const text = `kind: Component\nmetadata: { name: cart, annotations: { backstage.io/source-location: "${location}" } }`;
  expect(readCatalogueFile('catalog-info.yaml', text, null).facts[0]).toMatchObject({ repository, path });
});

test('rejects an alias bomb, deep nesting, invalid YAML and a long file', () => {
  const bomb = `kind: Component\na: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi']
    .map((letter, index) => `${letter}: &${letter} [${Array(9).fill(`*${'abcdefghi'[index]}`).join(',')}]`)
    .join('\n')}`;
  expect(() => readCatalogueFile('catalog-info.yaml', bomb, null)).toThrow(/cannot be read as YAML/u);
  expect(() => readCatalogueFile('catalog-info.yaml', 'a: '.concat('['.repeat(50_000)), null)).toThrow(/YAML/u);
  expect(() => readCatalogueFile('catalog-info.yaml', 'a: [b', null)).toThrow('has invalid YAML in document 1');
  expect(() => readCatalogueFile('catalog-info.yaml', 'a'.repeat(600_000), null)).toThrow('is longer than 512 KB');
  expect(() => readCatalogueFile('package.json', '{}', null)).toThrow(
    'is neither a catalog-info.yaml nor a CODEOWNERS',
  );
});

test('reads any valid YAML, and throws only AppErrors', () => {
  const name = fc.stringMatching(/^[A-Za-z][\w-]{0,20}$/u);
  fc.assert(
    fc.property(name, fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (component, rest, tail) => {
      const entity = {
        ...rest,
        kind: 'Component',
        metadata: { name: component, labels: rest },
        spec: { type: 'service' },
      };
      const text = stringify(entity);
      expect(readCatalogueFile('catalog-info.yaml', text, 'acme/shop').facts[0]?.names).toEqual([component]);
      try {
        readCatalogueFile('catalog-info.yaml', `${text}\n${tail}`, 'acme/shop');
      } catch (thrown) {
        expect(thrown).toMatchObject({ name: 'AppError' });
      }
    }),
  );
});

test('reads the components and systems that a component depends on', () => {
  const text = `kind: Component
metadata: { name: cart }
spec:
  dependsOn: [component:default/payments-api, resource:default/cart-db, search, "system:Mail", 7, "a b", component:search]
`;
  expect(readCatalogueFile('catalog-info.yaml', text, 'acme/shop').facts[0]?.dependsOn).toEqual([
    'payments-api',
    'search',
    'Mail',
  ]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCatalogInfo } from './format-catalog-info.ts';
import { readCatalogueFile } from './read-catalogue-file.ts';

test('writes catalogue entries that can be read back, for any service name', () => {
  const service = fc
    .string({ minLength: 1, maxLength: 80 })
    .filter((name) => !/\s{2}|^\s|\s$|[\t\n\r\v\f\u00a0]/u.test(name));
  const path = fc.option(fc.constantFrom('services/cart', 'apps/a b', 'x'), { nil: null });
  const entry = fc.record({ service, repository: fc.constantFrom('acme/shop', 'acme/mono.repo'), path });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
      const { facts, problems } = readCatalogueFile('c.yaml', formatCatalogInfo(entries, 'https://github.com'), null);
      expect(problems).toEqual([]);
      expect(facts.map((fact) => ({ repository: fact.repository, path: fact.path }))).toEqual(
        entries.map(({ repository, path }) => ({ repository, path })),
      );
      entries.forEach(({ service: name }, at) => {
        expect(facts[at]?.names).toContain(name.replace(/\s+/gu, ' ').trim());
      });
    }),
  );
});

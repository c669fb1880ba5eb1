import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCatalogueFile } from './read-catalogue-file.ts';

function locationsOf(text: string): [path: string | null, names: readonly string[]][] {
  return readCatalogueFile('.github/CODEOWNERS', text, 'acme/shop').facts.map(({ path, names }) => [path, names]);
}

test('assigns folders to teams, and ignores people and patterns that match no single folder', () => {
  const text = `# who looks after what
*                     @acme/platform
/services/cart/       @acme/checkout-team jo@acme.example # a folder
services/search/**    @acme/search @jo
/docs                 @jo
*.ts                  @acme/frontend
apps/                 @acme/anywhere
/services/*/api.yaml  @acme/interfaces
/README.md            @acme/writers
`;
  expect(locationsOf(text)).toEqual([
    [null, ['platform']],
    ['services/cart', ['checkout-team', 'cart']],
    ['services/search', ['search']],
  ]);
});

test('uses the last matching line of CODEOWNERS, and drops a folder whose last matching line has no owners', () => {
  expect(locationsOf('/a/ @acme/one\n/b/ @acme/two\n/a/ @acme/three')).toEqual([
    ['b', ['two', 'b']],
    ['a', ['three', 'a']],
  ]);
  expect(locationsOf('/a/ @acme/one\n/a/')).toEqual([]);
  expect(locationsOf('/a/b/ @acme/one\n/a/ @acme/two')).toEqual([['a', ['two', 'a']]]);
});

test('omits a folder nested in another folder of the same team', () => {
  expect(locationsOf('* @acme/one\n/a/ @acme/one @acme/two\n/a/b/ @acme/one\n/c/ @acme/two\n/c/d/ @acme/one')).toEqual([
    [null, ['one']],
    ['a', ['two', 'a']],
    ['c', ['two', 'c']],
    ['c/d', ['one', 'd']],
  ]);
});

test('lists the teams of each folder, and none for a folder owned by people', () => {
  const text =
    '* @acme/one\n/a/ @acme/one @acme/two @acme/two\n/a/b/ @jo jo@acme.example\n/c/d @acme/two\n/c @acme/three';
  const { owners } = readCatalogueFile('CODEOWNERS', text, 'acme/shop');
  expect(owners.map(({ path, teams }) => [path, teams])).toEqual([
    [null, ['one']],
    ['a', ['one', 'two']],
    ['a/b', []],
    ['c', ['three']],
  ]);
});

test('supports escaped spaces in CODEOWNERS patterns and all line endings', () => {
  expect(locationsOf('/my\\ app/ @acme/app\r\n/other/ @acme/other\r/third/ @acme/third')).toEqual([
    ['my app', ['app', 'my app']],
    ['other', ['other']],
    ['third', ['third']],
  ]);
});

test('rejects a CODEOWNERS file if its repository is unknown', () => {
  expect(() => readCatalogueFile('CODEOWNERS', '* @acme/one', null)).toThrow('specify the repository as owner/name');
});

test('accepts any text as CODEOWNERS, and never returns a person', () => {
  const word = fc.oneof(
    fc.constantFrom('@jo', '@acme/team', 'jo@acme.example', '#', '\\', '/a/', '**', '[x]', '..', '@', '/'),
    fc.string(),
  );
  const line = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const { facts, owners } = readCatalogueFile('CODEOWNERS', lines.join('\n'), 'acme/shop');
      expect(JSON.stringify(owners)).not.toMatch(/@jo|jo@|"jo"/u);
      for (const { path, detail, names } of facts) {
        expect(path ?? '').not.toMatch(/^\/|\/$|(?:^|\/)\.\.(?:\/|$)/u);
        expect([detail, path, ...names].join(' ')).not.toMatch(/@jo|jo@/u);
      }
    }),
  );
});

test('reads 100,000 lines of CODEOWNERS within a bounded time', () => {
  const startedAt = process.cpuUsage();
  const text = Array.from({ length: 100_000 }, (_, index) => `/a/${index % 900}/b/ @acme/t`).join('\n');
  expect(readCatalogueFile('CODEOWNERS', text, 'acme/shop').facts).toHaveLength(900);
  expect(process.cpuUsage(startedAt).user / 1_000).toBeLessThan(3_000);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCatalogueFile } from './read-catalogue-file.ts';

function locationsOf(text: string): [path: string | null, names: readonly string[]][] {
  return readCatalogueFile('.github/CODEOWNERS', text, 'acme/shop').facts.map(({ path, names }) => [path, names]);
}

test('teams own folders; people and what is no folder are passed over', () => {
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

test('the last line that fits counts, and a line without owners takes a folder away', () => {
  expect(locationsOf('/a/ @acme/one\n/b/ @acme/two\n/a/ @acme/three')).toEqual([
    ['b', ['two', 'b']],
    ['a', ['three', 'a']],
  ]);
  expect(locationsOf('/a/ @acme/one\n/a/')).toEqual([]);
  expect(locationsOf('/a/b/ @acme/one\n/a/ @acme/two')).toEqual([['a', ['two', 'a']]]);
});

test('what a team owns already is not said again within it', () => {
  expect(locationsOf('* @acme/one\n/a/ @acme/one @acme/two\n/a/b/ @acme/one\n/c/ @acme/two\n/c/d/ @acme/one')).toEqual([
    [null, ['one']],
    ['a', ['two', 'a']],
    ['c', ['two', 'c']],
    ['c/d', ['one', 'd']],
  ]);
});

test('all owners of a folder are told, also where none of them is a team', () => {
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

test('blanks in a pattern are escaped, and all line ends count', () => {
  expect(locationsOf('/my\\ app/ @acme/app\r\n/other/ @acme/other\r/third/ @acme/third')).toEqual([
    ['my app', ['app', 'my app']],
    ['other', ['other']],
    ['third', ['third']],
  ]);
});

test('needs to know its repository', () => {
  expect(() => readCatalogueFile('CODEOWNERS', '* @acme/one', null)).toThrow('give it as owner/name');
});

test('no text breaks it, and no person comes out of it', () => {
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

test('hundred thousand lines are read in no time', () => {
  const startedAt = process.cpuUsage();
  const text = Array.from({ length: 100_000 }, (_, index) => `/a/${index % 900}/b/ @acme/t`).join('\n');
  expect(readCatalogueFile('CODEOWNERS', text, 'acme/shop').facts).toHaveLength(900);
  expect(process.cpuUsage(startedAt).user / 1_000).toBeLessThan(3_000);
});

import { expect, test } from 'vitest';
import { parseColumnMap } from './parse-column-map.ts';

test('--map maps a column of Refrain to any column name of the file, or to a fixed text', () => {
  expect(parseColumnMap(['text=summary', 'created=Start = UTC', '__proto__=x', 'services==shop=web'])).toEqual({
    map: Object.fromEntries([
      ['text', ['summary']],
      ['created', ['Start = UTC']],
      ['__proto__', ['x']],
    ]),
    constants: { services: 'shop=web' },
  });
  expect(parseColumnMap([], 'reverted_change')).toEqual({ map: {}, constants: { kind: 'reverted_change' } });
});

test.each(['nonsense', '=column', 'text=', 'text=='])('refuses --map %s with an example', (pair) => {
  expect(() => parseColumnMap([pair])).toThrow(
    `--map ${pair}: write <refrain-column>=<file-column>, for example --map text=summary`,
  );
});

test('a field may have several columns', () => {
  expect(parseColumnMap(['text=a', 'text=b']).map).toEqual({ text: ['a', 'b'] });
});

test('refuses a field with both a column and a fixed text', () => {
  expect(() => parseColumnMap(['text=a', 'text==b'])).toThrow('--map maps text twice');
  expect(() => parseColumnMap(['kind=type'], 'incident')).toThrow('--map maps kind twice');
});

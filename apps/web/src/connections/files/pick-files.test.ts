import { expect, test } from 'vitest';
import { pickFiles } from './pick-files.ts';

const file = (name: string, text = '') => new File([text], name);

test.each([
  ['incidents.csv', 'title,created', 'csv'],
  ['incidents.TSV', 'title', 'csv'],
  ['export.txt', 'title;created', 'csv'],
  ['incidents.jsonl', '[]', 'jsonl'],
  ['export.json', ' {"title":"x"}', 'jsonl'],
])('pickFiles detects that %s with %j is %s', async (name, text, format) => {
  expect(await pickFiles([file(name, text)])).toMatchObject({
    name,
    format,
    archive: name.slice(0, name.indexOf('.')),
  });
});

test('pickFiles converts a JSON array to one object per line', async () => {
  const { body, format } = await pickFiles([file('export.json', '[{"a":1},\n{"a":2}]')]);
  expect([format, await body.text()]).toEqual(['jsonl', '{"a":1}\n{"a":2}\n']);
});

test('pickFiles sends several Markdown files as one body with their names', async () => {
  const { body, ...picked } = await pickFiles([file('a.md', '# A'), file('b.markdown', '# B')]);
  expect(picked).toEqual({ name: '2 Markdown files', format: 'markdown', archive: 'Post-mortems' });
  expect(await body.text()).toBe('{"name":"a.md","text":"# A"}\n{"name":"b.markdown","text":"# B"}\n');
});

test.each([
  [[], 'No file was chosen'],
  [[file('a.csv'), file('b.csv')], 'Choose one CSV or JSON Lines file'],
  [[file('report.xlsx', 'PK')], 'Save a spreadsheet as CSV'],
  [[file('export.json', '[1,')], 'is not valid JSON'],
  [[file('export.csv', 'PK\u0000\u0001')], 'is not a text file'],
  [[file('empty.csv')], 'is empty'],
])('pickFiles says what to do about files that cannot be imported', async (files, message) => {
  await expect(pickFiles(files)).rejects.toThrow(message);
});

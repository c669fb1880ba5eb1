import { expect, test } from 'vitest';
import { maxGrowth, measureGrowth } from '../testing.ts';
import { listResolutionPassages } from './list-resolution-passages.ts';

test('listResolutionPassages returns passages within a section, of at most three sentences and 58 words', () => {
  const long = Array.from(
    { length: 30 },
    (_, at) => `The server number ${at} was restarted by hand at the third site.`,
  );
  const passages = listResolutionPassages(`## Timeline\n\n${long.join('\n')}\n\n## Impact\n\nNobody noticed it.`);
  const texts = passages.map(({ sentences }) => sentences.map(({ text }) => text).join(' '));
  expect(texts.every((text) => (text.match(/\w+/gu)?.length ?? 0) <= 58)).toBe(true);
  expect(passages.every(({ sentences }) => sentences.length <= 3)).toBe(true);
  expect(texts.some((text) => text.includes('restarted') && text.includes('Nobody'))).toBe(false);
});

test('listResolutionPassages reads only the section about the resolution if it states an action', () => {
  const timeline = '## Timeline\n\nThe worker was restarted and recovered.\n\n';
  const sections = (report: string) =>
    new Set(listResolutionPassages(report).map(({ sentences }) => sentences[0]?.section));
  expect(sections(`${timeline}## Resolution\n\nThe pool was replaced.`)).toEqual(new Set(['resolution']));
  expect(sections(`${timeline}## Resolution\n\nSee the other document.`)).toEqual(new Set(['timeline']));
});

test('listResolutionPassages reads at most 500 sentences, in time that is at most proportional to the length of the text', () => {
  for (const part of [
    'We fixed. ',
    'We fixed it.\n',
    '10:01 restarted the pool\n',
    '# Resolution\nWe fixed it.\n',
    '[',
  ]) {
    const read = (text: string) => expect(listResolutionPassages(text).length).toBeLessThanOrEqual(1_500);
    expect(measureGrowth(part, read)).toBeLessThan(maxGrowth);
  }
});

test('listResolutionPassages omits actions of a timeline after which the failure continued', () => {
  const rows = ['10:00 | Restarted the pool', '10:05 | Still returning 502', '10:20 | Rolled back the release'];
  const passages = listResolutionPassages(`## Timeline\n\n${rows.map((row) => `| ${row} |`).join('\n')}`);
  const texts = passages.flatMap(({ sentences }) => sentences.map(({ text }) => text));
  expect(texts.some((text) => text.includes('Rolled back'))).toBe(true);
  expect(texts.some((text) => text.includes('Restarted'))).toBe(false);
});

test('listResolutionPassages omits plans and lessons', () => {
  expect(listResolutionPassages('## Action items\n\nThe pool was replaced.')).toEqual([]);
});

test('listResolutionPassages begins with an action, and omits what says neither an action nor its success', () => {
  const timeline = `## Timeline

- 10:02 Ann noticed that the worker was down
- 10:10 Restarted the worker
- 10:12 Three engineers joined the call
- 10:15 The worker is healthy again`;
  const texts = listResolutionPassages(timeline).map(({ sentences }) => sentences.map(({ text }) => text).join(' / '));
  expect(texts).toEqual(['10:10 Restarted the worker / 10:15 The worker is healthy again']);
});

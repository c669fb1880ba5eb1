import { expect, test } from 'vitest';
import { generateOrganisation } from './generate-organisation.ts';

const { postMortems, truth } = generateOrganisation(10);
const precisionOf = new Map(truth.postMortems.map(({ failure, ...times }) => [failure.id, times]));

test('half of the generated post-mortems state only the day, and the others state their times in the text', () => {
  for (const { id, date, text } of postMortems) {
    const { precision, startedAt, endedAt } = precisionOf.get(id) ?? {};
    expect(startedAt?.slice(0, 10)).toBe(date);
    const [start, end] = [startedAt?.slice(11, 16) ?? '', endedAt?.slice(11, 16) ?? ''];
    if (precision === 'minute') expect(text.includes(start) && text.includes(end), text).toBe(true);
    else expect(endedAt).toBeNull();
  }
  const days = truth.postMortems.filter(({ precision }) => precision === 'day').length;
  expect(days).toBeGreaterThan(5);
  expect(days).toBeLessThan(postMortems.length - 5);
});

test('every post-mortem contains the fixed sentences of the template, and no unfilled placeholder', () => {
  for (const { text } of postMortems) {
    expect(text).toContain('If customers were told, attach the text of the message.');
    expect(text).not.toMatch(/\{\w+\}/u);
  }
});

test('each post-mortem is an episode of a recurring failure, and no provider has a record of the episode', () => {
  const ids = new Set(postMortems.map(({ id }) => id));
  const own = truth.episodes.filter(({ failures }) => failures.some(({ id }) => ids.has(id)));
  expect(own).toHaveLength(postMortems.length);
  for (const { patternId, failures } of own) {
    expect(patternId).not.toBeNull();
    expect(failures).toHaveLength(1);
  }
});

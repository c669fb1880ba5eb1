import type { Correction, ListedPattern, StoredReport } from '@refrain/domain';
import { expect, test } from 'vitest';
import { visitDemo } from './visit-demo.ts';

const { demo, page, open, glance, look } = await visitDemo();

/** Each test has a pattern of its own, so that what one decides does not change what another one sees. */
const { items: patterns } = await demo.ask<{ items: ListedPattern[] }>('GET', '/v1/patterns?limit=50&sort=firstAt');
/** Who comes for the first time decides on these. */
const newest = new Set(
  patterns
    .toSorted((a, b) => (a.lastAt < b.lastAt ? 1 : -1))
    .slice(0, 3)
    .map(({ id }) => id),
);
const [read, judged, renamed, caused, split, merged, target, sorted] = patterns.filter(
  ({ id, episodes }) => episodes >= 4 && !newest.has(id),
);

async function show(pattern: ListedPattern | undefined) {
  await open(`/patterns/${pattern?.id}`);
}

function decisions(pattern: ListedPattern | undefined) {
  return demo.ask<{ items: Correction[] }>('GET', `/v1/corrections?patternId=${pattern?.id}`);
}

async function kinds(pattern: ListedPattern | undefined) {
  return (await decisions(pattern)).items.map(({ decision }) => decision.kind);
}

async function undo() {
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await page.getByText('Taken back.', { exact: true }).last().waitFor();
}

async function correct(item: string) {
  await page.getByRole('button', { name: 'Correct' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('a report has its lesson first, then when, how, where, what to expect, and each failure with why it is here', async () => {
  await show(read);
  await page.getByText(read?.lesson ?? '', { exact: true }).waitFor();
  for (const name of ['How it comes about', 'What is to be expected', 'What people decided'])
    await page.getByRole('heading', { level: 2, name }).waitFor();
  expect(await page.getByRole('heading', { level: 3, name: /^E\d+ · / }).count()).toBe(read?.episodes);
  await page.getByText('Why is it here?').first().click();
  await page
    .getByText(/^It belongs to this pattern \(\d+\u00a0%\): \w/u)
    .first()
    .waitFor();
  expect(await page.title()).toBe(`${read?.name} · Refrain`);
  await look('pattern');
});

test('a pattern is confirmed, and that can be taken back', async () => {
  await show(judged);
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await page.getByRole('button', { name: 'Confirmed' }).waitFor();
  await page.getByText('This is one pattern.').waitFor();
  expect(await kinds(judged)).toEqual(['pattern']);
  await undo();
  await page.getByRole('button', { name: 'Confirm', exact: true }).waitFor();
  expect(await kinds(judged)).toEqual([]);
});

test('a pattern that is dismissed is watched again when that is wanted', async () => {
  await show(judged);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByText('This is no pattern worth watching.').waitFor();
  await page.getByRole('button', { name: 'Watch again' }).click();
  await page.getByRole('button', { name: 'Dismiss' }).waitFor();
  expect(await kinds(judged)).toEqual([]);
});

test('it is renamed, at once for who did it', async () => {
  await show(renamed);
  await correct('Rename …');
  await page.getByRole('textbox', { name: 'Name' }).fill('Certificates run out');
  await glance('pattern-rename');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Certificates run out' }).waitFor();
  await page.getByText('Its name is “Certificates run out”.').waitFor();
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('heading', { level: 1, name: renamed?.name ?? '' }).waitFor();
});

test('its cause is set', async () => {
  await show(caused);
  await correct('Set the cause …');
  await page.getByRole('combobox', { name: 'What in the system allows it' }).selectOption('expiry or time');
  await page.getByRole('combobox', { name: 'What sets it off' }).selectOption('time');
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await page.getByText('Its cause is expiry or time, set off by time.').waitFor();
  await undo();
  expect(await kinds(caused)).toEqual([]);
});

test('episodes that are chosen are split off, by keys alone', async () => {
  await show(split);
  const boxes = page.getByRole('checkbox');
  for (const at of [0, 1]) {
    await boxes.nth(at).focus();
    await page.keyboard.press('Space');
  }
  const bar = page.getByRole('group', { name: 'What is chosen' });
  await bar.getByText('2 episodes chosen').waitFor();
  await glance('pattern-chosen');
  await bar.getByRole('button', { name: 'Split off' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Split off: they part').waitFor();
  const { report } = await demo.ask<StoredReport>('GET', `/v1/patterns/${split?.id}/report`);
  const decided = (await decisions(split)).items.map(({ decision }) => decision);
  const apart = decided.find(({ kind }) => kind === 'cannot_link');
  expect(new Set(decided.map(({ kind }) => kind))).toEqual(new Set(['must_link', 'cannot_link']));
  expect(report.members.map(({ failureId }) => failureId)).toEqual(
    expect.arrayContaining(apart?.kind === 'cannot_link' ? apart.failureIds : []),
  );
  await undo();
  expect(await kinds(split)).toEqual([]);
});

test('it is merged with another one that is found by its words', async () => {
  await show(merged);
  await correct('Merge with another pattern …');
  await page.getByRole('searchbox', { name: 'Find the pattern' }).fill(target?.name ?? '');
  await page
    .getByRole('radio', { name: target?.name ?? '' })
    .first()
    .check();
  await glance('pattern-merge');
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByText('Merged: the patterns become one').waitFor();
  const [together] = (await decisions(merged)).items.map(({ decision }) => decision);
  expect(together?.kind === 'must_link' && together.failureIds.length).toBe(
    (merged?.episodes ?? 0) + (target?.episodes ?? 0),
  );
  await undo();
  expect(await kinds(merged)).toEqual([]);
});

test('an episode is moved to another pattern, and another one is no failure', async () => {
  await show(sorted);
  const bar = page.getByRole('group', { name: 'What is chosen' });
  await page.getByRole('checkbox').first().check();
  await bar.getByRole('button', { name: 'Move to another pattern …' }).click();
  await page.getByRole('searchbox', { name: 'Find the pattern' }).fill(target?.name ?? '');
  await page
    .getByRole('radio', { name: target?.name ?? '' })
    .first()
    .check();
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await page.getByText('Moved: it counts with the next grouping').waitFor();
  expect(new Set(await kinds(sorted))).toEqual(new Set(['cannot_link', 'must_link']));
  await undo();
  await expect.poll(() => kinds(sorted)).toEqual([]);

  const { report } = await demo.ask<StoredReport>('GET', `/v1/patterns/${sorted?.id}/report`);
  await page.getByRole('checkbox').last().check();
  await bar.getByRole('button', { name: 'Not failures' }).click();
  await page.getByText('They count as failures no longer.').waitFor();
  const [first] = (await decisions(sorted)).items.map(({ decision }) => decision);
  expect(report.members.map(({ failureId }) => failureId)).toContain(
    first?.kind === 'not_a_failure' ? first.failureId : null,
  );
  await undo();
  await expect.poll(() => kinds(sorted)).toEqual([]);
});

test('it is shared as a link to a snapshot, and as a file', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await show(read);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('menuitem', { name: 'Copy the link to this snapshot' }).click();
  const link = (await page.evaluate('navigator.clipboard.readText()')) as string;
  await page.goto(link);
  await page.getByText('This is the report as it was written on').waitFor();
  expect(await page.getByRole('button', { name: 'Confirm' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Share' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Save as Markdown' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.md$/u);
  await page.getByRole('link', { name: 'See the newest' }).click();
  await page.getByRole('button', { name: 'Confirm' }).waitFor();
});

import type { Correction, Failure, FailureAnswer } from '@refrain/domain';
import { expect, test } from 'vitest';
import { visitDemo } from './visit-demo.ts';

const { demo, page, open, glance, look, takeTroubles } = await visitDemo();

const { items } = await demo.ask<{ items: Failure[] }>(
  'GET',
  '/v1/failures?kind=incident&limit=200&until=2026-10-01T00:00:00Z',
);
const known = await Promise.all(
  items.slice(0, 60).map(({ id }) => demo.ask<FailureAnswer>('GET', `/v1/failures/${id}`)),
);

/** Each test has a failure of its own, so that what one decides does not change what another one sees. */
function take(fits: (failure: FailureAnswer) => boolean): FailureAnswer {
  const at = known.findIndex(fits);
  const [taken] = known.splice(at, at < 0 ? 0 : 1);
  if (taken === undefined) throw new Error('The demo has no such failure');
  return taken;
}

const isBlamed = ({ changeAnswer }: FailureAnswer) =>
  changeAnswer?.verdict === 'change' && changeAnswer.candidates.length > 0 && changeAnswer.endedBy.changeId !== null;

async function show({ id, title }: FailureAnswer) {
  await open(`/failures/${id}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

async function decided({ id }: FailureAnswer) {
  const { items: all } = await demo.ask<{ items: Correction[] }>('GET', `/v1/corrections?failureId=${id}`);
  return all.map(({ decision }) => decision);
}

async function undo() {
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await page.getByText('Taken back.', { exact: true }).last().waitFor();
}

test('a failure says what happened, what it belongs to and why, what set it off, and what ended it', async () => {
  const failure = take((each) => isBlamed(each) && each.patternId !== null);
  const pattern = await demo.ask<{ name: string; lesson: string }>('GET', `/v1/patterns/${failure.patternId}`);
  await show(failure);
  await page.getByRole('link', { name: pattern.name }).waitFor();
  await page.getByText(pattern.lesson, { exact: true }).waitFor();
  await page.getByText(/^Why it is here: /u).waitFor();
  await page
    .getByText(failure.membership?.evidence[0]?.detail ?? '')
    .first()
    .waitFor();
  for (const name of ['What was written of it', 'What it belongs to', 'What set it off', 'What ended it'])
    await page.getByRole('heading', { level: 2, name }).waitFor();
  await page
    .getByText(failure.changeAnswer?.candidates[0]?.change?.title ?? '')
    .first()
    .waitFor();
  const provider = page.getByRole('link', { name: 'Open in PagerDuty' });
  expect(await provider.getAttribute('href')).toBe(failure.url);
  await look('failure');
});

test('what is no failure is taken out, and brought back', async () => {
  const failure = take(({ isFailure, patternId }) => isFailure && patternId === null);
  await show(failure);
  await page.getByRole('button', { name: 'This is not a failure' }).click();
  await page.getByText('Somebody decided that this is not a failure').waitFor();
  expect(await decided(failure)).toEqual([{ kind: 'not_a_failure', failureId: failure.id }]);
  expect(await page.getByRole('button', { name: 'This is not a failure' }).count()).toBe(0);
  await undo();
  await page.getByRole('button', { name: 'This is not a failure' }).waitFor();
  expect(await decided(failure)).toEqual([]);
});

test('that no change set it off is decided by keys, stays after a reload, and is taken back where it is listed', async () => {
  const failure = take(isBlamed);
  await show(failure);
  await page.getByRole('button', { name: 'No change set this off' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('No change set it off, as somebody decided.').waitFor();
  expect(await decided(failure)).toEqual([{ kind: 'not_change_related', failureId: failure.id }]);
  await page.reload();
  await page.getByText('No change set it off, as somebody decided.').waitFor();
  await page.getByText(`No change set “${failure.title}” off.`).waitFor();
  expect(await page.getByText('Chance that this set it off').count()).toBe(0);
  await glance('failure-decided');
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('button', { name: 'No change set this off' }).waitFor();
  expect(await decided(failure)).toEqual([]);
});

test('a link is said to be right, then wrong: the last word counts', async () => {
  const failure = take(isBlamed);
  const change = failure.changeAnswer?.endedBy;
  const link = { kind: 'link', type: 'ended_by', failureId: failure.id, targetId: change?.changeId };
  await show(failure);
  const ended = page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: 'What ended it' }) });
  await ended.getByRole('button', { name: `Right: ${change?.change?.title}` }).click();
  await ended.getByText('right, as somebody said').waitFor();
  expect(await decided(failure)).toEqual([{ ...link, right: true }]);
  await ended.getByRole('button', { name: `Wrong: ${change?.change?.title}` }).click();
  await ended.getByText('wrong, as somebody said').waitFor();
  expect((await decided(failure)).at(-1)).toEqual({ ...link, right: false });
  for (const left of [1, 0]) {
    await page.getByRole('button', { name: 'Take back' }).first().click();
    await expect.poll(async () => (await decided(failure)).length).toBe(left);
  }
  await ended.getByText('as somebody said').waitFor({ state: 'detached' });
});

test('what does not work is said beside what was pressed, and can be tried again', async () => {
  const failure = take(({ isFailure, patternId }) => isFailure && patternId === null);
  await show(failure);
  await page.route('**/v1/corrections', (route) => route.abort('aborted'));
  await page.getByRole('button', { name: 'This is not a failure' }).click();
  await page.getByRole('main').getByRole('alert').getByText('Refrain does not answer').waitFor();
  expect(await decided(failure)).toEqual([]);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Somebody decided that this is not a failure').waitFor();
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await undo();
  expect(await decided(failure)).toEqual([]);
});

test('failures of the same event lead to each other, and its link is copied', async () => {
  const failure = take(({ links }) => links.some(({ type }) => type === 'same_episode'));
  const other = failure.links.find(({ type }) => type === 'same_episode')?.other;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await show(failure);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(page.url());
  // A change may be called the same.
  const others = page.getByRole('link', { name: other?.title ?? '', exact: true });
  await others.and(page.locator('[href^="/failures/"]')).first().click();
  await page.getByRole('heading', { level: 1, name: other?.title ?? '' }).waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Seen before?' }).click();
  await page.getByText('Asked about the failure').waitFor();
});

test('an address of no failure says so, and leads back', async () => {
  await page.goto(`${demo.url}/failures/nothing`);
  await page
    .getByRole('alert')
    .getByText(/no failure/iu)
    .waitFor();
  await page.getByRole('link', { name: 'All failures' }).click();
  await page.getByRole('heading', { level: 1, name: 'Failures' }).waitFor();
  for (const trouble of takeTroubles()) expect(trouble).toMatch(/^404 \/v1\/(failures|corrections)/u);
});

import type { Correction, Failure, FailureResponse } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';

const { demo, page, open, inspectElement, inspect, takeProblems } = await openDemoPage();

const { items } = await demo.ask<{ items: Failure[] }>(
  'GET',
  '/v1/failures?kind=incident&limit=200&until=2026-10-01T00:00:00Z',
);
const known = await Promise.all(
  items.slice(0, 60).map(({ id }) => demo.ask<FailureResponse>('GET', `/v1/failures/${id}`)),
);

/** Uses a failure that no other test uses, because each test decides on its failure. */
function take(fits: (failure: FailureResponse) => boolean): FailureResponse {
  const at = known.findIndex(fits);
  const [taken] = known.splice(at, at < 0 ? 0 : 1);
  if (taken === undefined) throw new Error('The demo has no failure that this test needs');
  return taken;
}

const isBlamed = ({ changeAssessment }: FailureResponse) =>
  changeAssessment?.verdict === 'change' &&
  changeAssessment.candidates.length > 0 &&
  changeAssessment.resolvedBy.changeId !== null;

const read = take((each) => isBlamed(each) && each.patternId !== null);
const unrelated = take(isBlamed);
const linked = take(isBlamed);
const excluded = take(({ isFailure, patternId }) => isFailure && patternId === null);
const retried = take(({ isFailure, patternId }) => isFailure && patternId === null);
const stating = take(
  ({ isFailure, statements, text }) => isFailure && statements.mechanism !== null && text.split('. ').length > 1,
);
const repeated = take(({ links }) => links.some(({ type }) => type === 'same_episode'));

async function show({ id, title }: FailureResponse) {
  await open(`/failures/${id}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

async function listDecisions({ id }: FailureResponse) {
  const { items: all } = await demo.ask<{ items: Correction[] }>('GET', `/v1/corrections?failureId=${id}`);
  return all.map(({ decision }) => decision);
}

async function undo() {
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await page.getByText('The change was undone.').last().waitFor();
}

test('a failure shows its text, its pattern with the evidence, its trigger and its resolution', async () => {
  const failure = read;
  await show(failure);
  const pattern = await demo.ask<{ name: string; lesson: string }>('GET', `/v1/patterns/${failure.patternId}`);
  await page.getByRole('link', { name: pattern.name }).first().waitFor();
  await page.getByText(pattern.lesson, { exact: true }).waitFor();
  await page.getByText(/^Why it belongs here \(/u).click();
  await page.getByText(/^(?:It is|It has|Its text states|Other failures of the pattern also contain) .+\.$/u).waitFor();
  for (const name of ['What happened', 'Pattern', 'Text of the report'])
    await page.getByRole('heading', { level: 2, name }).waitFor();
  await page
    .getByText(failure.changeAssessment?.candidates[0]?.change?.title ?? '')
    .first()
    .waitFor();
  const provider = page.getByRole('link', { name: 'Open in PagerDuty' });
  expect(await provider.getAttribute('href')).toBe(failure.url);
  await inspect('failure');
});

test('a failure can be dismissed and restored', async () => {
  const failure = excluded;
  await show(failure);
  await page.getByRole('button', { name: 'Not a failure' }).click();
  await page.getByText('A person marked this as not a failure').waitFor();
  expect(await listDecisions(failure)).toEqual([{ kind: 'not_a_failure', failureId: failure.id }]);
  expect(await page.getByRole('button', { name: 'Not a failure' }).count()).toBe(0);
  await undo();
  await page.getByRole('button', { name: 'Not a failure' }).waitFor();
  expect(await listDecisions(failure)).toEqual([]);
});

test('a person can decide by keyboard that no change was the trigger, and undo it in the list of decisions after a reload', async () => {
  const failure = unrelated;
  await show(failure);
  await page.getByRole('button', { name: 'Mark as not triggered by a change' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Not triggered by a change, according to a person.').waitFor();
  expect(await listDecisions(failure)).toEqual([{ kind: 'not_change_related', failureId: failure.id }]);
  await page.reload();
  await page.getByText('Not triggered by a change, according to a person.').waitFor();
  await page.getByText('decided that no change triggered').waitFor();
  const trigger = page.getByRole('group', { name: 'Trigger' });
  const stated = failure.statements.trigger === null ? 0 : 1;
  expect(await trigger.getByText(/% likely|uncertain/u).count()).toBe(stated);
  await inspectElement('failure-decided');
  await page.locator('section').getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Mark as not triggered by a change' }).waitFor();
  expect(await listDecisions(failure)).toEqual([]);
});

test('only the latest decision on a link between a failure and a change takes effect', async () => {
  const failure = linked;
  const change = failure.changeAssessment?.resolvedBy;
  const link = { kind: 'link', type: 'resolved_by', failureId: failure.id, targetId: change?.changeId };
  await show(failure);
  const ended = page.getByRole('group', { name: 'Resolution' });
  await ended.getByRole('button', { name: `Right: ${change?.change?.title}` }).click();
  await ended.getByText('confirmed by a person').waitFor();
  expect(await listDecisions(failure)).toEqual([{ ...link, right: true }]);
  await ended.getByRole('button', { name: `Wrong: ${change?.change?.title}` }).click();
  await ended.getByText('rejected by a person').waitFor();
  expect((await listDecisions(failure)).at(-1)).toEqual({ ...link, right: false });
  for (const remaining of [1, 0]) {
    await page.locator('section').getByRole('button', { name: 'Undo' }).first().click();
    await expect.poll(async () => (await listDecisions(failure)).length).toBe(remaining);
  }
  await ended.getByText('rejected by a person').waitFor({ state: 'detached' });
});

test('a person can choose another sentence and another mechanism for a failure, and undo both', async () => {
  const failure = stating;
  const { items: sentences } = await demo.ask<{ items: string[] }>('GET', `/v1/failures/${failure.id}/sentences`);
  const quote = sentences.at(-1) ?? '';
  const statementsOf = async () => (await demo.ask<FailureResponse>('GET', `/v1/failures/${failure.id}`)).statements;
  await show(failure);
  const said = page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: 'What happened' }) });
  await said.getByText(`“${failure.statements.mechanism?.quote}”`).first().waitFor();
  const marked = failure.text.includes(failure.statements.mechanism?.quote ?? '') ? 1 : 0;
  expect(await page.locator('mark').count()).toBeGreaterThanOrEqual(marked);

  if (failure.statements.rootCause === null) {
    await said.getByRole('button', { name: 'Add what is missing' }).click();
    await page.getByRole('menuitem', { name: 'Root cause' }).click();
  } else await said.getByRole('button', { name: 'Correct: Root cause' }).click();
  const modal = page.getByRole('dialog');
  await modal.getByRole('searchbox', { name: 'Find a sentence' }).fill(quote);
  await modal.getByRole('radio', { name: quote, exact: true }).check();
  await inspectElement('failure-choose-sentence');
  await modal.getByRole('button', { name: 'Save' }).click();
  await said.getByRole('group', { name: 'Root cause' }).getByText('corrected by a person').waitFor();
  expect((await statementsOf()).rootCause).toEqual({ quote, confidence: 1, isDecided: true });

  await said.getByRole('button', { name: 'Correct: Mechanism' }).click();
  await modal.getByRole('combobox', { name: 'Mechanism' }).fill('Disk full');
  await page.getByRole('option', { name: 'Disk full' }).click();
  await modal.getByRole('radio', { name: 'No single sentence states it' }).check();
  await modal.getByRole('button', { name: 'Save' }).click();
  await said.getByRole('link', { name: 'Disk full' }).waitFor();
  expect((await listDecisions(failure)).map(({ kind }) => kind)).toEqual(['statement', 'statement']);
  await inspect('failure-statements');

  for (const remaining of [1, 0]) {
    await page.locator('section').getByRole('button', { name: 'Undo' }).first().click();
    await expect.poll(async () => (await listDecisions(failure)).length).toBe(remaining);
  }
  await said.getByText('corrected by a person').first().waitFor({ state: 'detached' });
  expect(await statementsOf()).toEqual(failure.statements);

  await said.getByRole('link', { name: failure.statements.mechanism?.mechanism ?? '' }).click();
  await page.getByRole('heading', { level: 1, name: 'Patterns' }).waitFor();
  expect(new URL(page.url()).searchParams.get('mechanism')).toBe(failure.statements.mechanism?.mechanism);
});

test('a decision that cannot be saved is reported on the page and can be retried', async () => {
  const failure = retried;
  await show(failure);
  await page.route('**/v1/correction-sets', (route) => route.abort('aborted'));
  await page.getByRole('button', { name: 'Not a failure' }).click();
  await page.getByRole('main').getByRole('alert').getByText('Refrain is not responding').waitFor();
  expect(await listDecisions(failure)).toEqual([]);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('A person marked this as not a failure').waitFor();
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await undo();
  expect(await listDecisions(failure)).toEqual([]);
});

test('failures of the same episode link to each other, and the link to a failure can be copied', async () => {
  const failure = repeated;
  const other = failure.links.find(({ type }) => type === 'same_episode')?.other;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await show(failure);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(page.url());
  // Select by URL too, because a change may have the same title as the failure.
  const others = page.getByRole('link', { name: other?.title ?? '', exact: true });
  await others.and(page.locator('[href^="/failures/"]')).first().click();
  await page.getByRole('heading', { level: 1, name: other?.title ?? '' }).waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Seen before?' }).click();
  await page.getByText('Results for the failure').waitFor();
});

test('the page of an unknown failure says that it does not exist and links to the list of failures', async () => {
  await page.goto(`${demo.url}/failures/nothing`);
  await page
    .getByRole('alert')
    .getByText(/no failure/iu)
    .waitFor();
  await page.getByRole('link', { name: 'All failures' }).click();
  await page.getByRole('heading', { level: 1, name: 'Failures' }).waitFor();
  for (const trouble of takeProblems()) expect(trouble).toMatch(/^404 \/v1\/(failures|corrections)/u);
});

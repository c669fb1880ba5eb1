import type { FailuresResponse, RevertTemplatesResponse } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';

const { demo, page, open, inspect } = await openDemoPage();

const list = async () => (await demo.ask<RevertTemplatesResponse>('GET', '/v1/revert-templates')).items;
const undecided = async () => {
  const items = await list();
  return items.find(({ needsDecision }) => needsDecision) ?? items.find(({ decision }) => decision === null);
};

test('kinds of reverts are listed with examples, and a decision on all reverts of a kind moves it below “Decided”, where it is undone', async () => {
  await expect.poll(undecided, { timeout: 45_000 }).toBeDefined();
  const template = await undecided();
  if (template === undefined) throw new Error('The demo has no undecided kind of revert');
  await open('/reverts');
  const named = { name: `${template.template} in ${template.repository}`, exact: true };
  const card = page.getByRole('article', named);
  const decided = page.locator('section').filter({ has: page.getByRole('heading', { name: /^Decided \(/u }) });
  await card.getByText(`${template.reverts} reverts`).first().waitFor();
  await card
    .getByRole('link', { name: template.examples[0]?.title ?? '' })
    .first()
    .waitFor();
  await inspect('reverts');

  await card.getByRole('button', { name: 'Mark as failures' }).click();
  const decisionOf = async () => (await list()).find((one) => one.template === template.template)?.decision;
  await expect.poll(decisionOf).toMatchObject({ areFailures: true });
  await decided.getByRole('article', named).getByText('Marked as failures').waitFor();
  expect(await page.getByRole('article', named).count()).toBe(1);
  await decided.getByRole('article', named).getByRole('button', { name: 'Undo' }).click();
  await card.getByRole('button', { name: 'Mark as routine' }).waitFor();
  expect(await decided.getByRole('article', named).count()).toBe(0);
  await expect.poll(decisionOf).toBeNull();
});

test('a revert shows the words that led to its verdict, and can be marked as a failure and unmarked', async () => {
  const { items } = await demo.ask<FailuresResponse>('GET', '/v1/failures?kind=reverted_change&limit=200');
  const planned = items.find(({ isFailure, isDecided, confidence }) => !isFailure && !isDecided && confidence > 0.5);
  if (planned === undefined) throw new Error('The demo has no planned revert');
  await open(`/failures/${planned.id}`);
  await page.getByText(/^Refrain considers this revert planned/u).waitFor();
  await page.getByRole('button', { name: 'Count as a failure' }).click();
  await page.getByText('A person marked this as a failure.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await page.getByRole('button', { name: 'Count as a failure' }).waitFor();
});

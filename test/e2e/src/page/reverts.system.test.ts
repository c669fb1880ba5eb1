import type { FailuresResponse, RevertTemplatesResponse } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';

const { demo, page, open, inspect } = await openDemoPage();

const list = async () => (await demo.ask<RevertTemplatesResponse>('GET', '/v1/revert-templates')).items;
const undecided = async () => (await list()).find(({ decision }) => decision === null);

test('kinds of reverts are listed with examples, and one decision judges all reverts of a kind', async () => {
  await expect.poll(undecided, { timeout: 45_000 }).toBeDefined();
  const template = await undecided();
  if (template === undefined) throw new Error('The demo has no undecided kind of revert');
  await open('/reverts');
  const card = page.getByRole('article', { name: `${template.template} in ${template.repository}`, exact: true });
  await card.getByText(`${template.reverts} reverts`).waitFor();
  await card
    .getByRole('link', { name: template.examples[0]?.title ?? '' })
    .first()
    .waitFor();
  await inspect('reverts');

  const topOf = async () => Math.round((await card.boundingBox())?.y ?? 0);
  const top = await topOf();
  await card.getByRole('button', { name: 'Mark as failures' }).click();
  const decisionOf = async () => (await list()).find((one) => one.template === template.template)?.decision;
  await expect.poll(decisionOf).toMatchObject({ areFailures: true });
  await card.getByText('Marked as failures').waitFor();
  expect(await topOf()).toBe(top);
  await card.getByRole('button', { name: 'Undo' }).click();
  await card.getByRole('button', { name: 'Mark as routine' }).waitFor();
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

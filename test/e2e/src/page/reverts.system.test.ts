import type { FailuresResponse, RevertTemplatesResponse } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';

const { demo, page, open, inspect } = await openDemoPage();

const list = async () => (await demo.ask<RevertTemplatesResponse>('GET', '/v1/revert-templates')).items;
const undecided = async () => (await list()).find(({ decision }) => decision === null);

test('kinds of reverts are listed with their verdicts, and one decision judges all reverts of a kind', async () => {
  await expect.poll(undecided, { timeout: 45_000 }).toBeDefined();
  const template = await undecided();
  if (template === undefined) throw new Error('The demo has no undecided kind of revert');
  await open('/reverts');
  const row = page.getByRole('row').filter({ hasText: template.template }).filter({ hasText: template.repository });
  await row.getByText(`${template.reverts} reverts`, { exact: true }).waitFor();
  await row.getByRole('button', { name: 'Show examples' }).click();
  await row
    .getByRole('link', { name: template.examples[0]?.title ?? '' })
    .first()
    .waitFor();
  await inspect('reverts');

  await row.getByRole('button', { name: 'Failures' }).click();
  const decisionOf = async () => (await list()).find((one) => one.template === template.template)?.decision;
  await expect.poll(decisionOf).toMatchObject({ areFailures: true });
  await row.getByRole('button', { name: 'Undo' }).click();
  await row.getByRole('button', { name: 'Routine' }).waitFor();
  await expect.poll(decisionOf).toBeNull();
});

test('a revert shows the words that led to its verdict, and can be marked as a failure and unmarked', async () => {
  const { items } = await demo.ask<FailuresResponse>('GET', '/v1/failures?kind=reverted_change&limit=200');
  const planned = items.find(({ isFailure, isDecided, confidence }) => !isFailure && !isDecided && confidence > 0.5);
  if (planned === undefined) throw new Error('The demo has no planned revert');
  await open(`/failures/${planned.id}`);
  await page.getByText(/^Refrain considers this a planned step/u).waitFor();
  await page.getByRole('button', { name: 'Count as a failure' }).click();
  await page.getByText('A person marked this as a failure.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await page.getByRole('button', { name: 'Count as a failure' }).waitFor();
});

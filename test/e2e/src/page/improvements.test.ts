import type { Improvement, IssuePreview } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openImprovementsPage } from './improvements-page.ts';

const { demo, page, open, inspect, listProposals, column } = await openImprovementsPage();

test('the board shows each improvement in the column for its state, with its pattern and guardrail', async () => {
  await open('/improvements');
  const compare = async () => {
    const path = '/v1/improvements?state=proposed&limit=1';
    const { total } = await demo.ask<{ total: number }>('GET', path);
    const cards = await column('Proposed').getByRole('article').count();
    return [await column('Proposed').getByText(String(total), { exact: true }).count(), cards - total];
  };
  await expect.poll(compare, { timeout: 45_000 }).toEqual([1, 0]);
  expect(await column('Open').getByRole('article').count()).toBeGreaterThan(0);
  const [proposal] = await listProposals();
  const lines = column('Proposed')
    .getByRole('article')
    .filter({ hasText: proposal?.patternName ?? '' })
    .filter({ hasText: proposal?.guardrailName ?? '' });
  await lines.first().waitFor();
  await inspect('improvements');
});

test('the board names its period, lists patterns without an episode in it last, and shows all time with one click', async () => {
  await open('/improvements?days=30');
  await page.getByText('in the last 30 days', { exact: true }).waitFor();
  const proposed = column('Proposed');
  await proposed.getByRole('heading', { name: 'No episodes in the last 30 days' }).waitFor();
  const texts = await proposed.getByRole('article').allInnerTexts();
  const isQuiet = texts.map((text) => text.includes('Last episode'));
  expect(isQuiet).toContain(true);
  expect(isQuiet).toEqual(isQuiet.toSorted());
  await page.getByRole('button', { name: 'Show all time' }).click();
  await page.getByText('of all time', { exact: true }).waitFor();
  await proposed.getByText('No episodes').waitFor({ state: 'detached' });
  expect(page.url()).toContain('days=all');
});

test('an empty column beside others is only as wide as its title, and is hidden on a phone', async () => {
  await open('/improvements');
  await column('Proposed').getByRole('article').first().waitFor();
  const fixed = column('Fixed');
  await fixed.getByText('0', { exact: true }).waitFor();
  expect((await fixed.boundingBox())?.width).toBeLessThan(140);
  const title = await fixed.getByRole('heading', { name: 'Fixed' }).boundingBox();
  expect(title?.height).toBeLessThan(title?.width ?? 0);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await fixed.waitFor({ state: 'hidden' });
  await page.setViewportSize(size ?? { width: 1440, height: 900 });
});

test('approving an improvement shows a preview of the issue, permits edits, and then opens the issue', async () => {
  const [wanted] = await listProposals();
  const id = wanted?.id ?? '';
  await open(`/improvements/${id}?edit=true`);
  const issue = page.getByRole('region', { name: 'The issue as it will appear' });
  await issue.getByText(wanted?.title ?? '').waitFor();
  await page.getByRole('textbox', { name: 'Title' }).fill('Renew certificates before they run out');
  await page.getByRole('textbox', { name: 'Introduction' }).fill('Seen **twice** this week.');
  await issue.getByText('Renew certificates before they run out').waitFor();
  await issue.locator('strong', { hasText: 'twice' }).waitFor();
  await page.getByRole('textbox', { name: 'Repository' }).fill('not a repository');
  await page.getByText('Write it as owner/name.').waitFor();
  expect(await page.getByRole('button', { name: 'Approve and open the issue' }).isDisabled()).toBe(true);
  await page.getByRole('textbox', { name: 'Repository' }).fill(wanted?.repository ?? '');
  const preview = await demo.ask<IssuePreview>('POST', `/v1/improvements/${id}/issue`, {
    title: 'Renew certificates before they run out',
    note: 'Seen **twice** this week.',
  });
  await page.getByRole('button', { name: 'Approve and open the issue' }).click();
  const message = page.getByRole('status').filter({ hasText: /Approved “.+”/u });
  await message.waitFor();
  await page
    .getByRole('link', { name: `${wanted?.repository}#` })
    .first()
    .waitFor({ timeout: 90_000 });
  await message.getByRole('link', { name: /^Issue #\d+/u }).waitFor();
  expect(await message.getByText('Refrain is opening the issue').count()).toBe(0);
  const opened = await demo.ask<Improvement>('GET', `/v1/improvements/${id}`);
  expect([opened.state, opened.title]).toEqual(['opened', preview.title]);
  await page.getByRole('heading', { name: 'Activity' }).waitFor();
  await page.getByText('Local admin opened').first().waitFor();
  await inspect('improvement-opened');
});

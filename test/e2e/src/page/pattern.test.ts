import { expect, test } from 'vitest';
import { openPatternPage } from './pattern-page.ts';

const { page, inspect, patterns, show, listKinds, undo } = await openPatternPage();
const [confirmed, ...others] = patterns;
/** Has a cause, a resolution and a fix, and the fewest episodes, because axe takes long on long reports. */
const [read] = others
  .filter(({ scenario, improvement }) => scenario?.cause && scenario.resolution && improvement !== null)
  .toSorted((a, b) => a.episodes - b.episodes);

test('a report shows the cause, the resolution and the fix first, then the episodes with their evidence, then details', async () => {
  await show(read, 'trend');
  const answer = ['Root cause', 'Resolved by', /^(?:Recommended fix|Investigation|Next step)$/u];
  for (const name of [...answer, `${read?.episodes} episodes`])
    await page.getByRole('heading', { level: 2, name }).waitFor();
  await page.getByRole('tabpanel').getByText(/\w/u).first().waitFor();
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByRole('heading', { level: 2, name: 'History' }).waitFor();
  expect(new URL(page.url()).searchParams.get('tab')).toBe('history');
  const evidence = page.getByRole('button', { name: /^Evidence of E\d+, \d+ \w+ \d{4}$/u });
  expect(await evidence.count()).toBe(read?.episodes);
  await evidence.first().click();
  await page.getByText('Why is it here?').click();
  await page
    .getByText(/^It belongs to this pattern \(\d+\u00a0%\): \w/u)
    .first()
    .waitFor();
  expect(await page.title()).toBe(`${read?.name} · Refrain`);
  await inspect('pattern');
});

test('the page of a pattern with at most eight episodes fits three screens, and the answer and the timeline fit the first', async () => {
  await page.setViewportSize({ width: 1_440, height: 900 });
  for (const pattern of patterns.filter(({ episodes }) => episodes >= 6 && episodes <= 8).slice(0, 3)) {
    await show(pattern);
    const timeline = page.getByRole('figure').filter({ hasText: 'Timeline' });
    await timeline.waitFor();
    await page.getByRole('heading', { level: 2, name: 'History' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThanOrEqual(2_700);
    expect((await timeline.boundingBox())?.y).toBeLessThan(900);
  }
});

test('a pattern can be confirmed, and the confirmation undone', async () => {
  const listConfirmations = async () => (await listKinds(confirmed)).filter((kind) => kind === 'pattern');
  await show(confirmed);
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await page.getByRole('button', { name: 'Confirmed' }).waitFor();
  await page.getByText('confirmed the pattern').first().waitFor();
  expect(await listConfirmations()).toEqual(['pattern']);
  await undo();
  await page.getByRole('button', { name: 'Confirm', exact: true }).waitFor();
  expect(await listConfirmations()).toEqual([]);
});

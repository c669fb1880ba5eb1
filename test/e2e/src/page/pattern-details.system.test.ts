import type { ListedPattern, StoredReport } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openPatternPage } from './pattern-page.ts';

const { demo, page, open, inspectElement, patterns, show, listDecisions, listKinds, chooseCorrection, undo } =
  await openPatternPage();
// Uses patterns from the end of the list: `pattern.test.ts` decides on the first ones.
const [shared, dismissed, renamed, caused, split, merged, mergedWith, sorted, movedTo] = patterns.toReversed();
const bar = page.getByRole('group', { name: 'Selected episodes' });

async function listMembers(pattern: ListedPattern | undefined): Promise<readonly string[]> {
  const { report } = await demo.ask<StoredReport>('GET', `/v1/patterns/${pattern?.id}/report`);
  return report.members.map(({ failureId }) => failureId);
}

async function choosePattern(pattern: ListedPattern | undefined) {
  // The offers change when the results arrive.
  const results = page.waitForResponse(/\/v1\/patterns\?.*query=/u);
  await page.getByRole('searchbox', { name: 'Find a pattern' }).fill(pattern?.name ?? '');
  await results;
  await page
    .getByRole('radio', { name: pattern?.name ?? '' })
    .first()
    .check();
}

test('a dismissed pattern can be restored', async () => {
  await show(dismissed);
  await page.keyboard.press('d');
  await page.getByRole('dialog').getByRole('radio', { name: 'Not systemic' }).waitFor();
  await inspectElement('pattern-dismiss');
  await page.keyboard.press('Enter');
  await page.getByText('Choose a reason.').waitFor();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByText('Reason: Not systemic.').waitFor();
  await page.getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('button', { name: 'Dismiss' }).waitFor();
  expect(await listKinds(dismissed)).toEqual([]);
});

test('a renamed pattern immediately shows its new name, until the renaming is undone', async () => {
  await show(renamed);
  await chooseCorrection('Rename …');
  await page.getByRole('textbox', { name: 'Name' }).fill('Certificates run out');
  await inspectElement('pattern-rename');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Certificates run out' }).waitFor();
  await page.getByText('renamed a pattern to “Certificates run out”.').first().waitFor();
  // The newest decision is the first one.
  await page.locator('section').getByRole('button', { name: 'Undo' }).first().click();
  await page.getByRole('heading', { level: 1, name: renamed?.name ?? '' }).waitFor();
});

test('the root cause and the trigger of a pattern can be set, and the decision undone', async () => {
  await show(caused);
  await chooseCorrection('Set the cause …');
  await page.getByRole('combobox', { name: 'Root cause' }).selectOption('expiry or time');
  await page.getByRole('combobox', { name: 'Trigger' }).selectOption('time');
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await page.getByText('to expiry or time, triggered by time.').waitFor();
  await undo();
  expect(await listKinds(caused)).toEqual([]);
});

test('selected episodes can be split off a pattern with the keyboard alone', async () => {
  await show(split);
  const members = await listMembers(split);
  const boxes = page.getByRole('checkbox');
  for (const at of [0, 1]) {
    await boxes.nth(at).focus();
    await page.keyboard.press('Space');
  }
  await bar.getByText('2 episodes selected').waitFor();
  await inspectElement('pattern-chosen');
  await bar.getByRole('button', { name: 'Split off …' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Name of the new pattern (optional)' }).fill('Two split episodes');
  await inspectElement('pattern-split');
  await page.keyboard.press('Enter');
  await page.getByText(/^Split 2 episodes off “.+” into “Two split episodes”\.$/u).waitFor();
  await page.getByText('Updating the report for the changed episodes…').waitFor();
  const decided = await listDecisions(split);
  const apart = decided.find(({ kind }) => kind === 'cannot_link');
  expect(new Set(decided.map(({ kind }) => kind))).toEqual(new Set(['must_link', 'cannot_link', 'rename']));
  expect(members).toEqual(expect.arrayContaining(apart?.kind === 'cannot_link' ? apart.failureIds : []));
  // The message links to the new pattern as soon as it exists.
  await page.getByRole('status').getByRole('link', { name: '“Two split episodes”' }).waitFor({ timeout: 120_000 });
  await undo();
  expect(await listKinds(split)).toEqual([]);
  await page
    .getByRole('tabpanel')
    .getByText(/^Undone$/u)
    .first()
    .waitFor();
});

test('a pattern can be merged with another one that a search finds', async () => {
  await show(merged);
  await chooseCorrection('Merge with another pattern …');
  await choosePattern(mergedWith);
  await inspectElement('pattern-merge');
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByText(`Merged “${merged?.name}” with “${mergedWith?.name}”.`, { exact: true }).waitFor();
  const [together] = await listDecisions(merged);
  expect(together?.kind === 'must_link' && together.failureIds.length).toBe(
    (merged?.episodes ?? 0) + (mergedWith?.episodes ?? 0),
  );
  await undo();
  expect(await listKinds(merged)).toEqual([]);
});

test('an episode can be moved to another pattern, and another episode dismissed', async () => {
  await show(sorted);
  const members = await listMembers(sorted);
  await page.getByRole('checkbox').first().check();
  await bar.getByRole('button', { name: 'Move to another pattern …' }).click();
  await choosePattern(movedTo);
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await page.getByText(`Moved 1 episode from “${sorted?.name}” to “${movedTo?.name}”.`).waitFor();
  await expect.poll(async () => new Set(await listKinds(sorted))).toEqual(new Set(['cannot_link', 'must_link']));
  await undo();
  await expect.poll(() => listKinds(sorted)).toEqual([]);

  await page.getByRole('checkbox').last().check();
  await bar.getByRole('button', { name: 'Mark as not failures' }).click();
  await page.getByText(/^Excluded \d+ failures? from “.+”: not failures\.$/u).waitFor();
  await expect.poll(() => listKinds(sorted)).toContain('not_a_failure');
  const [first] = await listDecisions(sorted);
  expect(members).toContain(first?.kind === 'not_a_failure' ? first.failureId : null);
  await undo();
  await expect.poll(() => listKinds(sorted)).toEqual([]);
});

test('a report can be shared as a link to a snapshot and as a Markdown file', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await show(shared);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('menuitem', { name: 'Copy the link to this snapshot' }).click();
  const readClipboard = () => page.evaluate('navigator.clipboard.readText()') as Promise<string>;
  await expect.poll(readClipboard).toContain(demo.url);
  await open(new URL(await readClipboard()).href.slice(demo.url.length));
  await page.getByText('You are viewing the report from').waitFor();
  expect(await page.getByRole('button', { name: 'Confirm' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Share' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Save as Markdown' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.md$/u);
  await page.getByRole('link', { name: 'Show the newest report' }).click();
  await page.getByRole('button', { name: 'Confirm' }).waitFor();
});

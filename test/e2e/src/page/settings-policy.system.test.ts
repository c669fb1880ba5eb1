import type { ImprovementPolicy, PolicyResponse } from '@refrain/domain';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';

const { demo, page, open, inspectElement, inspect, takeProblems } = await openDemoPage();

/** Changes to the policy do not affect other test files, because the demo approves nothing automatically and has no sender for notes. */
const before = await find();
const bar = page.getByRole('region', { name: 'What changes' });
const field = (name: string) => page.getByRole('textbox', { name });

async function find(): Promise<ImprovementPolicy> {
  return (await demo.ask<PolicyResponse>('GET', '/v1/policy')).policy;
}
const put = (change: Partial<ImprovementPolicy>) => demo.ask('PUT', '/v1/policy', { ...before, ...change });

beforeEach(() => open('/settings/policy'));
afterEach(() => put({}));

test('changes to the policy are listed before they are saved, and can be undone afterwards', async () => {
  await field('Maximum per week').fill('5');
  await page.getByRole('switch', { name: 'Quiet hours' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('combobox', { name: 'From' }).selectOption('9:00');
  await page.getByRole('checkbox', { name: 'Fri' }).uncheck();
  await field('Share of pull requests').fill('1.5');
  await page.getByRole('radio', { name: 'Open a new issue that links to the old one' }).check();
  await bar.getByText('4 changes, not saved yet').waitFor();
  await bar.getByText('Maximum per week: 3 → 5').waitFor();
  await bar.getByText('only 9:00 to 19:00 UTC, Mon Tue Wed Thu').waitFor();
  await inspect('settings-policy');
  await bar.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved the policy. It applies to each pattern').waitFor();
  await page.getByText('by Local admin').waitFor();
  const quietOutside = { timeZone: 'UTC', workday: { from: 9, until: 19 }, weekend: [5, 6, 7] };
  const changed = { maxPerWeek: 5, quietOutside, checkedShare: 0.015, onRecurrence: 'follow_up' };
  expect(await find()).toEqual({ ...before, ...changed });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The change was undone.').waitFor();
  expect(await find()).toEqual(before);
  await expect.poll(() => field('Maximum per week').inputValue()).toContain('3');
});

test('services for incident notes are selected by name, and a missing sender is reported', async () => {
  await page.getByRole('radio', { name: 'These services' }).check();
  await page.getByRole('combobox', { name: 'Which services' }).fill('Checkout');
  await page.keyboard.press('Enter');
  await bar.getByText('no service → Checkout').waitFor();
  await bar.getByText('Refrain writes no notes until you enter their author.').waitFor();
  await bar.getByRole('button', { name: 'Save' }).click();
  await bar.waitFor({ state: 'detached' });
  expect((await find()).notesFor).toEqual(['Checkout']);
});

test('a policy value far from the default can be reset', async () => {
  await put({ maxOpen: 40 });
  await page.reload();
  await page.getByText('Default: 10').waitFor();
  await page.getByRole('button', { name: 'Reset Maximum open issues' }).click();
  await bar.getByText('Maximum open issues: 40 → 10').waitFor();
  await bar.getByRole('button', { name: 'Save' }).click();
  await bar.waitFor({ state: 'detached' });
  expect((await find()).maxOpen).toBe(10);
});

test('invalid policy values are reported at their fields and not stored', async () => {
  await field('Maximum per week').fill('-1');
  await field('Fallback repository').fill('nowhere');
  await field('Label for “accepted”').fill(before.label);
  await bar.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Must be at least 0.').waitFor();
  await page.getByText('Must be owner/name, such as acme/checkout.').waitFor();
  await bar.getByRole('alert').getByText('fields need correction: see their messages.').waitFor();
  expect(await page.evaluate('document.activeElement.getAttribute("aria-invalid")')).toBe('true');
  await inspectElement('settings-policy-refused');
  await field('Maximum per week').fill('4');
  await field('Fallback repository').fill('');
  await bar.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Must differ from the other two labels').waitFor();
  await bar.getByRole('button', { name: 'Discard' }).click();
  await bar.waitFor({ state: 'detached' });
  expect(await page.getByText(/^Must be /u).count()).toBe(0);
  expect(takeProblems()).toEqual(['400 /v1/policy', '400 /v1/policy']);
  expect(await find()).toEqual(before);
});

test("saving the policy keeps another person's newer changes", async () => {
  await field('Maximum open issues').fill('11');
  await put({ maxPerWeek: 7 });
  await bar.getByRole('button', { name: 'Save' }).click();
  await bar.waitFor({ state: 'detached' });
  expect(await find()).toEqual({ ...before, maxOpen: 11, maxPerWeek: 7 });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The change was undone.').waitFor();
  expect(await find()).toEqual({ ...before, maxPerWeek: 7 });
});

test('the page warns if a policy change takes effect immediately, and leaving without saving requires a confirmation', async () => {
  await page.getByRole('radio', { name: 'The policy opens issues automatically' }).check();
  await bar.getByText('After you save, Refrain opens issues without asking').waitFor();
  await page.getByRole('link', { name: 'Privacy' }).click();
  const confirmation = page.getByRole('dialog', { name: 'Leave without saving?' });
  await inspectElement('settings-policy-leave');
  await confirmation.getByRole('button', { name: 'Stay' }).click();
  await bar.getByText('1 change, not saved yet').waitFor();
  await page.getByRole('link', { name: 'Privacy' }).click();
  await confirmation.getByRole('button', { name: 'Leave without saving' }).click();
  await page.getByRole('heading', { level: 1, name: 'Privacy' }).waitFor();
  expect(await find()).toEqual(before);
});

test('a failed save of the policy keeps the entered values', async () => {
  await field('Maximum open issues').fill('12');
  await page.route('**/v1/policy', (route) =>
    route.request().method() === 'PUT' ? route.abort('aborted') : route.continue(),
  );
  await bar.getByRole('button', { name: 'Save' }).click();
  await bar.getByRole('alert').getByText('Refrain is not responding').waitFor();
  await page.unrouteAll();
  await bar.getByRole('button', { name: 'Save' }).click();
  await bar.waitFor({ state: 'detached' });
  expect((await find()).maxOpen).toBe(12);
});

import { readFile } from 'node:fs/promises';
import type { FailureLibraryEntry, FailureLibraryFile } from '@refrain/domain';
import { expect, test, vi } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';

const { demo, page, open, inspectElement, inspect, expectTotal, parameters } = await openDemoPage();
const cards = page.getByRole('article');

const expectLessons = (query: string) => expectTotal<FailureLibraryEntry>(`/v1/library?limit=200${query}`, 'lesson');

async function listFiles(): Promise<readonly FailureLibraryFile[]> {
  return (await demo.ask<{ items: FailureLibraryFile[] }>('GET', '/v1/library/files?cause=capacity')).items;
}

async function save(item: string) {
  await page.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: item }).click()]);
  return { name: file.suggestedFilename(), content: await readFile(await file.path(), 'utf8') };
}

test('the library says what patterns teach, and how many have no lesson yet', async () => {
  await open('/library');
  const items = await expectLessons('');
  const [first] = items;
  const { scenario: lesson, mechanism = lesson?.likelyMechanism } = first?.pattern ?? {};
  const card = cards.first();
  await card.getByRole('link', { name: first?.pattern.name ?? '', exact: true }).waitFor();
  expect(await page.getByText('Not known yet').count()).toBe(0);
  await card
    .getByText(mechanism ?? lesson?.resolution ?? '')
    .last()
    .waitFor();
  for (const { pattern, fix } of items) {
    const { scenario } = pattern;
    expect(scenario?.cause ?? scenario?.mechanism ?? scenario?.resolution ?? fix).not.toBeNull();
  }
  const { withoutLesson } = await demo.ask<{ withoutLesson: number }>('GET', '/v1/library');
  await page.getByText(`${withoutLesson} patterns have no lesson yet`).waitFor();
  await inspect('library');
});

test('the filters of the library are in the URL, survive a reload and are undone by the back button', async () => {
  await open('/library');
  const items = await expectLessons('');
  const service = items.find(({ pattern }) => pattern.services.length > 0)?.pattern.services[0] ?? '';
  await page.getByRole('combobox', { name: 'Cause' }).click();
  await page.getByRole('option', { name: 'capacity', exact: true }).click();
  await expectLessons('&cause=capacity');
  await page.reload();
  await expectLessons('&cause=capacity');
  await page.goBack();
  await expectLessons('');
  await page.getByRole('combobox', { name: 'Service' }).fill(service);
  await page.keyboard.press('Enter');
  await expectLessons(`&service=${encodeURIComponent(service)}`);
  await expect.poll(parameters).toEqual({ service });
  await page.goBack();
  await expectLessons('');
  const link = cards.getByTitle('All lessons about this mechanism').first();
  const mechanism = new URL((await link.getAttribute('href')) ?? '', page.url()).searchParams.get('mechanism') ?? '';
  await link.click();
  await expectLessons(`&mechanism=${encodeURIComponent(mechanism)}`);
  await expect.poll(parameters).toEqual({ mechanism });
  await page.goBack();
  await expectLessons('');
});

test('a period limits the library to patterns with an episode in it', async () => {
  await open('/library');
  const all = await expectLessons('');
  await page.getByRole('combobox', { name: 'Period' }).selectOption({ label: 'Last 30 days' });
  const recent = await expectLessons('&days=30');
  expect(recent.length).toBeLessThan(all.length);
  await expect.poll(parameters).toEqual({ days: '30' });
});

test('a search in the library without a match says so, and the back button undoes the search', async () => {
  await open('/library');
  await page.getByRole('searchbox').fill('no lesson has these words');
  await page.getByText('No lessons match these filters.').waitFor();
  await inspectElement('library-none');
  await page.goBack();
  await expectLessons('');
});

test('the filtered library is exported as one Markdown file with internal links and as JSON', async () => {
  await open('/library?cause=capacity');
  const { name, content } = await save('Single Markdown file');
  expect(name).toBe('failure-library.md');
  const places = [...content.matchAll(/\]\(#([a-z\d-]+)\)/gu)].map(([, place]) => place);
  expect(new Set(places).size).toBeGreaterThanOrEqual((await listFiles()).length - 1);
  for (const place of places) expect(content).toContain(`<a id="${place}"></a>`);
  // Retry, because other test files decide on patterns and thereby change the library at the same time.
  await vi.waitFor(
    async () => {
      const json = await save('JSON');
      expect(JSON.parse(json.content)).toEqual(await listFiles());
    },
    { timeout: 60_000, interval: 1_000 },
  );
});

test('the library is exported as a folder for a repository', async () => {
  await open('/library?cause=capacity');
  // A test cannot use the browser's folder dialog, so the page writes to its private file system instead of a chosen folder.
  await page.evaluate('void (window.showDirectoryPicker = () => navigator.storage.getDirectory())');
  const files = await listFiles();
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Folder of Markdown files, for a repository' }).click();
  await page.getByText(`${files.length} files saved.`).waitFor();
  const written = (await page.evaluate(`(async () => {
    const read = async (folder, path) => (await Promise.all((await Array.fromAsync(folder.entries())).map(
      ([name, entry]) => entry.kind === 'file'
        ? entry.getFile().then((file) => file.text()).then((content) => [{ path: path + name, content }])
        : read(entry, path + name + '/')))).flat();
    return read(await navigator.storage.getDirectory(), '');
  })()`)) as FailureLibraryFile[];
  const byPath = (a: FailureLibraryFile, b: FailureLibraryFile) => (a.path < b.path ? -1 : 1);
  expect(written.toSorted(byPath)).toEqual(files.toSorted(byPath));
});

test('a failed export of the library is reported, and an empty library says what fills it', async () => {
  await open('/library');
  await page.route('**/v1/library/files*', (route) => route.abort('aborted'));
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'JSON' }).click();
  await page.getByRole('alert').getByText('Refrain is not responding').waitFor();
  await page.route('**/v1/library?*', (route) =>
    route.fulfill({ json: { items: [], total: 0, next: null, withoutLesson: 0 } }),
  );
  await open('/library');
  await page.getByText('No lessons yet').waitFor();
});

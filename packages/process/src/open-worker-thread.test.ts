import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '@refrain/domain';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { openWorkerThread } from './open-worker-thread.ts';

const folder = await mkdtemp(join(tmpdir(), 'refrain-thread-'));
const file = join(folder, 'thread.mjs');
afterAll(() => rm(folder, { recursive: true }));
await writeFile(file, 'export default (text) => new Promise((done) => setTimeout(done, 50, text + "!"));');

test('a thread rejects a task if too many tasks wait, and accepts tasks again when none waits', async () => {
  const thread = openWorkerThread(pathToFileURL(file), { maxWaiting: 2 });
  onTestFinished(thread.close);
  expect(await thread.run('first')).toBe('first!');
  const asked = await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map((text) => thread.run(text)));
  const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(asked.map(({ status }) => status)).toEqual([...Array(3).fill('fulfilled'), 'rejected', 'rejected']);
  for (const reason of refused) expect(reason).toBeInstanceOf(AppError);
  expect(refused[0]).toMatchObject({ code: 'unavailable', retryable: true, context: { retryAfterSeconds: 5 } });
  expect(await thread.run('last')).toBe('last!');
});

test('an AppError of a function in the thread reaches the caller with its code and context', async () => {
  const failing = join(folder, 'failing.mjs');
  onTestFinished(() => rm(failing, { force: true }));
  const wrapper = new URL('../dist/create-thread-function.js', import.meta.url);
  const errors = import.meta.resolve('@refrain/domain');
  await writeFile(
    failing,
    `import { AppError } from ${JSON.stringify(errors)};
    import { createThreadFunction } from ${JSON.stringify(wrapper.href)};
    export default createThreadFunction(() => { throw new AppError('too_large', 'Too long', { context: { most: 3 } }); });`,
  );
  const thread = openWorkerThread(pathToFileURL(failing));
  onTestFinished(thread.close);
  const error = await thread.run('task').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code: 'too_large', message: 'Too long', context: { most: 3 } });
});

test('a task that takes longer than the deadline is terminated, and the next task runs', async () => {
  const endless = join(folder, 'endless.mjs');
  onTestFinished(() => rm(endless, { force: true }));
  await writeFile(endless, `export default (task) => { while (task === 'endless'); return task; };`);
  const thread = openWorkerThread(pathToFileURL(endless), { deadlineMs: 2_000 });
  onTestFinished(thread.close);
  const error = await thread.run('endless').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code: 'too_large',
    message: 'The task took longer than 2 s. Try again with less data.',
  });
  expect(await thread.run('quick')).toBe('quick');
});

test('a thread that is closed while it loads its script ends only after the script is loaded', async () => {
  const loaded = join(folder, 'loaded');
  const slow = join(folder, 'slow.mjs');
  onTestFinished(() => rm(loaded, { force: true }));
  await writeFile(
    slow,
    `import { writeFile } from 'node:fs/promises';
    await new Promise((done) => setTimeout(done, 300));
    await writeFile(${JSON.stringify(loaded)}, 'yes');
    export default () => new Promise(() => {});`,
  );
  const thread = openWorkerThread(pathToFileURL(slow));
  const running = expect(thread.run('task')).rejects.toThrow('Terminating worker thread');
  await thread.close();
  await running;
  expect(await readFile(loaded, 'utf8')).toBe('yes');
});

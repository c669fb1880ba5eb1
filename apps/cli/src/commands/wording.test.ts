import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createApiClient } from '../api-client.ts';
import { runProgram } from '../run-under-test.ts';

/** A client for a port at which nothing listens, because `refrain wording` must not send any request. */
const nobody = createApiClient({ url: 'http://127.0.0.1:9/', token: 'rfr_test' });

async function check(text: string, ...options: string[]) {
  const cwd = await mkdtemp(join(tmpdir(), 'refrain-wording-'));
  onTestFinished(() => rm(cwd, { recursive: true }));
  await writeFile(join(cwd, 'report.md'), text);
  return runProgram(nobody, ['wording', 'report.md', ...options], { cwd });
}

test('wording prints each finding with its line, words, reason and suggestion, and exits with 1', async () => {
  const { out, exitCode } = await check('# Outage\n\nIt ended. The engineer forgot to rotate the key.\n');
  expect(out).toBe(
    [
      'report.md:3:11: “The engineer forgot to” (omission)',
      '  why: It tells a lapse of a person; what let the step go missing unnoticed is what can be changed.',
      '  better: Nothing prompted anyone to rotate the key.',
      '',
      '1 finding.',
      '',
    ].join('\n'),
  );
  expect(exitCode).toBe(1);
});

test('wording prints its findings as JSON', async () => {
  const { out, exitCode } = await check('Bob broke it.\n', '--json');
  const [finding, ...others] = JSON.parse(out).findings;
  expect(finding).toMatchObject({ line: 1, column: 1, words: 'Bob broke', kind: 'person_as_cause', start: 0, end: 9 });
  expect(others).toEqual([]);
  expect(exitCode).toBe(1);
});

test('wording exits with 0 for a text without blame, from a file or standard input', async () => {
  expect(await check('The pod failed to start.\n')).toMatchObject({
    out: 'Nothing in report.md blames a person.\n',
    exitCode: 0,
  });
  expect(await runProgram(nobody, ['wording', '-'])).toMatchObject({ exitCode: 0 });
});

test('wording refuses a file that is missing or too long', async () => {
  await expect(runProgram(nobody, ['wording', 'missing.md'])).rejects.toMatchObject({ code: 'invalid_input' });
  await expect(check('a'.repeat(200_001))).rejects.toMatchObject({ code: 'too_large' });
});

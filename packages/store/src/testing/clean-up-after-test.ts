import { afterAll, onTestFinished, TestRunner } from 'vitest';

/** Runs `work` after the current test, or after the file's last test if no test is running. */
export function cleanUpAfterTest(work: () => Promise<unknown>): void {
  if (TestRunner.getCurrentTest() === undefined) afterAll(async () => void (await work()));
  else onTestFinished(async () => void (await work()));
}

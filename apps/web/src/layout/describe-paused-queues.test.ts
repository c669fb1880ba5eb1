import { expect, test } from 'vitest';
import { describePausedQueues } from './describe-paused-queues.ts';

const running = { waiting: 0, active: 0, delayed: 0, failed: 0, completed: 0, isPaused: false };
const paused = { ...running, isPaused: true };

test('describePausedQueues names the paused queues and returns null without any', () => {
  expect(describePausedQueues({ ingest: running, analysis: running })).toBeNull();
  expect(describePausedQueues({ ingest: paused, analysis: running })).toBe('The queue ingest is paused');
  expect(describePausedQueues({ ingest: paused, analysis: paused })).toBe('The queues ingest, analysis are paused');
});

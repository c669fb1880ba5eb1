import { AppError } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createSimulatedQueues, type SimulatedQueueHandlers } from './simulated-queues.ts';
import { createSimulatedTime } from './simulated-time.ts';

const handlersOf = (own: object) => own as SimulatedQueueHandlers;

test('each simulated queue runs only its own jobs, and runs only one of two jobs with the same deduplication key', async () => {
  const time = createSimulatedTime(0);
  const queue = createSimulatedQueues(time, { concurrency: {} });
  const ran: string[] = [];
  queue.start(
    handlersOf({
      analysis: { recluster: async () => void ran.push(`grouped at ${time.clock.now()}`) },
      improvement: {
        'ensure-issue': async ({ improvementId }: { improvementId: string }) => void ran.push(improvementId),
      },
    }),
  );
  await queue.producer.enqueue('recluster', {});
  await queue.producer.enqueue('recluster', {});
  await queue.producer.enqueue('ensure-issue', { improvementId: 'i1' });
  await queue.producer.enqueue('reconcile', {});
  await time.clock.advance(60_000);
  expect(ran).toEqual(['i1', 'grouped at 1500']);
  expect(queue.isIdle()).toBe(true);
});

test('a job with a retryable error is retried later, and a schedule-only job waits for its schedule', async () => {
  const time = createSimulatedTime(0);
  const queue = createSimulatedQueues(time, { concurrency: {}, scheduleOnly: ['recluster-when-due'] });
  const ran: number[] = [];
  queue.start(
    handlersOf({
      analysis: {
        recluster: async () => {
          ran.push(time.clock.now());
          if (ran.length === 1) throw new AppError('unavailable', 'Away');
        },
        'recluster-when-due': async () => void ran.push(-1),
      },
    }),
  );
  await queue.producer.enqueue('recluster', {});
  await queue.producer.enqueue('recluster-when-due', {});
  await time.clock.advance(60_000);
  expect(ran).toEqual([1_500, 5_500]);
  expect([...queue.failures()]).toEqual([['recluster: Away', 1]]);
  void queue.producer.schedule('recluster-when-due', 1_000);
  await time.clock.advance(1_000);
  await time.clock.advance(1);
  expect(ran.at(-1)).toBe(-1);
  await queue.stop();
});

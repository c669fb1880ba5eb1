import { setTimeout as sleep } from 'node:timers/promises';
import {
  AppError,
  BackfillProgress,
  type BackfillTotal,
  type Connection,
  formatBackfillTotal,
  StatusResponse,
  sumBackfillProgress,
} from '@refrain/domain';
import cliProgress from 'cli-progress';
import type { ApiClient } from '../run/api-client.ts';

const timeoutMs = 15 * 60_000;
const pollMs = 400;
const lineEveryMs = 10_000;

interface Display {
  show(total: BackfillTotal, text: string): void;
  end(): void;
}

export async function waitForBackfill(
  api: ApiClient,
  connections: readonly Connection[],
  print: (line: string) => void,
  signal: AbortSignal,
): Promise<StatusResponse> {
  const start = Date.now();
  const display = process.stdout.isTTY ? showBar() : showLines(print);
  let quiet = 0;
  try {
    while (Date.now() - start < timeoutMs) {
      const backfills = await Promise.all(
        connections.map(({ id }) => api.get(`/v1/connections/${id}/progress`, BackfillProgress)),
      );
      const failed = backfills.flatMap(({ streams }) => streams).find(({ state }) => state === 'failed');
      if (failed !== undefined) throw new AppError('unavailable', `${failed.stream}: ${failed.problem ?? 'failed'}`);
      const status = await api.get('/v1/status', StatusResponse);
      const isIngested = backfills.every(({ state, pending }) => state === 'done' && pending === 0);
      const total = sumBackfillProgress(backfills);
      display.show(total, isIngested ? describePending(status) : formatBackfillTotal(total));
      // Two idle responses in a row are required, because the queues are empty for a moment between two jobs.
      quiet = status.busy ? 0 : quiet + 1;
      if (quiet >= 2) return status;
      await sleep(pollMs, undefined, { signal });
    }
  } finally {
    display.end();
  }
  throw new AppError('unavailable', 'The backfill did not end within 15 minutes. See the logs.');
}

function showBar(): Display {
  const format = 'Backfill {bar} {text}';
  const bar = new cliProgress.SingleBar({ format, hideCursor: false, barsize: 24 }, cliProgress.Presets.shades_classic);
  bar.start(1, 0, { text: '' });
  return {
    show: (total, text) => {
      bar.setTotal(Math.max(total.expected, 1));
      bar.update(total.records - total.pending, { text });
    },
    end: () => bar.stop(),
  };
}

function showLines(print: (line: string) => void): Display {
  let [last, lastText] = [0, ''];
  return {
    show: (_total, text) => {
      if (Date.now() - last < lineEveryMs || text === lastText) return;
      [last, lastText] = [Date.now(), text];
      print(`  ${text}`);
    },
    end: () => {},
  };
}

function describePending({ patterns, queues }: StatusResponse): string {
  const jobs = Object.values(queues).reduce((sum, { waiting, active }) => sum + waiting + active, 0);
  const found = `${patterns} ${patterns === 1 ? 'pattern' : 'patterns'} so far`;
  const left = jobs === 0 ? '' : `, ${jobs} ${jobs === 1 ? 'job' : 'jobs'} left`;
  return `ingested; clustering and writing reports: ${found}${left}`;
}

import { setTimeout as wait } from 'node:timers/promises';
import {
  AppError,
  BackfillProgress,
  type BackfillTotal,
  type Connection,
  formatBackfillTotal,
  sumBackfillProgress,
} from '@refrain/domain';
import cliProgress from 'cli-progress';
import type { Command } from 'commander';
import type { ApiClient } from '../api-client.ts';
import {
  type CommandEnvironment,
  type CommandInvocation,
  parsePastInstant,
  setCommandAction,
} from '../command-environment.ts';
import type { Terminal } from '../terminal.ts';
import { chooseConnections } from './choose-connections.ts';

interface BackfillOptions {
  readonly since?: string;
  readonly wait: boolean;
}

export function addBackfillCommand(program: Command, context: CommandEnvironment): void {
  const backfill = program
    .command('backfill')
    .description('Import the history of connected accounts')
    .argument('[connections...]', 'ids of connections (default: all GitHub and PagerDuty connections)')
    .option('--since <date>', 'import nothing older than this date (default: everything)', parsePastInstant)
    .option('--no-wait', 'return immediately, without waiting for the import to finish')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain backfill --since 2025-01-01\n  npx refrain backfill --no-wait && npx refrain doctor\n\nA backfill continues after this command is stopped. Running the command again resumes where the backfill left off.',
    );
  setCommandAction(
    context,
    backfill,
    async ({ options, createApi, print }: CommandInvocation<BackfillOptions>, ids: string[]) => {
      const api = createApi();
      const chosen = await chooseConnections(api, ids);
      for (const { id } of chosen)
        await api.post(`/v1/connections/${id}/backfill`, { since: options.since }, BackfillProgress);
      const progress = options.wait
        ? await followBackfill(context.terminal, api, chosen)
        : await readProgress(api, chosen);
      print({ items: progress }, progress.map(describeBackfill).join('\n'));
      const [first, ...others] = progress.flatMap(({ streams }) => streams.filter(({ state }) => state === 'failed'));
      if (!first) return;
      const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
      const reason = first.problem ?? 'the reason is unknown; see npx refrain doctor';
      throw new AppError('provider_failed', `The stream ${first.stream}${more} failed: ${reason}`);
    },
  );
}

function readProgress(api: ApiClient, connections: readonly Pick<Connection, 'id'>[]): Promise<BackfillProgress[]> {
  return Promise.all(connections.map(({ id }) => api.get(`/v1/connections/${id}/progress`, BackfillProgress)));
}

interface PollTiming {
  readonly pauseMs: number;
  readonly lineMs: number;
  /** Milliseconds without progress after which a warning is printed. */
  readonly stillMs: number;
}

export async function followBackfill(
  terminal: Terminal,
  api: ApiClient,
  connections: readonly Pick<Connection, 'id'>[],
  timing: PollTiming = { pauseMs: 300, lineMs: 2_000, stillMs: 60_000 },
): Promise<BackfillProgress[]> {
  const show = terminal.interactive ? createBar() : createLines(terminal, timing.lineMs);
  let last = { position: '', at: Date.now() };
  try {
    for (;;) {
      const progress = await readProgress(api, connections);
      const total = sumBackfillProgress(progress);
      show.update(total);
      if (progress.every(({ state }) => state !== 'running') && total.pending === 0) return progress;
      const now = Date.now();
      const position = `${total.records}/${total.pending}`;
      if (position !== last.position) last = { position, at: now };
      else if (now - last.at >= timing.stillMs) {
        last = { position, at: now };
        const seconds = Math.round(timing.stillMs / 1_000);
        terminal.note(
          `There has been no progress for ${seconds} s. Check with npx refrain doctor that the workers are running.\n`,
        );
      }
      await wait(timing.pauseMs);
    }
  } finally {
    show.end();
  }
}

interface Display {
  update(total: BackfillTotal): void;
  end(): void;
}

function createBar(): Display {
  const bar = new cliProgress.SingleBar({ format: '{bar} {text}', stream: process.stderr });
  bar.start(1, 0, { text: '' });
  return {
    update(total) {
      bar.setTotal(Math.max(1, total.expected));
      bar.update(total.records, { text: formatBackfillTotal(total) });
    },
    end: () => bar.stop(),
  };
}

function createLines(terminal: Terminal, everyMs: number): Display {
  let lineAt = Number.NEGATIVE_INFINITY;
  return {
    update(total) {
      if (Date.now() - lineAt < everyMs) return;
      lineAt = Date.now();
      terminal.note(`${formatBackfillTotal(total)}\n`);
    },
    end: () => {},
  };
}

export function describeBackfill({ connectionId, state, records, streams }: BackfillProgress): string {
  const failed = streams.filter((stream) => stream.state === 'failed');
  const problems = failed.map(({ stream, problem }) => `\n  ${stream}: ${problem ?? 'the reason is unknown'}`).join('');
  return `${connectionId}: ${state}, ${records} records from ${streams.length} streams${problems}`;
}

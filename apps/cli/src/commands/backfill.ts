import { setTimeout as wait } from 'node:timers/promises';
import { AppError, BackfillProgress, Connection } from '@refrain/domain';
import cliProgress from 'cli-progress';
import type { Command } from 'commander';
import { z } from 'zod';
import type { ApiClient } from '../api-client.ts';
import { type CommandContext, type CommonOptions, openApi, parseSince, printResult } from '../command-context.ts';

const ConnectionList = z.object({ items: z.array(Connection) });

interface BackfillOptions extends CommonOptions {
  readonly since?: string;
  readonly wait: boolean;
}

export function addBackfill(program: Command, context: CommandContext): void {
  program
    .command('backfill')
    .description('Take in the past of connected accounts')
    .argument('[connections...]', 'ids of connections; all GitHub and PagerDuty ones unless given')
    .option('--since <date>', 'nothing older than this day; everything unless given', parseSince)
    .option('--no-wait', 'start it and return')
    .action(async (ids: string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<BackfillOptions>();
      const api = openApi(context, options);
      const chosen = await chooseConnections(api, ids);
      const body = options.since === undefined ? {} : { since: options.since };
      for (const { id } of chosen) await api.post(`/v1/connections/${id}/backfill`, body, BackfillProgress);
      const progress = options.wait ? await follow(context, api, chosen) : await readProgress(api, chosen);
      printResult(context, options, { items: progress }, progress.map(describe).join('\n'));
      const failed = progress.flatMap(({ streams }) => streams.filter(({ state }) => state === 'failed'));
      if (failed.length > 0) {
        throw new AppError(
          'provider_failed',
          `${failed.length} streams failed: ${failed[0]?.stream}: ${failed[0]?.problem}`,
        );
      }
    });
}

async function chooseConnections(api: ApiClient, ids: readonly string[]): Promise<Connection[]> {
  const { items } = await api.get('/v1/connections', ConnectionList);
  const chosen = items.filter(({ id, provider }) => (ids.length === 0 ? provider !== 'archive' : ids.includes(id)));
  const unknown = ids.filter((id) => !items.some((item) => item.id === id));
  if (unknown.length > 0) throw new AppError('not_found', `There is no connection ${unknown.join(', ')}.`);
  if (chosen.length === 0) throw new AppError('not_found', 'No account is connected: run `refrain connect` first.');
  return chosen;
}

function readProgress(api: ApiClient, connections: readonly Connection[]): Promise<BackfillProgress[]> {
  return Promise.all(connections.map(({ id }) => api.get(`/v1/connections/${id}/progress`, BackfillProgress)));
}

/** Shows a bar on a terminal, else a line every few seconds, until every record is taken in and worked on. */
async function follow(
  context: CommandContext,
  api: ApiClient,
  connections: readonly Connection[],
): Promise<BackfillProgress[]> {
  const bar = context.terminal.interactive
    ? new cliProgress.SingleBar({
        format: '{bar} {value}/{total} records · {rate}/s · {eta_formatted} left · {pending} to work on',
        etaBuffer: 100,
        stream: process.stderr,
      })
    : null;
  const startedAt = Date.now();
  let linesAt = 0;
  bar?.start(1, 0, { rate: 0, pending: 0 });
  try {
    for (;;) {
      const progress = await readProgress(api, connections);
      const records = sum(progress.map((item) => item.records));
      const expected = Math.max(records, sum(progress.map((item) => item.expected ?? item.records)));
      const pending = sum(progress.map((item) => item.pending));
      const rate = Math.round(records / Math.max(1, (Date.now() - startedAt) / 1000));
      bar?.setTotal(Math.max(1, expected));
      bar?.update(records, { rate, pending });
      if (bar === null && Date.now() - linesAt > 2_000) {
        linesAt = Date.now();
        const left = rate > 0 ? `${Math.round((expected - records) / rate)} s left` : 'starting';
        context.terminal.note(
          `${records} of about ${expected} records · ${rate}/s · ${left} · ${pending} to work on\n`,
        );
      }
      if (progress.every(({ state }) => state !== 'running') && pending === 0) return progress;
      await wait(300);
    }
  } finally {
    bar?.stop();
  }
}

function describe({ connectionId, state, records, streams }: BackfillProgress): string {
  const failed = streams.filter((stream) => stream.state === 'failed');
  const problems = failed.map(({ stream, problem }) => `\n  ${stream}: ${problem}`).join('');
  return `${connectionId}: ${state}, ${records} records from ${streams.length} streams${problems}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

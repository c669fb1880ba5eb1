import { setTimeout as wait } from 'node:timers/promises';
import { AppError, BackfillProgress, type Connection, ConnectionsAnswer } from '@refrain/domain';
import cliProgress from 'cli-progress';
import type { Command } from 'commander';
import type { ApiClient } from '../api-client.ts';
import { type CommandContext, type CommonOptions, openApi, parseSince, printResult } from '../command-context.ts';
import type { Terminal } from '../terminal.ts';

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
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain backfill --since 2025-01-01\n  npx refrain backfill --no-wait && npx refrain doctor\n\nIt goes on when this command is stopped, and where it was when it is started again.',
    )
    .action(async (ids: string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<BackfillOptions>();
      const api = openApi(context, options);
      const chosen = await chooseConnections(api, ids);
      const body = options.since === undefined ? {} : { since: options.since };
      for (const { id } of chosen) await api.post(`/v1/connections/${id}/backfill`, body, BackfillProgress);
      const progress = options.wait ? await follow(context.terminal, api, chosen) : await readProgress(api, chosen);
      printResult(context, options, { items: progress }, progress.map(describe).join('\n'));
      const failed = progress.flatMap(({ streams }) => streams.filter(({ state }) => state === 'failed'));
      const [first] = failed;
      if (!first) return;
      const others = failed.length === 1 ? '' : ` (and ${failed.length - 1} more)`;
      const reason = first.problem ?? 'no reason is known; see npx refrain doctor';
      throw new AppError('provider_failed', `The stream ${first.stream}${others} failed: ${reason}`);
    });
}

async function chooseConnections(api: ApiClient, ids: readonly string[]): Promise<Connection[]> {
  const { items } = await api.get('/v1/connections', ConnectionsAnswer);
  const chosen = items.filter(({ id, provider }) => (ids.length === 0 ? provider !== 'archive' : ids.includes(id)));
  const unknown = ids.filter((id) => !items.some((item) => item.id === id));
  if (unknown.length > 0) {
    throw new AppError('not_found', `There is no connection ${unknown.join(', ')}: npx refrain doctor lists them.`);
  }
  if (chosen.length === 0) throw new AppError('not_found', 'No account is connected: run npx refrain connect first.');
  return chosen;
}

function readProgress(api: ApiClient, connections: readonly Pick<Connection, 'id'>[]): Promise<BackfillProgress[]> {
  return Promise.all(connections.map(({ id }) => api.get(`/v1/connections/${id}/progress`, BackfillProgress)));
}

interface Pace {
  readonly pauseMs: number;
  /** Time between two lines where there is no terminal for a bar. */
  readonly lineMs: number;
  /** After this long without any movement it is said that the workers may be away. */
  readonly stillMs: number;
}

/** Shows a bar on a terminal, else a line every few seconds, until every record is taken in and worked on. */
export async function follow(
  terminal: Terminal,
  api: ApiClient,
  connections: readonly Pick<Connection, 'id'>[],
  pace: Pace = { pauseMs: 300, lineMs: 2_000, stillMs: 60_000 },
): Promise<BackfillProgress[]> {
  const bar = terminal.interactive ? createBar() : null;
  const startedAt = Date.now();
  let lineAt = Number.NEGATIVE_INFINITY;
  let last = { position: '', at: startedAt };
  bar?.start(1, 0, { rate: 0, pending: 0 });
  try {
    for (;;) {
      const progress = await readProgress(api, connections);
      const now = Date.now();
      const total = addUp(progress, now - startedAt);
      bar?.setTotal(Math.max(1, total.expected));
      bar?.update(total.records, { rate: total.rate, pending: total.pending });
      if (bar === null && now - lineAt >= pace.lineMs) {
        lineAt = now;
        terminal.note(`${describeTotal(total)}\n`);
      }
      if (progress.every(({ state }) => state !== 'running') && total.pending === 0) return progress;
      const position = `${total.records}/${total.pending}`;
      if (position !== last.position) last = { position, at: now };
      else if (now - last.at >= pace.stillMs) {
        last = { position, at: now };
        const seconds = Math.round(pace.stillMs / 1_000);
        terminal.note(`Nothing has moved for ${seconds} s: are the workers running? npx refrain doctor tells more.\n`);
      }
      await wait(pace.pauseMs);
    }
  } finally {
    bar?.stop();
  }
}

function createBar(): cliProgress.SingleBar {
  return new cliProgress.SingleBar({
    format: '{bar} {value}/{total} records · {rate}/s · {eta_formatted} left · {pending} to work on',
    etaBuffer: 100,
    stream: process.stderr,
  });
}

export interface Total {
  readonly records: number;
  /** At least `records`. */
  readonly expected: number;
  readonly pending: number;
  /** Records a second since the start. */
  readonly rate: number;
}

export function addUp(progress: readonly BackfillProgress[], elapsedMs: number): Total {
  const records = sum(progress.map((item) => item.records));
  const expected = Math.max(records, sum(progress.map((item) => item.expected ?? item.records)));
  const rate = Math.round(records / Math.max(1, elapsedMs / 1_000));
  return { records, expected, pending: sum(progress.map((item) => item.pending)), rate };
}

export function describeTotal({ records, expected, rate, pending }: Total): string {
  const left = rate > 0 ? `about ${Math.ceil((expected - records) / rate)} s left` : 'starting';
  return `${records} of about ${expected} records · ${rate}/s · ${left} · ${pending} to work on`;
}

export function describe({ connectionId, state, records, streams }: BackfillProgress): string {
  const failed = streams.filter((stream) => stream.state === 'failed');
  const problems = failed.map(({ stream, problem }) => `\n  ${stream}: ${problem ?? 'no reason is known'}`).join('');
  return `${connectionId}: ${state}, ${records} records from ${streams.length} streams${problems}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

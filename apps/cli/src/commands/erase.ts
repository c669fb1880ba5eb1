import { setTimeout as sleep } from 'node:timers/promises';
import { Erasure, ErasurePreview, type ErasureSubject, ErasuresResponse } from '@refrain/domain';
import type { Command } from 'commander';
import {
  type CommandEnvironment,
  type CommandInvocation,
  createLimitOption,
  setCommandAction,
  setListCommandAction,
} from '../command-environment.ts';
import { formatShownCount, formatTable } from '../terminal.ts';

interface EraseOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly wait: boolean;
}

const pollEveryMs = 1_000;

export function addEraseCommand(program: Command, context: CommandEnvironment): void {
  const erase = program
    .command('erase')
    .description('Erase a repository or person for good, and ingest nothing about it again')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain erase repository acme/checkout            shows what would be deleted\n  npx refrain erase repository acme/checkout --yes\n  npx refrain erase person "Ann Archer" ann-archer ann@acme.example --yes\n  npx refrain erase list\n  npx refrain erase lift <id>',
    );
  addDeletion(
    erase.command('repository').argument('<owner/name>', 'its current name or a former one'),
    'Erase the changes, failures, payloads and reports of a repository, and re-cluster the rest',
    ([name = '']) => ({ kind: 'repository', name }),
    context,
  );
  addDeletion(
    erase.command('person').argument('<names...>', 'all their names: full name, login, address'),
    'Erase the names of a person everywhere; a single word is erased wherever it occurs, so check the preview',
    (names) => ({ kind: 'person', names: [...names] }),
    context,
  );
  const list = erase
    .command('list')
    .description('List erasures; the erased names are no longer known')
    .addOption(createLimitOption(50));
  setListCommandAction(context, list, { path: '/v1/erasures', schema: ErasuresResponse, describe: describeAll });
  const lift = erase
    .command('lift')
    .description('Allow an erased subject to be ingested again from now on; deleted data stays deleted')
    .argument('<id>', 'id from the list');
  setCommandAction(context, lift, async ({ createApi, print }, id: string) => {
    await createApi().remove(`/v1/erasures/${encodeURIComponent(id)}`);
    print({ id }, 'It will be ingested again from now on.');
  });
}

function addDeletion(
  command: Command,
  description: string,
  toSubject: (names: readonly string[]) => ErasureSubject,
  context: CommandEnvironment,
): void {
  command
    .description(description)
    .option('--dry-run', 'only show what would be deleted (the same as without --yes)')
    .option('--yes', 'erase; this cannot be undone')
    .option('--no-wait', 'return immediately; see `erase list` for the progress');
  setCommandAction(
    context,
    command,
    async (invocation: CommandInvocation<EraseOptions>, names: string | readonly string[]) => {
      const { options, createApi, print } = invocation;
      const subject = toSubject(typeof names === 'string' ? [names] : names);
      const api = createApi();
      if (!options.yes || options.dryRun) {
        const preview = await api.post('/v1/erasures/preview', subject, ErasurePreview);
        return print(preview, describePreview(preview));
      }
      const requested = await api.post('/v1/erasures', subject, Erasure);
      if (!options.wait) return print(requested, describeStarted(requested));
      for (let lastStep: string | null = ''; ; await sleep(pollEveryMs)) {
        const now = await api.get(`/v1/erasures/${requested.id}`, Erasure);
        if (now.state === 'done') return print(now, describe(now));
        if (now.step !== lastStep) context.terminal.note(`${now.step ?? 'Waiting for the worker'} …\n`);
        lastStep = now.step;
      }
    },
  );
}

function describeAll({ items, total }: ErasuresResponse): string {
  if (total === 0) return 'There are no erasures.';
  const rows = items.map(({ id, kind, state, requestedBy, requestedAt, rows: counts }) => ({
    id,
    kind,
    state,
    by: requestedBy,
    at: requestedAt.slice(0, 16),
    rows: Object.values(counts).reduce((sum, count) => sum + count, 0),
  }));
  return `${formatTable(rows)}\n${formatShownCount(items, total, 'erasures')}`;
}

function describeRows(rows: Readonly<Record<string, number>>): string {
  const entries = Object.entries(rows);
  if (entries.length === 0) return 'No stored data contains it.\n';
  return formatTable(entries.map(([table, count]) => ({ 'what is stored': table.replaceAll('_', ' '), rows: count })));
}

function describePreview({ names, rows, kept }: ErasurePreview): string {
  return [
    `Would erase ${names.join(', ')}:\n`,
    describeRows(rows),
    ...(Object.keys(rows).length === 0
      ? ['Check the spelling. With --yes, nothing about this name would be ingested from now on.']
      : []),
    'Payloads are decrypted only during the erasure, so more of them may contain it.',
    ...kept,
    '\nNothing was deleted. To delete it for good, run this again with --yes.',
  ].join('\n');
}

function describeStarted({ id }: Erasure): string {
  return `Erasure ${id} has started. Nothing more about this name is ingested. To see the progress: npx refrain erase list`;
}

function describe({ id, rows, kept }: Erasure): string {
  return [
    `Erasure ${id} is done. Deleted or changed:\n`,
    describeRows(rows),
    ...kept,
    `Nothing more about this name is ingested. To allow it again: npx refrain erase lift ${id}`,
  ].join('\n');
}

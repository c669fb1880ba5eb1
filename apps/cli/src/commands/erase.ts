import { setTimeout as sleep } from 'node:timers/promises';
import { Erasure, ErasurePreview, type ErasureSubject, ErasuresResponse } from '@refrain/domain';
import type { Command } from 'commander';
import { type CommandContext, type CommonOptions, openApi, parseLimit, printResult } from '../command-context.ts';
import { formatShare, formatTable } from '../terminal.ts';

interface EraseOptions extends CommonOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly wait: boolean;
}

const pollEveryMs = 1_000;

/** `refrain erase …`: deleting a repository or a person for good. */
export function addErase(program: Command, context: CommandContext): void {
  const erase = program
    .command('erase')
    .description('Delete a repository or a person for good, and take nothing of it in again')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain erase repository acme/checkout            shows what would go\n  npx refrain erase repository acme/checkout --yes\n  npx refrain erase person "Ann Archer" ann-archer ann@acme.example --yes\n  npx refrain erase list\n  npx refrain erase lift <id>',
    );
  addDeletion(
    erase.command('repository').argument('<owner/name>', 'as it is called now or was before'),
    'Its changes, failures, payloads, reports; what it was in others is grouped anew',
    ([name = '']) => ({ kind: 'repository', name }),
    context,
  );
  addDeletion(
    erase.command('person').argument('<names...>', 'all that they are known by: full name, login, address'),
    'Their names, everywhere; a single word goes wherever it stands as a word, so look at the preview',
    (names) => ({ kind: 'person', names: [...names] }),
    context,
  );
  addList(erase, context);
  addLift(erase, context);
}

function addDeletion(
  command: Command,
  description: string,
  toSubject: (names: readonly string[]) => ErasureSubject,
  context: CommandContext,
): void {
  command
    .description(description)
    .option('--dry-run', 'only show what would go, as without --yes')
    .option('--yes', 'do it: it cannot be undone')
    .option('--no-wait', 'end at once; `erase list` tells whether it is done')
    .action(async (given: string | readonly string[], _options: unknown, own: Command) => {
      const options = own.optsWithGlobals<EraseOptions>();
      const subject = toSubject(typeof given === 'string' ? [given] : given);
      const api = openApi(context, options);
      if (!options.yes || options.dryRun) {
        const preview = await api.post('/v1/erasures/preview', subject, ErasurePreview);
        return printResult(context, options, preview, describePreview(preview));
      }
      const asked = await api.post('/v1/erasures', subject, Erasure);
      if (!options.wait) return printResult(context, options, asked, describeStarted(asked));
      for (let told: string | null = ''; ; await sleep(pollEveryMs)) {
        const now = await api.get(`/v1/erasures/${asked.id}`, Erasure);
        if (now.state === 'done') return printResult(context, options, now, describe(now));
        if (now.step !== told) context.terminal.note(`${now.step ?? 'Waiting for its turn'} …\n`);
        told = now.step;
      }
    });
}

function addList(erase: Command, context: CommandContext): void {
  erase
    .command('list')
    .description('List what was forgotten; what it was called is not known any more')
    .option('--limit <count>', 'how many at most, 1 to 200', parseLimit, 50)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { readonly limit: number }>();
      const page = await openApi(context, options).get(`/v1/erasures?limit=${options.limit}`, ErasuresResponse);
      const { items, total } = page;
      const table = formatTable(
        items.map(({ id, kind, state, requestedBy, requestedAt, rows }) => ({
          ...{ id, kind, state, by: requestedBy, at: requestedAt.slice(0, 16), rows: sumOf(rows) },
        })),
      );
      const text = total === 0 ? 'Nothing was forgotten.' : `${table}\n${formatShare(items, total, 'forgotten')}`;
      printResult(context, options, page, text);
    });
}

function addLift(erase: Command, context: CommandContext): void {
  erase
    .command('lift')
    .description('Take in again from now on what was forgotten; what is gone stays gone')
    .argument('<id>', 'by the id of the list')
    .action(async (id: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      await openApi(context, options).remove(`/v1/erasures/${encodeURIComponent(id)}`);
      printResult(context, options, { id }, 'It is taken in again from now on, where it comes.');
    });
}

function sumOf(rows: Readonly<Record<string, number>>): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

function describeRows(rows: Readonly<Record<string, number>>): string {
  const entries = Object.entries(rows);
  if (entries.length === 0) return 'Nothing that is stored holds it.\n';
  return formatTable(entries.map(([table, count]) => ({ 'what is stored': table.replaceAll('_', ' '), rows: count })));
}

function describePreview({ names, rows, kept }: ErasurePreview): string {
  return [
    `Would forget ${names.join(', ')}:\n`,
    describeRows(rows),
    ...(Object.keys(rows).length === 0
      ? ['Is it spelled as it is known? By --yes it would not be taken in from now on.']
      : []),
    'Payloads are opened one by one when it is done: more of them may hold it.',
    ...kept,
    '\nNothing was deleted. To delete it for good, run this again with --yes.',
  ].join('\n');
}

function describeStarted({ id }: Erasure): string {
  return `It is being forgotten (${id}), and nothing of it is taken in any more; npx refrain erase list tells when it is done.`;
}

function describe({ id, rows, kept }: Erasure): string {
  return [
    `Forgotten (${id}). Gone or changed:\n`,
    describeRows(rows),
    ...kept,
    `What comes of it is not taken in any more; npx refrain erase lift ${id} takes that back.`,
  ].join('\n');
}

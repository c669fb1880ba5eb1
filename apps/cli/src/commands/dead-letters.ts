import { DeadLetter, DeadLetterKind, DeadLetterReplayResponse, DeadLettersResponse } from '@refrain/domain';
import { type Command, Option } from 'commander';
import {
  type CommandEnvironment,
  type CommandInvocation,
  createLimitOption,
  setCommandAction,
  setListCommandAction,
} from '../command-environment.ts';
import { formatShownCount, formatTable } from '../terminal.ts';

interface Filters {
  readonly kind?: DeadLetterKind;
  readonly queue?: string;
  readonly connection?: string;
}

export function addDeadLettersCommand(program: Command, context: CommandEnvironment): void {
  const letters = program
    .command('dead-letters')
    .description('List and replay dead letters: jobs that failed for good, records that could not be parsed, messages')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain dead-letters list\n  npx refrain dead-letters show <id>\n  npx refrain dead-letters replay <id>\n  npx refrain dead-letters replay --all --kind record\n\nDead letters do not delay other work, and replaying one twice is safe. These commands need an admin.',
    );
  const list = addFilterOptions(letters.command('list').description('List dead letters, newest first'));
  list.addOption(createLimitOption(50));
  setListCommandAction(context, list, {
    path: '/v1/dead-letters',
    schema: DeadLettersResponse,
    toQuery: toFilter,
    describe,
  });
  const show = letters
    .command('show')
    .description('Show a dead letter with its problem and what to do')
    .argument('<id>', 'id from the list');
  setCommandAction(context, show, async ({ createApi, print }, id: string) => {
    const letter = await createApi().get(pathOf(id), DeadLetter);
    print(letter, describeOne(letter));
  });
  const replay = addFilterOptions(
    letters.command('replay').description('Replay a dead letter, or all of a kind, a queue or a connection'),
  )
    .argument('[id]', 'id from the list')
    .option('--all', 'replay all that match the other options');
  setCommandAction(
    context,
    replay,
    async (invocation: CommandInvocation<Filters & { readonly all?: boolean }>, id?: string) => {
      const { options, createApi, print } = invocation;
      if ((id === undefined) === (options.all !== true)) replay.error('error: give an id, or --all');
      const path = id === undefined ? '/v1/dead-letters/replay' : `${pathOf(id)}/replay`;
      const answer = await createApi().post(path, id === undefined ? toFilter(options) : {}, DeadLetterReplayResponse);
      print(answer, describeReplay(answer));
    },
  );
}

function addFilterOptions(command: Command): Command {
  return command
    .addOption(new Option('--kind <kind>', 'only dead letters of this kind').choices(DeadLetterKind.options))
    .option('--queue <name>', 'only dead letters of this queue')
    .option('--connection <id>', 'only dead letters of this connection');
}

function toFilter({ kind, queue, connection }: Filters): Record<string, string> {
  const filter = { kind, queue, connectionId: connection };
  return Object.fromEntries(Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

function pathOf(id: string): string {
  return `/v1/dead-letters/${encodeURIComponent(id)}`;
}

function rowOf({ id, at, kind, name, problem, attempts, replay, isReplaying }: DeadLetter) {
  const state = isReplaying ? 'is being replayed' : replay.replaceAll('_', ' ');
  return { id, at: at.slice(0, 16), kind, name, attempts, replay: state, problem: problem.slice(0, 80) };
}

function describe({ items, total }: DeadLettersResponse): string {
  if (items.length === 0) return 'There are no dead letters.';
  return `${formatTable(items.map(rowOf))}\n${formatShownCount(items, total, 'dead letters')}. What to do about one: npx refrain dead-letters show <id>`;
}

function describeOne(letter: DeadLetter): string {
  const { subject, queue, problem, advice } = letter;
  return `${formatTable([rowOf(letter)])}\nAbout: ${subject || 'nothing in particular'} (queue ${queue})\n${problem}\n${advice}`;
}

function describeReplay({ replayed, notReplayed }: DeadLetterReplayResponse): string {
  const rest =
    notReplayed === 0 ? '' : ` ${notReplayed} cannot be replayed as they are; see npx refrain dead-letters list`;
  return `${replayed} are being replayed; each leaves the list once it succeeds.${rest}`;
}

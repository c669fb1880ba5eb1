import { ProviderWrite, ProviderWritesResponse, WriteState } from '@refrain/domain';
import { type Command, Option } from 'commander';
import {
  type CommandEnvironment,
  createLimitOption,
  setCommandAction,
  setListCommandAction,
} from '../command-environment.ts';
import { formatShownCount, formatTable } from '../terminal.ts';

export function addProviderWritesCommand(program: Command, context: CommandEnvironment): void {
  const writes = program
    .command('writes')
    .description('List and undo what Refrain wrote to GitHub and PagerDuty')
    .addOption(createLimitOption(50))
    .addOption(
      new Option('--state <state>', 'only writes in this state; planned: what a dry run would have written').choices(
        WriteState.options,
      ),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain writes --state planned\n  npx refrain writes show <id>\n  npx refrain writes undo <id>',
    );
  setListCommandAction(context, writes, {
    path: '/v1/writes',
    schema: ProviderWritesResponse,
    toQuery: ({ state }: { readonly state?: string }) => ({ state }),
    describe,
  });
  const show = writes
    .command('show')
    .description('Show a write with everything that was sent')
    .argument('<id>', 'id from the list');
  setCommandAction(context, show, async ({ createApi, print }, id: string) => {
    const write = await createApi().get(pathOf(id), ProviderWrite);
    const sent = Object.entries(write.content).map(
      ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    );
    print(write, [formatTable([rowOf(write)]), ...sent].join('\n'));
  });
  const undo = writes
    .command('undo')
    .description('Undo a write, if the provider allows that')
    .argument('<id>', 'id from the list');
  setCommandAction(context, undo, async ({ createApi, print }, id: string) => {
    const write = await createApi().post(`${pathOf(id)}/undo`, {}, ProviderWrite);
    print(write, `The write will be undone in a moment. To see the outcome: npx refrain writes show ${id}`);
  });
}

function pathOf(id: string): string {
  return `/v1/writes/${encodeURIComponent(id)}`;
}

function rowOf({ id, at, action, target, state, by, why, url, problem }: ProviderWrite) {
  return {
    id,
    at: at.slice(0, 16),
    action: action.replaceAll('_', ' '),
    where: url ?? target,
    state,
    by,
    why: why.slice(0, 80),
    problem: problem?.slice(0, 80) ?? null,
  };
}

function describe({ items, total }: ProviderWritesResponse): string {
  if (items.length === 0) return 'Nothing was written to GitHub or PagerDuty.';
  return `${formatTable(items.map(rowOf))}\n${formatShownCount(items, total, 'writes')}. Show one with everything that was sent: npx refrain writes show <id>`;
}

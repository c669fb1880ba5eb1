import { type ApiToken, dayInMs, NewTokenResponse, TokensResponse } from '@refrain/domain';
import { type Command, InvalidArgumentError } from 'commander';
import {
  type CommandEnvironment,
  type CommandInvocation,
  collectOptionValues,
  createLimitOption,
  setCommandAction,
  setListCommandAction,
} from '../command-environment.ts';
import { formatTable } from '../terminal.ts';

interface CreateOptions {
  readonly scope: readonly string[];
  readonly days?: number;
}

export function addTokensCommand(program: Command, context: CommandEnvironment): void {
  const tokens = program
    .command('tokens')
    .description('Manage the tokens that programs, and this command on other machines, use to sign in')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain tokens create CI --scope search:viewer --days 90\n  REFRAIN_URL=https://refrain.acme.example REFRAIN_TOKEN=rfr_… npx refrain patterns\n  npx refrain tokens revoke <id>\n\nA scope is a role (viewer, triager, admin), or a role in one part of the API (search:viewer). A token belongs to the person who creates it, and never permits more than that person may do.',
    );
  const list = tokens
    .command('list')
    .description('List your tokens, without their secrets; an admin sees all tokens')
    .addOption(createLimitOption(50));
  setListCommandAction(context, list, {
    path: '/v1/tokens',
    schema: TokensResponse,
    describe: ({ items }) => formatTokens(items),
  });
  const create = tokens
    .command('create')
    .description('Create a token and print it; it is shown only now')
    .argument('<name>', 'what the token is for')
    .option('--scope <scope…>', 'what the token permits (default: all that you may do)', collectOptionValues, [])
    .option('--days <count>', 'days until it expires (default: never)', parseDays);
  setCommandAction(
    context,
    create,
    async ({ options, createApi, print }: CommandInvocation<CreateOptions>, name: string) => {
      const { scope, days } = options;
      const body = {
        name,
        ...(scope.length === 0 ? {} : { scopes: scope }),
        ...(days === undefined ? {} : { expiresAt: new Date(Date.now() + days * dayInMs).toISOString() }),
      };
      const created = await createApi().post('/v1/tokens', body, NewTokenResponse);
      print(created, created.token);
    },
  );
  const revoke = tokens.command('revoke').description('Revoke a token').argument('<id>', 'id from the list');
  setCommandAction(context, revoke, async ({ createApi, print }, id: string) => {
    await createApi().remove(`/v1/tokens/${encodeURIComponent(id)}`);
    print({ revoked: id }, `The token ${id} has been revoked.`);
  });
}

function parseDays(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= 3_650) return days;
  throw new InvalidArgumentError('Enter a whole number from 1 to 3650.');
}

function formatTokens(tokens: readonly ApiToken[]): string {
  return formatTable(
    tokens.map(({ id, name, scopes, owner, expiresAt, lastUsedAt }) => ({
      id,
      name,
      'may do': scopes.join(', '),
      of: owner.name,
      ends: expiresAt ?? 'never',
      'last used': lastUsedAt ?? 'never',
    })),
  );
}

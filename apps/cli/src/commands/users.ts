import { Role, SignInLinkResponse, User, UsersResponse } from '@refrain/domain';
import { type Command, Option } from 'commander';
import {
  type CommandEnvironment,
  createCommandApiClient,
  type GlobalOptions,
  parseLimit,
  printResult,
} from '../command-environment.ts';
import { formatTable } from '../terminal.ts';

interface AddOptions extends GlobalOptions {
  readonly role: Role;
}

interface ChangeOptions extends GlobalOptions {
  readonly role?: Role;
  readonly name?: string;
  readonly deactivate?: boolean;
  readonly activate?: boolean;
}

const roleOption = (description: string) => new Option('--role <role>', description).choices(Role.options);

export function addUsersCommand(program: Command, context: CommandEnvironment): void {
  const users = program
    .command('users')
    .description('Manage users and their roles: viewer, triager or admin')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain users add "Ann Archer" --role triager\n  npx refrain users change <id> --role admin\n  npx refrain users change <id> --deactivate\n\nA viewer reads, a triager also decides, and an admin also connects accounts and invites people.',
    );
  addList(users, context);
  addAdd(users, context);
  addChange(users, context);
  addLink(users, context);
}

function addList(users: Command, context: CommandEnvironment): void {
  users
    .command('list')
    .description('List users')
    .option('--limit <count>', 'maximum number, 1 to 200', parseLimit, 50)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { readonly limit: number }>();
      const page = await createCommandApiClient(context, options).get(
        `/v1/users?limit=${options.limit}`,
        UsersResponse,
      );
      printResult(context, options, page, formatUsers(page.items));
    });
}

function addAdd(users: Command, context: CommandEnvironment): void {
  users
    .command('add')
    .description('Invite somebody, and print a link that signs them in, once, within an hour')
    .argument('<name>', 'their name in the audit')
    .addOption(roleOption('what they may do').default('viewer'))
    .action(async (name: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<AddOptions>();
      const api = createCommandApiClient(context, options);
      const user = await api.post('/v1/users', { name, role: options.role }, User);
      const link = await api.post(`/v1/users/${user.id}/sign-in-links`, {}, SignInLinkResponse);
      printResult(context, options, { user, ...link }, link.url);
    });
}

function addChange(users: Command, context: CommandEnvironment): void {
  users
    .command('change')
    .description('Change the role or name of a user, or deactivate or activate them')
    .argument('<id>', 'id from the list')
    .addOption(roleOption('their new role'))
    .option('--name <name>', 'their name in the audit')
    .addOption(
      new Option('--deactivate', 'sign the user out at once, and allow no further sign-in').conflicts('activate'),
    )
    .option('--activate', 'allow the user to sign in again')
    .action(async (id: string, _options: unknown, command: Command) => {
      const { role, name, deactivate, activate, ...options } = command.optsWithGlobals<ChangeOptions>();
      const change = {
        ...(role === undefined ? {} : { role }),
        ...(name === undefined ? {} : { name }),
        ...(deactivate ? { isDisabled: true } : {}),
        ...(activate ? { isDisabled: false } : {}),
      };
      const user = await createCommandApiClient(context, options).patch(pathOf(id), change, User);
      printResult(context, options, user, formatUsers([user]));
    });
}

function addLink(users: Command, context: CommandEnvironment): void {
  users
    .command('link')
    .description('Print a link that signs in a browser of the user, once, within an hour')
    .argument('<id>', 'id from the list')
    .action(async (id: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const link = await createCommandApiClient(context, options).post(
        `${pathOf(id)}/sign-in-links`,
        {},
        SignInLinkResponse,
      );
      printResult(context, options, link, link.url);
    });
}

function pathOf(id: string): string {
  return `/v1/users/${encodeURIComponent(id)}`;
}

function formatUsers(users: readonly User[]): string {
  return formatTable(
    users.map(({ id, name, role, signInMethod, lastSeenAt, isDisabled }) => ({
      id,
      name,
      role: isDisabled ? 'deactivated' : role,
      'signs in by': signInMethod,
      'seen last': lastSeenAt ?? 'never',
    })),
  );
}

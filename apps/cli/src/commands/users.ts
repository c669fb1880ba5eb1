import { InvitationResponse, Role, SignInLinkResponse, User, UsersResponse } from '@refrain/domain';
import { type Command, Option } from 'commander';
import {
  type CommandEnvironment,
  type CommandInvocation,
  createLimitOption,
  setCommandAction,
  setListCommandAction,
} from '../command-environment.ts';
import { formatTable } from '../terminal.ts';

interface ChangeOptions {
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
  const list = users.command('list').description('List users').addOption(createLimitOption(50));
  setListCommandAction(context, list, {
    path: '/v1/users',
    schema: UsersResponse,
    describe: ({ items }) => formatUsers(items),
  });
  const add = users
    .command('add')
    .description('Invite somebody, and print the invitation link, which works once, within seven days')
    .argument('<name>', 'their name in the audit log')
    .addOption(roleOption('what they may do').default('viewer'));
  setCommandAction(
    context,
    add,
    async ({ options, createApi, print }: CommandInvocation<{ readonly role: Role }>, name: string) => {
      const invitation = await createApi().post('/v1/users', { name, role: options.role }, InvitationResponse);
      print(invitation, invitation.link.url);
    },
  );
  const change = users
    .command('change')
    .description('Change the role or name of a user, or deactivate or activate them')
    .argument('<id>', 'id from the list')
    .addOption(roleOption('their new role'))
    .option('--name <name>', 'their name in the audit log')
    .addOption(
      new Option('--deactivate', 'sign the user out immediately, and allow no further sign-in').conflicts('activate'),
    )
    .option('--activate', 'allow the user to sign in again');
  setCommandAction(
    context,
    change,
    async ({ options, createApi, print }: CommandInvocation<ChangeOptions>, id: string) => {
      const { role, name, deactivate, activate } = options;
      // Undefined fields stay unchanged, because JSON omits them.
      const changes = { role, name, isDisabled: deactivate ? true : activate ? false : undefined };
      const user = await createApi().patch(pathOf(id), changes, User);
      print(user, formatUsers([user]));
    },
  );
  const link = users
    .command('link')
    .description(
      'Print a sign-in link for the user; it works once, within an hour; an invitation is renewed for seven days',
    )
    .argument('<id>', 'id from the list');
  setCommandAction(context, link, async ({ createApi, print }, id: string) => {
    const created = await createApi().post(`${pathOf(id)}/sign-in-links`, {}, SignInLinkResponse);
    print(created, created.url);
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
      'last seen': lastSeenAt ?? 'never',
    })),
  );
}

import {
  AppError,
  type DigestScope,
  EventType,
  NewSubscriptionResponse,
  type Subscription,
  SubscriptionsResponse,
  SubscriptionTestResponse,
} from '@refrain/domain';
import { type Command, Option } from 'commander';
import {
  type CommandContext,
  type CommonOptions,
  collect,
  openApi,
  parseLimit,
  printResult,
} from '../command-context.ts';
import { formatTable } from '../terminal.ts';
import { readSecret } from './connect-secrets.ts';

interface AddOptions extends CommonOptions {
  readonly addressFile?: string;
  readonly event: readonly string[];
  readonly service?: string;
  readonly team?: string;
  readonly period?: string;
}

const variable = 'REFRAIN_SUBSCRIPTION_ADDRESS';

/** `refrain subscriptions …`: who is told of what happens. */
export function addSubscriptions(program: Command, context: CommandContext): void {
  const subscriptions = program
    .command('subscriptions')
    .description('Who is told of digests and patterns: webhooks, channels of Slack')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain subscriptions add slack --address-file slack.txt --event digest_written --period week\n  npx refrain subscriptions add webhook --address-file - --service checkout\n  npx refrain subscriptions test <id>',
    );
  addList(subscriptions, context);
  addAdd(subscriptions, context);
  addRemove(subscriptions, context);
  addTest(subscriptions, context);
}

function addList(subscriptions: Command, context: CommandContext): void {
  subscriptions
    .command('list')
    .description('List who is told, and how that goes')
    .option('--limit <count>', 'how many at most, 1 to 200', parseLimit, 50)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { readonly limit: number }>();
      const page = await openApi(context, options).get(
        `/v1/subscriptions?limit=${options.limit}`,
        SubscriptionsResponse,
      );
      const none = 'Nobody is told yet: npx refrain subscriptions add --help';
      printResult(context, options, page, page.items.length === 0 ? none : formatSubscriptions(page.items));
    });
}

function addAdd(subscriptions: Command, context: CommandContext): void {
  subscriptions
    .command('add')
    .description('Have someone told of what happens from now on')
    .argument('<kind>', 'webhook: signed requests (Standard Webhooks); slack: an incoming webhook of Slack')
    .option('--address-file <file>', 'file with the address; - is standard input')
    .option('--event <type>', `${EventType.options.join(', ')}; may be given several times`, collect, [])
    .addOption(new Option('--service <name>', 'only what concerns this service').conflicts('team'))
    .option('--team <name>', 'only what concerns this team')
    .addOption(new Option('--period <period>', 'only digests of weeks or of months').choices(['week', 'month']))
    .addHelpText(
      'after',
      `\nThe address is read from --address-file, else from ${variable}; never from an argument, as that of Slack is a secret.\nWithout --event a webhook is told everything, and Slack of digests.`,
    )
    .action(async (kind: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<AddOptions>();
      const address = (await readSecret(context, options.addressFile, variable)).trim();
      if (address === '') {
        throw new AppError('invalid_input', `The address is missing: give --address-file, or set ${variable}.`);
      }
      const wanted = {
        ...{ kind, address, scope: scopeOf(options), period: options.period ?? null },
        ...(options.event.length === 0 ? {} : { events: options.event }),
      };
      const subscribed = await openApi(context, options).post('/v1/subscriptions', wanted, NewSubscriptionResponse);
      printResult(context, options, subscribed, describeSubscribed(subscribed));
    });
}

function addRemove(subscriptions: Command, context: CommandContext): void {
  subscriptions
    .command('remove')
    .description('Tell it nothing more')
    .argument('<id>', 'by the id of the list')
    .action(async (id: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      await openApi(context, options).remove(`/v1/subscriptions/${encodeURIComponent(id)}`);
      printResult(context, options, { removed: id }, 'Removed.');
    });
}

function addTest(subscriptions: Command, context: CommandContext): void {
  subscriptions
    .command('test')
    .description('Send a test message now; one that is taken switches on again what was off')
    .argument('<id>', 'by the id of the list')
    .action(async (id: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const path = `/v1/subscriptions/${encodeURIComponent(id)}/test`;
      const answer = await openApi(context, options).post(path, {}, SubscriptionTestResponse);
      printResult(context, options, answer, answer.delivered ? 'It was taken.' : `${answer.problem}`);
      if (!answer.delivered) context.setExitCode(1);
    });
}

function scopeOf({ service, team }: AddOptions): DigestScope {
  if (service !== undefined) return { kind: 'service', name: service };
  return team === undefined ? { kind: 'organisation' } : { kind: 'team', name: team };
}

function describeSubscribed({ subscription, secret }: NewSubscriptionResponse): string {
  const told = `${formatSubscriptions([subscription])}Next: npx refrain subscriptions test ${subscription.id}`;
  return secret === null ? told : `${told}\nThe secret that signs what is sent, shown this once: ${secret}`;
}

function formatSubscriptions(items: readonly Subscription[]): string {
  return formatTable(
    items.map(
      ({ id, kind, address, events, scope, state, reason, lastDeliveredAt, lastProblem, pending, givenUp }) => ({
        ...{ id, kind, address: address.slice(0, 60), events: events.join(' ') },
        ...{ scope: scope.kind === 'organisation' ? null : scope.name, state, pending, 'given up': givenUp },
        ...{ delivered: lastDeliveredAt?.slice(0, 16) ?? null, problem: (reason ?? lastProblem)?.slice(0, 80) ?? null },
      }),
    ),
  );
}

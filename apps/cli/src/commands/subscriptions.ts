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
  type CommandEnvironment,
  collectOptionValues,
  createCommandApiClient,
  type GlobalOptions,
  parseLimit,
  printResult,
} from '../command-environment.ts';
import { formatTable } from '../terminal.ts';
import { readSecret } from './connect-secrets.ts';

interface AddOptions extends GlobalOptions {
  readonly addressFile?: string;
  readonly event: readonly string[];
  readonly service?: string;
  readonly team?: string;
  readonly period?: string;
}

const variable = 'REFRAIN_SUBSCRIPTION_ADDRESS';

export function addSubscriptionsCommand(program: Command, context: CommandEnvironment): void {
  const subscriptions = program
    .command('subscriptions')
    .description('Manage the webhooks and Slack channels that receive digests, patterns and other events')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain subscriptions add slack --address-file slack.txt --event digest_written --period week\n  npx refrain subscriptions add webhook --address-file - --service checkout\n  npx refrain subscriptions test <id>',
    );
  addList(subscriptions, context);
  addAdd(subscriptions, context);
  addRemove(subscriptions, context);
  addTest(subscriptions, context);
}

function addList(subscriptions: Command, context: CommandEnvironment): void {
  subscriptions
    .command('list')
    .description('List subscriptions with the state of their deliveries')
    .option('--limit <count>', 'maximum number, 1 to 200', parseLimit, 50)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { readonly limit: number }>();
      const page = await createCommandApiClient(context, options).get(
        `/v1/subscriptions?limit=${options.limit}`,
        SubscriptionsResponse,
      );
      const none = 'There are no subscriptions yet. See npx refrain subscriptions add --help';
      printResult(context, options, page, page.items.length === 0 ? none : formatSubscriptions(page.items));
    });
}

function addAdd(subscriptions: Command, context: CommandEnvironment): void {
  subscriptions
    .command('add')
    .description('Subscribe a webhook or Slack channel to events from now on')
    .argument('<kind>', 'webhook for signed requests (Standard Webhooks), slack for an incoming webhook of Slack')
    .option('--address-file <file>', 'file with the address; - is standard input')
    .option('--event <type>', `${EventType.options.join(', ')}; may be repeated`, collectOptionValues, [])
    .addOption(new Option('--service <name>', 'only events about this service').conflicts('team'))
    .option('--team <name>', 'only events about this team')
    .addOption(new Option('--period <period>', 'only digests of weeks or of months').choices(['week', 'month']))
    .addHelpText(
      'after',
      `\nThe address is read from --address-file or ${variable}, never from an argument, because Slack addresses are secrets.\nWithout --event a webhook receives all events, and Slack receives digests.`,
    )
    .action(async (kind: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<AddOptions>();
      const address = (await readSecret(context, options.addressFile, variable)).trim();
      if (address === '') {
        throw new AppError(
          'invalid_input',
          `The address of the receiver is missing. Give --address-file, or set ${variable}.`,
        );
      }
      const wanted = {
        kind,
        address,
        scope: scopeOf(options),
        period: options.period ?? null,
        ...(options.event.length === 0 ? {} : { events: options.event }),
      };
      const subscribed = await createCommandApiClient(context, options).post(
        '/v1/subscriptions',
        wanted,
        NewSubscriptionResponse,
      );
      printResult(context, options, subscribed, describeSubscribed(subscribed));
    });
}

function addRemove(subscriptions: Command, context: CommandEnvironment): void {
  subscriptions
    .command('remove')
    .description('Remove a subscription')
    .argument('<id>', 'id from the list')
    .action(async (id: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      await createCommandApiClient(context, options).remove(`/v1/subscriptions/${encodeURIComponent(id)}`);
      printResult(context, options, { removed: id }, 'Removed.');
    });
}

function addTest(subscriptions: Command, context: CommandEnvironment): void {
  subscriptions
    .command('test')
    .description('Send a test message now; if it is accepted, a disabled subscription is enabled again')
    .argument('<id>', 'id from the list')
    .action(async (id: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const path = `/v1/subscriptions/${encodeURIComponent(id)}/test`;
      const answer = await createCommandApiClient(context, options).post(path, {}, SubscriptionTestResponse);
      printResult(context, options, answer, answer.delivered ? 'The message was delivered.' : `${answer.problem}`);
      if (!answer.delivered) context.setExitCode(1);
    });
}

function scopeOf({ service, team }: AddOptions): DigestScope {
  if (service !== undefined) return { kind: 'service', name: service };
  return team === undefined ? { kind: 'organisation' } : { kind: 'team', name: team };
}

function describeSubscribed({ subscription, secret }: NewSubscriptionResponse): string {
  const lines = `${formatSubscriptions([subscription])}Next: npx refrain subscriptions test ${subscription.id}`;
  return secret === null ? lines : `${lines}\nThe secret that signs deliveries, shown only now: ${secret}`;
}

function formatSubscriptions(items: readonly Subscription[]): string {
  return formatTable(
    items.map(
      ({ id, kind, address, events, scope, state, reason, lastDeliveredAt, lastProblem, pending, givenUp }) => ({
        id,
        kind,
        address: address.slice(0, 60),
        events: events.join(' '),
        scope: scope.kind === 'organisation' ? null : scope.name,
        state,
        pending,
        failed: givenUp,
        delivered: lastDeliveredAt?.slice(0, 16) ?? null,
        problem: (reason ?? lastProblem)?.slice(0, 80) ?? null,
      }),
    ),
  );
}

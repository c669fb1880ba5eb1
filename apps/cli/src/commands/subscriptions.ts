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
  type CommandInvocation,
  collectOptionValues,
  createLimitOption,
  setCommandAction,
  setListCommandAction,
} from '../command-environment.ts';
import { formatTable } from '../terminal.ts';
import { readSecret } from './connect-secrets.ts';

interface AddOptions {
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
  const list = subscriptions
    .command('list')
    .description('List subscriptions with the state of their deliveries')
    .addOption(createLimitOption(50));
  setListCommandAction(context, list, { path: '/v1/subscriptions', schema: SubscriptionsResponse, describe });
  addAdd(subscriptions, context);
  const remove = subscriptions
    .command('remove')
    .description('Remove a subscription')
    .argument('<id>', 'id from the list');
  setCommandAction(context, remove, async ({ createApi, print }, id: string) => {
    await createApi().remove(`/v1/subscriptions/${encodeURIComponent(id)}`);
    print({ removed: id }, 'Removed.');
  });
  const test = subscriptions
    .command('test')
    .description('Send a test message now; if it is accepted, a disabled subscription is enabled again')
    .argument('<id>', 'id from the list');
  setCommandAction(context, test, async ({ createApi, print }, id: string) => {
    const path = `/v1/subscriptions/${encodeURIComponent(id)}/test`;
    const answer = await createApi().post(path, {}, SubscriptionTestResponse);
    print(answer, answer.delivered ? 'The message was delivered.' : `${answer.problem}`);
    if (!answer.delivered) context.setExitCode(1);
  });
}

function addAdd(subscriptions: Command, context: CommandEnvironment): void {
  const add = subscriptions
    .command('add')
    .description('Subscribe a webhook or Slack channel to events from now on')
    .argument('<kind>', 'webhook for signed requests (Standard Webhooks), slack for a Slack incoming webhook')
    .option('--address-file <file>', 'file with the address; - is standard input')
    .option('--event <type>', `${EventType.options.join(', ')}; may be repeated`, collectOptionValues, [])
    .addOption(new Option('--service <name>', 'only events about this service').conflicts('team'))
    .option('--team <name>', 'only events about this team')
    .addOption(new Option('--period <period>', 'only weekly or only monthly digests').choices(['week', 'month']))
    .addHelpText(
      'after',
      `\nThe address is read from --address-file or ${variable}, never from an argument, because Slack addresses are secrets.\nWithout --event, a webhook receives all events, and Slack receives digests.`,
    );
  setCommandAction(context, add, async ({ options, createApi, print }: CommandInvocation<AddOptions>, kind: string) => {
    const address = (await readSecret(context, options.addressFile, variable)).trim();
    if (address === '') {
      throw new AppError(
        'invalid_input',
        `The receiver's address is missing. Pass --address-file, or set ${variable}.`,
      );
    }
    const wanted = {
      kind,
      address,
      scope: scopeOf(options),
      period: options.period ?? null,
      ...(options.event.length === 0 ? {} : { events: options.event }),
    };
    const subscribed = await createApi().post('/v1/subscriptions', wanted, NewSubscriptionResponse);
    print(subscribed, describeSubscribed(subscribed));
  });
}

function scopeOf({ service, team }: AddOptions): DigestScope {
  if (service !== undefined) return { kind: 'service', name: service };
  return team === undefined ? { kind: 'organisation' } : { kind: 'team', name: team };
}

function describe({ items }: SubscriptionsResponse): string {
  if (items.length === 0) return 'There are no subscriptions yet. See npx refrain subscriptions add --help';
  return formatSubscriptions(items);
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

import { providers } from '@refrain/connectors';
import type { ConnectionCheckResponse, ConnectionHealth, ConnectResponse } from '@refrain/domain';
import { describeWebhookState } from './connect-webhook.ts';

const shown = 20;

export function describeConnectedAccount({ connection, health, webhook }: ConnectResponse): string {
  const { provider, account, id } = connection;
  return [
    `Connected ${provider} ${account} (${id}).`,
    ...(health === null ? [] : describeHealth(provider, health)),
    ...describeWebhookState(connection, webhook),
    `Next: npx refrain backfill ${id}`,
  ].join('\n');
}

/** Describes what connecting would import, for `--check`. */
export function describeAccountCheck(
  provider: string,
  { health, matched, unmatched, streams }: ConnectionCheckResponse,
): string {
  const things = findNounForAccountParts(provider);
  return [
    `${provider} ${health.account} responded; nothing was stored.`,
    ...describeHealth(provider, health),
    ...listed(`${matched.length} ${things} would be imported`, matched),
    ...(unmatched.length === 0 ? [] : listed('Nothing visible matches', unmatched)),
    ...listed(`${streams.length} streams would be read`, summarise(streams)),
  ].join('\n');
}

function describeHealth(provider: string, { visible, missing, budget }: ConnectionHealth): string[] {
  return [
    `It can see ${visible.length} ${findNounForAccountParts(provider)}.`,
    ...missing.map(
      ({ permission, costs, isOptional }) =>
        `Missing permission ${permission}${isOptional === true ? ' (optional)' : ''}; not available without it: ${costs}`,
    ),
    ...(missing.length === 0 ? ['No permission is missing.'] : []),
    budget === null
      ? 'The provider does not report its rate limit.'
      : `Rate limit: ${budget.remaining} of ${budget.limit} requests left until ${budget.resetsAt}.`,
  ];
}

/** Returns the provider's word for the parts of an account, such as `repositories`. */
export function findNounForAccountParts(provider: string): string {
  return providers.describe(provider).scope?.selects ?? 'parts';
}

function listed(heading: string, names: readonly string[]): string[] {
  if (names.length === 0) return [`${heading}.`];
  const more = names.length > shown ? [`  and ${names.length - shown} more (--json lists them)`] : [];
  return [`${heading}:`, ...names.slice(0, shown).map((name) => `  ${name}`), ...more];
}

function summarise(streams: readonly string[]): string[] {
  if (streams.length <= shown) return [...streams];
  const kinds = new Map<string, number>();
  for (const stream of streams) {
    const kind = stream.split(':', 1)[0] ?? stream;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return [...kinds].map(([kind, count]) => `${kind} of ${count}`);
}

import type { Schemas } from '../../api/refrain.ts';
import type { ProviderDescriptor } from '../../api/use-providers.ts';
import type { WantedAccount } from '../scope/fetch-scope.ts';

export type ConnectMethod = ProviderDescriptor['connectMethods'][number];
export type AuthMethod = ConnectMethod['id'];

/** The typed values by the names of the fields. They stay in the memory of the page. */
export type AccountDraft = Readonly<Record<string, string>>;

export function readField(
  draft: AccountDraft,
  { name, options }: Pick<ConnectMethod['fields'][number], 'name' | 'options'>,
) {
  return draft[name] ?? options[0]?.value ?? '';
}

/** The fields that the API takes beside the credential. */
const sent = ['account', 'baseUrl', 'region', 'webhookSecret'] as const;

/** Returns the account as the API takes it. Empty fields are left out. */
export function toWanted(
  provider: string,
  { credentialKind, fields }: ConnectMethod,
  draft: AccountDraft,
): WantedAccount {
  const typed = new Map(fields.map((field) => [field.name, readField(draft, field).trim()]));
  const isSent = (name: string) =>
    fields.some((field) => field.name === name && (name === 'account' || field.credentialPart === null));
  const given = sent.flatMap((name) => (isSent(name) && typed.get(name) ? [[name, typed.get(name)]] : []));
  const parts = fields.flatMap(({ name, credentialPart }) =>
    credentialPart !== null && typed.get(name) ? [[credentialPart, typed.get(name)]] : [],
  );
  const credential =
    credentialKind === null
      ? typed.get('credential')
      : JSON.stringify({ kind: credentialKind, ...Object.fromEntries(parts) });
  return { provider, credential, ...Object.fromEntries(given) };
}

/** Returns the draft of an account that is known already. @param baseUrl its API root, which is typed only if it is no usual one */
export function draftOf({ roots }: Pick<ProviderDescriptor, 'roots'>, account: string, baseUrl: string): AccountDraft {
  const usual = roots.find(({ url }) => url === baseUrl);
  if (usual === undefined) return { account, baseUrl };
  return usual.region === null ? { account } : { account, region: usual.region };
}

/** Finds the connection that this account already has. */
export function findConnected(
  connections: readonly Schemas['Connection'][],
  { id, roots }: Pick<ProviderDescriptor, 'id' | 'roots'>,
  account: string,
  { baseUrl = '', region }: AccountDraft,
): Schemas['Connection'] | undefined {
  const usual = roots.find((root) => region === undefined || root.region === region) ?? roots[0];
  const root = baseUrl.trim().replace(/\/+$/u, '') || usual?.url;
  return connections.find((other) => other.provider === id && other.account === account && other.baseUrl === root);
}

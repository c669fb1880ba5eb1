import type { ProviderDescriptor, Schemas } from '../../api/refrain.ts';
import type { AccountRequest } from '../scope/check-scope.ts';

export type AuthMethod = ProviderDescriptor['connectMethods'][number];
export type AuthMethodId = AuthMethod['id'];

/** The typed values by field name. They include secrets, so they are kept only in memory. */
export type AccountDraft = Readonly<Record<string, string>>;

export function readDraftField(
  draft: AccountDraft,
  { name, options }: Pick<AuthMethod['fields'][number], 'name' | 'options'>,
) {
  return draft[name] ?? options[0]?.value ?? '';
}

const accountFields = ['account', 'baseUrl', 'region', 'webhookSecret'] as const;

/** Converts a draft to a request body, without empty fields. */
export function toAccountRequest(
  provider: string,
  { credentialKind, fields }: AuthMethod,
  draft: AccountDraft,
): AccountRequest {
  const typed = new Map(fields.map((field) => [field.name, readDraftField(draft, field).trim()]));
  const isSent = (name: string) =>
    fields.some((field) => field.name === name && (name === 'account' || field.credentialPart === null));
  const values = accountFields.flatMap((name) => (isSent(name) && typed.get(name) ? [[name, typed.get(name)]] : []));
  const parts = fields.flatMap(({ name, credentialPart }) =>
    credentialPart !== null && typed.get(name) ? [[credentialPart, typed.get(name)]] : [],
  );
  const credential =
    credentialKind === null
      ? typed.get('credential')
      : JSON.stringify({ kind: credentialKind, ...Object.fromEntries(parts) });
  return { provider, credential, ...Object.fromEntries(values) };
}

/** Creates the draft for changing a connected account. Omits `baseUrl` if it is one of the provider's public API URLs. */
export function createAccountDraft(
  { roots }: Pick<ProviderDescriptor, 'roots'>,
  account: string,
  baseUrl: string,
): AccountDraft {
  const knownRoot = roots.find(({ url }) => url === baseUrl);
  if (knownRoot === undefined) return { account, baseUrl };
  return knownRoot.region === null ? { account } : { account, region: knownRoot.region };
}

export function findConnectedAccount(
  connections: readonly Schemas['Connection'][],
  { id, roots }: Pick<ProviderDescriptor, 'id' | 'roots'>,
  account: string,
  { baseUrl = '', region }: AccountDraft,
): Schemas['Connection'] | undefined {
  const regionRoot = roots.find((root) => region === undefined || root.region === region) ?? roots[0];
  const root = baseUrl.trim().replace(/\/+$/u, '') || regionRoot?.url;
  return connections.find((other) => other.provider === id && other.account === account && other.baseUrl === root);
}

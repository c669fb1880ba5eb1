import { z } from 'zod';
import { createPageSchema } from './create-page-schema.ts';

/**
 * The id of a provider, such as `github`. The types of its records begin with the id (`github.commit`), and the URL of its
 * webhooks contains it.
 */
export const Provider = z.string().regex(/^[a-z]{2,40}$/u);
export type Provider = z.infer<typeof Provider>;

/** Whether the scope of a connection selects repositories or services. */
export const ScopeSelection = z.enum(['repositories', 'services']);
export type ScopeSelection = z.infer<typeof ScopeSelection>;

/** Further lists in a connection's scope, each of which limits what is imported from the selected repositories. */
const ScopeRefinement = z.enum(['environments', 'workflows', 'incidentLabels', 'postmortemFolders']);

const ProviderScope = z.object({
  selects: ScopeSelection,
  /** An example of a glob, to be shown to a person. */
  example: z.string(),
  /** A plural noun for what is omitted if the list of globs is empty, such as `forks`; null if nothing is omitted. */
  excludes: z.string().nullable(),
  refinements: z.array(ScopeRefinement),
});

/** A root URL of a provider's API. If there are several, a person chooses one. */
const ProviderRoot = z.object({
  /** The name of the region; null for a provider without regions. */
  region: z.string().nullable(),
  url: z.string(),
});

const ProviderWebhook = z.object({
  /** Which side creates the secret that signs webhook deliveries: Refrain or the provider. */
  secretSource: z.enum(['refrain', 'provider']),
  /** How a person creates the webhook. */
  instructions: z.string(),
  /** The label of the field for the URL in the provider's form. */
  urlLabel: z.string(),
});

const ConnectFormField = z.object({
  /**
   * The name of the field. `account`, `baseUrl`, `region`, `credential` and `webhookSecret` are also fields of `POST
   * /v1/connections`.
   */
  name: z.string().regex(/^[a-z][a-zA-Z]{0,39}$/u),
  kind: z.enum(['text', 'secret', 'url', 'choice']),
  label: z.string(),
  description: z.string().nullable(),
  placeholder: z.string().nullable(),
  isRequired: z.boolean(),
  /** Whether the form hides the field among the advanced fields. */
  isAdvanced: z.boolean(),
  /** The options of a field of kind `choice`; the first one is the default. */
  options: z.array(z.object({ value: z.string(), label: z.string() })),
  /** The field of the JSON credential to which the value belongs; null if the value is not part of the credential. */
  credentialPart: z.string().nullable(),
});
export type ConnectFormField = z.infer<typeof ConnectFormField>;

const ConnectPermission = z.object({
  name: z.string(),
  /** The required access, `read` or `read and write`; null if the permission's name contains it. */
  access: z.string().nullable(),
  /**
   * The features that need the permission, as text for people. If `listsKeyKinds` is true: the features that work with
   * this kind of key.
   */
  effect: z.string(),
});

/** One kind of credential by which an account can be connected. */
const ConnectMethod = z.object({
  id: z.enum(['app', 'key']),
  label: z.string(),
  /** How a person creates the credential. `{link}` is replaced by `link`. */
  instructions: z.string(),
  link: z.object({ text: z.string(), url: z.string() }).nullable(),
  /** Whether a person creates an app in the browser (`POST /v1/github-apps`) instead of entering a credential. */
  registersApp: z.boolean(),
  /**
   * The field `kind` of a JSON credential; null for a plain token. The other fields of the credential are the form
   * fields with a `credentialPart`.
   */
  credentialKind: z.string().nullable(),
  fields: z.array(ConnectFormField),
  /** The title of the advanced fields in the form. */
  advancedTitle: z.string(),
  permissions: z.array(ConnectPermission),
  /** Whether `permissions` lists kinds of keys instead of permissions. */
  listsKeyKinds: z.boolean(),
});
export type ConnectMethod = z.infer<typeof ConnectMethod>;

/** Describes a provider to clients, which render the connection form of the provider from this description. */
export const ProviderDescriptor = z.object({
  id: Provider,
  name: z.string(),
  kind: z.enum(['code', 'incidents', 'files']),
  /** The data that are imported from the provider, as a text for people. */
  summary: z.string(),
  /** How the scope of a connection is chosen; null if everything is imported. */
  scope: ProviderScope.nullable(),
  /** The API roots to choose from, default first; empty for a provider of files. */
  roots: z.array(ProviderRoot),
  /** How to create a webhook; null if the provider sends none. */
  webhook: ProviderWebhook.nullable(),
  /** The writes that Refrain sends to the provider, as a text for people; null if it makes none. */
  writes: z.string().nullable(),
  /** The kinds of credentials, default first; empty for a provider of files. */
  connectMethods: z.array(ConnectMethod),
});
export type ProviderDescriptor = z.infer<typeof ProviderDescriptor>;

export const ProvidersResponse = createPageSchema(ProviderDescriptor);

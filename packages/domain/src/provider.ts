import { z } from 'zod';
import { pageOf } from './page-of.ts';

/**
 * The id of a provider, such as `github`. The registry of `@refrain/connectors` lists the providers that exist. The id
 * is also the first part of the types of its records (`github.commit`) and part of the address of its webhooks.
 */
export const Provider = z.string().regex(/^[a-z]{2,40}$/u);
export type Provider = z.infer<typeof Provider>;

/** The list of a connection's scope that names what is imported. */
export const ScopeSelection = z.enum(['repositories', 'services']);
export type ScopeSelection = z.infer<typeof ScopeSelection>;

/** Lists of a connection's scope that narrow down what is imported from the selected repositories. */
const ScopeRefinement = z.enum(['environments', 'workflows', 'incidentLabels', 'postmortemFolders']);

const ProviderScope = z.object({
  selects: ScopeSelection,
  /** A pattern, as an example for a person. */
  example: z.string(),
  /** A plural noun for the things that an empty list leaves out: `forks`. Null if it leaves out nothing. */
  excludes: z.string().nullable(),
  refinements: z.array(ScopeRefinement),
});

/** An API root that needs no typing. */
const ProviderRoot = z.object({
  /** Null for a provider without regions. */
  region: z.string().nullable(),
  url: z.string(),
});

const ProviderWebhook = z.object({
  /** The side that creates the secret of the deliveries. */
  secretSource: z.enum(['refrain', 'provider']),
  /** Tells a person how to create the webhook. */
  instructions: z.string(),
  /** The label that the provider gives to the address field. */
  urlLabel: z.string(),
});

const ConnectField = z.object({
  /** `account`, `baseUrl`, `region`, `credential` and `webhookSecret` are fields of `POST /v1/connections`. */
  name: z.string().regex(/^[a-z][a-zA-Z]{0,39}$/u),
  kind: z.enum(['text', 'secret', 'url', 'choice']),
  label: z.string(),
  description: z.string().nullable(),
  placeholder: z.string().nullable(),
  isRequired: z.boolean(),
  /** Whether the form folds it away. */
  isAdvanced: z.boolean(),
  /** The choices of a `choice`; the first one is the default. */
  options: z.array(z.object({ value: z.string(), label: z.string() })),
  /** The field of a JSON credential that holds the value; null if it is no part of the credential. */
  credentialPart: z.string().nullable(),
});
export type ConnectField = z.infer<typeof ConnectField>;

const ConnectPermission = z.object({
  name: z.string(),
  /** `read` or `read and write`; null if the name says it. */
  access: z.string().nullable(),
  /** Names the loss without it. For a kind of key, names the functions that work. */
  effect: z.string(),
});

/** One kind of credential by which an account can be connected. */
const ConnectMethod = z.object({
  id: z.enum(['app', 'key']),
  label: z.string(),
  /** Tells a person how to create the credential; `{link}` stands for the link. */
  instructions: z.string(),
  link: z.object({ text: z.string(), url: z.string() }).nullable(),
  /**
   * Whether a person creates and installs an app in the browser (`POST /v1/github-apps`) instead of filling in a form.
   */
  registersApp: z.boolean(),
  /** The `kind` of a JSON credential that is made of the fields with a `credentialPart`; null for a plain token. */
  credentialKind: z.string().nullable(),
  fields: z.array(ConnectField),
  /** Title of the part of the form that folds away the advanced fields. */
  advancedTitle: z.string(),
  permissions: z.array(ConnectPermission),
  /** Whether `permissions` lists kinds of keys instead. */
  listsKeyKinds: z.boolean(),
});
export type ConnectMethod = z.infer<typeof ConnectMethod>;

/** Describes a provider to clients: its name, scope, connection form and webhook. */
export const ProviderDescriptor = z.object({
  id: Provider,
  name: z.string(),
  kind: z.enum(['code', 'incidents', 'files']),
  /** Tells a person who chooses a provider which data it imports. */
  summary: z.string(),
  /** Null if everything is imported. */
  scope: ProviderScope.nullable(),
  /** The first one is the default. Empty for a provider of files. */
  roots: z.array(ProviderRoot),
  /** Null if it sends no webhooks. */
  webhook: ProviderWebhook.nullable(),
  /** Tells a person which writes Refrain makes there. */
  writes: z.string().nullable(),
  /** The first one is the default. Empty for a provider of files, which are imported. */
  connectMethods: z.array(ConnectMethod),
});
export type ProviderDescriptor = z.infer<typeof ProviderDescriptor>;

export const ProvidersResponse = pageOf(ProviderDescriptor);
export type ProvidersResponse = z.infer<typeof ProvidersResponse>;

import { type ProviderEntry, providers } from '@refrain/connectors';
import {
  AppError,
  ConnectionCheckResponse,
  type ConnectMethod,
  ConnectResponse,
  type ProviderDescriptor,
} from '@refrain/domain';
import type { Command } from 'commander';
import { type CommandEnvironment, type CommandInvocation, setCommandAction } from '../command-environment.ts';
import { addFieldOptions, type ConnectFieldOption, chooseAuthMethod, createCredential } from './connect-fields.ts';
import { connectGitHubApp } from './connect-github-app.ts';
import { describeAccountCheck, describeConnectedAccount } from './connect-report.ts';
import { addScopeOptions, readScopeOptions, type ScopeOptions, scopeOptionsHelp } from './connect-scope.ts';
import { addSecretOptions, readConnectionSecrets, type SecretOptions, secretOptionsHelp } from './connect-secrets.ts';
import { awaitWebhookSetup } from './connect-webhook.ts';

export function addConnectCommand(program: Command, context: CommandEnvironment): void {
  const connectable = providers.entries.filter(({ account }) => account !== undefined);
  const connect = program
    .command('connect')
    .description(`Connect a ${connectable.map(({ descriptor }) => descriptor.name).join(' or ')} account`)
    .addHelpText(
      'after',
      `
Examples:
  npx refrain connect github --account acme --app
  gh auth token | npx refrain connect github --account acme --credential-file -
  REFRAIN_CREDENTIAL=… npx refrain connect pagerduty --service "shop-*" --check

Each provider has its own --help. Then import the history of the account: npx refrain backfill`,
    );
  for (const entry of connectable) addConnectProvider(connect, context, entry);
}

interface ConnectOptions extends SecretOptions, ScopeOptions {
  readonly check?: boolean;
  readonly app?: boolean;
  readonly personal?: boolean;
}

/** Adds `refrain connect <provider>` with options for the fields that the provider requires. */
function addConnectProvider(
  connect: Command,
  context: CommandEnvironment,
  { descriptor, commandText = {} }: ProviderEntry,
): void {
  const { id, name, connectMethods, scope } = descriptor;
  const methods = connectMethods.filter(({ registersApp }) => !registersApp);
  const command = connect.command(id).description(commandText.description ?? `Connect a ${name} account`);
  const fields = addFieldOptions(command, methods, commandText.options);
  if (methods.length < connectMethods.length) {
    command
      .option('--app', `create a ${name} App with the right permissions in the browser, and connect through it`)
      .option('--personal', 'with --app: the account belongs to a person, not an organisation');
  }
  addSecretOptions(command, commandText.credential ?? 'the credential');
  addScopeOptions(command, scope)
    .option('--check', 'store nothing, only print what is visible, what would be imported and what is missing')
    .addHelpText('after', describeHelp(descriptor, commandText));
  setCommandAction(context, command, async (invocation: CommandInvocation<ConnectOptions>) => {
    const values = readFields(fields, invocation.options);
    if (invocation.options.app) return connectByApp(context, invocation, values);
    if (invocation.options.personal) throw new AppError('invalid_input', '--personal only works with --app.');
    return connectAccount(context, invocation, descriptor, methods, fields, values);
  });
}

function describeHelp(
  { connectMethods }: ProviderDescriptor,
  { help, examples = [] }: NonNullable<ProviderEntry['commandText']>,
): string {
  const instructions = connectMethods.map((method) => method.instructions.replace('{link}', method.link?.text ?? ''));
  const lines = examples.length === 0 ? [] : ['', 'Examples:', ...examples.map((example) => `  ${example}`)];
  return ['', help ?? instructions.join('\n'), secretOptionsHelp, scopeOptionsHelp, ...lines].join('\n');
}

function readFields(fields: readonly ConnectFieldOption[], options: object): ReadonlyMap<string, string> {
  const values = new Map<string, unknown>(Object.entries(options));
  return new Map(
    fields.flatMap(({ field, option }) => {
      const value = values.get(option.attributeName());
      return typeof value === 'string' ? [[field.name, value] as const] : [];
    }),
  );
}

async function connectAccount(
  context: CommandEnvironment,
  { options, createApi, print }: CommandInvocation<ConnectOptions>,
  { id: provider }: ProviderDescriptor,
  methods: readonly ConnectMethod[],
  fields: readonly ConnectFieldOption[],
  values: ReadonlyMap<string, string>,
): Promise<void> {
  const method = chooseAuthMethod(methods, values);
  if (method === undefined) throw new AppError('invalid_input', `${provider} can be connected only with --app.`);
  const { credential, webhookSecret } = await readConnectionSecrets(context, options);
  const scope = readScopeOptions(options);
  const api = createApi();
  const wanted = {
    provider,
    account: values.get('account'),
    region: values.get('region'),
    baseUrl: values.get('baseUrl'),
    credential: createCredential(method, fields, values, credential),
    ...(webhookSecret === null ? {} : { webhookSecret }),
    ...(scope === null ? {} : { scope }),
  };
  if (options.check) {
    const checked = await api.post('/v1/connections/check', wanted, ConnectionCheckResponse);
    print(checked, describeAccountCheck(provider, checked));
    return;
  }
  const posted = await api.post('/v1/connections', wanted, ConnectResponse);
  const { connection } = posted;
  const settled = await awaitWebhookSetup(api, connection, connection.webhook.checkedAt, context.webhookTiming);
  const connected = { ...posted, connection: settled };
  print(connected, describeConnectedAccount(connected));
}

async function connectByApp(
  context: CommandEnvironment,
  { options, createApi, print }: CommandInvocation<ConnectOptions>,
  values: ReadonlyMap<string, string>,
): Promise<void> {
  if (options.check) {
    throw new AppError(
      'invalid_input',
      '--check needs a token. For an App, GitHub itself shows the permissions before the App is created.',
    );
  }
  if (options.credentialFile !== undefined || options.webhookSecretFile !== undefined) {
    throw new AppError(
      'invalid_input',
      'With --app, GitHub creates the credential and the webhook secret. Omit --credential-file and --webhook-secret-file.',
    );
  }
  const { personal } = options;
  const account = values.get('account') ?? '';
  const wanted = { account, baseUrl: values.get('baseUrl'), personal, scope: readScopeOptions(options) };
  const connected = await connectGitHubApp(context.terminal, createApi(), wanted);
  print(connected, describeConnectedAccount(connected));
}

import type { ProviderEntry } from '@refrain/connectors';
import {
  AppError,
  ConnectionCheckResponse,
  type ConnectMethod,
  ConnectResponse,
  type ProviderDescriptor,
} from '@refrain/domain';
import type { Command } from 'commander';
import { type CommandContext, openApi, printResult } from '../command-context.ts';
import { addFieldOptions, chooseMethod, type FieldOption, makeCredential } from './connect-fields.ts';
import { connectGitHubApp } from './connect-github-app.ts';
import { describeChecked, describeConnected } from './connect-report.ts';
import { addScopeOptions, readScope, type ScopeOptions, scopeHelp } from './connect-scope.ts';
import { addSecretOptions, readSecrets, type SecretOptions, secretsHelp } from './connect-secrets.ts';
import { awaitWebhook } from './connect-webhook.ts';

interface ConnectOptions extends SecretOptions, ScopeOptions {
  readonly check?: boolean;
  readonly app?: boolean;
  readonly personal?: boolean;
}

/** Adds `refrain connect <provider>`, with options for the fields that the provider asks for. */
export function addConnectProvider(
  connect: Command,
  context: CommandContext,
  { descriptor, commandText = {} }: ProviderEntry,
): void {
  const { id, name, connectMethods, scope } = descriptor;
  const methods = connectMethods.filter(({ registersApp }) => !registersApp);
  const command = connect.command(id).description(commandText.description ?? `Connect a ${name} account`);
  const fields = addFieldOptions(command, methods, commandText.options);
  if (methods.length < connectMethods.length) {
    command
      .option('--app', `make a ${name} App in the browser, with the right permissions, and connect by that`)
      .option('--personal', "with --app: the account is a person's own and no organisation");
  }
  addSecretOptions(command, commandText.credential ?? 'the credential');
  addScopeOptions(command, scope)
    .option('--check', 'only look: what is seen, what would be taken in, what is missing')
    .addHelpText('after', describeHelp(descriptor, commandText))
    .action(async (_options: unknown, self: Command) => {
      const options = self.optsWithGlobals<ConnectOptions>();
      const values = readFields(fields, options);
      if (options.app) return connectByApp(context, options, values);
      if (options.personal)
        throw new AppError('invalid_input', '--personal belongs to --app: a token needs no such word.');
      return connectAccount(context, options, descriptor, methods, fields, values);
    });
}

function describeHelp(
  { connectMethods }: ProviderDescriptor,
  { help, examples = [] }: NonNullable<ProviderEntry['commandText']>,
): string {
  const instructions = connectMethods.map((method) => method.instructions.replace('{link}', method.link?.text ?? ''));
  const lines = examples.length === 0 ? [] : ['', 'Examples:', ...examples.map((example) => `  ${example}`)];
  return ['', help ?? instructions.join('\n'), secretsHelp, scopeHelp, ...lines].join('\n');
}

function readFields(fields: readonly FieldOption[], options: object): ReadonlyMap<string, string> {
  const given = new Map<string, unknown>(Object.entries(options));
  return new Map(
    fields.flatMap(({ field, option }) => {
      const value = given.get(option.attributeName());
      return typeof value === 'string' ? [[field.name, value] as const] : [];
    }),
  );
}

/** Connects an account, or with `--check` looks at what that would find; prints either. */
async function connectAccount(
  context: CommandContext,
  options: ConnectOptions,
  { id: provider }: ProviderDescriptor,
  methods: readonly ConnectMethod[],
  fields: readonly FieldOption[],
  values: ReadonlyMap<string, string>,
): Promise<void> {
  const method = chooseMethod(methods, values);
  if (method === undefined) throw new AppError('invalid_input', `${provider} is connected only by --app.`);
  const { credential, webhookSecret } = await readSecrets(context, options);
  const scope = readScope(options);
  const api = openApi(context, options);
  const wanted = {
    provider,
    account: values.get('account'),
    region: values.get('region'),
    baseUrl: values.get('baseUrl'),
    credential: makeCredential(method, fields, values, credential),
    ...(webhookSecret === null ? {} : { webhookSecret }),
    ...(scope === null ? {} : { scope }),
  };
  if (options.check) {
    const checked = await api.post('/v1/connections/check', wanted, ConnectionCheckResponse);
    printResult(context, options, checked, describeChecked(provider, checked));
    return;
  }
  const posted = await api.post('/v1/connections', wanted, ConnectResponse);
  const { connection } = posted;
  const settled = await awaitWebhook(api, connection, connection.webhook.checkedAt, context.webhookTiming);
  const connected = { ...posted, connection: settled };
  printResult(context, options, connected, describeConnected(connected));
}

async function connectByApp(
  context: CommandContext,
  options: ConnectOptions,
  values: ReadonlyMap<string, string>,
): Promise<void> {
  if (options.check) {
    throw new AppError(
      'invalid_input',
      '--check needs a token: GitHub itself shows what an App asks for before it is made.',
    );
  }
  if (options.credentialFile !== undefined || options.webhookSecretFile !== undefined) {
    throw new AppError('invalid_input', 'An App brings its credential and secret itself: leave the files out.');
  }
  const { personal } = options;
  const account = values.get('account') ?? '';
  const wanted = { account, baseUrl: values.get('baseUrl'), personal, scope: readScope(options) };
  const connected = await connectGitHubApp(context.terminal, openApi(context, options), wanted);
  printResult(context, options, connected, describeConnected(connected));
}

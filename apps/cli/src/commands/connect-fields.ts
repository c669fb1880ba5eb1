import type { ConnectCommandText } from '@refrain/connectors';
import { AppError, type ConnectFormField, type ConnectMethod } from '@refrain/domain';
import { type Command, Option } from 'commander';

/** A command-line option that corresponds to a field of the connection form in the web app. */
export interface ConnectFieldOption {
  readonly field: ConnectFormField;
  readonly option: Option;
}

/** Secret fields have no options of their own, because secrets are read from files or the environment. */
const secretFields = new Set(['credential', 'webhookSecret']);

export function addFieldOptions(
  command: Command,
  methods: readonly ConnectMethod[],
  texts: ConnectCommandText['options'] = {},
): readonly ConnectFieldOption[] {
  const fields = new Map(methods.flatMap((method) => method.fields.map((field) => [field.name, field])));
  return [...fields.values()].flatMap((field) => {
    if (secretFields.has(field.name)) return [];
    const { flags, description } = texts[field.name] ?? describeField(field);
    const option = new Option(flags, description);
    const [first] = field.options;
    if (first !== undefined) option.choices(field.options.map(({ value }) => value)).default(first.value);
    if (methods.every((method) => findField(method, field.name)?.isRequired)) option.makeOptionMandatory();
    command.addOption(option);
    return [{ field, option }];
  });
}

function describeField({ name, kind, label, description }: ConnectFormField): { flags: string; description: string } {
  const flag = name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
  const value = kind === 'url' ? 'url' : 'text';
  return { flags: `--${flag} <${value}>`, description: description === null ? label : `${label}. ${description}` };
}

function findField({ fields }: ConnectMethod, name: string): ConnectFormField | undefined {
  return fields.find((field) => field.name === name);
}

/** Returns the first method of connecting, or a later method if the user gave a field that only the later one has. */
export function chooseAuthMethod(
  methods: readonly ConnectMethod[],
  values: ReadonlyMap<string, string>,
): ConnectMethod | undefined {
  const [first, ...others] = methods;
  const isChosen = (method: ConnectMethod) =>
    method.fields.some(({ name }) => values.has(name) && first !== undefined && findField(first, name) === undefined);
  return others.find(isChosen) ?? first;
}

/**
 * Builds the credential of a method: either the secret alone, or JSON with the secret and its related fields.
 * @throws {AppError} `invalid_input` if a required option is missing
 */
export function createCredential(
  { id, fields, credentialKind }: ConnectMethod,
  options: readonly ConnectFieldOption[],
  values: ReadonlyMap<string, string>,
  secret: string,
): string {
  for (const { name, label, isRequired } of fields) {
    if (!isRequired || values.has(name) || secretFields.has(name)) continue;
    const flag = options.find(({ field }) => field.name === name)?.option.long ?? name;
    throw new AppError(
      'invalid_input',
      `Connecting with ${id === 'app' ? 'an app' : 'a key'} needs ${flag}: ${label}.`,
    );
  }
  if (credentialKind === null) return secret;
  const parts = fields.flatMap(({ name, credentialPart }) => {
    const value = name === 'credential' ? secret : values.get(name);
    return credentialPart === null || value === undefined ? [] : [[credentialPart, value]];
  });
  return JSON.stringify({ kind: credentialKind, ...Object.fromEntries(parts) });
}

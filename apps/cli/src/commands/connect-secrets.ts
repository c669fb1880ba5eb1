import { readFile } from 'node:fs/promises';
import { AppError } from '@refrain/domain';
import type { Command } from 'commander';
import { type CommandEnvironment, type GlobalOptions, resolveCallerPath } from '../command-environment.ts';

export interface SecretOptions extends GlobalOptions {
  readonly credentialFile?: string;
  readonly webhookSecretFile?: string;
}

export interface ConnectionSecrets {
  readonly credential: string;
  readonly webhookSecret: string | null;
}

export const secretOptionsHelp =
  '\nThe credential is read from --credential-file or REFRAIN_CREDENTIAL, never from an argument, which other users of this machine could see. The secret of a webhook that was set up by hand is read from --webhook-secret-file or REFRAIN_WEBHOOK_SECRET.\n\nConnecting an account again replaces its credential; its scope and webhook secret are kept unless you specify new ones.';

export function addSecretOptions(command: Command, credential: string): Command {
  return command
    .option('--credential-file <file>', `file with ${credential}; - is standard input`)
    .option(
      '--webhook-secret-file <file>',
      'file with the secret of a webhook that was set up by hand; - is standard input',
    );
}

export async function readConnectionSecrets(
  context: CommandEnvironment,
  { credentialFile, webhookSecretFile }: SecretOptions,
): Promise<ConnectionSecrets> {
  if (credentialFile === '-' && webhookSecretFile === '-') {
    throw new AppError(
      'invalid_input',
      'Only one of the two secrets can come from standard input. Put the other one in a file.',
    );
  }
  const credential = (await readSecret(context, credentialFile, 'REFRAIN_CREDENTIAL')).trim();
  if (credential === '') {
    const advice =
      'The credential is missing or empty. Pass --credential-file, set REFRAIN_CREDENTIAL, or connect through an App (see --help).';
    throw new AppError('invalid_input', advice);
  }
  const webhookSecret = (await readSecret(context, webhookSecretFile, 'REFRAIN_WEBHOOK_SECRET')).trim();
  if (webhookSecret === '' && webhookSecretFile !== undefined) {
    throw new AppError(
      'invalid_input',
      'The webhook secret is empty. Check the file given with --webhook-secret-file.',
    );
  }
  return { credential, webhookSecret: webhookSecret === '' ? null : webhookSecret };
}

export async function readSecret(
  context: CommandEnvironment,
  file: string | undefined,
  variable: string,
): Promise<string> {
  if (file === undefined) return context.env[variable] ?? '';
  if (file === '-') return context.readStandardInput();
  const path = resolveCallerPath(context, file);
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('invalid_input', `Cannot read ${path}. Check that the file exists.`, { cause });
  });
}

import { readFile } from 'node:fs/promises';
import { AppError } from '@refrain/domain';
import type { Command } from 'commander';
import { type CommandContext, type CommonOptions, resolveFile } from '../command-context.ts';

export interface SecretOptions extends CommonOptions {
  readonly credentialFile?: string;
  readonly webhookSecretFile?: string;
}

export interface Secrets {
  readonly credential: string;
  /** Null where none is given. */
  readonly webhookSecret: string | null;
}

export const secretsHelp =
  '\nThe credential is read from --credential-file, else from REFRAIN_CREDENTIAL; never from an argument, which others on this machine could see. So is the secret of a webhook that was set up by hand: --webhook-secret-file, else REFRAIN_WEBHOOK_SECRET.\n\nConnecting an account again renews its credential; its scope and its webhook secret stay unless they are given.';

/** @param credential what the file holds, in a person's words */
export function addSecretOptions(command: Command, credential: string): Command {
  return command
    .option('--credential-file <file>', `file with ${credential}; - is standard input`)
    .option(
      '--webhook-secret-file <file>',
      'file with the secret of a webhook that was set up by hand; - is standard input',
    );
}

/** @throws {AppError} `invalid_input` where there is no credential, and for a file that is missing or empty */
export async function readSecrets(
  context: CommandContext,
  { credentialFile, webhookSecretFile }: SecretOptions,
): Promise<Secrets> {
  if (credentialFile === '-' && webhookSecretFile === '-') {
    throw new AppError(
      'invalid_input',
      'Only one of the two secrets can come from standard input: put one into a file.',
    );
  }
  const credential = (await readSecret(context, credentialFile, 'REFRAIN_CREDENTIAL')).trim();
  if (credential === '') {
    const advice =
      'The credential is missing or empty: give --credential-file, set REFRAIN_CREDENTIAL, or connect by an App (see --help).';
    throw new AppError('invalid_input', advice);
  }
  const webhookSecret = (await readSecret(context, webhookSecretFile, 'REFRAIN_WEBHOOK_SECRET')).trim();
  if (webhookSecret === '' && webhookSecretFile !== undefined) {
    throw new AppError('invalid_input', 'The webhook secret is empty: check what --webhook-secret-file names.');
  }
  return { credential, webhookSecret: webhookSecret === '' ? null : webhookSecret };
}

/** What a file or a variable holds; empty where there is neither. @throws {AppError} `invalid_input` for a file that is missing */
export async function readSecret(context: CommandContext, file: string | undefined, variable: string): Promise<string> {
  if (file === undefined) return context.env[variable] ?? '';
  if (file === '-') return context.readStandardInput();
  const path = resolveFile(context, file);
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('invalid_input', `Cannot read ${path}: does the file exist?`, { cause });
  });
}

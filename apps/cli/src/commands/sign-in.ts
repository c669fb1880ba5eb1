import { SignInLinkResponse } from '@refrain/domain';
import type { Command } from 'commander';
import {
  type CommandEnvironment,
  createCommandApiClient,
  type GlobalOptions,
  printResult,
} from '../command-environment.ts';

/** Adds `refrain sign-in`. Each run creates a new link; earlier links stay valid until they are used or expire. */
export function addSignInCommand(program: Command, context: CommandEnvironment): void {
  program
    .command('sign-in')
    .description('Print a link that signs in a browser, once, within an hour')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain sign-in\n  open "$(npx refrain sign-in)"\n\nThe first person who presses its button is signed in. Give it to one person only.',
    )
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const link = await createCommandApiClient(context, options).post('/v1/sign-in-links', {}, SignInLinkResponse);
      printResult(context, options, link, link.url);
    });
}

import { SignInLinkResponse } from '@refrain/domain';
import type { Command } from 'commander';
import { type CommandEnvironment, setCommandAction } from '../command-environment.ts';

/** Adds `refrain sign-in`. Each run creates a new link; earlier links stay valid until they are used or expire. */
export function addSignInCommand(program: Command, context: CommandEnvironment): void {
  const signIn = program
    .command('sign-in')
    .description('Print a sign-in link for a browser; it works once, within an hour')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain sign-in\n  open "$(npx refrain sign-in)"\n\nThe first person to press its button is signed in. Give the link to one person only.',
    );
  setCommandAction(context, signIn, async ({ createApi, print }) => {
    const link = await createApi().post('/v1/sign-in-links', {}, SignInLinkResponse);
    print(link, link.url);
  });
}

import { SignInLinkResponse } from '@refrain/domain';
import type { Command } from 'commander';
import { type CommandEnvironment, setCommandAction } from '../command-environment.ts';

/** Adds `refrain sign-in`. Each run creates a new link; earlier links stay valid until they are used or expire. */
export function addSignInCommand(program: Command, context: CommandEnvironment): void {
  const signIn = program
    .command('sign-in')
    .description('Print a link that signs in a browser, once, within an hour')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain sign-in\n  open "$(npx refrain sign-in)"\n\nThe first person who presses its button is signed in. Give it to one person only.',
    );
  setCommandAction(context, signIn, async ({ createApi, print }) => {
    const link = await createApi().post('/v1/sign-in-links', {}, SignInLinkResponse);
    print(link, link.url);
  });
}

import { SignInLinkResponse } from '@refrain/domain';
import type { Command } from 'commander';
import { type CommandContext, type CommonOptions, openApi, printResult } from '../command-context.ts';

/** `refrain sign-in`: each run makes another link; the ones before it stay good until they are used or too old. */
export function addSignIn(program: Command, context: CommandContext): void {
  program
    .command('sign-in')
    .description('Print a link that signs a browser in, once, within the hour')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain sign-in\n  open "$(npx refrain sign-in)"\n\nWhoever presses its button first is signed in: give it to one person only.',
    )
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const link = await openApi(context, options).post('/v1/sign-in-links', {}, SignInLinkResponse);
      printResult(context, options, link, link.url);
    });
}

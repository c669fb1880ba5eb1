import { Correction } from '@refrain/domain';
import type { Command } from 'commander';
import { type CommandContext, type CommonOptions, openApi, printResult } from '../command-context.ts';

/** `refrain correct …`: what a person says of a pattern. */
export function addCorrect(program: Command, context: CommandContext): void {
  const correct = program
    .command('correct')
    .description('Say whether a pattern is one; every later grouping is bound by it')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain correct confirm <pattern>   sure enough for an issue, however alike its failures are\n  npx refrain correct dismiss <pattern>   not listed, told or proposed any more',
    );
  addJudgement(correct, context, 'confirm', 'Say that this is a pattern', true);
  addJudgement(correct, context, 'dismiss', 'Say that this is no pattern worth watching', false);
  correct
    .command('undo')
    .description('Take a correction back')
    .argument('<id>', 'a correction, by the id that was printed with it')
    .action(async (id: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      await openApi(context, options).remove(`/v1/corrections/${encodeURIComponent(id)}`);
      printResult(context, options, { removed: id }, 'Taken back.');
    });
}

function addJudgement(
  correct: Command,
  context: CommandContext,
  verb: 'confirm' | 'dismiss',
  description: string,
  right: boolean,
): void {
  correct
    .command(verb)
    .description(description)
    .argument('<pattern>', 'a pattern, by its id in the list')
    .action(async (patternId: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const decision = { kind: 'pattern', patternId, right };
      const correction = await openApi(context, options).post('/v1/corrections', decision, Correction);
      const said = right ? 'confirmed' : 'dismissed';
      printResult(
        context,
        options,
        correction,
        `It is ${said} with the next grouping.\nTo take it back: npx refrain correct undo ${correction.id}`,
      );
    });
}

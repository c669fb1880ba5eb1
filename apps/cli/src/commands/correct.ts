import { Correction } from '@refrain/domain';
import { type Command, Option } from 'commander';
import { type CommandContext, type CommonOptions, openApi, printResult } from '../command-context.ts';

/** `refrain correct …`: what a person says of a pattern, a failure or a kind of reverts. */
export function addCorrect(program: Command, context: CommandContext): void {
  const correct = program
    .command('correct')
    .description('Say what is a pattern and what is a failure; every later grouping is bound by it')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain correct confirm <pattern>   sure enough for an issue, however alike its failures are\n  npx refrain correct dismiss <pattern>   not listed, told or proposed any more\n  npx refrain correct not-a-failure <failure>   left out of every pattern and count\n  npx refrain correct reverts acme/infrastructure "drain * for maintenance" --as planned   all reverts with such titles',
    );
  addJudgement(correct, context, 'confirm', 'Say that this is a pattern', true);
  addJudgement(correct, context, 'dismiss', 'Say that this is no pattern worth watching', false);
  addVerdict(
    correct,
    context,
    'failure',
    'Say that a revert which was judged planned or unclear is a failure',
    'is_a_failure',
  );
  addVerdict(correct, context, 'not-a-failure', 'Say that it is none: a planned change, a drill', 'not_a_failure');
  addTemplate(correct, context);
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

function addVerdict(
  correct: Command,
  context: CommandContext,
  verb: string,
  description: string,
  kind: 'is_a_failure' | 'not_a_failure',
): void {
  correct
    .command(verb)
    .description(description)
    .argument('<failure>', 'a failure, by its id in the list')
    .action(async (failureId: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const isFailure = kind === 'is_a_failure';
      await send(context, options, { kind, failureId }, isFailure ? 'It counts as a failure' : 'It counts for nothing');
    });
}

interface TemplateOptions extends CommonOptions {
  readonly as: 'planned' | 'failures';
}

function addTemplate(correct: Command, context: CommandContext): void {
  correct
    .command('reverts')
    .description('Say what all reverts with such titles are, those that come later too')
    .argument('<repository>', 'as owner/name')
    .argument('<titles>', 'as `refrain reverts` lists them, with * for each word that differs')
    .addOption(new Option('--as <what>', 'what they are').choices(['planned', 'failures']).makeOptionMandatory())
    .action(async (repository: string, template: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<TemplateOptions>();
      const areFailures = options.as === 'failures';
      const decision = { kind: 'title_template', repository, template, areFailures };
      await send(
        context,
        options,
        decision,
        areFailures ? 'All of them count as failures' : 'None of them counts as a failure',
      );
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
      const said = right ? 'It is confirmed' : 'It is dismissed';
      await send(context, options, { kind: 'pattern', patternId, right }, said);
    });
}

/** @param said what holds from the next grouping on, without a full stop */
async function send(context: CommandContext, options: CommonOptions, decision: object, said: string): Promise<void> {
  const correction = await openApi(context, options).post('/v1/corrections', decision, Correction);
  printResult(
    context,
    options,
    correction,
    `${said} with the next grouping.\nTo take it back: npx refrain correct undo ${correction.id}`,
  );
}

import { Correction } from '@refrain/domain';
import { type Command, Option } from 'commander';
import { type CommandContext, type CommonOptions, openApi, printResult } from '../command-context.ts';

/** Makes one decision about one pattern or failure. */
interface Subcommand {
  readonly verb: string;
  readonly subject: 'pattern' | 'failure';
  readonly description: string;
  readonly decide: (id: string) => object;
  /** What holds from the next grouping on, without a full stop. */
  readonly said: string;
}

const subcommands: readonly Subcommand[] = [
  {
    ...{ verb: 'confirm', subject: 'pattern', description: 'Say that this is a pattern' },
    ...{ decide: (patternId) => ({ kind: 'pattern', patternId, right: true }), said: 'It is confirmed' },
  },
  {
    ...{ verb: 'dismiss', subject: 'pattern', description: 'Say that this is no pattern worth watching' },
    ...{ decide: (patternId) => ({ kind: 'pattern', patternId, right: false }), said: 'It is dismissed' },
  },
  {
    ...{ verb: 'failure', subject: 'failure' },
    description: 'Say that a revert which was judged planned or unclear is a failure',
    ...{ decide: (failureId) => ({ kind: 'is_a_failure', failureId }), said: 'It counts as a failure' },
  },
  {
    ...{ verb: 'not-a-failure', subject: 'failure', description: 'Say that it is none: a planned change, a drill' },
    ...{ decide: (failureId) => ({ kind: 'not_a_failure', failureId }), said: 'It counts for nothing' },
  },
];

/** `refrain correct …`: what a person says of a pattern, a failure or a kind of reverts. */
export function addCorrect(program: Command, context: CommandContext): void {
  const correct = program
    .command('correct')
    .description('Say what is a pattern and what is a failure; every later grouping is bound by it')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain correct confirm <pattern>   sure enough for an issue, however alike its failures are\n  npx refrain correct dismiss <pattern>   not listed, told or proposed any more\n  npx refrain correct not-a-failure <failure>   left out of every pattern and count\n  npx refrain correct reverts acme/infrastructure "drain * for maintenance" --as planned   all reverts with such titles',
    );
  for (const subcommand of subcommands) addSubcommand(correct, context, subcommand);
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

function addSubcommand(
  correct: Command,
  context: CommandContext,
  { verb, subject, description, decide, said }: Subcommand,
): void {
  correct
    .command(verb)
    .description(description)
    .argument(`<${subject}>`, `a ${subject}, by its id in the list`)
    .action(async (id: string, _options: unknown, command: Command) => {
      await send(context, command.optsWithGlobals<CommonOptions>(), decide(id), said);
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

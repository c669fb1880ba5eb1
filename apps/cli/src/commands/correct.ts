import { Correction } from '@refrain/domain';
import { type Command, Option } from 'commander';
import {
  type CommandEnvironment,
  createCommandApiClient,
  type GlobalOptions,
  printResult,
} from '../command-environment.ts';

interface Subcommand {
  readonly verb: string;
  readonly subject: 'pattern' | 'failure';
  readonly description: string;
  readonly decide: (id: string) => object;
  /** The beginning of the printed sentence that says what the correction does. */
  readonly effect: string;
}

const subcommands: readonly Subcommand[] = [
  {
    verb: 'confirm',
    subject: 'pattern',
    description: 'Confirm that this is a pattern',
    decide: (patternId) => ({ kind: 'pattern', patternId, right: true }),
    effect: 'The pattern is confirmed',
  },
  {
    verb: 'dismiss',
    subject: 'pattern',
    description: 'Dismiss a pattern that is not worth watching',
    decide: (patternId) => ({ kind: 'pattern', patternId, right: false }),
    effect: 'The pattern is dismissed',
  },
  {
    verb: 'failure',
    subject: 'failure',
    description: 'Count a revert that was judged planned or unclear as a failure',
    decide: (failureId) => ({ kind: 'is_a_failure', failureId }),
    effect: 'It counts as a failure',
  },
  {
    verb: 'not-a-failure',
    subject: 'failure',
    description: 'Exclude a failure that was none, such as a planned change or a drill',
    decide: (failureId) => ({ kind: 'not_a_failure', failureId }),
    effect: 'It does not count as a failure',
  },
];

export function addCorrectCommand(program: Command, context: CommandEnvironment): void {
  const correct = program
    .command('correct')
    .description('Correct patterns and failures; corrections bind every later clustering')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain correct confirm <pattern>   an issue may be proposed, however similar its failures are\n  npx refrain correct dismiss <pattern>   no longer listed, notified or proposed\n  npx refrain correct not-a-failure <failure>   left out of every pattern and count\n  npx refrain correct reverts acme/infrastructure "drain * for maintenance" --as planned   all reverts with such titles',
    );
  for (const subcommand of subcommands) addSubcommand(correct, context, subcommand);
  addTemplate(correct, context);
  correct
    .command('undo')
    .description('Undo a correction')
    .argument('<id>', 'the id that was printed with the correction')
    .action(async (id: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      await createCommandApiClient(context, options).remove(`/v1/corrections/${encodeURIComponent(id)}`);
      printResult(context, options, { removed: id }, 'Taken back.');
    });
}

function addSubcommand(
  correct: Command,
  context: CommandEnvironment,
  { verb, subject, description, decide, effect }: Subcommand,
): void {
  correct
    .command(verb)
    .description(description)
    .argument(`<${subject}>`, `the id of a ${subject}, from the list`)
    .action(async (id: string, _options: unknown, command: Command) => {
      await send(context, command.optsWithGlobals<GlobalOptions>(), decide(id), effect);
    });
}

interface TemplateOptions extends GlobalOptions {
  readonly as: 'planned' | 'failures';
}

function addTemplate(correct: Command, context: CommandEnvironment): void {
  correct
    .command('reverts')
    .description('Decide what all reverts with such titles are, including later ones')
    .argument('<repository>', 'as owner/name')
    .argument('<titles>', 'titles as `refrain reverts` prints them, with * for each word that differs')
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

async function send(
  context: CommandEnvironment,
  options: GlobalOptions,
  decision: object,
  effect: string,
): Promise<void> {
  const correction = await createCommandApiClient(context, options).post('/v1/corrections', decision, Correction);
  printResult(
    context,
    options,
    correction,
    `${effect} from the next clustering on.\nTo undo it: npx refrain correct undo ${correction.id}`,
  );
}

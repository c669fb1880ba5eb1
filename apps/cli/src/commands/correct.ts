import { type Command, Option } from 'commander';
import { type CommandEnvironment, type CommandInvocation, setCommandAction } from '../command-environment.ts';
import { addCorrectStatementCommand } from './correct-statement.ts';
import { sendCorrection } from './send-correction.ts';

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
    description: 'Count as a failure a revert that was judged planned or unclear',
    decide: (failureId) => ({ kind: 'is_a_failure', failureId }),
    effect: 'It counts as a failure',
  },
  {
    verb: 'not-a-failure',
    subject: 'failure',
    description: 'Exclude a record that is not a failure, such as a planned change or a drill',
    decide: (failureId) => ({ kind: 'not_a_failure', failureId }),
    effect: 'It does not count as a failure',
  },
];

interface TemplateOptions {
  readonly as: 'planned' | 'failures';
}

export function addCorrectCommand(program: Command, context: CommandEnvironment): void {
  const correct = program
    .command('correct')
    .description('Correct patterns and failures; every later clustering obeys the corrections')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain correct confirm <pattern>   an issue may be proposed, regardless of how similar its failures are\n  npx refrain correct dismiss <pattern>   no longer listed or proposed, and no more notifications\n  npx refrain correct not-a-failure <failure>   left out of every pattern and count\n  npx refrain correct statement <failure> resolution --none   what its report states; statement --help has more\n  npx refrain correct reverts acme/infrastructure "drain * for maintenance" --as planned   all reverts with such titles',
    );
  for (const { verb, subject, description, decide, effect } of subcommands) {
    const command = correct
      .command(verb)
      .description(description)
      .argument(`<${subject}>`, `the id of a ${subject}, from the list`);
    setCommandAction(context, command, (invocation, id: string) => sendCorrection(invocation, decide(id), effect));
  }
  const reverts = correct
    .command('reverts')
    .description('Decide whether all reverts with such titles are failures, including later ones')
    .argument('<repository>', 'as owner/name')
    .argument('<titles>', 'titles as `refrain reverts` prints them, with * for each word that differs')
    .addOption(new Option('--as <what>', 'what they are').choices(['planned', 'failures']).makeOptionMandatory());
  setCommandAction(
    context,
    reverts,
    (invocation: CommandInvocation<TemplateOptions>, repository: string, template: string) => {
      const areFailures = invocation.options.as === 'failures';
      const decision = { kind: 'title_template', repository, template, areFailures };
      return sendCorrection(
        invocation,
        decision,
        areFailures ? 'All of them count as failures' : 'None of them counts as a failure',
      );
    },
  );
  addCorrectStatementCommand(correct, context);
  const undo = correct
    .command('undo')
    .description('Undo a correction')
    .argument('<id>', 'the id that was printed with the correction');
  setCommandAction(context, undo, async ({ createApi, print }, id: string) => {
    await createApi().remove(`/v1/corrections/${encodeURIComponent(id)}`);
    print({ removed: id }, 'Undone.');
  });
}

import { AppError, CorrectionDecision, parseInput, StatementKind, Trigger } from '@refrain/domain';
import { Argument, type Command, Option } from 'commander';
import { type CommandEnvironment, type CommandInvocation, setCommandAction } from '../command-environment.ts';
import { sendCorrection } from './send-correction.ts';

interface StatementOptions {
  readonly quote?: string;
  readonly name?: string;
  readonly none?: boolean;
}

const statements = [...StatementKind.options, 'trigger'] as const;
type StatementName = (typeof statements)[number];

export function addCorrectStatementCommand(correct: Command, context: CommandEnvironment): void {
  const command = correct
    .command('statement')
    .description("Choose what a failure's report states, or mark it as not stated")
    .argument('<failure>', 'the id of a failure, from the list')
    .addArgument(new Argument('<statement>', 'what to correct').choices(statements))
    .addOption(new Option('--quote <words>', 'the words in the report that state it').conflicts('none'))
    .addOption(new Option('--name <name>', 'the mechanism, such as "Disk full", or the trigger').conflicts('none'))
    .addOption(new Option('--none', 'the report does not state it'))
    .addHelpText(
      'after',
      `\nTriggers: ${Trigger.options.join(', ')}\n\nExamples:\n  npx refrain correct statement <failure> root_cause --quote "The worker leaked memory."\n  npx refrain correct statement <failure> mechanism --name "Out of memory"\n  npx refrain correct statement <failure> trigger --name deployment\n  npx refrain correct statement <failure> resolution --none`,
    );
  setCommandAction(
    context,
    command,
    (invocation: CommandInvocation<StatementOptions>, failureId: string, statement: StatementName) => {
      const decision = createDecision(failureId, statement, invocation.options);
      return sendCorrection(invocation, decision, 'The failure shows it now; patterns and reports show it');
    },
  );
}

function createDecision(failureId: string, statement: StatementName, options: StatementOptions): CorrectionDecision {
  const { quote = null, name, none = false } = options;
  const isNamed = statement === 'mechanism' || statement === 'trigger';
  const isComplete = none || (isNamed ? name !== undefined : quote !== null);
  if (!isComplete)
    throw invalid(
      `The ${statement} is missing. Pass ${isNamed ? '--name' : '--quote'}, or --none if it is not stated.`,
    );
  if (name !== undefined && !isNamed) throw invalid('Only a mechanism or a trigger has a name. Omit --name.');
  if (quote !== null && statement === 'trigger')
    throw invalid('Refrain finds the words that state the trigger. Omit --quote.');
  const decision =
    statement === 'trigger'
      ? { kind: 'cause', failureId, trigger: name ?? 'unknown' }
      : { kind: 'statement', failureId, statement, quote, ...(name !== undefined && { mechanism: name }) };
  return parseInput(CorrectionDecision, decision, 'the correction');
}

function invalid(message: string): AppError {
  return new AppError('invalid_input', message);
}

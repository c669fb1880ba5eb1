import { Command } from 'commander';
import { addCatalogueCommands } from './catalogue/commands.ts';
import { addCauseCommands } from './causes/commands.ts';
import type { EvalCommandEnvironment } from './command-line/context.ts';
import { addCompareCommand } from './compare/commands.ts';
import { addDeploymentCommands } from './deployments/commands.ts';
import { addEffectCommand } from './effects/commands.ts';
import { addForecastCommands } from './forecasts/commands.ts';
import { addGuardrailCommand } from './guardrails/commands.ts';
import { addLearningCommand } from './learning/commands.ts';
import { addLinkCommands } from './links/commands.ts';
import { addMapCommand } from './map/commands.ts';
import { addNameCommand } from './names/commands.ts';
import { addNewFailureCommands } from './new-failures/commands.ts';
import { addPassageCommands } from './passages/commands.ts';
import { addPatternCommands } from './patterns/commands.ts';
import { addPrecheckCommand } from './precheck/commands.ts';
import { addOrganisationCommand } from './real-organisation/commands.ts';
import { addRevertCommands } from './reverts/commands.ts';
import { addSeenCommand } from './seen/commands.ts';
import { addSimilarityCommands } from './similarity/commands.ts';
import { addTrendCommand } from './trends/commands.ts';

/** Creates the commands of `npm run eval`. A command loads the analysis only when it runs. */
export function createProgram(context: EvalCommandEnvironment, writeError: (text: string) => void): Command {
  const program = new Command('npm run --silent eval --')
    .description('Run the analysis over files or generated organisations, and score it where the truth is known.')
    .exitOverride()
    .configureOutput({ writeOut: context.print, writeErr: writeError })
    .showHelpAfterError('(see --help)');
  const measure = new Command('measure').description('Measure one part of the analysis').copyInheritedSettings(program);
  const parents = { program, measure, context };
  addSimilarityCommands(parents);
  addPatternCommands(parents);
  addCauseCommands(parents);
  addRevertCommands(parents);
  addForecastCommands(parents);
  addPassageCommands(parents);
  addSeenCommand(parents);
  addOrganisationCommand(parents);
  addCompareCommand(parents);
  addLearningCommand(parents);
  addDeploymentCommands(parents);
  addLinkCommands(parents);
  addTrendCommand(parents);
  addEffectCommand(parents);
  addPrecheckCommand(parents);
  addNewFailureCommands(parents);
  addCatalogueCommands(parents);
  addGuardrailCommand(parents);
  addNameCommand(parents);
  addMapCommand(parents);
  for (const command of [...program.commands, ...measure.commands]) foldDescription(command);
  return program.addCommand(measure);
}

/** Lets commander wrap the description, and shows only the first clause in the list of commands. */
function foldDescription(command: Command): void {
  const text = command.description().replaceAll('\n', ' ');
  command.description(text).summary(text.split(/[.:] /u)[0] ?? text);
}

import { Command } from 'commander';
import { addCatalogue } from './catalogue/commands.ts';
import { addCauses } from './causes/commands.ts';
import type { EvalContext } from './command-line/context.ts';
import { addCompare } from './compare/commands.ts';
import { addEffect } from './effects/commands.ts';
import { addForecasts } from './forecasts/commands.ts';
import { addGuardrails } from './guardrails/commands.ts';
import { addLinks } from './links/commands.ts';
import { addMap } from './map/commands.ts';
import { addArrivals } from './new-failures/commands.ts';
import { addPatterns } from './patterns/commands.ts';
import { addPrecheck } from './precheck/commands.ts';
import { addOrganisation } from './real-organisation/commands.ts';
import { addResolutions } from './resolutions/commands.ts';
import { addReverts } from './reverts/commands.ts';
import { addSeen } from './seen/commands.ts';
import { addSimilarity } from './similarity/commands.ts';
import { addTrend } from './trends/commands.ts';

/** Creates the commands of `npm run eval`. A command loads the analysis only when it runs. */
export function createProgram(context: EvalContext, writeError: (text: string) => void): Command {
  const program = new Command('npm run --silent eval --')
    .description('Run the analysis over files or generated organisations, and score it where the truth is known.')
    .exitOverride()
    .configureOutput({ writeOut: context.print, writeErr: writeError })
    .showHelpAfterError('(see --help)');
  const measure = new Command('measure').description('Measure one part of the analysis').copyInheritedSettings(program);
  const parents = { program, measure, context };
  addSimilarity(parents);
  addPatterns(parents);
  addCauses(parents);
  addReverts(parents);
  addForecasts(parents);
  addResolutions(parents);
  addSeen(parents);
  addOrganisation(parents);
  addCompare(parents);
  addLinks(parents);
  addTrend(parents);
  addEffect(parents);
  addPrecheck(parents);
  addArrivals(parents);
  addCatalogue(parents);
  addGuardrails(parents);
  addMap(parents);
  for (const command of [...program.commands, ...measure.commands]) foldDescription(command);
  return program.addCommand(measure);
}

/** Lets commander wrap the description, and shows only the first clause in the list of commands. */
function foldDescription(command: Command): void {
  const text = command.description().replaceAll('\n', ' ');
  command.description(text).summary(text.split(/[.:] /u)[0] ?? text);
}

import { Command } from 'commander';
import type { CommandContext } from './command-context.ts';
import { addBackfill } from './commands/backfill.ts';
import { addConnect } from './commands/connect.ts';
import { addDoctor } from './commands/doctor.ts';
import { addEval } from './commands/eval.ts';
import { addFailures } from './commands/failures.ts';
import { addImport } from './commands/import.ts';
import { addPatterns } from './commands/patterns.ts';

export function createProgram(context: CommandContext): Command {
  const program = new Command('refrain')
    .description('Find the failures that keep coming back.')
    .option('--url <url>', 'address of Refrain; REFRAIN_URL, or the instance on this machine, unless given')
    .option('--token <token>', 'API token; REFRAIN_TOKEN, or that of the instance on this machine, unless given')
    .option('--json', 'print one line of JSON instead of text')
    .showHelpAfterError('(--help shows what is possible)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.terminal.out(text),
      writeErr: (text) => context.terminal.note(text),
    })
    .addHelpText(
      'after',
      '\nExit codes: 0 done · 1 failed · 2 wrong use or unreadable input · 3 Refrain or the provider cannot be reached, or refuses the credential',
    );
  addConnect(program, context);
  addBackfill(program, context);
  addImport(program, context);
  addPatterns(program, context);
  addFailures(program, context);
  addDoctor(program, context);
  addEval(program, context);
  for (const command of program.commands) inherit(command, program);
  return program;
}

function inherit(command: Command, parent: Command): void {
  command.copyInheritedSettings(parent);
  for (const child of command.commands) inherit(child, command);
}

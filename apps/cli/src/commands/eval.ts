import type { Command } from 'commander';
import { type CommandContext, resolveFile } from '../command-context.ts';
import type { EvalOptions } from '../eval/eval-task.ts';
import { evalTasks } from '../eval/index.ts';

/** Runs the product's own analysis over a file, without a server; labels in the file are read for scoring only. */
export function addEval(program: Command, context: CommandContext): void {
  const evaluate = program
    .command('eval')
    .description('Run the analysis over a file of JSON Lines and score it where the file has labels; needs no server')
    .addHelpText('after', '\nExample:\n  npx refrain eval similar --input in.jsonl --output out.jsonl');
  for (const [name, task] of Object.entries(evalTasks)) {
    const by = task.by === undefined ? '' : ' --by service';
    const command = evaluate
      .command(name)
      .description(task.description)
      .requiredOption('--input <file>', 'JSON Lines to read')
      .addHelpText('after', `\nExample:\n  npx refrain eval ${name} --input in.jsonl${by} --output out.jsonl`)
      .action(async (_options: unknown, command: Command) => {
        const { input, output, truth, by } = command.opts<EvalOptions>();
        const summary = await task.run({
          input: resolveFile(context, input),
          ...(output === undefined ? {} : { output: resolveFile(context, output) }),
          ...(truth === undefined ? {} : { truth: resolveFile(context, truth) }),
          ...(by === undefined ? {} : { by }),
        });
        context.terminal.out(`${JSON.stringify(summary)}\n`);
      });
    if (task.isOutputOptional) command.option('--output <file>', 'JSON Lines to write');
    else command.requiredOption('--output <file>', 'JSON Lines to write');
    if (task.by !== undefined) command.requiredOption('--by <field>', task.by);
    if (task.truth !== undefined) command.option('--truth <file>', task.truth);
  }
}

import { type CommandParents, printJson } from '../command-line/context.ts';
import { addSeedOptions, type SeedOptions } from '../command-line/options.ts';

const jobLogsDescription = `How well the logs of failed jobs are reduced to the error that ended the job, in generated organisations, one line of JSON: the
share of logs whose reduced text contains the line that states the error, and the share of kept lines that belong to the error;
separately for tools without whose logs the reduction was developed.`;

const deploymentsDescription = `How well failed deployments of generated organisations are analysed, one line of JSON: groups and causes of failed
deployments alone, how each was resolved, and the change that it deployed.`;

export function addDeploymentCommands({ measure, context }: CommandParents): void {
  addSeedOptions(measure.command('job-logs').description(jobLogsDescription), [11, 12, 13])
    .option('--list', 'print the reduced logs for a person to read')
    .action(async (options: SeedOptions & { readonly list?: boolean }) => {
      const { listReducedLogs, measureJobLogs } = await import('./measure-job-logs.ts');
      if (options.list) context.print(listReducedLogs(options));
      else printJson(context, measureJobLogs(options));
    });
  addSeedOptions(measure.command('deployments').description(deploymentsDescription), [11, 12, 13])
    .option('--list', 'print the patterns of failed deployments for a person to read')
    .action(async (options: SeedOptions & { readonly list?: boolean }) => {
      const { listDeploymentPatterns, measureDeployments } = await import('./measure-deployments.ts');
      if (options.list) context.print(listDeploymentPatterns(options));
      else printJson(context, measureDeployments(options));
    });
}

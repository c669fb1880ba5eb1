import { listRevertTemplates } from '@refrain/analysis';
import { findRevertFailures } from './org/find-revert-failures.ts';
import { readReverts } from './org/read-reverts.ts';
import { readOptions } from './read-options.ts';

const usage = `Usage: node test/eval/dist/measure-revert-titles.js REVERTS...

Lists the 30 kinds of titles that each repository reverts most often, with the verdicts on their reverts. For a person to read: the product
lists those with five reverts or more, to be judged at once. Prints a table for each repository; takes some seconds.
`;

const mostListed = 30;

for (const path of readOptions(usage, {}, true).positionals) {
  const failures = findRevertFailures(readReverts(path));
  for (const repository of new Set(failures.map((failure) => failure.repository))) {
    process.stdout.write(`${repository}: reverts, failures, planned, unclear, template\n`);
    const own = failures.filter((failure) => failure.repository === repository);
    const templates = listRevertTemplates({ failures: own, episodes: [], corrections: [], fewestReverts: 2 });
    for (const { template, reverts, failures: broken, planned, unclear } of templates.slice(0, mostListed))
      process.stdout.write(
        `${[reverts, broken, planned, unclear].map((count) => String(count).padStart(5)).join('')}  ${template}\n`,
      );
  }
}

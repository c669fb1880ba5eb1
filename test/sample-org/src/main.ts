import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { World } from '@refrain/emulators';
import { generateOrganisation } from './generate-organisation.ts';
import type { FailureRef, Truth } from './truth.ts';

const help = `Generates a company with two years of changes and failures, and the truth about them.

  --seed N              seed of the company (default 1)
  --out FILE            write the world that the emulators serve, as JSON
  --truth FILE          write the truth, as JSON
  --post-mortems FILE   write its post-mortems as JSON Lines, as 'refrain import' takes them
  --until DAY           last day of its history (default 2026-10-31)
  --summary             print a summary
  --help                print this text
`;

function run(): number {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
      truth: { type: 'string' },
      'post-mortems': { type: 'string' },
      until: { type: 'string' },
      summary: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new RangeError('--seed must be a whole number');
  const documents = values['post-mortems'];
  if (values.out === undefined && values.truth === undefined && documents === undefined && !values.summary)
    throw new RangeError('There is nothing to write. Add --out, --truth, --post-mortems or --summary, or see --help.');
  const { world, truth, postMortems } = generateOrganisation(
    seed,
    values.until === undefined ? {} : { until: values.until },
  );
  if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(world)}\n`);
  if (values.truth !== undefined) writeFileSync(values.truth, `${JSON.stringify(truth, null, 1)}\n`);
  if (documents !== undefined) writeFileSync(documents, postMortems.map((one) => `${JSON.stringify(one)}\n`).join(''));
  if (values.summary) process.stdout.write(summariseOrganisation(world, truth));
  return 0;
}

function summariseOrganisation(world: World, truth: Truth): string {
  const { repositories } = world.github;
  const failures = truth.episodes.flatMap((episode) => episode.failures);
  const count = (kind: FailureRef['kind']) => failures.filter((failure) => failure.kind === kind).length;
  const total = (list: 'commits' | 'pulls' | 'deployments') =>
    repositories.reduce((sum, repository) => sum + repository[list].length, 0);
  const lines = [
    `${repositories.length} repositories, ${world.pagerduty.services.length} services`,
    `${total('pulls')} pull requests, ${total('commits')} commits, ${total('deployments')} deployments`,
    `${failures.length} failures in ${truth.episodes.length} episodes: ${count('incident')} incidents, ${count('failed_deployment')} failed deployments, ${count('reverted_change')} reverted changes`,
    `${truth.patterns.length} patterns (${truth.patterns.filter(({ seasonal }) => seasonal).length} seasonal, ${truth.patterns.filter(({ fixedAt }) => fixedAt !== null).length} fixed), ${truth.oneOffs.length} one-offs`,
    `${truth.coincidences.length} coincidences, ${truth.plannedReverts.length} planned reverts, ${truth.unclearReverts.length} unclear ones, ${truth.reapplied.length} reverts of reverts`,
    `${truth.postMortems.length} post-mortems, ${truth.postMortems.filter(({ precision }) => precision === 'day').length} of them with a day alone`,
    ...truth.patterns.map(
      ({ id, name }) =>
        `${String(truth.episodes.filter(({ patternId }) => patternId === id).length).padStart(4)}  ${name}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

try {
  process.exitCode = run();
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
  process.exitCode = 2;
}

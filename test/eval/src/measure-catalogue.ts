import { type CatalogueInput, type DecidedPair, linkFailures, suggestCatalogue } from '@refrain/analysis';
import { generateOrganisation } from '@refrain/sample-org';
import { type HiddenNames, hideNames } from './hide-names.ts';
import { observeOrganisation } from './observe-organisation.ts';
import { readOptions } from './read-options.ts';
import { scoreCatalogue } from './score-catalogue.ts';
import { scoreLinks } from './score-links.ts';

const usage = `Usage: node test/eval/dist/measure-catalogue.js [--seed N]…

How well the repositories of services are suggested, one line of JSON (seeds 1, 2 and 3 unless told): with the names as they
are, disguised, with services called by code names, and with their names taken out of all texts too, so that only other
words and what happens together are left. For each also how well incidents are linked to changes, without a catalogue and
with one in which every service is confirmed.
`;

const { values } = readOptions(usage, { seed: { type: 'string', multiple: true, default: ['1', '2', '3'] } });
const organisations = values.seed.map((text) => {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed)) throw new RangeError('Give --seed a whole number');
  const { world, truth } = generateOrganisation(seed);
  const { failures, changes } = observeOrganisation(world);
  const measured = (hidden: HiddenNames) => {
    const named = hideNames(world, failures, hidden);
    const input: CatalogueInput = {
      services: named.services,
      repositories: world.github.repositories.map(({ name }) => `${world.github.organisation}/${name}`),
      failures: named.failures,
      changes,
      files: [],
      decided: [],
    };
    const startedAt = performance.now();
    const drafts = suggestCatalogue(input);
    const ms = Math.round(performance.now() - startedAt);
    const confirmed = [...named.truth].map(([service, repository]): DecidedPair => {
      return { service, repository, path: null, environment: null, status: 'confirmed' };
    });
    const links = (catalogue: readonly DecidedPair[]) => {
      const observation = { failures: named.failures, changes };
      const { causedBy, endedBy, pairs } = scoreLinks(
        observation,
        linkFailures({ ...observation, corrections: [], catalogue }),
        truth,
      );
      return { causedBy, endedBy, pairs };
    };
    return { ...scoreCatalogue(drafts, named.truth), ms, links: { without: links([]), confirmed: links(confirmed) } };
  };
  return {
    seed,
    plain: measured('none'),
    disguised: measured('disguised'),
    services: measured('services'),
    texts: measured('texts'),
  };
});
process.stdout.write(`${JSON.stringify({ organisations })}\n`);

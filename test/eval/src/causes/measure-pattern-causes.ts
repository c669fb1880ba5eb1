import { runPipeline } from '@refrain/analysis';
import { generateOrganisation } from '@refrain/sample-org';
import type { SeedOptions } from '../command-line/options.ts';
import { parseOrganisation } from '../organisations/parse-organisation.ts';
import { createCauseCorrections, findTruePatterns, scorePatternCauses } from './score-pattern-causes.ts';

export function measurePatternCauses({ seed: seeds }: SeedOptions) {
  const organisations = seeds.map((seed) => {
    const { world, truth } = generateOrganisation(seed);
    const observation = parseOrganisation(world);
    const find = (corrections: ReturnType<typeof createCauseCorrections>) =>
      runPipeline({ ...observation, corrections, previous: [], until: new Date().toISOString() }).patterns;
    const shipped = find([]);
    const trulyIs = findTruePatterns(shipped, truth);
    const ids = [...trulyIs.keys()].sort();
    const halves = [0, 1].map((half) => ids.filter((_, at) => at % 2 === half));
    const corrected = halves.flatMap((scored, half) =>
      find(createCauseCorrections(halves[1 - half] ?? [], trulyIs)).filter(({ pattern }) =>
        scored.includes(pattern.id),
      ),
    );
    return {
      seed,
      shipped: scorePatternCauses(shipped, trulyIs),
      corrected: scorePatternCauses(corrected, trulyIs),
    };
  });
  return { organisations };
}

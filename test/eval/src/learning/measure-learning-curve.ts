import type { EvalCommandEnvironment } from '../command-line/context.ts';
import type { SeedOptions } from '../command-line/options.ts';
import { roundAllNumbers } from '../figures/round.ts';
import { type LearningOptions, type LearningStep, scoreLearningCurve } from './correct-step-by-step.ts';
import { learnCausesOfOrganisation, scoreCauseLabels } from './learn-causes-of-organisation.ts';
import { learnGroupsOfOrganisation, scoreGroupLabels } from './learn-groups-of-organisation.ts';
import { learnVerdictsOfOrganisation, scoreVerdictLabels } from './learn-verdicts-of-organisation.ts';
import {
  type LabelledOrganisation,
  readLabelledIncidents,
  readLabelledReverts,
} from './read-labelled-organisations.ts';

const counts = [0, 5, 10, 20, 40];

export interface MeasureLearningCurveOptions extends SeedOptions {
  readonly data: string;
}

/** Measures how well Refrain judges the failures that no correction names, after up to 40 corrections. */
export async function measureLearningCurve(
  { data, seed: seeds }: MeasureLearningCurveOptions,
  { note }: EvalCommandEnvironment,
) {
  const incidents = await readLabelledIncidents(data);
  const reverts = await readLabelledReverts(data);
  const curves = measureCurves(incidents, reverts, { counts, seeds }, note);
  return roundAllNumbers({ task: 'learning-curve', seeds: seeds.length, ...curves }, 3);
}

/** Returns the curves of causes, triggers and groups of incidents, and of the verdicts of reverts. */
export function measureCurves(
  incidents: readonly LabelledOrganisation[],
  reverts: readonly LabelledOrganisation[],
  options: LearningOptions,
  note: (line: string) => void,
) {
  const assessed = incidents.map((organisation) => {
    note(`Correcting the incidents of ${organisation.name} …`);
    const groups = learnGroupsOfOrganisation(organisation, options);
    return { name: organisation.name, groups, ...learnCausesOfOrganisation(organisation, options) };
  });
  const judged = reverts.map((organisation) => {
    note(`Correcting the reverts of ${organisation.name} …`);
    return { name: organisation.name, steps: learnVerdictsOfOrganisation(organisation, options) };
  });
  return {
    causes: summarise(
      assessed.map(({ name, causes: steps }) => ({ name, steps })),
      scoreCauseLabels,
    ),
    triggers: summarise(
      assessed.map(({ name, triggers: steps }) => ({ name, steps })),
      scoreCauseLabels,
    ),
    groups: summarise(
      assessed.map(({ name, groups: steps }) => ({ name, steps })),
      scoreGroupLabels,
    ),
    verdicts: summarise(judged, scoreVerdictLabels),
  };
}

interface LearningOrganisation<Label extends string> {
  readonly name: string;
  readonly steps: readonly LearningStep<Label>[];
}

function summarise<Label extends string>(
  organisations: readonly LearningOrganisation<Label>[],
  score: Parameters<typeof scoreLearningCurve<Label>>[1],
) {
  return {
    all: scoreLearningCurve(
      organisations.flatMap(({ steps }) => steps),
      score,
    ),
    byOrganisation: Object.fromEntries(
      organisations.map(({ name, steps }) => [name, scoreLearningCurve(steps, score)]),
    ),
  };
}

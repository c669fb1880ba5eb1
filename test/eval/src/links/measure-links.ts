import { linkFailures } from '@refrain/analysis/evaluation';
import type { EvalCommandEnvironment } from '../command-line/context.ts';
import type { SeedOptions } from '../command-line/options.ts';
import { listTrueDeployments, scoreDeploymentLinks } from '../deployments/score-deployment-links.ts';
import { round } from '../figures/round.ts';
import { causeBaselines } from './link-baselines.ts';
import { type OrganisationVariant, organisationVariants, parseOrganisationVariant } from './organisation-variant.ts';
import { type LinkScore, scoreLinks } from './score-links.ts';
import {
  type AttributionTally,
  computePrecisionRecall,
  scoreAttributionTally,
  sumAttributionTallies,
  summariseCalibration,
  tallyAttributions,
} from './tally-attributions.ts';
import { tallyResolutions } from './tally-resolutions.ts';

export interface MeasureLinksOptions extends SeedOptions {
  /** Whether to also measure harder variants of the organisations. */
  readonly harder?: boolean | undefined;
}

export function measureLinks({ seed: seeds, harder: isHarder }: MeasureLinksOptions, { note }: EvalCommandEnvironment) {
  const { summary, tally, organisations, baselineTallies } = measureVariant(seeds, 'plain', note);
  const harder = (isHarder ? organisationVariants.slice(1) : []).map((variant) => {
    const measured = measureVariant(seeds, variant, note);
    return [variant, { ...measured.summary, baselines: scoreBaselines(measured.baselineTallies) }] as const;
  });
  return {
    task: 'link',
    seeds,
    ...summary,
    baselines: scoreBaselines(baselineTallies),
    goals: { f1: 0.9, notChangeRelatedF1: 0.85 },
    calibration: summariseCalibration(tally),
    organisations,
    ...(isHarder ? { harder: Object.fromEntries(harder) } : {}),
  };
}

function measureVariant(seeds: readonly number[], variant: OrganisationVariant, note: EvalCommandEnvironment['note']) {
  const measured = seeds.map((seed) => {
    note(`organisation ${seed}, ${variant}`);
    const organisation = parseOrganisationVariant(seed, variant);
    const linking = linkFailures({ ...organisation, corrections: [] });
    const incidents = organisation.failures.filter(({ kind }) => kind === 'incident');
    const answerOf = (baseline: keyof typeof causeBaselines) =>
      tallyAttributions(causeBaselines[baseline](incidents, organisation.changes), organisation);
    return {
      seed,
      tally: tallyAttributions(linking.changeAssessments, organisation),
      endings: tallyResolutions(linking.changeAssessments, organisation),
      links: scoreLinks(organisation, linking, organisation.truth),
      failedDeployments: scoreDeploymentLinks({
        ...organisation,
        links: linking.links,
        deployments: listTrueDeployments(organisation.truth),
      }),
      baselines: {
        lastSuccessfulDeployment: answerOf('lastSuccessfulDeployment'),
        timeAndService: answerOf('timeAndService'),
      },
    };
  });
  const tally = sumAttributionTallies(measured.map((one) => one.tally));
  return {
    tally,
    summary: summarise(
      tally,
      measured.map((one) => one.endings),
      measured.map((one) => one.links),
    ),
    organisations: measured.map(({ seed, tally: own, endings, links, failedDeployments }) => ({
      seed,
      ...summarise(own, [endings], [links]),
      episodes: links.episodes,
      coincidences: links.coincidences,
      isFailure: links.isFailure,
      failedDeployments,
    })),
    baselineTallies: measured.map((one) => one.baselines),
  };
}

function summarise(
  tally: AttributionTally,
  endings: readonly ReturnType<typeof tallyResolutions>[],
  links: readonly LinkScore[],
) {
  const sum = (read: (one: ReturnType<typeof tallyResolutions>) => number) =>
    endings.reduce((total, one) => total + read(one), 0);
  const share = (
    read: (one: ReturnType<typeof tallyResolutions>) => { readonly right: number; readonly of: number },
  ) => {
    const [right, of] = [sum((one) => read(one).right), sum((one) => read(one).of)];
    return { of, right: of === 0 ? null : round(right / of, 3) };
  };
  const mean = (read: (one: LinkScore) => number) =>
    round(links.reduce((total, one) => total + read(one), 0) / links.length);
  return {
    ...scoreAttributionTally(tally),
    endedByF1: computePrecisionRecall({
      right: sum(({ changes }) => changes.right),
      given: sum(({ changes }) => changes.given),
      wanted: sum(({ changes }) => changes.wanted),
    }).f1,
    resolutions: {
      nearlyCertain: share(({ certain }) => certain.nearly_certain),
      possible: share(({ certain }) => certain.possible),
    },
    endedByKind: round(sum(({ kinds }) => kinds.right) / sum(({ kinds }) => kinds.of)),
    episodePairF1: mean(({ pairs }) => pairs.f1),
    episodeF1: mean(({ episodes }) => episodes.f1),
  };
}

function scoreBaselines(tallies: readonly Readonly<Record<keyof typeof causeBaselines, AttributionTally>>[]) {
  const scoreOf = (baseline: keyof typeof causeBaselines) => {
    const { f1, precision, recall, notChangeRelatedF1, rightAnswers } = scoreAttributionTally(
      sumAttributionTallies(tallies.map((one) => one[baseline])),
    );
    return { f1, precision, recall, notChangeRelatedF1, rightAnswers };
  };
  return {
    lastSuccessfulDeployment: scoreOf('lastSuccessfulDeployment'),
    timeAndService: scoreOf('timeAndService'),
  };
}

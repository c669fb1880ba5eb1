import { type PipelineOutput, runPipeline } from '@refrain/analysis';
import {
  collectPatternMembers,
  type GuardrailRecommendationInput,
  recommendGuardrails,
} from '@refrain/analysis/evaluation';
import type { PatternGuardrails } from '@refrain/domain';
import { generateOrganisation } from '@refrain/sample-org';
import { findTruePatterns } from '../causes/score-pattern-causes.ts';
import type { EvalCommandEnvironment } from '../command-line/context.ts';
import type { SeedOptions } from '../command-line/options.ts';
import { type ParsedRecords, parseOrganisation } from '../organisations/parse-organisation.ts';
import { acceptableGuardrails } from './acceptable-guardrails.ts';
import { type JudgedGuardrailChoice, scoreByMinFit, scoreGuardrailChoices } from './score-guardrail-choices.ts';

/** The lowest minimum fit for which choices are scored */
const lowestMinFit = 0.2;

type Found = PipelineOutput['patterns'][number];

export interface MeasureGuardrailsOptions extends SeedOptions {
  readonly list?: boolean | undefined;
}

export function measureGuardrails({ seed: seeds, list }: MeasureGuardrailsOptions, { print }: EvalCommandEnvironment) {
  const judged: Record<'assessed' | 'told' | 'wordless', JudgedGuardrailChoice[]> = {
    assessed: [],
    told: [],
    wordless: [],
  };
  const permissive: JudgedGuardrailChoice[] = [];
  for (const seed of seeds) {
    const { world, truth } = generateOrganisation(seed);
    const observation = parseOrganisation(world);
    const output = runPipeline({ ...observation, corrections: [], previous: [], until: new Date().toISOString() });
    const trulyIs = findTruePatterns(output.patterns, truth);
    for (const found of output.patterns) {
      const known = trulyIs.get(found.pattern.id);
      if (known === undefined) continue;
      const { id: theme, cause, trigger } = known;
      const { input, choice } = chooseGuardrails(found, output, observation);
      const add = (to: keyof typeof judged, of: typeof choice) =>
        judged[to].push({ theme, cause, trigger, choice: of });
      const certain = {
        causes: [{ cause, confidence: 1, evidence: [] }],
        triggers: trigger === 'unknown' ? [] : [{ trigger, confidence: 1, evidence: [] }],
      };
      add('assessed', choice);
      permissive.push({ theme, cause, trigger, choice: recommendGuardrails(input, lowestMinFit) });
      add('told', recommendGuardrails({ ...input, pattern: { id: input.pattern.id, cause, trigger, ...certain } }));
      add('wordless', recommendGuardrails({ ...input, ...removeEvidence(input) }));
      if (list) print(`${describe(theme, found.pattern.cause, found.pattern.trigger, choice)}\n`);
    }
  }
  const scores = Object.entries(judged).map(([name, choices]) => [name, scoreGuardrailChoices(choices)]);
  return { task: 'guardrails', seeds, ...Object.fromEntries(scores), byMinFit: scoreByMinFit(permissive) };
}

/** Removes the texts, files and links of the pattern's members, to measure how much this evidence helps. */
function removeEvidence({ members, episodes }: Parameters<typeof recommendGuardrails>[0]) {
  return {
    members: members.map((member) => ({
      ...member,
      report: { title: '', text: '' },
      document: { ...member.document, masked: { title: '', text: '' }, signature: [] },
      paths: [],
      resolution: null,
      isAfterChange: null,
      kind: 'incident' as const,
    })),
    episodes: episodes.map((episode) => ({ ...episode, services: [] })),
  };
}

function describe(
  theme: string,
  cause: string,
  trigger: string,
  { recommendations }: JudgedGuardrailChoice['choice'],
): string {
  const shown = recommendations
    .slice(0, 3)
    .map(({ guardrail, confidence }) => {
      const mark = acceptableGuardrails[theme]?.includes(guardrail.id) === true ? '+' : '-';
      return `${mark}${guardrail.id} ${confidence.toFixed(2)}`;
    })
    .join('  ');
  return `${theme.padEnd(30)} ${`${cause}/${trigger}`.padEnd(32)} ${shown}`;
}

/** Chooses guardrails for a found pattern, without a forecast, costs or a history of decisions. */
function chooseGuardrails(
  { pattern, members }: Found,
  { links, observed }: Pick<PipelineOutput, 'links' | 'observed'>,
  { failures, changes }: ParsedRecords,
): { readonly input: GuardrailRecommendationInput; readonly choice: PatternGuardrails } {
  const known = new Map(failures.map((failure) => [failure.id, failure]));
  const own = members.flatMap(({ failureId }) => known.get(failureId) ?? []);
  const input: GuardrailRecommendationInput = {
    pattern,
    members: collectPatternMembers(own, links, new Map(changes.map((change) => [change.id, change]))),
    episodes: observed.episodes.filter(({ patternId }) => patternId === pattern.id),
    expectedEpisodes: null,
    costHours: null,
    history: [],
  };
  return { input, choice: recommendGuardrails(input) };
}

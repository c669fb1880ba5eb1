import type { Cause, GuardrailSign, Trigger } from '@refrain/domain';
import type { GuardrailInput } from './guardrail-input.ts';
import type { Fit } from './weigh-fit.ts';

const fewEpisodes = 3;
const mostNear = 3;
const mostTerms = 3;
/** Two that fit nearly as well as each other. */
const nearlyEqual = 0.85;

const causes: Readonly<Record<Cause, string>> = {
  code_defect: 'a defect in the code',
  configuration: 'a setting',
  capacity: 'a lack of room',
  dependency: 'something it depends on',
  infrastructure: 'the machines or the network',
  data: 'the data',
  expiry_time: 'something that ran out',
  security_access: 'access that was too narrow or too wide',
  process: 'a step of the work',
  unknown: 'something not known yet',
};
const triggers: Readonly<Record<Trigger, string>> = {
  deployment: 'a release',
  config_push: 'a changed setting',
  traffic: 'traffic',
  maintenance: 'maintenance',
  dependency_change: 'a change of something it depends on',
  hardware: 'hardware',
  time: 'a date',
  unknown: 'something not known yet',
};

/**
 * What is not known and would decide which guardrail is right.
 * @param ranked all fits, best first
 * @param chosen those of them that are recommended
 */
export function askOpenQuestions(input: GuardrailInput, ranked: readonly Fit[], chosen: readonly Fit[]): string[] {
  const { pattern, episodes, members, expectedEpisodes, costHours } = input;
  const count = Math.max(episodes.length, members.length === 0 ? 0 : 1);
  return [
    ...(pattern.cause === 'unknown'
      ? [
          `What allowed it: ${list(pattern.causes?.map(({ cause }) => causes[cause])) ?? 'no text says'}? One failure whose cause a person names would tell.`,
        ]
      : []),
    ...(pattern.trigger === 'unknown'
      ? [
          `What set it off: ${list(pattern.triggers?.map(({ trigger }) => triggers[trigger])) ?? 'a release, traffic, maintenance, a date'}? A confirmed link to a change, or the note that there was none, would tell.`,
        ]
      : []),
    ...(chosen.length === 0 ? askForSigns(ranked) : askBetween(chosen)),
    ...(count < fewEpisodes
      ? [`Does it recur in the same way? ${count === 1 ? 'One episode is' : `${count} episodes are`} known so far.`]
      : []),
    ...(expectedEpisodes === null
      ? ['How many episodes are to come? The forecast for this pattern has no skill yet.']
      : []),
    ...(costHours === null
      ? ['What does an episode cost? With the hours of work of one, the value of a guardrail can be told.']
      : []),
  ];
}

function askForSigns(ranked: readonly Fit[]): string[] {
  const near = ranked.filter(({ fit }) => fit > 0).slice(0, mostNear);
  if (near.length === 0)
    return ['Nothing in the failures speaks for any guardrail: a sentence on why it happened, in any of them, would.'];
  return near.map(({ guardrail }) => {
    const terms = guardrail.speaksFor.flatMap(exampleTerms).slice(0, mostTerms);
    const told =
      terms.length === 0
        ? ''
        : ` It would be, if their texts spoke of ${terms.map((term) => `“${term}”`).join(', ')} or the like.`;
    return `Is it a case for “${guardrail.name}”?${told}`;
  });
}

/** The first way to say a phrase of the library. */
function exampleTerms(sign: GuardrailSign): string[] {
  if (sign.on !== 'words') return [];
  return sign.phrases.map((phrase) =>
    phrase
      .split(' ')
      .map((word) => word.split('|')[0] ?? '')
      .join(' '),
  );
}

function askBetween(chosen: readonly Fit[]): string[] {
  const [first, second] = [...chosen].sort((a, b) => b.fit - a.fit);
  if (first === undefined || second === undefined || second.fit < nearlyEqual * first.fit) return [];
  return [
    `“${first.guardrail.name}” and “${second.guardrail.name}” fit about equally well: which of them would have stopped the last episode?`,
  ];
}

function list(names: readonly string[] | undefined): string | null {
  if (names === undefined || names.length === 0) return null;
  return names.length === 1 ? (names[0] ?? null) : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

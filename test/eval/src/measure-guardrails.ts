import { recommendGuardrails, runPipeline } from '@refrain/analysis';
import { generateOrganisation } from '@refrain/sample-org';
import { acceptable } from './guardrails/acceptable.ts';
import { chooseForPattern } from './guardrails/choose-for-pattern.ts';
import { type JudgedChoice, scoreChoices } from './guardrails/score-choices.ts';
import { observeOrganisation } from './observe-organisation.ts';
import { readOptions } from './read-options.ts';
import { findTruePatterns } from './score-pattern-causes.ts';

const usage = `Usage: node test/eval/dist/measure-guardrails.js [--seed N]… [--list]

How often the guardrail chosen for a pattern of a sample organisation (seeds 1, 2 and 3 unless told) is one that an engineer
would accept who knows the theme, and whether it answers the true cause and trigger. One line of JSON: 'assessed' by the
assessed cause, 'told' where the true cause is known, 'wordless' by the assessed cause alone, as a table of causes would
choose. '--list' shows the choices on the way.
`;

const { values } = readOptions(usage, {
  seed: { type: 'string', multiple: true, default: ['1', '2', '3'] },
  list: { type: 'boolean', default: false },
});
const judged: Record<'assessed' | 'told' | 'wordless', JudgedChoice[]> = { assessed: [], told: [], wordless: [] };
for (const text of values.seed) {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed)) throw new RangeError('Give --seed a whole number');
  const { world, truth } = generateOrganisation(seed);
  const observation = observeOrganisation(world);
  const output = runPipeline({ ...observation, corrections: [], previous: [], until: new Date().toISOString() });
  const trulyIs = findTruePatterns(output.patterns, truth);
  for (const found of output.patterns) {
    const known = trulyIs.get(found.pattern.id);
    if (known === undefined) continue;
    const { id: theme, cause, trigger } = known;
    const { input, choice } = chooseForPattern(found, output, observation);
    const add = (to: keyof typeof judged, of: typeof choice) => judged[to].push({ theme, cause, trigger, choice: of });
    const certain = {
      causes: [{ cause, confidence: 1, evidence: [] }],
      triggers: trigger === 'unknown' ? [] : [{ trigger, confidence: 1, evidence: [] }],
    };
    add('assessed', choice);
    add('told', recommendGuardrails({ ...input, pattern: { id: input.pattern.id, cause, trigger, ...certain } }));
    add('wordless', recommendGuardrails({ ...input, ...silence(input) }));
    if (values.list) process.stdout.write(`${describe(theme, found.pattern.cause, found.pattern.trigger, choice)}\n`);
  }
}
process.stdout.write(
  `${JSON.stringify({ task: 'guardrails', seeds: values.seed.map(Number), ...Object.fromEntries(Object.entries(judged).map(([name, list]) => [name, scoreChoices(list)])) })}\n`,
);

/** Members without words, files or links. */
function silence({ members, episodes }: Parameters<typeof recommendGuardrails>[0]) {
  return {
    members: members.map((member) => ({
      ...member,
      document: { ...member.document, masked: { title: '', text: '' }, signature: [] },
      ...{ paths: [], ending: null, isAfterChange: null, kind: 'incident' as const },
    })),
    episodes: episodes.map((episode) => ({ ...episode, services: [] })),
  };
}

function describe(theme: string, cause: string, trigger: string, { recommendations }: JudgedChoice['choice']): string {
  const shown = recommendations
    .slice(0, 3)
    .map(({ guardrail, confidence }) => {
      const mark = acceptable[theme]?.includes(guardrail.id) === true ? '+' : '-';
      return `${mark}${guardrail.id} ${confidence.toFixed(2)}`;
    })
    .join('  ');
  return `${theme.padEnd(30)} ${`${cause}/${trigger}`.padEnd(32)} ${shown}`;
}

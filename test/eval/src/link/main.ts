import { parseArgs } from 'node:util';
import { linkFailures } from '@refrain/analysis';
import { type LinkScore, scoreLinks } from '../score-links.ts';
import { observeVariant, type Variant, variants } from './organisation-variant.ts';
import { peers } from './peers.ts';
import { type AnswerTally, addTallies, rate, scoreTally, tallyAnswers, tellCalibration } from './tally-answers.ts';
import { tallyEndings } from './tally-endings.ts';

const usage = `Usage: npm run --silent eval -- link [options]

Links the failures of generated organisations, whose truth is known: which change set each incident off, if any, what ended
it, and which failures are one event; beside what others do. Progress goes to standard error, one line of JSON to standard
output.

  --seed N      an organisation; give it again for more (201 to 205)
  --harder      the same organisations also busier, with less text, and with services called by code names
  --help        this text
`;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', multiple: true, default: ['201', '202', '203', '204', '205'] },
    harder: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) process.stdout.write(usage);
else process.stdout.write(`${JSON.stringify(measure(values.seed.map(toSeed)))}\n`);

function toSeed(text: string): number {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed)) throw new RangeError('Give --seed a whole number');
  return seed;
}

function measure(seeds: readonly number[]) {
  const { summary, tally, organisations, peerTallies } = measureVariant(seeds, 'plain');
  const harder = (values.harder ? variants.slice(1) : []).map((variant) => {
    const measured = measureVariant(seeds, variant);
    return [variant, { ...measured.summary, baselines: scorePeers(measured.peerTallies) }] as const;
  });
  return {
    ...{ task: 'link', seeds, ...summary },
    baselines: scorePeers(peerTallies),
    goals: { f1: 0.9, notChangeRelatedF1: 0.85 },
    calibration: tellCalibration(tally),
    organisations,
    ...(values.harder ? { harder: Object.fromEntries(harder) } : {}),
  };
}

function measureVariant(seeds: readonly number[], variant: Variant) {
  const measured = seeds.map((seed) => {
    process.stderr.write(`organisation ${seed}, ${variant}\n`);
    const organisation = observeVariant(seed, variant);
    const linking = linkFailures({ ...organisation, corrections: [] });
    const incidents = organisation.failures.filter(({ kind }) => kind === 'incident');
    const answerOf = (peer: keyof typeof peers) =>
      tallyAnswers(peers[peer](incidents, organisation.changes), organisation);
    return {
      seed,
      tally: tallyAnswers(linking.answers, organisation),
      endings: tallyEndings(linking.answers, organisation),
      links: scoreLinks(organisation, linking, organisation.truth),
      peers: {
        lastSuccessfulDeployment: answerOf('lastSuccessfulDeployment'),
        timeAndService: answerOf('timeAndService'),
      },
    };
  });
  const tally = addTallies(measured.map((one) => one.tally));
  return {
    tally,
    summary: summarise(
      tally,
      measured.map((one) => one.endings),
      measured.map((one) => one.links),
    ),
    organisations: measured.map(({ seed, tally: own, endings, links }) => ({
      seed,
      ...summarise(own, [endings], [links]),
      ...{ episodes: links.episodes, coincidences: links.coincidences, isFailure: links.isFailure },
    })),
    peerTallies: measured.map((one) => one.peers),
  };
}

function summarise(
  tally: AnswerTally,
  endings: readonly ReturnType<typeof tallyEndings>[],
  links: readonly LinkScore[],
) {
  const sum = (read: (one: ReturnType<typeof tallyEndings>) => number) =>
    endings.reduce((total, one) => total + read(one), 0);
  const share = (read: (one: ReturnType<typeof tallyEndings>) => { readonly right: number; readonly of: number }) => {
    const [right, of] = [sum((one) => read(one).right), sum((one) => read(one).of)];
    return { of, right: of === 0 ? null : Math.round((right / of) * 1_000) / 1_000 };
  };
  const mean = (read: (one: LinkScore) => number) =>
    Math.round((links.reduce((total, one) => total + read(one), 0) / links.length) * 10_000) / 10_000;
  return {
    ...scoreTally(tally),
    endedByF1: rate({
      right: sum(({ changes }) => changes.right),
      given: sum(({ changes }) => changes.given),
      wanted: sum(({ changes }) => changes.wanted),
    }).f1,
    resolutions: {
      nearlyCertain: share(({ certain }) => certain.nearly_certain),
      possible: share(({ certain }) => certain.possible),
    },
    endedByKind: Math.round((sum(({ kinds }) => kinds.right) / sum(({ kinds }) => kinds.of)) * 10_000) / 10_000,
    episodePairF1: mean(({ pairs }) => pairs.f1),
    episodeF1: mean(({ episodes }) => episodes.f1),
  };
}

function scorePeers(tallies: readonly Readonly<Record<keyof typeof peers, AnswerTally>>[]) {
  const scoreOf = (peer: keyof typeof peers) => {
    const { f1, precision, recall, notChangeRelatedF1, rightAnswers } = scoreTally(
      addTallies(tallies.map((one) => one[peer])),
    );
    return { f1, precision, recall, notChangeRelatedF1, rightAnswers };
  };
  return {
    lastSuccessfulDeployment: scoreOf('lastSuccessfulDeployment'),
    timeAndService: scoreOf('timeAndService'),
  };
}

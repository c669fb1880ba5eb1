import { parseArgs } from 'node:util';
import { createRandom } from '@refrain/sample-org';
import { createDraw } from '../trend/draw.ts';
import { naiveTests } from './naive-tests.ts';
import { type EffectName, type Setting, settings } from './scenarios.ts';
import { type SimulatedFix, simulateFixes, simulateHalving } from './simulate-fixes.ts';
import { tallyCoverage, tallyFixes } from './tally-fixes.ts';

const usage = `Usage: npm run --silent eval -- effect [options]

Simulates organisations whose patterns are fixed, with an effect that is known, and measures what is said of the fixes: how
often held is said where nothing changed, over all weekly looks of the watch, how much is found and how soon, and how often
the intervals hold the truth. Progress goes to standard error, one line of JSON to standard output. Takes about two
minutes.

  --seed N       the draw (1)
  --patterns N   that are picked and fixed, for each setting (50)
  --help         this text
`;

const perMonth = [0.25, 0.5, 1, 2, 4, 8];
/** Whose effect stays the same until the end. Where all is prevented the interval begins at 0 and cannot miss. */
const lasting: readonly EffectName[] = ['none', 'halves', 'prevents nine of ten'];

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    patterns: { type: 'string', default: '50' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) process.stdout.write(usage);
else process.stdout.write(`${JSON.stringify(measure(Number(values.seed), Number(values.patterns)))}\n`);

function measure(seed: number, patterns: number) {
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(patterns) || patterns < 1)
    throw new RangeError('Give --seed and --patterns whole numbers');
  const random = createRandom(`effect ${seed}`);
  const simulate = (setting: Setting) => {
    process.stderr.write(`${setting.name}\n`);
    return { setting, fixes: simulateFixes(patterns, setting, createDraw(random.fork(setting.name))) };
  };
  const alone = simulate(settings.alone);
  const bursts = settings.bursts.map(simulate);
  const peaks = settings.peaks.map(simulate);
  const fewerChanges = simulate(settings.fewerChanges);
  process.stderr.write('halved, by rate\n');
  const halved = perMonth.map((rate) => {
    const setting: Setting = { ...settings.alone, effects: ['halves'] };
    const fixes = simulateHalving(Math.ceil(patterns / 3), rate, setting, createDraw(random.fork(`halved ${rate}`)));
    return { perMonth: rate, ...tallyFixes(fixes) };
  });

  const all = [alone, ...bursts, ...peaks, fewerChanges];
  const inBursts = bursts.flatMap(({ fixes }) => fixes);
  const lastingFixes = [...alone.fixes, ...inBursts].filter(({ name }) => lasting.includes(name));
  return round({
    task: 'effect',
    patterns,
    intervals: {
      ...tallyCoverage(lastingFixes),
      byChanges: tallyCoverage(lastingFixes, 'per100Changes'),
      byEffect: mapEffects([...lasting, 'prevents all'], (name) => tallyCoverage(of(name, alone.fixes))),
      byEffectInBursts: mapEffects(lasting, (name) => tallyCoverage(of(name, inBursts))),
    },
    heldWithoutEffect: {
      alone: tallyFixes(of('none', alone.fixes)).held,
      inBursts: tallyFixes(of('none', inBursts)).held,
      bySetting: Object.fromEntries(
        all.map(({ setting, fixes }) => [setting.name, tallyFixes(of('none', fixes)).held]),
      ),
    },
    heldWithoutEffectNaively: Object.fromEntries(
      Object.entries(naiveTests).map(([name, test]) => [
        name,
        Object.fromEntries(
          all.map(({ setting, fixes }) => {
            const ineffective = of('none', fixes);
            return [setting.name, ineffective.filter(test).length / ineffective.length];
          }),
        ),
      ]),
    ),
    said: Object.fromEntries(
      all.map(({ setting, fixes }) => [
        setting.name,
        mapEffects(setting.effects, (name) => tallyFixes(of(name, fixes))),
      ]),
    ),
    halved,
  });
}

function of(name: EffectName, fixes: readonly SimulatedFix[]): SimulatedFix[] {
  return fixes.filter((fix) => fix.name === name);
}

function mapEffects<T>(names: readonly EffectName[], f: (name: EffectName) => T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, f(name)]));
}

/** Shares to a thousandth. */
function round<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, own) => (typeof own === 'number' ? Math.round(own * 1_000) / 1_000 : own)),
  ) as T;
}

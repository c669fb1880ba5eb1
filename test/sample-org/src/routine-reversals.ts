import { hourInMs } from '@refrain/domain';
import { findNextWorkingTime, type Span } from './calendar.ts';
import { services } from './company.ts';
import { expandTemplate } from './grammar.ts';
import { type PlannedChangeWithRevert, planChangeWithRevert } from './planned-change-with-revert.ts';
import type { RandomStream } from './random-stream.ts';
import { createTextWriter } from './text-writer.ts';
import { type Routine, routines } from './themes/routines.ts';
import type { PlannedRevertKind } from './truth.ts';

export interface RoutineChangeWithRevert extends PlannedChangeWithRevert {
  readonly kind: PlannedRevertKind;
}

/** Number of times that a routine is repeated in an organisation of full size. */
const cycles = [6, 12] as const;
/** Share of the repetitions that have the team's usual title. */
const usualShare = 0.8;

/** Plans routine changes that teams make and revert repeatedly. `scale` is 1 for an organisation of full size. */
export function planRoutineChangesWithReverts(
  repositories: readonly string[],
  span: Span,
  scale: number,
  random: RandomStream,
): RoutineChangeWithRevert[] {
  return routines.flatMap((routine, index) => {
    const chance = random.fork(String(index));
    const count = Math.floor(chance.int(...cycles) * scale);
    const owners = services.filter(({ slug }) => repositories.includes(slug));
    const service = owners.find(({ slug }) => slug === routine.repository) ?? chance.pick(owners);
    const isThere = routine.repository !== null && repositories.includes(routine.repository);
    const repository = isThere ? (routine.repository ?? service.slug) : service.slug;
    const usual = chance.pick(routine.changes);
    return Array.from({ length: count }, (_, cycle) => {
      const title = chance.chance(usualShare) ? usual : chance.pick(routine.changes);
      const words = writeCycle(routine, title, service, chance);
      const [at, revertedAt] = drawCycle(routine, span, (cycle + 0.5) / count, chance);
      const form = chance.weighted({ button: 4, command: 3, command_pushed: 3, by_hand: 1 } as const);
      const key = `routine/${index}/${cycle}`;
      return {
        kind: routine.kind,
        ...planChangeWithRevert({ key, repository, at, revertedAt, ...words, form }, chance),
      };
    });
  });
}

/** Writes the texts of one repetition, which all name the same host, region and event. Four in ten reverts give no reason. */
function writeCycle(routine: Routine, title: string, service: (typeof services)[number], random: RandomStream) {
  const names = ['host', 'region', 'month', ...Object.keys(routine.slots)];
  const constants = Object.fromEntries(
    names.map((name) => [name, [expandTemplate(`{${name}}`, [routine.slots], random)]]),
  );
  const voice = createTextWriter(service, routine.slots, random, new Map(), constants);
  return {
    title: voice.say(title),
    body: voice.say(random.pick(routine.bodies)),
    files: [voice.say(random.pick(routine.files))],
    reason: random.chance(0.4) ? '' : voice.say(random.pick(routine.reasons)),
  };
}

/** Draws the times at which a routine change is made and reverted. `position` is the change's approximate place in the span, in [0, 1]. */
function drawCycle(
  { hours }: Routine,
  span: Span,
  position: number,
  random: RandomStream,
): [at: number, revertedAt: number] {
  const length = span.until - span.from;
  const lasting = random.int(...hours) * hourInMs;
  const drawn = span.from + length * position + random.int(-100, 100) * (length / 4_000);
  const at = findNextWorkingTime(Math.floor(Math.min(drawn, span.until - lasting - 200 * hourInMs)), random);
  return [at, findNextWorkingTime(at + lasting, random)];
}

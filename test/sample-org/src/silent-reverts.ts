import { dayInMs, hourInMs } from '@refrain/domain';
import { findNextWorkingTime, pickRandomTime, type Span } from './calendar.ts';
import { services } from './company.ts';
import { type PlannedChangeWithRevert, planChangeWithRevert } from './planned-change-with-revert.ts';
import type { RandomStream } from './random-stream.ts';
import { createTextWriter } from './text-writer.ts';
import { everydayChangeBodies, everydayChangeTitles } from './themes/everyday.ts';
import { revertTextsWithoutReason } from './themes/routines.ts';

/** Plans ordinary changes that are reverted without a reason, so that nobody can tell whether something failed. */
export function planSilentReverts(
  count: number,
  repositories: readonly string[],
  span: Span,
  random: RandomStream,
): PlannedChangeWithRevert[] {
  const bags = new Map<readonly string[], string[]>();
  return Array.from({ length: count }, (_, index) => {
    const repository = random.pick(repositories);
    const service = services.find(({ slug }) => slug === repository) ?? random.pick(services);
    const voice = createTextWriter(service, {}, random, bags);
    const at = findNextWorkingTime(
      pickRandomTime({ from: span.from, until: span.until - 30 * dayInMs }, undefined, random),
      random,
    );
    const revertedAt = random.chance(0.5)
      ? at + random.int(1, 20) * hourInMs
      : findNextWorkingTime(at + random.int(1, 12) * dayInMs, random);
    return planChangeWithRevert(
      {
        key: `silent/${index}`,
        repository,
        at,
        revertedAt,
        title: voice.sayOne(everydayChangeTitles),
        body: voice.sayOne(everydayChangeBodies),
        files: [voice.say('src/{topicslug}/{noun}.ts')],
        form: random.weighted({ button: 5, command: 3, command_pushed: 2 } as const),
        reason: voice.say(random.pick(revertTextsWithoutReason)),
      },
      random,
    );
  });
}

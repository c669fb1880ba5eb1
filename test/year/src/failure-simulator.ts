import { dayInMs } from '@refrain/domain';
import { createRandomStream, type EpisodeSpec, planEpisode, type UnusedTexts } from '@refrain/sample-org';
import {
  issueRoleServices,
  oneOffEpisodesPerMonth,
  shuffleOneOffThemes,
  specifyOneOffEpisode,
  specifyRoleEpisode,
} from './company.ts';
import { issueRoles, type Role } from './issue-roles.ts';
import { type EpisodeDeps, scheduleEpisode } from './perform-episode.ts';
import { createRecurrenceSequence } from './recurrence-sequence.ts';

export interface FailureSimulator {
  planDay(day: number): void;
  setRate(role: Role, perMonth: number): void;
  episodes(): number;
}

export interface FutureFailureOptions extends EpisodeDeps {
  readonly seed: number;
  readonly startMs: number;
  readonly bagsOfTheme: UnusedTexts;
  readonly pastOneOffs: number;
}

export function createFailureSimulator(options: FutureFailureOptions): FailureSimulator {
  const { seed, startMs, bagsOfTheme, pastOneOffs, agenda } = options;
  const random = createRandomStream(`year/${seed}/failures`);
  const recurrences = new Map(
    issueRoles.map((role) => [
      role,
      createRecurrenceSequence(role.startWeek === undefined ? role.rate : 0, random.fork(role.theme)),
    ]),
  );
  const lone = createRecurrenceSequence(oneOffEpisodesPerMonth, random.fork('one-offs'));
  const singles = shuffleOneOffThemes(seed).slice(pastOneOffs);
  let episodes = 0;

  function begin(order: EpisodeSpec, role: Role | null): void {
    const bags = bagsOfTheme.get(order.theme.id) ?? new Map<readonly string[], string[]>();
    bagsOfTheme.set(order.theme.id, bags);
    episodes += 1;
    scheduleEpisode(
      options,
      planEpisode(order, issueRoleServices, random.fork(`episode/${order.id}`), bags),
      role === null ? null : role.theme,
    );
  }
  function planRole(role: Role, day: number): void {
    const recurrence = recurrences.get(role);
    if (recurrence === undefined) return;
    const { startWeek, rateChange } = role;
    if (startWeek !== undefined && day === startWeek * 7) recurrence.setRate(role.rate);
    if (rateChange !== undefined && day === rateChange.week * 7) recurrence.setRate(rateChange.rate);
    for (const [index, at] of recurrence.take(startMs + day * dayInMs, startMs + (day + 1) * dayInMs).entries()) {
      const order = specifyRoleEpisode(role, `day-${day + 1}-${index + 1}`, at, random);
      // A failure that was fixed after it was planned does not happen.
      agenda.add(at, async () => void (recurrence.rate() > 0 && begin(order, role)));
    }
  }
  return {
    planDay(day) {
      for (const role of issueRoles) planRole(role, day);
      for (const at of lone.take(startMs + day * dayInMs, startMs + (day + 1) * dayInMs)) {
        const theme = singles.shift();
        if (theme !== undefined) agenda.add(at, async () => begin(specifyOneOffEpisode(theme, at, random), null));
      }
    },
    setRate: (role, perMonth) => recurrences.get(role)?.setRate(perMonth),
    episodes: () => episodes,
  };
}

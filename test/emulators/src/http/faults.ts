import { createHash } from 'node:crypto';
import { parseInput } from '@refrain/domain';
import { FaultPlan, type ResponseFault, responseFaults, type WebhookFault, webhookFaults } from './fault-plan.ts';

export interface DrawnResponseFault {
  readonly name: ResponseFault;
  /** Whether what was asked for is done in spite of it. */
  readonly isDone: boolean;
  /** 0 to 1, for what else has to be chosen. */
  readonly chance: number;
  readonly slowMs: number;
}

export interface DrawnWebhookFault {
  readonly name: WebhookFault;
  /** Of the emulator's clock. */
  readonly delayMs: number;
}

/** How many of each were injected since the last plan was set. */
export type FaultReport = Readonly<Record<ResponseFault | WebhookFault, number>>;

export interface Faults {
  /**
   * Null ends all faults; the report of the former plan stays until there is a new one.
   * @throws {AppError} `invalid_input` for a plan that cannot be
   */
  set(plan: FaultPlan | null): void;
  /**
   * At most one for each request.
   * @param what names it: method and address
   * @param possible names of those that make sense for it
   */
  drawForResponse(what: string, possible: readonly ResponseFault[]): DrawnResponseFault | null;
  /** For the next delivery: by how many went out before it, since their addresses hold secrets that differ from run to run. */
  drawForWebhook(): DrawnWebhookFault | null;
  report(): FaultReport;
}

const nothing = Object.fromEntries([...responseFaults, ...webhookFaults].map((name) => [name, 0])) as FaultReport;
const most = 2 ** 32;

export function createFaults(): Faults {
  let plan: ReturnType<typeof FaultPlan.parse> | null = null;
  let counts: FaultReport = nothing;
  const asked = new Map<string, number>();

  /** Numbers from 0 to 1 (excluded), four bytes of a hash each; different for each time that something is asked. */
  function draw(seed: number, what: string): (at: number) => number {
    const before = asked.get(what) ?? 0;
    asked.set(what, before + 1);
    const bytes = createHash('sha256')
      .update(JSON.stringify([seed, what, before]))
      .digest();
    return (at) => bytes.readUInt32BE(at * 4) / most;
  }
  /** The one in whose part of the line from 0 to 1 the point lies. */
  function choose<T extends ResponseFault | WebhookFault>(
    names: readonly T[],
    probabilityOf: (name: T) => number,
    point: number,
  ): T | null {
    let end = 0;
    for (const name of names) {
      end += probabilityOf(name);
      if (point >= end) continue;
      counts = { ...counts, [name]: counts[name] + 1 };
      return name;
    }
    return null;
  }
  return {
    set(wanted) {
      plan = wanted === null ? null : parseInput(FaultPlan, wanted, 'A plan of faults');
      asked.clear();
      if (plan !== null) counts = nothing;
    },
    drawForResponse(what, possible) {
      const current = plan;
      if (current === null) return null;
      const chance = draw(current.seed, what);
      const name = choose(possible, (one) => current[one], chance(0));
      return name === null ? null : { name, isDone: chance(1) < 0.5, chance: chance(2), slowMs: current.slowMs };
    },
    drawForWebhook() {
      const current = plan?.webhooks;
      if (plan === null || current === undefined) return null;
      const chance = draw(plan.seed, 'webhook');
      const name = choose(webhookFaults, (one) => current[one], chance(0));
      return name === null ? null : { name, delayMs: Math.round(chance(1) * current.delayMs) };
    },
    report: () => counts,
  };
}

import { createHash } from 'node:crypto';
import { parseInput } from '@refrain/domain';
import { FaultPlan, type ResponseFault, responseFaults, type WebhookFault, webhookFaults } from './fault-plan.ts';

export interface InjectedResponseFault {
  readonly name: ResponseFault;
  /** Whether the request is executed in spite of the fault. */
  readonly isExecuted: boolean;
  /** Random number from 0 to 1, for further choices about the fault. */
  readonly randomNumber: number;
  readonly slowMs: number;
}

export interface InjectedWebhookFault {
  readonly name: WebhookFault;
  readonly delayMs: number;
}

export type FaultReport = Readonly<Record<ResponseFault | WebhookFault, number>>;

export interface FaultInjector {
  /** Sets a fault plan; null ends all faults, but keeps the fault report. @throws {AppError} `invalid_input` for an invalid plan */
  set(plan: FaultPlan | null): void;
  /** Chooses at most one of the `possible` faults at random. `what` identifies the request by method and URL. */
  drawForResponse(what: string, possible: readonly ResponseFault[]): InjectedResponseFault | null;
  /**
   * Chooses a fault at random for the next webhook. The choice depends on the number of previous webhooks and not on the URL, which
   * contains random secrets.
   */
  drawForWebhook(): InjectedWebhookFault | null;
  report(): FaultReport;
}

const nothing = Object.fromEntries([...responseFaults, ...webhookFaults].map((name) => [name, 0])) as FaultReport;
const range = 2 ** 32;

export function createFaultInjector(): FaultInjector {
  let plan: ReturnType<typeof FaultPlan.parse> | null = null;
  let counts: FaultReport = nothing;
  const timesAsked = new Map<string, number>();

  /** Returns a reproducible sequence of numbers from 0 to 1, by index. The sequence depends on the number of earlier equal requests. */
  function draw(seed: number, what: string): (at: number) => number {
    const before = timesAsked.get(what) ?? 0;
    timesAsked.set(what, before + 1);
    const bytes = createHash('sha256')
      .update(JSON.stringify([seed, what, before]))
      .digest();
    return (at) => bytes.readUInt32BE(at * 4) / range;
  }
  /**
   * Divides the range from 0 to 1 into one section per fault. The length of a section is the fault's probability. Returns the fault whose
   * section contains `point`; null if no section does.
   */
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
      timesAsked.clear();
      if (plan !== null) counts = nothing;
    },
    drawForResponse(what, possible) {
      const current = plan;
      if (current === null) return null;
      const randomAt = draw(current.seed, what);
      const name = choose(possible, (one) => current[one], randomAt(0));
      return name === null
        ? null
        : { name, isExecuted: randomAt(1) < 0.5, randomNumber: randomAt(2), slowMs: current.slowMs };
    },
    drawForWebhook() {
      const current = plan?.webhooks;
      if (plan === null || current === undefined) return null;
      const randomAt = draw(plan.seed, 'webhook');
      const name = choose(webhookFaults, (one) => current[one], randomAt(0));
      return name === null ? null : { name, delayMs: Math.round(randomAt(1) * current.delayMs) };
    },
    report: () => counts,
  };
}

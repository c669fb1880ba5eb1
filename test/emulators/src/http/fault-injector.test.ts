import { expect, it } from 'vitest';
import { createFaultInjector } from './fault-injector.ts';
import { responseFaults } from './fault-plan.ts';

function drawMany(seed: number, what: readonly string[]) {
  const faults = createFaultInjector();
  faults.set({ seed, failure5xx: 0.2, reset: 0.1 });
  return what.map((one) => faults.drawForResponse(one, responseFaults));
}
const paths = Array.from({ length: 2_000 }, (_, at) => `GET /${at % 400}`);

it('faults are injected as often as the plan states, and are counted', () => {
  const faults = createFaultInjector();
  faults.set({ seed: 1, failure5xx: 0.2, reset: 0.1 });
  const drawn = paths.map((path) => faults.drawForResponse(path, responseFaults));
  const report = faults.report();
  expect(report.failure5xx + report.reset).toBe(drawn.filter((fault) => fault !== null).length);
  expect(report.failure5xx / paths.length).toBeCloseTo(0.2, 1);
  expect(report.reset / paths.length).toBeCloseTo(0.1, 1);
  expect(report.slowBody).toBe(0);
});

it('a seed determines the faults, whatever the order of requests', () => {
  const inOrder = drawMany(7, paths);
  expect(drawMany(7, paths)).toEqual(inOrder);
  const grouped = [...paths].sort();
  const of = (path: string, all: readonly string[], drawn: readonly unknown[]) =>
    drawn.filter((_, at) => all[at] === path);
  const drawnGrouped = drawMany(7, grouped);
  for (const path of new Set(paths)) expect(of(path, grouped, drawnGrouped)).toEqual(of(path, paths, inOrder));
  expect(drawMany(8, paths)).not.toEqual(inOrder);
});

it('removing the plan ends all faults, and the fault report stays until a new plan is set', () => {
  const faults = createFaultInjector();
  expect(faults.drawForWebhook()).toBeNull();
  faults.set({ seed: 1, webhooks: { lost: 1 } });
  expect(faults.drawForWebhook()).toMatchObject({ name: 'lost' });
  faults.set(null);
  expect(faults.drawForWebhook()).toBeNull();
  expect(faults.report().lost).toBe(1);
  faults.set({ seed: 1 });
  expect(faults.report().lost).toBe(0);
  expect(faults.drawForWebhook()).toBeNull();
});

it('an invalid fault plan is refused', () => {
  expect(() => createFaultInjector().set({ seed: 1, reset: 2 })).toThrow(/reset/u);
  expect(() => createFaultInjector().set({ seed: 1, unknown: 1 } as never)).toThrow(/unknown/u);
});

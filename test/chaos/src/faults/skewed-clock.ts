/** Number of milliseconds by which the wall clock is wrong. Node.js preloads this script into the process. */
const offsetMs = Number(process.env.CHAOS_CLOCK_OFFSET_MS ?? 0);

const RealDate = Date;
const realNow = Date.now;
RealDate.now = () => realNow() + offsetMs;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [target.now()] : args, self),
  apply: (target) => new target(target.now()).toString(),
});

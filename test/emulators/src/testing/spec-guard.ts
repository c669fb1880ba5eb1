import { hasSpecs } from '../spec/assert-conforms.ts';

/** Whether to skip what needs the vendors' documents; says so, and never skips in CI. */
export function skipWithoutSpecs(): boolean {
  if (hasSpecs()) return false;
  if (process.env.CI) throw new Error('../shared/specs is absent, and CI must check against it');
  process.stderr.write("Skipped: the vendors' OpenAPI documents are not in ../shared/specs\n");
  return true;
}

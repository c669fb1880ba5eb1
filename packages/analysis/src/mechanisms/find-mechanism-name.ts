import { decapitalise } from '../text/format.ts';
import { mechanisms } from './library/all.ts';

const byId = new Map(mechanisms.map((mechanism) => [mechanism.id, mechanism]));

/** Returns the name of a mechanism for use within a sentence, such as "disk full" or "CPU saturated". */
export function findMechanismName(id: string): string {
  return decapitalise(byId.get(id)?.name ?? id.replaceAll('-', ' '));
}

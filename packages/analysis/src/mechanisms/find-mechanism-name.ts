import { mechanisms } from './library/all.ts';

const byId = new Map(mechanisms.map((mechanism) => [mechanism.id, mechanism]));

/** Returns the name of a mechanism for use within a sentence, such as "disk full" or "CPU saturated". */
export function findMechanismName(id: string): string {
  const name = byId.get(id)?.name ?? id.replaceAll('-', ' ');
  // Acronyms such as CPU and DNS keep their capitals.
  return /^[A-Z][a-z]/u.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}

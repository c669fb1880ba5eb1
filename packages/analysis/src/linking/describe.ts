import type { Unit } from './change-index.ts';

/** Returns the name by which a person would look a change up. */
export function describeUnit({ repository, number, sha, head }: Unit): string {
  if (number !== null) return `${repository}#${number}`;
  return sha === null ? head.externalId : `${repository}@${sha.slice(0, 10)}`;
}

export function describeHours(hours: number): string {
  if (hours < 1) return `${Math.round(hours * 60)} min`;
  return hours < 48 ? `${Math.round(hours * 10) / 10} h` : `${Math.round(hours / 24)} d`;
}

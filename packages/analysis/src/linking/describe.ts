import type { ChangeUnit } from './change-index.ts';

/** Returns a change's name for readers: `owner/name#12`, `owner/name@sha`, or the provider's id. */
export function formatChangeName({ repository, number, sha, head }: ChangeUnit): string {
  if (number !== null) return `${repository}#${number}`;
  return sha === null ? head.externalId : `${repository}@${sha.slice(0, 10)}`;
}

export function formatElapsedHours(hours: number): string {
  if (hours < 1) return `${Math.round(hours * 60)} min`;
  return hours < 48 ? `${Math.round(hours * 10) / 10} h` : `${Math.round(hours / 24)} d`;
}

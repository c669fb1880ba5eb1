import { dayInMs } from '@refrain/domain';
import { createSortedView, type SortedView } from '../http/sorted-view.ts';
import type { WorldIncident } from '../world.ts';

/** PagerDuty finds only similar incidents that are at most six months older or newer. */
const windowMs = 184 * dayInMs;

/** Returns the words of a title without numbers and punctuation, by which recurring incidents are recognised. */
export function normaliseIncidentTitle(title: string): string {
  return (title.toLowerCase().match(/[a-z]+/gu) ?? []).join(' ');
}

/** Incidents by the words of their titles, indexed on first use. */
export interface SimilarIncidents {
  add(incident: WorldIncident): void;
  /** Returns the ids of incidents with the same title words that are at most half a year older or newer; oldest first. */
  of(incident: WorldIncident): string[];
}

interface Placed {
  readonly id: string;
  readonly at: number;
}

export function createSimilarIncidents(incidents: ReadonlyMap<string, WorldIncident>): SimilarIncidents {
  let built: Map<string, SortedView<Placed>> | null = null;

  function place(patterns: Map<string, SortedView<Placed>>, { id, title, createdAt }: WorldIncident): void {
    const pattern = normaliseIncidentTitle(title);
    const index = patterns.get(pattern) ?? createSortedView<Placed>([], ({ at }) => at);
    index.put({ id, at: Date.parse(createdAt) });
    patterns.set(pattern, index);
  }
  return {
    add(incident) {
      if (built !== null) place(built, incident);
    },
    of(incident) {
      if (built === null) {
        built = new Map();
        for (const one of incidents.values()) place(built, one);
      }
      const at = Date.parse(incident.createdAt);
      const same = built.get(normaliseIncidentTitle(incident.title))?.between(at - windowMs, at + windowMs) ?? [];
      return same.flatMap(({ id }) => (id === incident.id ? [] : [id]));
    },
  };
}

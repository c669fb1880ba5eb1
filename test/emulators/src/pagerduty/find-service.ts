import { AppError } from '@refrain/domain';
import type { WorldService } from '../world.ts';
import type { PagerDutyState } from './pagerduty-state.ts';

/** Finds a service by its id or name. Throws AppError `not_found`. */
export function findService(state: PagerDutyState, idOrName: string): WorldService {
  const service = state.services.get(idOrName) ?? [...state.services.values()].find(({ name }) => name === idOrName);
  if (service === undefined) throw new AppError('not_found', `The emulated account has no service ${idOrName}`);
  return service;
}

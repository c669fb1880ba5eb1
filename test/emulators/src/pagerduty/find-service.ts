import { AppError } from '@refrain/domain';
import type { WorldService } from '../world.ts';
import type { PagerDutyState } from './pagerduty-state.ts';

export function findService(state: PagerDutyState, idOrName: string): WorldService {
  const service = state.services.get(idOrName) ?? [...state.services.values()].find(({ name }) => name === idOrName);
  if (service === undefined) throw new AppError('not_found', `The emulated account has no service ${idOrName}`);
  return service;
}

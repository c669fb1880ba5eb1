import type { RequestLimits } from '../http/limits/limit-settings.ts';

export const noRequestLimits: RequestLimits = {
  perUser: 0,
  costly: 0,
  perAddress: 0,
  webhooks: 0,
  importMegabytes: 0,
};

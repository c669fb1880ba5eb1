import { findQueryValue, type Route } from '../http/reply.ts';
import { type PagerDutyContext, replyWithList } from './context.ts';
import { argumentError, notFound } from './error-reply.ts';
import { formatPriority } from './format-incident.ts';
import { formatService } from './format-service.ts';

const abilities = ['teams', 'urgencies', 'service_support_hours', 'read_only_users', 'event_rules', 'priorities'];

export function accountRoutes(context: PagerDutyContext): Route[] {
  const { state } = context;
  return [
    {
      method: 'get',
      path: '/abilities',
      scope: 'abilities.read',
      handle: () => ({ status: 200, body: { abilities } }),
    },
    {
      method: 'get',
      path: '/users/me',
      // The emulator's token is an account's key or an app's token. Neither belongs to a user.
      handle: () => argumentError(["'me' cannot be used with an account-level access token"]),
    },
    {
      method: 'get',
      path: '/services',
      scope: 'services.read',
      handle: (call) => {
        const query = (findQueryValue(call.query, 'query') ?? '').toLowerCase();
        const sign = findQueryValue(call.query, 'sort_by') === 'name:desc' ? -1 : 1;
        const wanted = [...state.services.values()]
          .filter((service) => service.name.toLowerCase().includes(query))
          .sort((a, b) => (a.name < b.name ? -sign : sign));
        return replyWithList(call, 'services', wanted, (service) => formatService(context, service));
      },
    },
    {
      method: 'get',
      path: '/services/:id',
      scope: 'services.read',
      handle: (call) => {
        const service = state.services.get(call.parameters.id ?? '');
        return service === undefined ? notFound() : { status: 200, body: { service: formatService(context, service) } };
      },
    },
    {
      method: 'get',
      path: '/priorities',
      scope: 'priorities.read',
      handle: (call) => replyWithList(call, 'priorities', state.priorities, (name) => formatPriority(context, name)),
    },
  ];
}

import { queryValue, type Route } from '../http/reply.ts';
import { type PagerDutyContext, replyList } from './context.ts';
import { argumentError, notFound } from './error-reply.ts';
import { presentPriority } from './present-incident.ts';
import { presentService } from './present-service.ts';

const abilities = ['teams', 'urgencies', 'service_support_hours', 'read_only_users', 'event_rules'];

/** What the account has and can do. The world holds no change events. */
export function accountRoutes(context: PagerDutyContext): Route[] {
  const { state } = context;
  return [
    { method: 'get', path: '/abilities', handle: () => ({ status: 200, body: { abilities } }) },
    {
      method: 'get',
      path: '/users/me',
      // The emulator's token is an account's key, and such a key stands for no user.
      handle: () => argumentError(["'me' cannot be used with an account-level access token"]),
    },
    {
      method: 'get',
      path: '/services',
      handle: (call) => {
        const query = (queryValue(call.query, 'query') ?? '').toLowerCase();
        const sign = queryValue(call.query, 'sort_by') === 'name:desc' ? -1 : 1;
        const wanted = [...state.services.values()]
          .filter((service) => service.name.toLowerCase().includes(query))
          .sort((a, b) => (a.name < b.name ? -sign : sign));
        return replyList(call, 'services', wanted, (service) => presentService(context, service));
      },
    },
    {
      method: 'get',
      path: '/services/:id',
      handle: (call) => {
        const service = state.services.get(call.parameters.id ?? '');
        return service === undefined
          ? notFound()
          : { status: 200, body: { service: presentService(context, service) } };
      },
    },
    {
      method: 'get',
      path: '/priorities',
      handle: (call) => {
        const names = new Set([...state.incidents.values()].flatMap(({ priority }) => priority ?? []));
        return replyList(call, 'priorities', [...names].sort(), (name) => presentPriority(context, name));
      },
    },
    {
      method: 'get',
      path: '/change_events',
      handle: (call) => {
        const times = [queryValue(call.query, 'since'), queryValue(call.query, 'until')];
        const inUtc = times.every((time) => time === undefined || /Z$/u.test(time));
        return inUtc
          ? replyList(call, 'change_events', [], (event) => event)
          : argumentError(['since and until must be in UTC']);
      },
    },
  ];
}

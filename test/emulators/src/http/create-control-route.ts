import { type AppError, toAppError } from '@refrain/domain';
import type { Route } from './reply.ts';

const statuses: Partial<Record<AppError['code'], number>> = { invalid_input: 400, not_found: 404, conflict: 409 };

/** Creates a route under `/_emulator` with which another process can trigger an action. Responds with the action's result. */
export function createControlRoute(
  method: 'get' | 'post',
  path: string,
  act: (body: unknown, parameters: Readonly<Record<string, string>>) => unknown,
): Route {
  return {
    method,
    path: `/_emulator${path}`,
    async handle(call) {
      try {
        return { status: 200, body: (await act(call.body, call.parameters)) ?? {} };
      } catch (thrown) {
        const error = toAppError(thrown);
        return { status: statuses[error.code] ?? 500, body: { message: error.message } };
      }
    },
  };
}

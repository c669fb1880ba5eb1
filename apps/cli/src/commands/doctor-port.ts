import { createDoctorFinding, type DoctorFinding } from './doctor-finding.ts';

const defaultTimeoutMs = 5_000;

/**
 * Checks whether people and providers can reach the API on its port, without sending a token. The command line itself uses a Unix
 * socket, which works even while the process that holds the port is suspended.
 */
export async function examineApiPort(url: string, timeoutMs = defaultTimeoutMs): Promise<DoctorFinding> {
  const isPassedOn = await fetch(new URL('/healthz', url), { signal: AbortSignal.timeout(timeoutMs) }).then(
    async (response) => {
      await response.body?.cancel();
      return response.ok;
    },
    () => false,
  );
  const advice =
    'The API is running, but the process that holds its port is suspended or stuck. Resume it in its terminal (fg, Ctrl-Q), or stop it (Ctrl-C) and start it again.';
  return isPassedOn
    ? createDoctorFinding('refrain', true, `${url} passes connections on to the API`, '')
    : createDoctorFinding('refrain', false, `${url} did not respond within ${timeoutMs / 1_000} s`, advice);
}

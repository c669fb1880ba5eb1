import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { findFreePort } from '../servers/free-port.ts';
import { asOrdinaryUser, isRoot } from '../servers/user-under-test.ts';
import { chooseApiPort } from './choose-api-port.ts';

test('PORT is chosen if it is free, and refused with what to do if it is in use', async () => {
  const port = await findFreePort();
  expect(await chooseApiPort({ PORT: String(port) }, undefined)).toBe(port);
  const server = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  await expect(chooseApiPort({ PORT: String(port) }, undefined)).rejects.toThrow(
    `PORT ${port} is in use: set another one, or leave PORT out`,
  );
});

test.each(['0', '65536', '0x10', '1e3', '80.5', 'http'])('PORT %s is refused with the range of ports', async (port) => {
  await expect(chooseApiPort({ PORT: port }, undefined)).rejects.toThrow(
    `PORT must be a number from 1 to 65535, and is "${port}"`,
  );
});

/** The first port on which every user may listen; containers often set it to 0. */
function readFirstOpenPort(): number {
  return Number(readFileSync('/proc/sys/net/ipv4/ip_unprivileged_port_start', 'utf8'));
}

test.runIf(isRoot && process.platform === 'linux' && readFirstOpenPort() > 81)(
  'a PORT below 1024 is refused with what to do if this user has no permission for it',
  async () => {
    await asOrdinaryUser(() =>
      expect(chooseApiPort({ PORT: '81' }, undefined)).rejects.toThrow(
        'This user has no permission to listen on PORT 81 (EACCES). Set PORT to 1024 or more, and let a proxy pass on to it.',
      ),
    );
  },
);

import { defaultConnectionScope } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openStoreUnderTest } from '../testing/store-under-test.ts';

const { store } = await openStoreUnderTest();
const { catalogue } = store;

async function connect(account: string): Promise<string> {
  const { id } = await store.connections.ensure({
    provider: 'pagerduty',
    account,
    baseUrl: 'https://api.pagerduty.com',
    scope: defaultConnectionScope,
    credential: 'a key',
    webhookSecret: null,
  });
  return id;
}

const of = (service: string, ...teams: string[]) => ({ service, provider: 'pagerduty', teams });

/** Lists the teams of services whose names begin with `prefix`, because the tests share a database. */
async function list(prefix: string) {
  return (await catalogue.listServiceTeams()).filter(({ service }) => service.startsWith(prefix));
}

test('the teams of a connection replace its earlier ones, and removing the connection removes them', async () => {
  const [acme, other] = [await connect('acme'), await connect('other')];
  await catalogue.replaceServiceTeams(acme, [
    { name: 'a/Tax', teams: ['Finance', 'Legal'] },
    { name: 'a/Mail', teams: ['Messages'] },
    { name: 'a/Nobody', teams: [] },
    { name: 'a/Unknown' },
  ]);
  await catalogue.replaceServiceTeams(other, [{ name: 'a/Tax', teams: ['Auditors'] }]);
  const all = await list('a/');
  expect(all).toHaveLength(3);
  expect(all).toEqual(
    expect.arrayContaining([of('a/Mail', 'Messages'), of('a/Tax', 'Finance', 'Legal'), of('a/Tax', 'Auditors')]),
  );
  await catalogue.replaceServiceTeams(acme, [{ name: 'a/Tax', teams: ['Legal'] }]);
  await store.connections.remove(other);
  expect(await list('a/')).toEqual([of('a/Tax', 'Legal')]);
  await store.connections.remove(acme);
  expect(await list('a/')).toEqual([]);
});

test('a connection that was removed while its services were listed stores no teams', async () => {
  const id = await connect('gone');
  await store.connections.remove(id);
  await catalogue.replaceServiceTeams(id, [{ name: 'b/Tax', teams: ['Finance'] }]);
  expect(await list('b/')).toEqual([]);
});

test('a team whose name contains the name of a known person is not listed', async () => {
  const id = await connect('people');
  await store.retention.addPersonNames(id, ['Robin Hale']);
  await catalogue.replaceServiceTeams(id, [
    { name: 'c/Desk', teams: ['robin hale', 'Robin Hale’s team', "Robin Hale's Team", 'Service Desk'] },
    { name: 'c/Fax', teams: ['Robin Hale'] },
  ]);
  expect(await list('c/')).toEqual([of('c/Desk', 'Service Desk')]);
  expect(await catalogue.listTeams()).toContain('Service Desk');
  expect(await catalogue.listTeams()).not.toContain('Robin Hale');
});

test('a team whose name contains the name of an erased person is not stored', async () => {
  const id = await connect('erased');
  await store.retention.requestErasure({ kind: 'person', names: ['Zebulon Quartermain'] }, 'ann');
  // Erased names are cached for a second.
  const replaceAndList = async () => {
    await catalogue.replaceServiceTeams(id, [{ name: 'd/Tax', teams: ["Zebulon Quartermain's team", 'Finance'] }]);
    return list('d/');
  };
  await expect.poll(replaceAndList, { timeout: 10_000 }).toEqual([of('d/Tax', 'Finance')]);
});

test('a team that CODEOWNERS names too has one name', async () => {
  const id = await connect('both');
  const owners = [{ repository: 'acme/shop', path: null, teams: ['last-mile', 'platform'] }];
  await catalogue.replaceFile({ drafts: [], dependencies: [], owners }, 'acme/shop:CODEOWNERS', true);
  await catalogue.replaceServiceTeams(id, [{ name: 'e/Vans', teams: ['Last Mile', 'last  mile', 'Fleet & Yard'] }]);
  expect(await list('e/')).toEqual([of('e/Vans', 'Fleet & Yard', 'last-mile')]);
  expect(await catalogue.listTeams()).toEqual(expect.arrayContaining(['Fleet & Yard', 'last-mile', 'platform']));
});

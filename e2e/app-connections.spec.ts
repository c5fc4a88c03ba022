import { expect, test } from './fixtures';
import { connectAccount, createAppConnection, makeKeyFile } from './fixtures/agents-api';
import { readJournal } from './fixtures/emulator-control';
import { uniqueWord } from './fixtures/scalekit-api';
import { needlesOf } from './secret-sweep/needles';
import { listPlaces } from './secret-sweep/places';
import { createSearch, describeHit } from './secret-sweep/search';

test('a service account is connected; its key file is judged, goes in and never comes out', async ({
  page,
  signIn,
  stack,
  staffLog,
}) => {
  const keyId = `workspace-${uniqueWord()}`;
  const { text, secret } = makeKeyFile();
  await signIn('lead');
  await page.goto('/production/app-connections');
  await page.getByRole('link', { name: 'Create app connection' }).click();
  const dialog = page.getByRole('dialog');
  const create = dialog.getByRole('button', { name: 'Create app connection' });
  await dialog.getByLabel('Provider key').fill('GOOGLEDWD');
  await dialog.getByLabel('Google domain-wide delegation').check();
  await create.click();
  await expect(dialog.getByText('Scalekit makes no key for this type').first()).toBeVisible();
  await dialog.getByLabel('Key', { exact: true }).fill(keyId);
  await create.click();
  await expect(page.getByRole('heading', { name: keyId, level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/app-connections\/\w+/);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.getByRole('link', { name: `: create app connection (${id})` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('app_connection.create');
  await page.getByRole('link', { name: id, exact: true }).click();
  await expect(page.getByRole('heading', { name: keyId, level: 1 })).toBeVisible();
  await expect(page.getByText('is missing')).toBeVisible();

  await page.getByRole('link', { name: 'Edit settings' }).click();
  const file = page.getByLabel('Service account key');
  const save = page.getByRole('button', { name: 'Save settings' });
  await file.fill(text.slice(0, 100));
  await save.click();
  const problem = page.getByRole('alert').filter({ hasText: 'Service account key:' });
  await expect(problem).toContainText('This is not JSON.');
  await file.fill(text.replace('"private_key"', '"other"'));
  await expect(page.getByText('The key file lacks private_key.').first()).toBeVisible();
  await file.fill(text);
  await expect(page.getByText('agents@heronsgate-agents.iam.gserviceaccount.com')).toBeVisible();
  await page
    .getByRole('textbox', { name: 'Scopes (optional)' })
    .fill('https://www.googleapis.com/auth/calendar');
  const changes = page.getByRole('region', { name: 'What saving does' });
  await expect(changes).toContainText('Service account key: is set.');
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(secret);
  await save.click();
  await expect(page.getByText('is set', { exact: true })).toBeVisible();
  expect(await page.content()).not.toContain(secret);

  await page.getByRole('link', { name: 'Edit settings' }).click();
  await expect(file).toHaveValue('');
  await expect(file).toHaveAttribute('placeholder', '••••••••');
  await file.fill('********');
  await save.click();
  await expect(problem).toContainText('This is a mask and no key.');
  await file.fill('');
  await expect(changes).toContainText('Nothing changes yet');
  const sent = await readJournal(stack.production.url, keyId, 'connections.updateEnvironmentConnection');
  expect(sent).toHaveLength(1);
  const log = await staffLog();
  expect(log.map(({ action, outcome }) => [action, outcome]).slice(-1)).toEqual([
    ['app_connection.update', 'ok'],
  ]);
  expect(JSON.stringify([sent, log])).not.toContain(secret);
});

test('an OAuth connection is found, changed where it changed, switched and deleted with what hangs on it', async ({
  page,
  signIn,
  scalekit,
  stack,
}, { outputDir }) => {
  const { connectionId, keyId } = await createAppConnection(scalekit);
  await connectAccount(scalekit, keyId, 'ada@heronsgate.example');
  const secret = `made-up-${uniqueWord()}-${uniqueWord()}`;
  await signIn('lead');
  await page.goto('/production/app-connections?provider=hubspot');
  await page.getByRole('link', { name: 'Look for HUBSPOT' }).click();
  await expect(page).toHaveURL(/provider=HUBSPOT/);
  await page.getByLabel('Key, provider or id').fill(keyId);
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await expect(page).toHaveURL(/q=agents-/);
  await page.getByRole('link', { name: keyId, exact: true }).click();
  await page.getByRole('link', { name: 'Edit settings' }).click();

  await page.getByLabel('Client id').fill('keydesk-agents');
  await page.getByLabel('Client secret').fill(secret);
  const scopes = page.getByLabel('Scopes (optional)', { exact: true });
  const [first = ''] = (await scopes.inputValue()).split('\n');
  await scopes.fill('crm.schemas.read');
  const changes = page.getByRole('region', { name: 'What saving does' });
  await expect(changes).toContainText(`Scopes: loses ${first}`);
  await expect(changes).toContainText('Scopes: adds crm.schemas.read.');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('crm.schemas.read')).toBeVisible();
  await expect(page.getByText('is set', { exact: true })).toBeVisible();
  expect(await page.content()).not.toContain(secret);

  const dialog = page.getByRole('dialog');
  await page.getByRole('link', { name: 'Disable' }).click();
  await dialog.getByRole('button', { name: 'Disable connection' }).click();
  await expect(page.getByRole('link', { name: 'Enable' })).toBeVisible();
  await page.getByRole('link', { name: 'Delete' }).click();
  await expect(dialog).toContainText('1 connected account goes with it');
  await dialog.getByLabel('Type the name of the connection').fill(keyId);
  await dialog.getByLabel('Reason').fill('The provider closed down.');
  await dialog.getByRole('button', { name: 'Delete connection' }).click();
  await expect(page.getByRole('heading', { name: 'App connections', level: 1 })).toBeVisible();
  const url = stack.production.url;
  expect(await readJournal(url, connectionId, 'connections.deleteEnvironmentConnection')).toMatchObject([
    { status: 200 },
  ]);

  // The emulator keeps it, as the service must; nothing of ours does.
  const search = createSearch(
    needlesOf({ kind: 'client_secret', label: 'typed into a form', value: secret }),
  );
  const ours = ['rows of the database', 'logs of console, emulators and Postgres'];
  const places = listPlaces(stack, outputDir).filter(({ name }) => ours.includes(name));
  expect(places).toHaveLength(2);
  for (const place of places) expect((await place.search(search)).map(describeHit), place.name).toEqual([]);
});

test.describe('an environment that refuses the preview operations', () => {
  test.use({ environment: 'development', allowedProblems: [/status of 503/] });

  test('is told of plainly, and what works without them does', async ({
    page,
    signIn,
    scalekit,
    addFault,
  }) => {
    const { connectionId, keyId } = await createAppConnection(scalekit);
    await addFault({ operation: 'connections.listAppConnections', status: 403, times: 100 });
    await addFault({ operation: 'providers.list', status: 501, times: 100 });
    await signIn('lead');
    await page.goto('/development/app-connections');
    await expect(page.getByText('The app connections cannot be listed in development')).toBeVisible();
    await page.getByLabel('Key, provider or id').fill(connectionId);
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await expect(page.getByRole('heading', { name: keyId, level: 1 })).toBeVisible();
    await page.getByRole('link', { name: 'Disable' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disable connection' }).click();
    await expect(page.getByRole('link', { name: 'Enable' })).toBeVisible();

    await page.getByRole('link', { name: 'Providers' }).click();
    await expect(page.getByText('The providers cannot be listed in development')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Create provider' })).toBeVisible();
    await page.goto('/development/app-connections?dialog=create');
    await expect(page.getByText('The providers could not be listed here')).toBeVisible();
  });
});

import { expect, test } from './fixtures';
import { connectAccount, consentByLink, createAccountLink, createAppConnection } from './fixtures/agents-api';
import { readJournal } from './fixtures/emulator-control';
import { awaitMail, readMailedCode } from './fixtures/mailbox';
import { closeReveal, readAccountLink } from './fixtures/reveal';
import { uniqueWord } from './fixtures/scalekit-api';
import { recordSecret } from './secret-sweep/ledger';
import { needlesOf } from './secret-sweep/needles';
import { listPlaces } from './secret-sweep/places';
import { createSearch, describeHit } from './secret-sweep/search';

test('an account is created once, connected by a link, and its person verified', async ({
  page,
  signIn,
  scalekit,
  organization,
  staffLog,
}) => {
  const { keyId } = await createAppConnection(scalekit);
  const person = `ines-${uniqueWord()}@heronsgate.example`;
  await signIn('lead');
  await page.goto(`/production/organizations/${organization.id}/connected-accounts`);
  const create = async () => {
    await page.getByRole('link', { name: 'Create account' }).first().click();
    await page.getByLabel('Connection', { exact: true }).fill(keyId);
    await page.getByLabel('Identifier').fill(person);
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByRole('heading', { name: person, level: 1 })).toBeVisible();
  };
  await create();
  await expect(page.getByText('Waits for consent')).toBeVisible();
  await expect(page.getByText('This account was there already')).toHaveCount(0);
  await page.getByRole('link', { name: 'Connected accounts' }).last().click();
  await create();
  await expect(page.getByText('This account was there already')).toBeVisible();

  const dialog = page.getByRole('dialog');
  await page.getByRole('link', { name: 'Create link' }).click();
  await dialog.getByLabel('Address of your application').fill('https://app.heronsgate.example/verify');
  await dialog.getByRole('button', { name: 'Create link' }).click();
  await expect(dialog.getByRole('timer')).toContainText(/Works for \d:\d\d more, once/);
  const target = new URL(await consentByLink(await readAccountLink(page)));
  expect(target.origin).toBe('https://app.heronsgate.example');
  await dialog.getByRole('button', { name: 'Done' }).click();

  await page.reload();
  await expect(page.getByText('Waits for verification')).toBeVisible();
  await page.getByRole('button', { name: `More for ${person}` }).click();
  await page.getByRole('menuitem', { name: 'Verify user…' }).click();
  await dialog.getByLabel('auth_request_id').fill('made-up');
  await dialog.getByRole('button', { name: 'Verify user' }).click();
  await expect(dialog.getByRole('alert')).toContainText('no longer valid');
  await dialog.getByLabel('auth_request_id').fill(target.searchParams.get('auth_request_id') ?? '');
  await dialog.getByRole('button', { name: 'Verify user' }).click();
  await expect(page.getByText('Active', { exact: true })).toBeVisible();
  expect((await staffLog()).map(({ action, outcome }) => [action, outcome]).filter(([, end]) => end)).toEqual(
    [
      ['connected_account.create', 'ok'],
      ['connected_account.create', 'ok'],
      ['connected_account.create_link', 'ok'],
      ['connected_account.verify', 'failed'],
      ['connected_account.verify', 'ok'],
    ],
  );
});

test('live tokens are shown to an admin once, with a reason; then the account is cut off and deleted', async ({
  page,
  signIn,
  scalekit,
  stack,
  staffLog,
}) => {
  const { keyId } = await createAppConnection(scalekit);
  const person = `tobin-${uniqueWord()}@heronsgate.example`;
  const accountId = await connectAccount(scalekit, keyId, person);
  await consentByLink(await createAccountLink(scalekit, accountId));
  await signIn('admin');
  await page.goto(`/production/connected-accounts?q=${accountId}`);
  await expect(page.getByRole('heading', { name: person, level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  const settings = page.getByLabel('Settings as JSON');
  const save = page.getByRole('button', { name: 'Save account' });
  await settings.fill('region: eu');
  await save.click();
  await expect(page.getByText('Write one JSON object').first()).toBeVisible();
  await settings.fill('{"region":"eu"}');
  await expect(page.getByRole('region', { name: 'What saving does' })).toContainText('replaced as a whole');
  await save.click();
  await expect(page.getByText('"region": "eu"')).toBeVisible();
  const auth = () =>
    readJournal(stack.production.url, accountId, 'connectedAccounts.getConnectedAccountAuth');
  expect(await auth()).toEqual([]);

  const dialog = page.getByRole('dialog');
  const choose = async (name: string) => {
    await page.getByRole('button', { name: `More for ${person}` }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  await choose('Show credentials…');
  await dialog.getByRole('button', { name: 'Show credentials' }).click();
  await expect(dialog.getByText('Say in a few words').first()).toBeVisible();
  await dialog.getByLabel('Reason').fill('The provider asks which token it was.');
  await dialog.getByRole('button', { name: 'Show credentials' }).click();
  await expect(dialog.locator('[data-secret]')).toHaveText([/^emuat_/, /^emurt_/]);
  const secrets = await dialog.locator('[data-secret]').allTextContents();
  for (const value of secrets)
    recordSecret({ kind: 'account_credential', label: 'read from the screen', value });
  await dialog.getByRole('button', { name: 'I am done with them' }).click();
  expect(await auth()).toHaveLength(1);
  await page.reload();
  expect(await page.content()).not.toContain(secrets[0]);

  await choose('Disconnect…');
  await dialog.getByRole('button', { name: 'Disconnect account' }).click();
  await expect(page.getByText('Disconnected', { exact: true })).toBeVisible();
  await choose('Delete…');
  await dialog.getByLabel('Type the name of the account').fill(person);
  await dialog.getByRole('button', { name: 'Delete account' }).click();
  await expect(page.getByRole('heading', { name: 'Connected accounts', level: 1 })).toBeVisible();
  const log = await staffLog();
  expect(log.find(({ action }) => action === 'connected_account.reveal_credentials')).toMatchObject({
    reason: 'The provider asks which token it was.',
  });
  expect(JSON.stringify(log)).not.toContain(secrets[0]);
});

test('whoever waits for a link gets one by a press: by mail, or on the screen where there is no address', async ({
  page,
  signIn,
  scalekit,
  stack,
}, { outputDir }) => {
  const { keyId } = await createAppConnection(scalekit);
  const person = `maren-${uniqueWord()}@heronsgate.example`;
  const done = `ada-${uniqueWord()}@heronsgate.example`;
  await connectAccount(scalekit, keyId, person);
  await connectAccount(scalekit, keyId, `customer-${uniqueWord()}`);
  const active = await connectAccount(scalekit, keyId, done);
  await consentByLink(await createAccountLink(scalekit, active));
  await signIn('support');
  await page.goto('/production/connected-accounts');
  await page.getByRole('link', { name: 'Expired and pending' }).click();
  // What is typed into the page before is lost with it.
  await expect(page.getByText('State: Needs a new link')).toBeVisible();
  await page.getByLabel('Connection keys').fill(keyId);
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await expect(page).toHaveURL(new RegExp(`connection=${keyId}.*status=needs_link`));
  await expect(page.getByText('3 accounts were read to find these')).toBeVisible();
  await expect(page.getByRole('link', { name: done })).toHaveCount(0);

  await page.getByRole('button', { name: `Send a new link to ${person}` }).click();
  await expect(page.getByRole('row', { name: person })).toContainText('Link mailed');
  const { text } = await awaitMail(stack.production.url, person, 'Connect your HUBSPOT account');
  const link = /^http\S+$/m.exec(text)?.[0] ?? '';
  await consentByLink(link);
  await page.getByRole('button', { name: 'Send a new link to customer-' }).click();
  await expect(page.getByRole('dialog')).toContainText('is no e-mail address');
  await readAccountLink(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await page.reload();
  await expect(page.getByRole('link', { name: person })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'customer-' })).toBeVisible();

  // The mailbox has it, as it must; nothing of ours does.
  const search = createSearch(needlesOf({ kind: 'account_link', label: 'read from a mail', value: link }));
  const ours = ['rows of the database', 'logs of console, emulators and Postgres'];
  const places = listPlaces(stack, outputDir).filter(({ name }) => ours.includes(name));
  expect(places).toHaveLength(2);
  for (const place of places) expect((await place.search(search)).map(describeHit), place.name).toEqual([]);
});

test.describe('a link of our own', () => {
  test.use({ allowedProblems: [/status of 410/] });

  test('a lasting link asks for the mailed code, leads to consent, and stops when withdrawn', async ({
    page,
    browser,
    signIn,
    scalekit,
    stack,
  }) => {
    const { keyId } = await createAppConnection(scalekit);
    const person = `lasse-${uniqueWord()}@heronsgate.example`;
    const accountId = await connectAccount(scalekit, keyId, person);
    await signIn('support');
    await page.goto(`/production/connected-accounts/${accountId}`);
    await page.getByRole('link', { name: 'Create lasting link' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('Recipient’s e-mail')).toHaveValue(person);
    await dialog.getByRole('button', { name: 'Create lasting link' }).click();
    const url = (await dialog.locator('[data-secret]').textContent()) ?? '';
    recordSecret({ kind: 'account_link', label: 'read from the screen', value: url.slice(-43) });
    await closeReveal(page);

    const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await visitor.goto(url);
    await expect(visitor.getByRole('heading')).toHaveText('Connect your HUBSPOT account');
    await visitor.getByRole('button', { name: 'Send the code' }).click();
    await visitor.getByLabel('Code').fill(await readMailedCode(stack.production.url, person));
    await visitor.getByRole('button', { name: 'Connect the account' }).click();
    await expect(visitor).toHaveURL(new RegExp(`^${stack.production.url}/connect/`));
    recordSecret({ kind: 'account_link', label: 'led to by a lasting link', value: visitor.url() });
    await visitor.getByRole('button', { name: 'Allow' }).click();
    await expect(visitor.getByText('is connected')).toBeVisible();

    await page.reload();
    await expect(page.getByText('Active', { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('row', { name: person })).toContainText('1 of 10');
    await page.getByRole('link', { name: `Withdraw the link for ${person}` }).click();
    await dialog.getByRole('button', { name: 'Withdraw link' }).click();
    await expect(page.getByRole('row', { name: person })).toContainText('Withdrawn');
    expect((await visitor.goto(url))?.status()).toBe(410);
  });
});

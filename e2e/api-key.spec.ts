import { expect, test } from './fixtures';
import { addClaim, dialog, openForm, rows, submit } from './fixtures/api-keys-page';
import { closeReveal, readRevealedKey } from './fixtures/reveal';
import { expectBrowserForgot } from './secret-sweep/browser';

test.describe('issuing an API key', () => {
  test('for the organization, with claims and an expiry, shows it exactly once', async ({
    page,
    signIn,
    organization,
    scalekit,
    journal,
    staffLog,
  }) => {
    await signIn('support');
    await openForm(page, organization.id);
    await dialog(page).getByLabel('Description').fill('Nightly export');
    await dialog(page).getByRole('button', { name: '30 days' }).click();
    await addClaim(page, 1, 'team', 'billing');
    await addClaim(page, 2, 'tier', 'gold');
    await submit(page).click();
    const value = await readRevealedKey(page);
    expect(await scalekit.accepts(value)).toBe(true);
    await expect(dialog(page)).toContainText('This API key is shown only now.');
    await closeReveal(page);

    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText(`…${value.slice(-4)}`);
    await expect(rows(page)).toContainText('Nightly export');
    await expect(rows(page)).toContainText('in 29 days');
    const secret = { kind: 'api_key', label: 'just closed', value } as const;
    await expectBrowserForgot(page, [secret]);
    await page.reload();
    await expect(rows(page)).toHaveCount(1);
    await expectBrowserForgot(page, [secret]);
    await page.goBack();
    await page.goForward();
    await expect(rows(page)).toHaveCount(1);
    await expectBrowserForgot(page, [secret]);

    expect(await journal('tokens.createToken')).toMatchObject([
      {
        status: 200,
        request: {
          token: { description: 'Nightly export', custom_claims: { team: 'billing', tier: 'gold' } },
        },
      },
    ]);
    expect(await staffLog()).toMatchObject([
      {
        kind: 'intent',
        action: 'api_key.create',
        organizationId: organization.id,
        details: { claims: ['team', 'tier'] },
      },
      { kind: 'outcome', outcome: 'ok', targetId: expect.stringMatching(/^apit_/) },
    ]);
  });

  test('for one of its members', async ({ page, signIn, organization, scalekit, journal }) => {
    const member = await scalekit.addMember(organization.id);
    await signIn('support');
    await openForm(page, organization.id);
    await dialog(page).getByLabel('One of its members').check();
    await dialog(page).getByLabel('Search members by e-mail or id').fill(member.email.slice(0, 12));
    await dialog(page).getByRole('button', { name: member.email }).click();
    await submit(page).click();
    await readRevealedKey(page);
    await closeReveal(page);
    await expect(rows(page)).toContainText(member.email);
    expect(await journal('tokens.createToken')).toMatchObject([
      { request: { token: { user_id: member.id } } },
    ]);
  });

  test('asks before the only copy is lost: closing, leaving, reloading', async ({
    page,
    signIn,
    organization,
  }) => {
    await signIn('support');
    await openForm(page, organization.id);
    await submit(page).click();
    const value = await readRevealedKey(page);
    await page.keyboard.press('Escape');
    await expect(dialog(page).getByText('Close without storing the API key?')).toBeVisible();
    await dialog(page).getByRole('button', { name: 'Go back' }).click();
    await expect(dialog(page).locator('[data-secret]')).toBeVisible();

    const asked = page.waitForEvent('dialog');
    const leaving = page.reload().catch(() => undefined);
    const question = await asked;
    expect(question.type()).toBe('beforeunload');
    await question.accept();
    await leaving;
    await expect(dialog(page).getByLabel('Description'), 'an empty form').toHaveValue('');
    await page.keyboard.press('Escape');
    await expect(rows(page)).toHaveCount(1);
    await expectBrowserForgot(page, [{ kind: 'api_key', label: 'left behind', value }]);
  });

  test('can be copied', async ({ page, context, signIn, organization }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await signIn('support');
    await openForm(page, organization.id);
    await submit(page).click();
    const value = await readRevealedKey(page);
    await dialog(page).getByRole('button', { name: 'Copy API key', exact: true }).click();
    await expect(dialog(page).getByText('Copied')).toBeVisible();
    expect((await page.evaluate(() => navigator.clipboard.readText())) === value).toBe(true);
    await closeReveal(page);
  });

  test('twice in one moment makes one', async ({ page, signIn, organization, scalekit, journal }) => {
    await signIn('support');
    await openForm(page, organization.id);
    await submit(page).dblclick();
    await readRevealedKey(page);
    expect(await journal('tokens.createToken')).toHaveLength(1);
    await closeReveal(page);
    expect(await scalekit.listApiKeys(organization.id)).toHaveLength(1);
  });

  test('in two tabs at once makes two, each with a submission of its own', async ({
    page,
    context,
    signIn,
    organization,
    scalekit,
    staffLog,
  }) => {
    await signIn('support');
    const tabs = [page, await context.newPage()];
    for (const tab of tabs) await openForm(tab, organization.id);
    await Promise.all(tabs.map((tab) => submit(tab).click()));
    const values = [];
    for (const tab of tabs) values.push(await readRevealedKey(tab));
    expect(new Set(values).size).toBe(2);
    for (const tab of tabs) await closeReveal(tab);
    expect(await scalekit.listApiKeys(organization.id)).toHaveLength(2);
    const intents = (await staffLog()).filter(({ kind }) => kind === 'intent');
    expect(new Set(intents.map(({ submissionId }) => submissionId)).size).toBe(2);
  });
});

test.describe('bad input for an API key', () => {
  test('gets a sentence beside its field and loses nothing typed', async ({
    page,
    signIn,
    organization,
    journal,
  }) => {
    await signIn('support');
    await openForm(page, organization.id);
    const description = 'x'.repeat(256);
    await dialog(page).getByLabel('Description').fill(description);
    await addClaim(page, 1, 'team', '');
    await addClaim(page, 2, 'team', 'billing');
    await submit(page).click();
    await expect(dialog(page).getByText('3 fields need another look')).toBeVisible();
    const described = (label: string) => expect(dialog(page).getByLabel(label));
    await described('Description').toHaveAccessibleDescription(/at most 255 characters/);
    await described('Value of claim 1').toHaveAccessibleDescription(/cannot be empty/);
    await described('Key of claim 2').toHaveAccessibleDescription(/stands above already/);
    await described('Description').toHaveValue(description);
    await described('Value of claim 2').toHaveValue('billing');
    expect(await journal('tokens.createToken')).toEqual([]);
  });

  test('ends at 20 claims: a 21st cannot be added', async ({ page, signIn, organization, scalekit }) => {
    await signIn('support');
    await openForm(page, organization.id);
    for (let position = 1; position <= 20; position++) await addClaim(page, position, `key${position}`, 'v');
    await expect(dialog(page).getByText('20 of 20')).toBeVisible();
    const add = dialog(page).getByRole('button', { name: 'Add claim' });
    await expect(add).toHaveAttribute('aria-disabled', 'true');
    await add.click({ force: true });
    await expect(dialog(page).getByLabel('Key of claim 21')).toHaveCount(0);
    await submit(page).click();
    await readRevealedKey(page);
    await closeReveal(page);
    const [key] = await scalekit.listApiKeys(organization.id);
    expect(Object.keys(key?.custom_claims ?? {})).toHaveLength(20);
  });

  test('as an expiry in the past is refused with a sentence', async ({ page, signIn, organization }) => {
    await signIn('support');
    await openForm(page, organization.id);
    await dialog(page).getByLabel('Expires', { exact: true }).fill('2020-01-01T10:00');
    await submit(page).click();
    await expect(dialog(page).getByLabel('Expires', { exact: true })).toHaveAccessibleDescription(
      /lies in the future/,
    );
    await expect(dialog(page).getByLabel('Expires', { exact: true })).toHaveValue('2020-01-01T10:00');
  });
});

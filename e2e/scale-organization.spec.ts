import { expect, test } from './fixtures';
import { findOverflow } from './fixtures/layout';
import { readOrganizationTabs } from './fixtures/organization-tabs';
import { ScalekitApi } from './fixtures/scalekit-api';
import { of } from './places/place';

test('every page of an organization is honest about an empty one, on a phone', async ({
  page,
  signIn,
  stack,
}) => {
  const { organization } = (await new ScalekitApi(stack.production).send('POST', '/organizations', {
    display_name: 'Nobody yet',
  })) as { organization: { id: string } };
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn('admin');
  for (const { name, href } of await readOrganizationTabs(page, of(organization.id))) {
    await test.step(name, async () => {
      await page.goto(href);
      await expect(page.locator('h1')).toHaveText('Nobody yet');
      await expect(page.getByLabel('Loading')).toHaveCount(0);
      const main = page.locator('#main');
      await expect.soft(main, name).not.toContainText(/could not|undefined|NaN|null/);
      await expect
        .soft(main.locator('table:not(:has(tbody tr))'), `${name}: a table of nothing`)
        .toHaveCount(0);
      await expect
        .soft(main, `${name} says that there is nothing`)
        .toContainText(/\b(no|none|never|not|off|0)\b/i, { useInnerText: true });
      expect.soft(await findOverflow(page), `${name} at 360 px`).toEqual([]);
    });
  }
});

test('an organization of 10,000 members is read a page at a time, and searched', async ({
  page,
  signIn,
  organization,
  scalekit,
  journal,
}) => {
  const { id } = organization;
  const { id: userId } = await scalekit.addMember(id);
  const copied = { table: 'users', id: userId, count: 9999 };
  await scalekit.control('POST', 'copies', { ...copied, set: { email: `m{n}-${userId}@customer.example` } });
  const membership = `${id}:${userId}`;
  await scalekit.control('POST', 'copies', {
    ...{ table: 'memberships', id: membership, count: 9999 },
    set: { id: `${membership}{n}`, userId: `${userId}{n}` },
  });
  try {
    await signIn('admin');
    for (const { name, href } of await readOrganizationTabs(page, of(id))) {
      await test.step(name, async () => {
        const before = new Set((await journal()).map(({ traceId }) => traceId));
        await page.goto(href);
        await expect(page.getByLabel('Loading')).toHaveCount(0);
        expect.soft(await page.locator('tbody tr').count(), `rows of ${name}`).toBeLessThanOrEqual(100);
        const all = await journal('users.listOrganizationUsers');
        const reads = all.filter(({ traceId }) => !before.has(traceId));
        const sizes = reads.map(({ request }) => (request as { page_size?: number }).page_size ?? 0);
        if (name === 'Members') expect.soft(sizes, 'the members are read').not.toEqual([]);
        for (const size of sizes) expect.soft(size, `members that ${name} reads`).toBeLessThanOrEqual(100);
      });
    }

    await page.goto(of(id, '/members'));
    await expect(page.getByText(/^1–\d+ of 10,000$/)).toBeVisible();
    const first = await page.locator('[data-row-link]').first().textContent();
    await page.getByRole('link', { name: 'Next' }).click();
    await expect(page.getByText(/^\d\d+–\d+ of 10,000$/)).toBeVisible();
    await expect(page.locator('[data-row-link]').first()).not.toHaveText(first ?? '');
    await page.getByLabel('E-mail, user id or external id').fill(`m09999-${userId}`);
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await expect(
      page.getByRole('link', { name: `m09999-${userId}@customer.example`, exact: true }),
    ).toBeVisible();
    await expect(page.locator('[data-row-link]')).toHaveCount(1);
    await page.goto(of(id, '/settings?dialog=delete'));
    await expect(page.getByRole('dialog')).toContainText('who lose access: 10,000.');
  } finally {
    await scalekit.control('DELETE', `copies?of=${membership}`);
    await scalekit.control('DELETE', `copies?of=${userId}`);
  }
});

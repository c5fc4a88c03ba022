import { expect, test } from './fixtures';
import { findOverflow } from './fixtures/layout';
import { createEnvironmentRole } from './fixtures/roles-api';
import { uniqueWord } from './fixtures/scalekit-api';

test.use({ environment: 'development' });

test('300 roles against 300 permissions draw what is in sight, and every cell is reached', async ({
  page,
  signIn,
  scalekit,
}) => {
  const word = uniqueWord();
  const answer = await scalekit.send('POST', '/permissions', {
    name: `act_${word}:first`,
    description: '',
  });
  const permission = (answer as { permission: { id: string } }).permission.id;
  const role = await createEnvironmentRole(scalekit, `many_${word}`, {
    permissions: [`act_${word}:first`],
  });
  try {
    const named = { name: `many_${word}_{n}`, displayName: `Many ${word} {n}` };
    await scalekit.control('POST', 'copies', { table: 'roles', id: role, count: 299, set: named });
    const set = { name: `act_${word}:{n}` };
    await scalekit.control('POST', 'copies', { table: 'permissions', id: permission, count: 299, set });
    await signIn('viewer');
    await page.goto(`/development/roles?role=${word}&permission=${word}`);
    const grid = page.getByRole('grid');
    await expect(grid).toHaveAttribute('aria-rowcount', '301');
    await expect(grid).toHaveAttribute('aria-colcount', '301');
    const cells = page.locator('[data-matrix] td');
    expect(await cells.count(), 'cells that are drawn').toBeLessThan(1_500);

    await page.locator('[data-cell="0:0"]').focus();
    await page.keyboard.press('Control+End');
    const last = page.locator('[data-cell="299:299"]');
    await expect(last).toBeFocused();
    await expect(last).toHaveText('Its own');
    // Neither header has scrolled away, nor covers the cell.
    const cell = await last.boundingBox();
    const head = await page.locator('[data-matrix] thead').boundingBox();
    expect(cell?.y).toBeGreaterThan((head?.y ?? 0) + (head?.height ?? 0) - 1);
    await expect(page.getByRole('rowheader', { name: `act_${word}:first` })).toBeInViewport();
    expect(await cells.count(), 'cells that are drawn').toBeLessThan(1_500);
    await page.keyboard.press('Control+Home');
    await expect(page.locator('[data-cell="0:0"]')).toBeFocused();

    await page.setViewportSize({ width: 360, height: 740 });
    await expect(page.getByRole('list', { name: 'Roles' }).getByRole('listitem').first()).toBeVisible();
    expect(await findOverflow(page)).toEqual([]);
    await page.getByRole('button', { name: 'Matrix' }).click();
    await expect(grid).toBeVisible();
    expect(await findOverflow(page)).toEqual([]);
  } finally {
    await scalekit.control('DELETE', `copies?of=${role}`);
    await scalekit.control('DELETE', `copies?of=${permission}`);
    await scalekit.send('DELETE', `/roles/many_${word}`);
    await scalekit.send('DELETE', `/permissions/act_${word}:first`);
  }
});

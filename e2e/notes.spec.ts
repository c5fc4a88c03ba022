import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { findViolations } from './fixtures/axe';
import { insertNotes } from './fixtures/notes-db';

const of = (id: string, tab = '') => `/production/organizations/${id}${tab}`;
const notes = (page: Page) => page.getByRole('list', { name: 'Notes' }).locator(':scope > li');
const dialog = (page: Page) => page.getByRole('dialog');
const text = (page: Page) => dialog(page).getByRole('textbox', { name: 'Note' });
const save = (page: Page) => dialog(page).getByRole('button', { name: 'Save note' });

async function edit(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Actions for the note of/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Edit note' }).click();
}

test('a note is written, previewed, edited and deleted, and the log holds none of it', async ({
  page,
  signIn,
  organization,
  journal,
  staffLog,
}) => {
  await signIn('support');
  await page.goto(of(organization.id));
  await page.getByRole('link', { name: 'Write a note' }).click();
  await text(page).fill('They call on **Fridays**. ![logo](https://pictures.example/1.png)');
  await dialog(page).getByRole('button', { name: 'Show preview' }).click();
  const preview = dialog(page).getByRole('region', { name: 'Preview' });
  await expect(preview.locator('strong')).toHaveText('Fridays');
  await expect(preview.getByRole('img')).toHaveCount(0);
  await save(page).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(notes(page)).toHaveCount(1);
  await expect(notes(page).locator('strong')).toHaveText('Fridays');
  await expect(notes(page).getByRole('link', { name: 'logo' })).toHaveAttribute('rel', /noopener/);

  await edit(page);
  await text(page).fill('They call on **Mondays**.');
  await save(page).click();
  await expect(notes(page).locator('strong')).toHaveText('Mondays');
  await expect(notes(page)).toContainText('edited');
  await page.getByRole('button', { name: /^Actions for the note of/ }).click();
  await page.getByRole('menuitem', { name: 'Delete note' }).click();
  await dialog(page).getByRole('button', { name: 'Delete note' }).click();
  // While it is open, the page behind it counts as not there.
  await expect(dialog(page)).toHaveCount(0);
  await expect(notes(page)).toHaveCount(0);

  const log = await staffLog();
  expect(
    log.filter(({ kind }) => kind === 'outcome').map(({ action, outcome }) => [action, outcome]),
  ).toEqual([
    ['note.create', 'ok'],
    ['note.edit', 'ok'],
    ['note.delete', 'ok'],
  ]);
  expect(JSON.stringify(log)).not.toMatch(/Fridays|Mondays/);
  expect((await journal()).filter(({ operation }) => !/\.(get|list)/.test(operation ?? ''))).toEqual([]);
});

test('the second of two tabs is told and loses nothing', async ({ page, context, signIn, organization }) => {
  await signIn('support');
  await page.goto(of(organization.id));
  await page.getByRole('link', { name: 'Write a note' }).click();
  await text(page).fill('First.');
  await save(page).click();
  await expect(notes(page)).toHaveCount(1);
  const second = await context.newPage();
  await second.goto(of(organization.id));
  await edit(page);
  await edit(second);
  await text(page).fill('From the first tab.');
  await save(page).click();
  await expect(notes(page)).toContainText('From the first tab.');

  await text(second).fill('From the second tab.');
  await save(second).click();
  await expect(dialog(second)).toContainText('This note was changed elsewhere');
  const current = dialog(second).getByRole('region', { name: 'The note as it is now' });
  await expect(current).toContainText('From the first tab.');
  await expect(text(second)).toHaveValue('From the second tab.');
  expect(await findViolations(second)).toEqual([]);
  await current.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(dialog(second)).toHaveCount(0);
  await expect(notes(second)).toContainText('From the second tab.');
});

test('a secret is refused in words, and stays in the field', async ({ page, signIn, organization }) => {
  await signIn('support');
  await page.goto(of(organization.id, '?dialog=note'));
  const pasted = 'The new one is whsec_9vx5xtFNxQMZFcjLLGporL6TGkcSRNHb';
  await text(page).fill(pasted);
  await save(page).click();
  await expect(text(page)).toHaveAccessibleDescription(/This looks like a webhook secret/);
  await expect(text(page)).toHaveValue(pasted);
});

test('notes are walked page by page; only a lead deletes another’s', async ({
  page,
  signIn,
  organization,
  stack,
}) => {
  const texts = Array.from({ length: 23 }, (_, index) => `Call number ${index}.`);
  await insertNotes(stack, organization.id, texts);
  await signIn('support');
  await page.goto(of(organization.id));
  await expect(notes(page)).toHaveCount(3);
  await expect(notes(page).first()).toContainText('Call number 22.');
  await page
    .getByRole('button', { name: /^Actions for the note of/ })
    .first()
    .click();
  await expect(page.getByRole('menuitem', { name: 'Copy as Markdown' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Delete note' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'All 23 notes' }).click();
  await expect(notes(page)).toHaveCount(20);
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(notes(page)).toHaveCount(3);
  await expect(notes(page).last()).toContainText('Call number 0.');

  await signIn('lead');
  await page.reload();
  await page
    .getByRole('button', { name: /^Actions for the note of/ })
    .last()
    .click();
  await page.getByRole('menuitem', { name: 'Delete note' }).click();
  await expect(dialog(page)).toContainText('The note of Ada Quill goes for good.');
  await dialog(page).getByRole('button', { name: 'Delete note' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(notes(page)).toHaveCount(2);
});

test('ticket links are added, refused where they must be, and removed', async ({
  page,
  signIn,
  organization,
}) => {
  await signIn('support');
  await page.goto(of(organization.id));
  await page.getByRole('link', { name: 'Add ticket link' }).click();
  const add = dialog(page).getByRole('button', { name: 'Add ticket link' });
  const address = dialog(page).getByLabel('Address');
  await dialog(page).getByLabel('Label').fill('4711');
  await address.fill('http://tickets.example/4711');
  await add.click();
  await expect(address).toHaveAccessibleDescription(/starting with https/);
  await address.fill('https://tickets.example/4711');
  await add.click();
  const list = page.getByRole('list', { name: 'Ticket links' });
  await expect(list.getByRole('link', { name: '4711' })).toHaveAttribute(
    'href',
    'https://tickets.example/4711',
  );
  await list.getByRole('button', { name: 'Actions for 4711' }).click();
  await page.getByRole('menuitem', { name: 'Remove link' }).click();
  await dialog(page).getByRole('button', { name: 'Remove link' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(list).toHaveCount(0);
});

test('a viewer reads notes and writes none', async ({ page, signIn, organization, stack }) => {
  await insertNotes(stack, organization.id, ['For everybody.']);
  await signIn('viewer');
  await page.goto(of(organization.id));
  await expect(notes(page)).toContainText('For everybody.');
  await expect(page.getByRole('link', { name: 'Write a note' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Add ticket link' })).toHaveCount(0);
});

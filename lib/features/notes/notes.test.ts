import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { forgetOrganization } from '@/lib/server/forget-organization';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { createNote, deleteAnyNote, deleteNote, editNote } from './actions';
import { getNote, listNotes } from './queries';

withTestDatabase();
withEmulator();

let counter = 0;
const newOrganizationId = () => `org_${Date.now()}${++counter}`;
const lead = () => testPrincipal({ role: 'lead' });

const list = (organizationId: string, reader = testPrincipal(), pageToken = '', size?: number) =>
  runQuery(listNotes.definition, 'production', reader, { organizationId, pageToken, size });

async function written(author: Principal = testPrincipal(), text = 'They call on **Fridays**.') {
  const organizationId = newOrganizationId();
  const { noteId } = await write(createNote, { organizationId, text }, author);
  return { organizationId, noteId, author };
}

describe('createNote', () => {
  it('keeps the text, and the log only its length', async () => {
    const { organizationId, noteId, author } = await written();
    const { rows } = await list(organizationId, author);
    expect(rows).toMatchObject([
      { noteId, text: 'They call on **Fridays**.', own: true, editedAt: null, authorName: 'Sam' },
    ]);
    expect((await list(organizationId)).rows).toMatchObject([{ own: false }]);
    const log = await logOf(author);
    expect(log).toMatchObject([
      { kind: 'intent', action: 'note.create', organizationId, details: { characters: 25 } },
      { kind: 'outcome', outcome: 'ok', targetId: noteId },
    ]);
    expect(JSON.stringify(log)).not.toContain('Fridays');
  });

  it.each([
    ['nothing', '  '],
    ['too much', 'a'.repeat(5_001)],
    ['a secret', 'whsec_9vx5xtFNxQMZFcjLLGporL6TGkcSRNHb'],
  ])('refuses %s beside the field and keeps nothing', async (_name, text) => {
    const organizationId = newOrganizationId();
    const error = await failureOf(write(createNote, { organizationId, text }));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual(['text']);
    expect(await db().organizationNote.count({ where: { organizationId } })).toBe(0);
  });

  it('refuses a viewer and who is limited to other customers', async () => {
    const input = { organizationId: newOrganizationId(), text: 'Hello.' };
    const viewer = testPrincipal({ role: 'viewer' });
    expect((await failureOf(write(createNote, input, viewer))).code).toBe('forbidden');
    expect(await logOf(viewer)).toMatchObject([{ kind: 'denied', action: 'note.create' }]);
    const limited = testPrincipal({ customers: new Set() });
    expect((await failureOf(write(createNote, input, limited))).code).toBe('not_found');
    expect((await failureOf(list(input.organizationId, limited))).code).toBe('not_found');
  });
});

describe('editNote', () => {
  it('tells the second of two tabs, and writes nothing over', async () => {
    const { author, ...note } = await written();
    await write(editNote, { ...note, version: 1, text: 'The first tab.' }, author);
    const error = await failureOf(write(editNote, { ...note, version: 1, text: 'The second.' }, author));
    expect(error).toMatchObject({ code: 'conflict', unknown: false });
    expect(error.message).toMatch(/changed elsewhere at .* UTC/);
    const now = await runQuery(getNote.definition, 'production', author, note);
    expect(now).toMatchObject({ text: 'The first tab.', version: 2 });
    expect(now.editedAt).not.toBeNull();
    await write(editNote, { ...note, version: 2, text: 'The second.' }, author);
    expect((await list(note.organizationId)).rows).toMatchObject([{ text: 'The second.', version: 3 }]);
  });

  it('lets one of two at once through', async () => {
    const { author, ...note } = await written();
    const edits = ['one', 'two', 'three'].map((text) =>
      write(editNote, { ...note, version: 1, text }, author),
    );
    const results = await Promise.allSettled(edits);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is for the author alone, and says when the note is gone', async () => {
    const { author, ...note } = await written();
    const edit = { ...note, version: 1, text: 'Mine now.' };
    expect((await failureOf(write(editNote, edit, lead()))).code).toBe('forbidden');
    await write(deleteNote, note, author);
    expect((await failureOf(write(editNote, edit, author))).code).toBe('not_found');
  });

  it('knows no note of another organization', async () => {
    const { author, noteId } = await written();
    const edit = { organizationId: newOrganizationId(), noteId, version: 1, text: 'Here.' };
    expect((await failureOf(write(editNote, edit, author))).code).toBe('not_found');
  });
});

describe('deleting', () => {
  it('is for the author, and for leads', async () => {
    const first = await written();
    const { author: _one, ...note } = first;
    expect((await failureOf(write(deleteNote, note))).code).toBe('forbidden');
    expect((await failureOf(write(deleteAnyNote, note))).code).toBe('forbidden');
    await write(deleteAnyNote, note, lead());
    expect((await list(note.organizationId)).rows).toEqual([]);
    const { author, ...own } = await written();
    await write(deleteNote, own, author);
    expect((await failureOf(write(deleteNote, own, author))).code).toBe('not_found');
  });

  it('of the organization takes its notes along, and no other’s', async () => {
    const one = await written();
    const other = await written();
    await forgetOrganization('production', one.organizationId);
    expect((await list(one.organizationId)).rows).toEqual([]);
    expect((await list(other.organizationId)).rows).toHaveLength(1);
  });
});

describe('listNotes', () => {
  it('pages by cursor, both ways, within the environment', async () => {
    const organizationId = newOrganizationId();
    const author = { authorId: randomUUID(), authorName: 'Ada', authorEmail: 'ada@staff.example' };
    const rows = Array.from({ length: 5 }, (_, index) => ({
      environment: 'production',
      organizationId,
      text: `note ${index}`,
      ...author,
    }));
    for (const data of rows) await db().organizationNote.create({ data });
    await db().organizationNote.create({
      data: { environment: 'development', organizationId, text: 'elsewhere', ...author },
    });
    const first = await list(organizationId, testPrincipal(), '', 2);
    expect(first).toMatchObject({ total: 5, previousToken: null });
    expect(first.rows.map(({ text }) => text)).toEqual(['note 4', 'note 3']);
    const second = await list(organizationId, testPrincipal(), first.nextToken ?? '', 2);
    expect(second.rows.map(({ text }) => text)).toEqual(['note 2', 'note 1']);
    const back = await list(organizationId, testPrincipal(), second.previousToken ?? '', 2);
    expect(back.rows).toEqual(first.rows);
    expect((await failureOf(list(organizationId, testPrincipal(), 'made up'))).code).toBe('invalid');
  });
});
